// Effects as records write them: "RR 0.78 (0.70 to 0.87)", "MD -2.1 [95% CI -3.0, -1.2]".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace evigrade::grade {

/// How an effect is measured: a ratio has its "no effect" at 1, a difference at 0.
enum class Measure : std::uint8_t { ratio, difference };

struct Effect {
    Measure measure = Measure::ratio;
    double value = 0;
    std::optional<double> low;  ///< both ends of the interval, or neither
    std::optional<double> high;

    [[nodiscard]] double no_effect() const { return measure == Measure::ratio ? 1.0 : 0.0; }
    friend bool operator==(const Effect&, const Effect&) = default;
};

/// The first effect that the text gives, or nothing. Linear in the text.
std::optional<Effect> parse_effect(std::string_view text);

/// The words of a sentence that give an effect, each with its interval and P value where they follow: "RR 0.70 (95% CI
/// 0.58 to 0.85; P = 0.001)". In the order of the sentence; all are read by parse_effect.
std::vector<std::string_view> effect_phrases(std::string_view sentence);

}  // namespace evigrade::grade
