// The closed lists of grading. DESIGN 3.
#pragma once

#include "evigrade/model/enum_text.hpp"

namespace evigrade {

enum class Purpose : std::uint8_t { benefit, harm };
enum class Direction : std::uint8_t { support, oppose };
enum class Verdict : std::uint8_t { none, supported, opposed, contested };
enum class UnitKind : std::uint8_t { study, synthesis, opinion };

/// Steps down in worth, one level each (DESIGN 3.2).
enum class StepCode : std::uint8_t {
    single_case,
    risk_of_bias,
    tiny_sample,
    surrogate_outcome,
    unclear_allocation,  // study
    narrower_treatment,
    other_route,
    other_population,  // directness
    implicit_citation,
    weak_match,         // link
    relayed,            // path
    editorial_concern,  // state
};

/// Why an item weighs nothing.
enum class ZeroReason : std::uint8_t {
    none,
    no_level,
    retracted,
    directions_disagree,  ///< the stored result against what the claims say, or the claims among themselves
    unresolved,
    uncited,
    inconclusive,  ///< the study itself found mixed or insufficient evidence
};

template <>
struct Names<Purpose> {
    static constexpr std::array<std::string_view, 2> values{"benefit", "harm"};
};
template <>
struct Names<Direction> {
    static constexpr std::array<std::string_view, 2> values{"supports", "opposes"};
};
template <>
struct Names<Verdict> {
    static constexpr std::array<std::string_view, 4> values{"none", "supported", "opposed", "contested"};
};
template <>
struct Names<UnitKind> {
    static constexpr std::array<std::string_view, 3> values{"study", "synthesis", "opinion"};
};
template <>
struct Names<StepCode> {
    static constexpr std::array<std::string_view, 12> values{
        "single_case",        "risk_of_bias",       "tiny_sample", "surrogate_outcome",
        "unclear_allocation", "narrower_treatment", "other_route", "other_population",
        "implicit_citation",  "weak_match",         "relayed",     "editorial_concern"};
};
template <>
struct Names<ZeroReason> {
    static constexpr std::array<std::string_view, 7> values{"none",       "no_level", "retracted",   "directions_disagree",
                                                            "unresolved", "uncited",  "inconclusive"};
};

}  // namespace evigrade
