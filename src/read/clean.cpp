#include "read/clean.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"

namespace evigrade::read {
namespace {

/// Bytes that are kept as they are, whatever stands beside them.
constexpr auto plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t c = 0x20; c < 0x7F; ++c) plain[c] = true;
    plain['\n'] = plain['\t'] = true;
    return plain;
}();

bool is_plain(char c) {
    return plain_bytes[static_cast<unsigned char>(c)];
}

enum class Fate { keep, drop, control, blank, line };

Fate fate(char32_t c) {
    if (c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\f' || c == '\v') return Fate::line;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return Fate::control;
    if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0x1680)
        return Fate::blank;
    if (c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x200E || c == 0x200F) return Fate::drop;
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || (c >= 0xE0000 && c <= 0xE007F)) return Fate::control;
    return Fate::keep;
}

/// Whether NFC could change this code point or its neighbours. Errs towards yes.
bool may_compose(char32_t c) {
    if (c < 0x300) return false;
    if (c >= 0x2010 && c < 0x2100) return c >= 0x20D0;  // dashes, quotes, currency: stable; combining marks: not
    return true;
}

/// Marks and vowels that compose with what stands before them.
bool joins_before(char32_t c) {
    return (c >= 0x300 && c < 0x370) || (c >= 0x483 && c < 0x488) || (c >= 0x591 && c < 0x5C8) ||
           (c >= 0x610 && c < 0x671) || (c >= 0x6D6 && c < 0x6EE) || (c >= 0x900 && c < 0x1000) ||
           (c >= 0x1160 && c < 0x1200) || (c >= 0x1AB0 && c < 0x1B00) || (c >= 0x1DC0 && c < 0x1E00) ||
           (c >= 0x20D0 && c < 0x2100) || (c >= 0x3099 && c < 0x309B) || (c >= 0xFE20 && c < 0xFE30);
}

/// Where a long word may be cut: at most `longest` bytes, before a letter if there is one near.
std::size_t cut_of(std::string_view word, std::size_t longest) {
    std::size_t end = longest;
    for (int steps = 0; steps < 24 && end > longest / 2; ++steps) {
        while ((static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80) --end;
        if (!joins_before(decode(word, end).value)) return end;
        --end;
    }
    while ((static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80) --end;
    return end;
}

/// The end of a terminal's escape sequence that begins at `at` (an ESC), or `at` + 1.
std::size_t after_escape(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    if (end >= text.size() || text[end] != '[') return end;
    const std::size_t limit = std::min(text.size(), at + 32);
    for (++end; end < limit && text[end] >= 0x20 && text[end] < 0x40;) ++end;
    return end < limit && text[end] >= 0x40 && text[end] < 0x7F ? end + 1 : at + 1;
}

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

/// Composes what needs it: from a character beyond ASCII to the end of its word, since a blank never composes; very long
/// runs are cut, since the canonical order of a run of marks is quadratic in its length.
std::string composed(std::string_view text) {
    constexpr std::ptrdiff_t longest = 160;
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto odd = std::find_if_not(text.begin(), text.end(), is_ascii);
        const auto begin = odd == text.begin() ? odd : odd - 1;  // a letter composes with the mark behind it
        const auto limit = text.end() - odd > longest ? odd + longest : text.end();
        auto end = std::find_if(odd, limit, is_blank);
        if (end == limit && limit != text.end()) end = odd + static_cast<std::ptrdiff_t>(cut_of({odd, text.end()}, longest));
        out.append(text.begin(), begin);
        out.append(nfc({begin, end}));
        text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
    }
    return out;
}

}  // namespace

void Cleaner::special(std::string_view utf8, std::size_t& at, std::string& out) {
    if (utf8[at] == '\r') {
        out += '\n';
        at += utf8.substr(at, 2) == "\r\n" ? 2U : 1U;
        return;
    }
    if (utf8[at] == '\x1B') {
        ++controls_;
        at = after_escape(utf8, at);
        return;
    }
    const CodePoint c = decode(utf8, at);
    switch (fate(c.value)) {
        case Fate::keep:
            append_utf8(out, c.value);
            break;
        case Fate::blank:
            out += ' ';
            break;
        case Fate::line:
            out += '\n';
            break;
        case Fate::control:
            ++controls_;
            break;
        case Fate::drop:
            break;
    }
    at += c.length;
}

std::string_view Cleaner::clean(std::string_view utf8, std::string& buffer) {
    const auto odd = std::find_if_not(utf8.begin(), utf8.end(), is_plain);
    if (odd == utf8.end()) return utf8;
    buffer.assign(utf8.begin(), odd);
    buffer.reserve(utf8.size());
    bool compose = false;
    for (auto at = static_cast<std::size_t>(odd - utf8.begin()); at < utf8.size();) {
        const std::size_t begin = at;
        while (at < utf8.size() && is_plain(utf8[at])) ++at;
        buffer.append(utf8, begin, at - begin);
        if (at == utf8.size()) break;
        const std::size_t written = buffer.size();
        special(utf8, at, buffer);
        if (buffer.size() > written + 1) compose = compose || may_compose(decode(buffer, written).value);
    }
    if (compose) buffer = composed(buffer);
    return buffer;
}

}  // namespace evigrade::read
