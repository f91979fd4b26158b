#include "grade/effect.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "evigrade/base/text.hpp"
#include "evigrade/grade.hpp"

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

/// Dashes and minus signs of Unicode become ASCII ones, as many as they had bytes, so that numbers can be read in place.
std::string plain_signs(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = decode(text, at);
        const bool dash = point.value == 0x2212 || (point.value >= 0x2010 && point.value <= 0x2015);
        if (dash) {
            out.append(point.length, '-');
        } else {
            out += text.substr(at, point.length);
        }
        at += point.length;
    }
    return out;
}

/// Whether the number at `at` is negative: a dash right after a digit joins two numbers and is no sign.
bool is_negative(std::string_view text, std::size_t at) {
    std::size_t before = at;
    while (before > 0 && text[before - 1] == '-') --before;
    return before < at && (before == 0 || !is_ascii_digit(text[before - 1]));
}

/// A number where it stands.
struct NumberAt {
    double value;
    std::size_t end;
};

/// Numbers of the text in order. "95%" is no part of an effect.
std::vector<NumberAt> numbers(std::string_view text) {
    std::vector<NumberAt> out;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_ascii_digit(text[at])) {
            ++at;
            continue;
        }
        double value = 0;
        const char* begin = text.data() + at;
        const auto [end, error] = std::from_chars(begin, text.data() + text.size(), value, std::chars_format::fixed);
        const auto next = static_cast<std::size_t>(end - text.data());
        std::string_view rest = text.substr(next);
        while (rest.starts_with(' ')) rest.remove_prefix(1);
        const bool confidence = rest.starts_with('%') && (value == 95 || value == 90 || value == 99);
        if (error == std::errc() && !confidence) out.push_back({is_negative(text, at) ? -value : value, next});
        at = next > at ? next : at + 1;
    }
    return out;
}

/// A measure where it is named.
struct Found {
    std::size_t begin;
    std::size_t end;  ///< just after the measure's name
    Measure measure;
};

/// The first measure from `from` on.
std::optional<Found> find_measure(std::string_view text, std::string_view low, std::size_t from) {
    for (std::size_t at = from; at < low.size(); ++at) {
        for (const auto& [name, measure] : measures) {
            if (!low.substr(at).starts_with(name) || !bounded(low, at, at + name.size())) continue;
            // "or" is a word as well as a measure: only capitals make it one.
            if (name == "or" && text.substr(at, 2) != "OR") continue;
            return Found{at, at + name.size(), measure};
        }
    }
    return std::nullopt;
}

/// An effect, and where its last number ends.
struct Reading {
    Effect effect;
    std::size_t end;
};

std::optional<Reading> read(std::string_view rest, Measure measure) {
    const auto values = numbers(rest);
    if (values.empty()) return std::nullopt;
    Reading out{{measure, values[0].value, std::nullopt, std::nullopt}, values[0].end};
    const bool ordered = values.size() >= 3 && values[1].value <= values[0].value && values[0].value <= values[2].value;
    if (ordered) {
        out.effect.low = values[1].value;
        out.effect.high = values[2].value;
        out.end = values[2].end;
    }
    if (measure == Measure::ratio && (out.effect.value <= 0 || out.effect.low.value_or(1) < 0)) return std::nullopt;
    return out;
}

std::size_t skip(std::string_view text, std::size_t at, std::string_view marks) {
    while (at < text.size() && marks.find(text[at]) != std::string_view::npos) ++at;
    return at;
}

/// Where a P value that begins at `at` ends ("P < 0.001"); nothing where none begins there.
std::optional<std::size_t> end_of_p(std::string_view text, std::size_t at) {
    if (at >= text.size() || (text[at] != 'P' && text[at] != 'p') || !bounded(text, at, at + 1)) return std::nullopt;
    const std::size_t sign = skip(text, at + 1, " ");
    const std::size_t digits = skip(text, sign, "<=> ");
    const std::size_t end = skip(text, digits, "0123456789.");
    if (digits == sign || end == digits) return std::nullopt;
    return text[end - 1] == '.' ? end - 1 : end;
}

/// Where an effect that ends at `end` is over, with the P value that follows it and the brackets that it opened.
std::size_t whole_end(std::string_view text, std::size_t begin, std::size_t end) {
    end = end_of_p(text, skip(text, end, ")] ,;")).value_or(end);
    const auto phrase = text.substr(begin, end - begin);
    const auto count = [&](char open, char close) {
        return std::count_if(phrase.begin(), phrase.end(), [=](char c) { return c == open || c == close; });
    };
    auto still_open = count('(', '[') - count(')', ']');
    while (still_open-- > 0 && end < text.size() && (text[end] == ')' || text[end] == ']')) ++end;
    return end;
}

}  // namespace

std::optional<Effect> parse_effect(std::string_view text) {
    const std::string plain = plain_signs(text.substr(0, longest_effect));
    const auto found = find_measure(plain, lower(plain), 0);
    if (!found) return std::nullopt;
    const auto reading = read(std::string_view(plain).substr(found->end), found->measure);
    if (!reading) return std::nullopt;
    return reading->effect;
}

std::vector<std::string_view> effect_phrases(std::string_view sentence) {
    std::vector<std::string_view> out;
    const std::string plain = plain_signs(sentence);
    const std::string low = lower(plain);
    for (auto found = find_measure(plain, low, 0); found;) {
        const auto next = find_measure(plain, low, found->end);
        const std::size_t limit = std::min(next ? next->begin : sentence.size(), found->end + longest_effect);
        const auto rest = std::string_view(plain).substr(found->end, limit - found->end);
        // Numbers far from the name are others'.
        const std::size_t digit = rest.find_first_of("0123456789");
        constexpr std::size_t near = 24;
        if (const auto reading = digit <= near ? read(rest, found->measure) : std::nullopt) {
            const std::size_t end = whole_end(sentence, found->begin, found->end + reading->end);
            out.push_back(sentence.substr(found->begin, end - found->begin));
        }
        found = next;
    }
    return out;
}

std::vector<std::string> told_results(std::string_view sentence) {
    const auto phrases = effect_phrases(sentence);
    std::vector<std::string> out(phrases.begin(), phrases.end());
    for (std::size_t at = 0; out.empty() && at < sentence.size(); ++at) {
        if (const auto end = end_of_p(sentence, at)) out.emplace_back(sentence.substr(at, *end - at));
    }
    return out;
}

std::optional<std::string> told_effect(std::string_view sentence) {
    const auto phrases = effect_phrases(sentence);
    if (phrases.size() != 1) return std::nullopt;
    const auto effect = parse_effect(phrases.front());
    if (!effect || !effect->low) return std::nullopt;
    return std::string(phrases.front());
}

bool same_effect(std::string_view a, std::string_view b) {
    return parse_effect(a) == parse_effect(b);
}

}  // namespace evigrade::grade
