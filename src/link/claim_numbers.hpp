// What numbers and measures say where no verb does: "3.7 in the zinc group and 5.1 in the placebo group (P = 0.02)".
#pragma once

#include <optional>
#include <vector>

#include "link/claim_effect.hpp"

namespace evigrade::link::reading {

/// The numbers of two groups, read as an effect on what they measure.
struct NumbersCompared {
    CueHit hit;  ///< from the first number to the second group; EffectFound points at it
    std::optional<ObjectHere> object;
    /// As if a verb had said it. Valid while this object is.
    [[nodiscard]] EffectFound effect() const;
};

/// Nothing where no two groups have numbers, or where words already say how they compare.
std::optional<NumbersCompared> compare_numbers(const SentenceView& view, const std::vector<ObjectHere>& objects,
                                               const std::vector<EffectFound>& effects);

/// What the statistics given in a sentence allow: chance explains the difference, or it does not.
enum class Chance : std::uint8_t { unknown, excluded, possible };
Chance chance_of(const SentenceView& view);
/// "Fell by 2.1 points (95% CI -0.3 to 4.5)": whatever the verb says, chance alone may have done it. Nothing where the
/// statistics exclude chance, disagree, or are not given.
std::optional<NumbersCompared> left_to_chance(const SentenceView& view, const std::vector<ObjectHere>& objects);

/// "Had as much pain as those on placebo", "were just as likely to die as untreated patients".
std::optional<NumbersCompared> as_much_as_nothing(const SentenceView& view, const std::vector<ObjectHere>& objects);

}  // namespace evigrade::link::reading
