#include "segment/marker.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"

namespace evigrade::segment {
namespace {

using namespace std::string_view_literals;

constexpr std::array bullets{"•"sv, "‣"sv, "◦"sv, "▪"sv, "▫"sv, "●"sv, "○"sv, "■"sv, "□"sv, "◆"sv, "◇"sv, "►"sv, "▶"sv,
                             "➢"sv, "➤"sv, "✓"sv, "✔"sv, "✅"sv, "❖"sv, "★"sv, "☑"sv, "·"sv, "∙"sv, "⁃"sv, "➔"sv, "→"sv};
constexpr std::array dashes{"-"sv, "*"sv, "+"sv, "–"sv, "—"sv, "~"sv};  // a bullet only before a blank

std::size_t digits_at(std::string_view line, std::size_t at) {
    std::size_t end = at;
    while (end < line.size() && is_ascii_digit(line[end])) ++end;
    return end - at;
}

int value_of(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

bool blank_or_end(std::string_view line, std::size_t at) {
    return at >= line.size() || is_ascii_space(line[at]) || line.substr(at, 2) == "\xC2\xA0";
}

std::uint32_t past_blanks(std::string_view line, std::size_t at) {
    while (at < line.size() && blank_or_end(line, at)) at += is_ascii_space(line[at]) ? 1U : 2U;
    return static_cast<std::uint32_t>(std::min(at, line.size()));
}

Marker bullet_at(std::string_view line) {
    const bool high = !line.empty() && static_cast<unsigned char>(line[0]) >= 0x80;
    for (const auto sign : bullets) {
        if (!high) break;
        if (line.starts_with(sign)) return {MarkerKind::bullet, past_blanks(line, sign.size()), std::nullopt, sign.back()};
    }
    if (!line.empty() && static_cast<unsigned char>(line[0]) >= 0xEE) {  // symbol fonts put bullets into the private area
        const CodePoint sign = decode(line, 0);
        if (sign.value >= 0xE000 && sign.value <= 0xF8FF)
            return {MarkerKind::bullet, past_blanks(line, sign.length), std::nullopt, line[sign.length - 1U]};
    }
    if (line.size() > 2 && static_cast<unsigned char>(line[0]) < 0x20 && line[1] == ' ')  // or lose them to a control sign
        return {MarkerKind::bullet, past_blanks(line, 1), std::nullopt, line[0]};
    for (const auto sign : dashes) {
        if (line.starts_with(sign) && line.size() > sign.size() && blank_or_end(line, sign.size()))
            return {MarkerKind::bullet, past_blanks(line, sign.size()), std::nullopt, sign.back()};
    }
    return {};
}

/// "[12]" and "(12)", up to three digits.
Marker bracket_at(std::string_view line) {
    if (line.size() < 3 || (line[0] != '[' && line[0] != '(')) return {};
    const char close = line[0] == '[' ? ']' : ')';
    const std::size_t digits = digits_at(line, 1);
    if (digits >= 1 && digits <= 3 && line.substr(1 + digits, 1) == std::string_view(&close, 1))
        return {MarkerKind::bracket, past_blanks(line, 2 + digits), value_of(line.substr(1, digits)), close};
    if (line[0] == '(' && is_ascii_lower(line[1]) && line[2] == ')' && blank_or_end(line, 3))
        return {MarkerKind::letter, past_blanks(line, 3), line[1] - 'a' + 1, ')'};
    return {};
}

enum class After : std::uint8_t { blank, anything };

/// "12." and "12)"; `after` says what must follow.
Marker number_at(std::string_view line, After after) {
    const std::size_t digits = digits_at(line, 0);
    if (digits == 0 || digits > 3 || digits >= line.size() || (line[digits] != '.' && line[digits] != ')')) return {};
    const bool decimal = digits + 1 < line.size() && is_ascii_digit(line[digits + 1]);
    if (decimal || (after == After::blank && !blank_or_end(line, digits + 1))) return {};
    return {MarkerKind::number, past_blanks(line, digits + 1), value_of(line.substr(0, digits)), line[digits]};
}

}  // namespace

Marker read_marker(std::string_view line) {
    if (const Marker bullet = bullet_at(line); bullet.kind != MarkerKind::none) return bullet;
    if (const Marker number = number_at(line, After::blank); number.kind != MarkerKind::none) return number;
    const Marker bracket = bracket_at(line);
    if (bracket.kind != MarkerKind::none && blank_or_end(line, line.find(bracket.sign) + 1)) return bracket;
    if (line.size() > 2 && is_ascii_lower(line[0]) && line[1] == ')' && blank_or_end(line, 2))
        return {MarkerKind::letter, past_blanks(line, 2), line[0] - 'a' + 1, ')'};
    return {};
}

Marker read_reference_marker(std::string_view line) {
    if (const Marker number = number_at(line, After::anything); number.kind != MarkerKind::none) return number;
    if (const Marker bracket = bracket_at(line); bracket.kind == MarkerKind::bracket) return bracket;
    const std::size_t digits = digits_at(line, 0);
    if (digits == 0 || digits > 3 || digits >= line.size()) return {};
    const std::uint32_t text = past_blanks(line, digits);
    if (text >= line.size() || !(is_ascii_upper(line[text]) || static_cast<unsigned char>(line[text]) >= 0xC3)) return {};
    return {MarkerKind::number, text, value_of(line.substr(0, digits)), ' '};
}

KeyMarker read_reference_key(std::string_view line) {
    constexpr std::size_t longest = 60;
    if (line.size() < 4 || line[0] != '[') return {};
    std::string_view key = line.substr(1, line.substr(0, longest).find(']') - 1);
    if (key.size() + 2 >= line.size() || !line.substr(key.size() + 1).starts_with(']')) return {};
    const std::size_t length = key.size() + 2;
    if (key.starts_with('@')) key.remove_prefix(1);
    const auto sign = [](char c) { return is_ascii_alnum(c) || "_:.-+/"sv.find(c) != std::string_view::npos; };
    const bool tells = std::any_of(key.begin(), key.end(), is_ascii_digit);  // "[PubMed]", "[Internet]" are none
    if (key.size() < 3 || !is_ascii_alpha(key.front()) || !tells || !std::all_of(key.begin(), key.end(), sign)) return {};
    if (!blank_or_end(line, length)) return {};
    return {key, past_blanks(line, length)};
}

}  // namespace evigrade::segment
