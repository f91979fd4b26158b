#include "segment/stop.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"

namespace evigrade::segment {
namespace {

using namespace std::string_view_literals;

/// Length of the first of `signs` that stands at `at`, or 0.
template <std::size_t N>
std::size_t any_of(std::string_view text, std::size_t at, const std::array<std::string_view, N>& signs) {
    const std::string_view rest = text.substr(at, 4);
    if (rest.empty() || rest.front() == ' ' || is_ascii_alnum(rest.front())) return 0;  // none of the signs, and nearly all
    for (const auto& sign : signs) {
        if (rest.starts_with(sign)) return sign.size();
    }
    return 0;
}

constexpr std::array wide_stops{"。"sv, "！"sv, "？"sv, "؟"sv, "۔"sv, "।"sv, "॥"sv};
constexpr std::array closers{"\""sv, "'"sv, ")"sv, "]"sv, "}"sv, "”"sv, "’"sv, "»"sv, "›"sv, "）"sv, "」"sv, "』"sv};
constexpr std::array raised{"⁰"sv, "¹"sv, "²"sv, "³"sv, "⁴"sv, "⁵"sv, "⁶"sv, "⁷"sv, "⁸"sv,
                            "⁹"sv, "⁻"sv, "⁽"sv, "⁾"sv, "†"sv, "‡"sv, "§"sv, "¶"sv};
constexpr std::array joints{"-"sv, "–"sv, "—"sv, ","sv, "‑"sv, "−"sv, ";"sv};

bool is_space_at(std::string_view text, std::size_t at) {
    return at < text.size() && (is_ascii_space(text[at]) || text.substr(at, 2) == "\xC2\xA0");
}

std::size_t skip_space(std::string_view text, std::size_t at) {
    while (is_space_at(text, at)) at += is_ascii_space(text[at]) ? 1U : 2U;
    return at;
}

/// The end of "12", "12,13", "4-6" or "4–6, 9" at `at`; `at` itself where no such list of numbers stands there.
std::size_t numbers_end(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (true) {
        std::size_t digits = end;
        while (digits < text.size() && is_ascii_digit(text[digits])) ++digits;
        if (digits == end || digits - end > 3) return at;
        end = digits;
        std::size_t glue = end < text.size() ? any_of(text, end, joints) : 0;
        if (glue == 0) return end;
        if (text.substr(end + glue, 1) == " " && text[end] == ',') ++glue;
        if (end + glue >= text.size() || !is_ascii_digit(text[end + glue])) return end;
        end += glue;
    }
}

/// The end of a bracketed citation at `at`: "[3]", "[1, 4-6]", "[^shang]", "(3)", "[note 2]"; `at` where there is none.
std::size_t bracket_end(std::string_view text, std::size_t at) {
    if (at >= text.size() || (text[at] != '[' && text[at] != '(')) return at;
    const std::string_view inside = text.substr(at + 1, 48);
    const std::size_t close = inside.find(text[at] == '[' ? ']' : ')');
    if (close == std::string_view::npos || close == 0) return at;
    const std::string_view content = inside.substr(0, close);
    const bool key =
        text[at] == '[' && (content.front() == '^' || content.starts_with("note ") || content.starts_with("ref"));
    const bool numbers = std::any_of(content.begin(), content.end(), is_ascii_digit) &&
                         std::none_of(content.begin(), content.end(), is_ascii_alpha);
    return key || numbers ? at + 1 + close + 1 : at;
}

/// The end of the citation marks that are glued to a stop ending at `at`. Flattened superscripts ("effective.12") count
/// only where a word and not a number stands before the stop: `after_word`.
std::size_t glued_marks_end(std::string_view text, std::size_t at, bool after_word) {
    for (;;) {
        std::size_t end = bracket_end(text, at);
        if (end == at && after_word) {
            end = numbers_end(text, at);
            if (end < text.size() && !is_space_at(text, end) && any_of(text, end, closers) == 0) end = at;
        }
        if (end == at && at < text.size()) end = at + any_of(text, at, raised);
        if (end == at && text.substr(at, 1) == "*" && (at + 1 == text.size() || is_space_at(text, at + 1))) end = at + 1;
        if (end == at) return at;
        at = end;
        after_word = false;
    }
}

/// The same with blanks between: "improved. [3] [4] The", "improved. (3). The".
std::size_t marks_end(std::string_view text, std::size_t at, bool after_word) {
    for (;;) {
        at = glued_marks_end(text, at, after_word);
        after_word = false;
        const std::size_t beyond = skip_space(text, at);
        if (beyond == at) return at;
        std::size_t end = bracket_end(text, beyond);
        if (end == beyond) return at;
        const bool stopped = text.substr(end, 1) == ".";
        if (text[beyond] == '(' && !stopped) return at;  // "(1) Platelets" begins a sentence
        if (stopped) ++end;
        if (end < text.size() && !is_space_at(text, end)) return at;
        at = end;
    }
}

bool stands_after_word(std::string_view text, std::size_t at) {
    return at > 0 && !is_ascii_digit(text[at - 1]) && !is_ascii_space(text[at - 1]) && text[at - 1] != '<' &&
           text[at - 1] != '=';
}

}  // namespace

std::size_t stop_length(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == '.' || c == '!' || c == '?') return 1;
    if (static_cast<unsigned char>(c) < 0xD8) return 0;
    if (text.substr(at, 3) == "…") return 3;
    return any_of(text, at, wide_stops);
}

Stop read_stop(std::string_view text, std::size_t at) {
    Stop stop;
    stop.begin = at;
    std::size_t end = at;
    std::size_t stops = 0;
    while (end < text.size()) {
        const std::size_t length = stop_length(text, end);
        if (length > 0) {
            ++stops;
            if (text[end] == '!' || text[end] == '?' || (length > 1 && text.substr(end, 3) != "…"))
                stop.kind = StopKind::strong;
            if (stop.kind == StopKind::full_stop && (length > 1 || stops > 1)) stop.kind = StopKind::ellipsis;
            end += length;
        } else if (text[end] == ' ' && text.substr(end + 1, 1) == "." && text.substr(end + 2, 1) != "." && stops > 0 &&
                   text[end - 1] == '.') {
            ++end;  // ". . ."
        } else {
            break;
        }
    }
    while (end < text.size()) {
        std::size_t length = any_of(text, end, closers);
        if (length == 0 && stop.kind != StopKind::full_stop) length = stop_length(text, end);
        if (length == 0 && text[end] == '.') {  // `works!).`, `(Sutter Co.).`
            length = 1;
            stop.kind = StopKind::strong;
        }
        if (length == 0) break;
        end += length;
    }
    stop.end = marks_end(text, end, stands_after_word(text, at));
    stop.next = skip_space(text, stop.end);
    stop.gap = stop.next > stop.end ? Gap::blank : Gap::none;
    return stop;
}

}  // namespace evigrade::segment
