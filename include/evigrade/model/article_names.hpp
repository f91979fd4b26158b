// The closed lists that describe articles and what they name.
#pragma once

#include "evigrade/model/enum_text.hpp"

namespace evigrade {

/// What kind of file an article was.
enum class ArticleFormat : std::uint8_t { text, markdown, html, jats, pdf };
template <>
struct Names<ArticleFormat> {
    static constexpr std::array<std::string_view, 5> values{"text", "markdown", "html", "jats", "pdf"};
};

/// What kind of publication an article is; shown beside a claim, never a weight.
enum class SourceType : std::uint8_t {
    journal_article,
    preprint,
    guideline,
    study_summary,
    reference_work,
    news,
    blog,
    clinic_marketing,
    product_page,
    forum,
    unknown
};
template <>
struct Names<SourceType> {
    static constexpr std::array<std::string_view, 11> values{"journal_article", "preprint", "guideline", "study_summary",
                                                             "reference_work",  "news",     "blog",      "clinic_marketing",
                                                             "product_page",    "forum",    "unknown"};
};

/// Who speaks. Forum and comment claims are anecdotes and carry no score.
enum class Voice : std::uint8_t { article, quoted, forum, comment };
template <>
struct Names<Voice> {
    static constexpr std::array<std::string_view, 4> values{"article", "quoted", "forum", "comment"};
};

/// What a mention names.
enum class EntityKind : std::uint8_t { treatment, ingredient, condition, outcome, device, design };
template <>
struct Names<EntityKind> {
    static constexpr std::array<std::string_view, 6> values{"treatment", "ingredient", "condition",
                                                            "outcome",   "device",     "design"};
};

/// How an entity came to be known.
enum class EntityOrigin : std::uint8_t { lexicon, composed, discovered, abbreviation };
template <>
struct Names<EntityOrigin> {
    static constexpr std::array<std::string_view, 4> values{"lexicon", "composed", "discovered", "abbreviation"};
};

/// How bad a finding is.
enum class Severity : std::uint8_t { note, warning, error };
template <>
struct Names<Severity> {
    static constexpr std::array<std::string_view, 3> values{"note", "warning", "error"};
};

}  // namespace evigrade
