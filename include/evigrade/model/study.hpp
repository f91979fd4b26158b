// What was done: the thing that counts. Several reports may describe one study.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/bibliography.hpp"
#include "evigrade/model/names.hpp"

namespace evigrade {

enum class StudyResultDirection : std::uint8_t { supports, refutes, harm, safe, mixed, insufficient };
template <>
struct Names<StudyResultDirection> {
    static constexpr std::array<std::string_view, 6> values{"supports", "refutes", "harm", "safe", "mixed", "insufficient"};
};

enum class OutcomeKind : std::uint8_t { patient_important, surrogate, unknown };
template <>
struct Names<OutcomeKind> {
    static constexpr std::array<std::string_view, 3> values{"patient_important", "surrogate", "unknown"};
};

enum class Allocation : std::uint8_t { random_described, random_claimed, not_random, unknown };
template <>
struct Names<Allocation> {
    static constexpr std::array<std::string_view, 4> values{"random_described", "random_claimed", "not_random", "unknown"};
};

/// One comparison that a study reports.
struct StudyResult {
    std::string treatment;  ///< entity id
    std::string condition;  ///< entity id; for a harm, the harm itself
    StudyResultDirection direction = StudyResultDirection::supports;
    OutcomeKind outcome_kind = OutcomeKind::unknown;
    std::optional<std::string> outcome;  ///< as a person would write it
    std::optional<std::string> comparator;
    std::optional<std::string> effect;  ///< "RR 0.78 (0.70 to 0.87)", as the record gives it
    std::string summary;                ///< one line, in our own words
};

/// Somebody's word for the design; the best asserter decides, disagreement is a finding.
struct DesignAssertion {
    Design design = Design::unknown;
    DesignSource source = DesignSource::unknown;
    std::string by;  ///< the document or record
};

/// A relay: this publication reports another study's result ("a commentary that relays two cases").
struct Relay {
    std::string study;      ///< id of the study relayed
    std::string treatment;  ///< entity id
    std::string condition;  ///< entity id of the condition or harm
};

struct Study {
    std::string id;                        ///< "moftah-2013" in the catalogue, content-derived otherwise
    std::string label;                     ///< "Moftah 2013"
    std::vector<DesignAssertion> designs;  ///< best first
    std::optional<std::uint32_t> participants;
    std::optional<std::uint32_t> smallest_arm;
    Allocation allocation = Allocation::unknown;
    bool risk_of_bias = false;  ///< a person or the record says the risk is high
    std::optional<int> year;    ///< of first publication
    EditorialState state = EditorialState::unknown;
    std::optional<std::string> state_date;  ///< ISO 8601
    std::optional<std::string> state_source;
    std::vector<StudyResult> results;
    std::vector<Relay> relays;
    std::optional<std::vector<std::string>> covers;  ///< ids a review includes; nothing: not known
    std::vector<BibItem> reports;                    ///< primary first
    std::string source;                              ///< where the facts come from
    std::optional<Design> reviews;                   ///< of a review: the best design it includes; nothing: not known
    DesignFeature feature = DesignFeature::none;

    /// The design in force: that of the best asserter.
    [[nodiscard]] Design design() const { return designs.empty() ? Design::unknown : designs.front().design; }
    [[nodiscard]] DesignSource design_from() const {
        return designs.empty() ? DesignSource::unknown : designs.front().source;
    }
};

}  // namespace evigrade
