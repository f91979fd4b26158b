// The closed lists that the cue tables are written in.
#pragma once

#include <cstdint>

#include "evigrade/model/enum_text.hpp"

namespace evigrade {
namespace link::reading {

/// What a cue decides. The column `decides` of the tables.
enum class Decides : std::uint8_t {
    kind,
    effect,
    object,
    negation,
    hedge,
    strength,
    absence,
    attribution,
    appeal,
    detection,
    section,
    anaphor,
    comparator,
    clause
};

/// The values of `effect`: what becomes of the object. `good` and `bad` need none.
enum class Effect : std::uint8_t { good, bad, up, down, cause, null, limit, mixed, only, none };
/// The values of `object`: whether more of it is welcome. A side effect is never what a treatment is for.
enum class Object : std::uint8_t { good, bad, side_effect, safe, neutral };
/// The values of `negation`: which way it reaches; `brief` ends at the next verb that may, `pseudo` is none.
enum class Reach : std::uint8_t { forward, brief, backward, pseudo };
/// `none` is a phrase that looks like a clause's opening and is none: "works as well as".
enum class Clause : std::uint8_t { concessive, contrast, boundary, none };

}  // namespace link::reading

template <>
struct Names<link::reading::Decides> {
    static constexpr std::array<std::string_view, 14> values{"kind",     "effect",  "object",      "negation", "hedge",
                                                             "strength", "absence", "attribution", "appeal",   "detection",
                                                             "section",  "anaphor", "comparator",  "clause"};
};
template <>
struct Names<link::reading::Effect> {
    static constexpr std::array<std::string_view, 10> values{"good", "bad",   "up",    "down", "cause",
                                                             "null", "limit", "mixed", "only", "none"};
};
template <>
struct Names<link::reading::Object> {
    static constexpr std::array<std::string_view, 5> values{"good", "bad", "side_effect", "safe", "neutral"};
};
template <>
struct Names<link::reading::Reach> {
    static constexpr std::array<std::string_view, 4> values{"forward", "brief", "backward", "pseudo"};
};
template <>
struct Names<link::reading::Clause> {
    static constexpr std::array<std::string_view, 4> values{"concessive", "contrast", "boundary", "none"};
};

}  // namespace evigrade
