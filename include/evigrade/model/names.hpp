// The closed lists of DESIGN 1, and the words by which they are written in JSON, tables and the store.
#pragma once

#include "evigrade/model/article_names.hpp"
#include "evigrade/model/enum_text.hpp"
#include "evigrade/model/study_names.hpp"

namespace evigrade {

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

}  // namespace evigrade
