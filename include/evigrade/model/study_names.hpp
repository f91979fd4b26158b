// The closed lists that describe studies and publications.
#pragma once

#include "evigrade/model/enum_text.hpp"

namespace evigrade {

/// What kind of study a report describes.
enum class Design : std::uint8_t {
    systematic_review,
    meta_analysis,
    randomized_trial,
    nonrandomized_trial,
    cohort,
    case_control,
    cross_sectional,
    case_series,
    case_report,
    narrative_review,
    guideline,
    editorial,
    qualitative,
    in_vitro,
    animal,
    textbook,
    protocol,
    economic,
    other,
    unknown
};
template <>
struct Names<Design> {
    static constexpr std::array<std::string_view, 20> values{"systematic_review",
                                                             "meta_analysis",
                                                             "randomized_trial",
                                                             "nonrandomized_trial",
                                                             "cohort",
                                                             "case_control",
                                                             "cross_sectional",
                                                             "case_series",
                                                             "case_report",
                                                             "narrative_review",
                                                             "guideline",
                                                             "editorial",
                                                             "qualitative",
                                                             "in_vitro",
                                                             "animal",
                                                             "textbook",
                                                             "protocol",
                                                             "economic",
                                                             "other",
                                                             "unknown"};
};

/// Who says so; earlier beats later.
enum class DesignSource : std::uint8_t { person, primary, registry, secondary, inferred, unknown };
template <>
struct Names<DesignSource> {
    static constexpr std::array<std::string_view, 6> values{"person",    "primary",  "registry",
                                                            "secondary", "inferred", "unknown"};
};

/// What a person or the record says of a study beside its design, where a level of evidence depends on it.
enum class DesignFeature : std::uint8_t { none, dramatic_effect, nested };
template <>
struct Names<DesignFeature> {
    static constexpr std::array<std::string_view, 3> values{"none", "dramatic_effect", "nested"};
};

/// What the record says has become of a publication.
enum class EditorialState : std::uint8_t { clear, corrected, concern, retracted, reinstated, unknown };
template <>
struct Names<EditorialState> {
    static constexpr std::array<std::string_view, 6> values{"clear",     "corrected",  "concern",
                                                            "retracted", "reinstated", "unknown"};
};

/// CSL item types.
enum class ItemType : std::uint8_t {
    article_journal,
    book,
    chapter,
    thesis,
    report,
    webpage,
    patent,
    legislation,
    paper_conference,
    article,
    article_newspaper,
    article_magazine,
    dataset,
    software,
    document
};
template <>
struct Names<ItemType> {
    static constexpr std::array<std::string_view, 15> values{"article-journal",
                                                             "book",
                                                             "chapter",
                                                             "thesis",
                                                             "report",
                                                             "webpage",
                                                             "patent",
                                                             "legislation",
                                                             "paper-conference",
                                                             "article",
                                                             "article-newspaper",
                                                             "article-magazine",
                                                             "dataset",
                                                             "software",
                                                             "document"};
};

}  // namespace evigrade
