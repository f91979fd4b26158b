// The door to utf8proc.
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "evigrade/base/text.hpp"

namespace evigrade {
namespace {

constexpr char32_t replacement = 0xFFFD;

const utf8proc_uint8_t* bytes_of(std::string_view text) {
    return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

std::optional<std::string> mapped(std::string_view text, int options) {
    utf8proc_uint8_t* out = nullptr;
    const auto length = utf8proc_map(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &out,
                                     static_cast<utf8proc_option_t>(options));
    if (length < 0) return std::nullopt;
    std::string result(reinterpret_cast<char*>(out), static_cast<std::size_t>(length));
    std::free(out);  // NOLINT: utf8proc allocates with malloc
    return result;
}

utf8proc_category_t category(char32_t c) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

bool hides_from_people(char32_t c) {
    const bool bidi =
        (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    return bidi || control || c == 0x2028 || c == 0x2029 || (c >= 0xE0000 && c <= 0xE007F);
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, 1};
    utf8proc_int32_t value = 0;
    const auto length = utf8proc_iterate(bytes_of(text) + at, static_cast<utf8proc_ssize_t>(text.size() - at), &value);
    if (length < 1) return {replacement, 1};
    return {static_cast<char32_t>(value), static_cast<std::uint8_t>(length)};
}

void append_utf8(std::string& out, char32_t code_point) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

bool is_letter(char32_t c) {
    if (c < 0x80) return is_ascii_alpha(static_cast<char>(c));
    const auto kind = category(c);
    return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool is_digit(char32_t c) {
    return c < 0x80 ? is_ascii_digit(static_cast<char>(c)) : category(c) == UTF8PROC_CATEGORY_ND;
}

bool is_upper(char32_t c) {
    return c < 0x80 ? is_ascii_upper(static_cast<char>(c)) : category(c) == UTF8PROC_CATEGORY_LU;
}

namespace {

/// One blank between words, and none before the first.
void part_words(std::string& folded) {
    if (!folded.empty() && folded.back() != ' ') folded += ' ';
}

/// Folds a run of characters beyond ASCII. Marks are dropped, so that no character needs its neighbours.
void fold_run(std::string_view run, std::string& out) {
    const auto plain = mapped(run, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    const std::string_view source = plain ? std::string_view(*plain) : run;
    for (std::size_t at = 0; at < source.size();) {
        const CodePoint c = decode(source, at);
        if (is_letter(c.value) || is_digit(c.value)) {
            out.append(source, at, c.length);
        } else {
            part_words(out);
        }
        at += c.length;
    }
}

}  // namespace

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (is_ascii_alnum(text[at])) {
            out += ascii_lower(text[at++]);
        } else if (static_cast<unsigned char>(text[at]) < 0x80) {
            part_words(out);
            ++at;
        } else {
            const std::size_t begin = at;
            while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) ++at;
            fold_run(text.substr(begin, at - begin), out);
        }
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string nfc(std::string_view text) {
    return mapped(text, UTF8PROC_COMPOSE).value_or(std::string(text));
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        const int columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c.value));
        if (columns > 0) width += static_cast<std::size_t>(columns);
        at += c.length;
    }
    return width;
}

std::string safe_for_terminal(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        if (c.value == '\n' || c.value == '\t') {
            out += ' ';
        } else if (hides_from_people(c.value) || (c.value == replacement && c.length == 1)) {
            append_utf8(out, replacement);
        } else {
            out.append(text, at, c.length);
        }
        at += c.length;
    }
    return out;
}

}  // namespace evigrade
