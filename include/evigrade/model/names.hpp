// The closed lists of DESIGN 1, and the words by which they are written in JSON, tables and the store.
#pragma once

#include "evigrade/model/enum_text.hpp"
#include "evigrade/model/study_names.hpp"

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

/// What a claim is about. In the order that decides between equals.
enum class ClaimKind : std::uint8_t { regulatory, cost, dosage, safety, comparison, efficacy, mechanism, composition };
template <>
struct Names<ClaimKind> {
    static constexpr std::array<std::string_view, 8> values{"regulatory", "cost",     "dosage",    "safety",
                                                            "comparison", "efficacy", "mechanism", "composition"};
};

/// The sentence's own position, not the page's.
enum class Stance : std::uint8_t { supports, refutes, mixed, insufficient, harm, neutral };
template <>
struct Names<Stance> {
    static constexpr std::array<std::string_view, 6> values{"supports",     "refutes", "mixed",
                                                            "insufficient", "harm",    "neutral"};
};

/// How much the wording asserts.
enum class Strength : std::uint8_t { none, correlational, hedged_causal, causal };
template <>
struct Names<Strength> {
    static constexpr std::array<std::string_view, 4> values{"none", "correlational", "hedged_causal", "causal"};
};

/// Who speaks. Forum and comment claims are anecdotes and carry no score.
enum class Voice : std::uint8_t { article, quoted, forum, comment };
template <>
struct Names<Voice> {
    static constexpr std::array<std::string_view, 4> values{"article", "quoted", "forum", "comment"};
};

/// What a claim points at in its support.
enum class Appeal : std::uint8_t { none, cited, phantom, attributed };
template <>
struct Names<Appeal> {
    static constexpr std::array<std::string_view, 4> values{"none", "cited", "phantom", "attributed"};
};

/// Whether the wording is hedged (may, might, appears to).
enum class Hedge : std::uint8_t { plain, hedged };
template <>
struct Names<Hedge> {
    static constexpr std::array<std::string_view, 2> values{"plain", "hedged"};
};

/// Why evidence is said to be missing (DESIGN 3.3). Never counts against a treatment.
enum class AbsenceKind : std::uint8_t { author_found_none, reviewer_insufficient, unstudied, conflicting };
template <>
struct Names<AbsenceKind> {
    static constexpr std::array<std::string_view, 4> values{"author_found_none", "reviewer_insufficient", "unstudied",
                                                            "conflicting"};
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

/// The shape of an in-text citation.
enum class CitationForm : std::uint8_t { author_year, numeric, footnote, link, doi, prose };
template <>
struct Names<CitationForm> {
    static constexpr std::array<std::string_view, 6> values{"author_year", "numeric", "footnote", "link", "doi", "prose"};
};

/// What is odd about a citation.
enum class CitationFlag : std::uint8_t { year_mismatch, et_al_mismatch, name_mismatch, ambiguous, implicit, secondary };
template <>
struct Names<CitationFlag> {
    static constexpr std::array<std::string_view, 6> values{"year_mismatch", "et_al_mismatch", "name_mismatch",
                                                            "ambiguous",     "implicit",       "secondary"};
};

/// What a number in a treatment's description measures.
enum class ParameterKind : std::uint8_t { sessions, interval, dose, depth, duration, onset, cost };
template <>
struct Names<ParameterKind> {
    static constexpr std::array<std::string_view, 7> values{"sessions", "interval", "dose", "depth",
                                                            "duration", "onset",    "cost"};
};

/// How bad a finding is.
enum class Severity : std::uint8_t { note, warning, error };
template <>
struct Names<Severity> {
    static constexpr std::array<std::string_view, 3> values{"note", "warning", "error"};
};

}  // namespace evigrade
