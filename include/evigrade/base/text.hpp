// Small operations on UTF-8 text that every room needs. Positions are bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace evigrade {

constexpr bool is_ascii_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_ascii_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
constexpr bool is_ascii_lower(char c) {
    return c >= 'a' && c <= 'z';
}
constexpr bool is_ascii_alpha(char c) {
    return is_ascii_upper(c) || is_ascii_lower(c);
}
constexpr bool is_ascii_alnum(char c) {
    return is_ascii_alpha(c) || is_ascii_digit(c);
}
constexpr char ascii_lower(char c) {
    return is_ascii_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Without ASCII white space at both ends.
std::string_view trim(std::string_view text);
/// The parts between separators, trimmed, empty parts dropped.
std::vector<std::string_view> split(std::string_view text, char separator);
/// The parts between separators, as they are, empty parts kept.
std::vector<std::string_view> split_exact(std::string_view text, char separator);
/// ASCII letters lowered, all other bytes kept: positions stay the same.
std::string lower(std::string_view text);
bool equals_ignoring_case(std::string_view a, std::string_view b);
bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);
/// Runs of white space become one blank; none at the ends.
std::string squeeze(std::string_view text);

/// One decoded code point and its length in bytes; a broken byte gives U+FFFD and length 1.
struct CodePoint {
    char32_t value;
    std::uint8_t length;
};
/// Precondition: at < text.size().
CodePoint decode(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t code_point);

/// Unicode letters, digits (any script), and upper-case letters.
bool is_letter(char32_t c);
bool is_digit(char32_t c);
bool is_upper(char32_t c);

/// For comparing names and titles: NFKD, case-folded, marks dropped, every run of other than letters and
/// digits one blank. "Müller-Lüdenscheidt, É." becomes "muller ludenscheidt e".
std::string fold(std::string_view text);
/// NFC form; text that is broken UTF-8 is returned as it is.
std::string nfc(std::string_view text);
/// Terminal columns that the text takes; control characters take none.
std::size_t display_width(std::string_view text);
/// Text made fit for a terminal: control characters, bidi overrides and escapes become visible substitutes.
std::string safe_for_terminal(std::string_view text);

/// "plant-based Diet (PBD)" becomes "plant-based-diet-pbd": the shape of every identifier.
std::string slug(std::string_view text);

/// Damerau-Levenshtein distance of two short strings (bytes), at most `limit` + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace evigrade
