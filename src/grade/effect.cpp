#include "grade/effect.hpp"

#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "evigrade/base/text.hpp"

namespace evigrade::grade {

namespace {

constexpr std::size_t longest_effect = 200;  // an effect is a phrase, not a page

constexpr std::array<std::pair<std::string_view, Measure>, 16> measures{{
    {"risk ratio", Measure::ratio},
    {"relative risk", Measure::ratio},
    {"odds ratio", Measure::ratio},
    {"hazard ratio", Measure::ratio},
    {"rate ratio", Measure::ratio},
    {"mean difference", Measure::difference},
    {"risk difference", Measure::difference},
    {"arr", Measure::difference},
    {"wmd", Measure::difference},
    {"smd", Measure::difference},
    {"irr", Measure::ratio},
    {"rr", Measure::ratio},
    {"or", Measure::ratio},
    {"hr", Measure::ratio},
    {"md", Measure::difference},
    {"rd", Measure::difference},
}};

bool bounded(std::string_view text, std::size_t begin, std::size_t end) {
    const bool starts = begin == 0 || !is_ascii_alnum(text[begin - 1]);
    return starts && (end >= text.size() || !is_ascii_alpha(text[end]));
}

/// Dashes and minus signs of Unicode become ASCII ones, so that numbers can be read.
std::string plain_signs(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = decode(text, at);
        const bool dash = point.value == 0x2212 || (point.value >= 0x2010 && point.value <= 0x2015);
        if (dash) {
            out += '-';
        } else {
            out += text.substr(at, point.length);
        }
        at += point.length;
    }
    return out;
}

/// Numbers of the text in order. "95%" is no part of an effect; a dash right after a digit joins two numbers and is no sign.
std::vector<double> numbers(std::string_view text) {
    std::vector<double> out;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_ascii_digit(text[at])) {
            ++at;
            continue;
        }
        double value = 0;
        const char* begin = text.data() + at;
        const auto [end, error] = std::from_chars(begin, text.data() + text.size(), value, std::chars_format::fixed);
        const auto next = static_cast<std::size_t>(end - text.data());
        const bool minus = at > 0 && text[at - 1] == '-' && (at < 2 || !is_ascii_digit(text[at - 2]));
        std::string_view rest = text.substr(next);
        while (rest.starts_with(' ')) rest.remove_prefix(1);
        const bool confidence = rest.starts_with('%') && (value == 95 || value == 90 || value == 99);
        if (error == std::errc() && !confidence) out.push_back(minus ? -value : value);
        at = next > at ? next : at + 1;
    }
    return out;
}

struct Found {
    std::size_t begin;  ///< just after the measure's name
    Measure measure;
};

/// The first measure that is followed by a number before the text says anything else at length.
std::optional<Found> find_measure(std::string_view text) {
    const std::string low = lower(text);
    for (std::size_t at = 0; at < low.size(); ++at) {
        for (const auto& [name, measure] : measures) {
            if (!std::string_view(low).substr(at).starts_with(name) || !bounded(low, at, at + name.size())) continue;
            // "or" is a word as well as a measure: only capitals make it one.
            if (name == "or" && text.substr(at, 2) != "OR") continue;
            return Found{at + name.size(), measure};
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Effect> parse_effect(std::string_view text) {
    const std::string plain = plain_signs(text.substr(0, longest_effect));
    const auto found = find_measure(plain);
    if (!found) return std::nullopt;
    const std::string_view rest = std::string_view(plain).substr(found->begin);
    const auto values = numbers(rest);
    if (values.empty()) return std::nullopt;
    Effect effect{found->measure, values[0], std::nullopt, std::nullopt};
    const bool ordered = values.size() >= 3 && values[1] <= values[0] && values[0] <= values[2];
    if (ordered) {
        effect.low = values[1];
        effect.high = values[2];
    }
    if (effect.measure == Measure::ratio && (effect.value <= 0 || effect.low.value_or(1) < 0)) return std::nullopt;
    return effect;
}

}  // namespace evigrade::grade
