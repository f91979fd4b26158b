// The nouns of grading: bodies of evidence, ledgers, grades. DESIGN 3.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/grading_names.hpp"
#include "evigrade/model/names.hpp"
#include "evigrade/model/study.hpp"

namespace evigrade {

struct LedgerStep {
    StepCode code;
    std::string why;  ///< the sentence, record or table row that caused it
};

/// A person's judgement, on record, of one reason to rate certainty down or up (a name of certainty_reasons.tsv, or
/// publication_bias, dose_response, confounding). It stands in place of what was assessed by machine.
struct Judgement {
    std::string reason;
    int amount = 0;  ///< in words of the scale, 0 to 2
    std::string by;
    std::string why;
};

/// One study as it bears on one question: fixed facts of the study, and the steps of this path to it.
struct EvidenceItem {
    std::string study;  ///< id; also the order between equals
    std::string label;
    Design design = Design::unknown;
    DesignSource design_from = DesignSource::unknown;
    Direction direction = Direction::support;
    std::optional<int> year;
    std::optional<std::uint32_t> participants;
    std::optional<std::uint32_t> smallest_arm;
    Allocation allocation = Allocation::unknown;
    OutcomeKind outcome_kind = OutcomeKind::unknown;
    bool risk_of_bias = false;
    EditorialState state = EditorialState::unknown;
    std::optional<std::vector<std::string>> covers;  ///< of a synthesis; nothing: not known
    std::vector<LedgerStep> steps;                   ///< directness, link and path; grading adds the study's own
    ZeroReason zero = ZeroReason::none;              ///< set by the caller where the item must not count
    std::vector<std::string> claims;                 ///< ids of the claims that cite it
    std::optional<Design> reviews;                   ///< of a synthesis: the best design it includes; nothing: not known
    DesignFeature feature = DesignFeature::none;
    std::optional<std::string> effect;                 ///< "RR 0.78 (0.70 to 0.87)"
    DesignSource effect_from = DesignSource::primary;  ///< secondary: an article gives it, not the study's record
    std::vector<std::string> decided;                  ///< what people have decided that this rests on, in words
};

struct Body {
    Purpose purpose = Purpose::benefit;
    std::vector<EvidenceItem> items;
    std::vector<Judgement> judgements;  ///< of the certainty of this body, by people
};

/// An item after grading.
struct Unit {
    EvidenceItem item;  ///< with every step in `steps`
    UnitKind kind = UnitKind::study;
    std::optional<int> level;  ///< CEBM 1-5; nothing: no level
    std::string level_source;  ///< row of data/policy that gave the level
    int effective_level = 0;   ///< level + steps in [1, 16]; 0 without a level
    ZeroReason zero = ZeroReason::none;
    bool counted = false;                     ///< part of the sum of its side
    std::optional<std::string> covered_by;    ///< the synthesis of its own side that stands for it in the points
    std::optional<std::string> set_aside_by;  ///< the synthesis of the other side for which the verdict leaves it out
    bool weighed = false;                     ///< part of what the verdict weighs
    int rank = 0;                             ///< k in w_k / 2^k, from 1; 0 where it is not counted
    std::uint64_t weight = 0;                 ///< 2^20 >> (E-1)
    std::uint64_t share = 0;                  ///< what it adds, in units of 2^-60
};

struct Grade {
    std::vector<Unit> units;    ///< counted first by rank, support before oppose, then the rest by id
    std::uint64_t support = 0;  ///< S in units of 2^-60; 2^60 would be 100 points
    std::uint64_t oppose = 0;
    int support_units = 0;
    int oppose_units = 0;
    Verdict verdict = Verdict::none;
    std::uint64_t weighed_support = 0;  ///< the sides as the verdict weighs them: without the studies set aside
    std::uint64_t weighed_oppose = 0;
};

/// What is left of a grade without one study.
struct Fragility {
    std::string study;
    std::uint64_t support = 0;
    std::uint64_t oppose = 0;
    Verdict verdict = Verdict::none;
};

enum class Scheme : std::uint8_t { grade, sort, cebm };
template <>
struct Names<Scheme> {
    static constexpr std::array<std::string_view, 3> values{"grade", "sort", "cebm"};
};

/// Certainty in words, from the same ledger (DESIGN 3.4).
struct Certainty {
    Scheme scheme = Scheme::grade;
    std::string level;                 ///< grade: very low, low, moderate, high; sort: A, B, C; cebm: 1-5; "none"
    int assessed_down = 0;             ///< of five
    int assessed_up = 0;               ///< of three
    std::vector<std::string> reasons;  ///< one sentence for each reason assessed
    std::string text;                  ///< "low or lower (2 of 5 reasons to rate down assessed, 0 of 3 to rate up)"
};

/// Points of 100, as printed: support of 2^60 is 100.
constexpr double points(std::uint64_t side) {
    return static_cast<double>(side) * 100.0 / static_cast<double>(std::uint64_t{1} << 60);
}

}  // namespace evigrade
