#include "link/reference_tokens.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"

namespace evigrade::link {
namespace {

/// Dashes become '-', double quotes '"', single quotes and primes '\''.
char32_t unified(char32_t c) {
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xAD || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D) return '-';
    if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB || c == 0x2033) return '"';
    if (c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x2032 || c == '`' || c == 0xB4) return '\'';
    if (c == 0xFF0C || c == 0x3001) return ',';
    if (c == 0x3002) return '.';
    return c;
}

bool is_space(char32_t c) {
    return (c < 0x80 && is_ascii_space(static_cast<char>(c))) || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
           c == 0x3000 || c == 0xFEFF;
}

/// Letters, and marks that combine with them.
bool joins_word(char32_t c) {
    if (c < 0x80) return is_ascii_alpha(static_cast<char>(c));
    return is_letter(c) || (c >= 0x300 && c < 0x370);
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const CodePoint c = decode(text, at);
        if (!joins_word(c.value)) break;
        at += c.length;
    }
    return at;
}

/// Cheap test before the patterns: identifiers start with one of these, at the start of a word.
bool may_start_identifier(char c) {
    switch (ascii_lower(c)) {
        case '1':
        case 'a':
        case 'd':
        case 'f':
        case 'h':
        case 'i':
        case 'p':
        case 'w':
            return true;
        default:
            return false;
    }
}

}  // namespace

ReferenceTokens tokenise_reference(std::string_view text) {
    ReferenceTokens out;
    out.tokens.reserve(text.size() / 3 + 4);
    bool after_space = true;
    bool after_word = false;
    for (std::size_t at = 0; at < text.size();) {
        if (!after_word && may_start_identifier(text[at])) {
            if (auto found = identifier_at(text, at)) {
                ReferenceToken token{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(found->end),
                                     TokenKind::identifier, after_space};
                token.identifier = static_cast<std::uint32_t>(out.identifiers.size());
                at = found->end;
                out.identifiers.push_back(std::move(*found));
                out.tokens.push_back(token);
                after_space = false;
                after_word = true;
                continue;
            }
        }
        const CodePoint c = decode(text, at);
        if (is_space(c.value)) {
            after_space = true;
            after_word = false;
            at += c.length;
            continue;
        }
        ReferenceToken token;
        token.begin = static_cast<std::uint32_t>(at);
        token.after_space = after_space;
        if (joins_word(c.value)) {
            at = end_of_word(text, at);
            token.capital = is_upper(c.value);
        } else if (c.value < 0x80 && is_ascii_digit(text[at])) {
            token.kind = TokenKind::number;
            while (at < text.size() && is_ascii_digit(text[at])) ++at;
        } else {
            token.kind = TokenKind::mark;
            token.mark = unified(c.value);
            at += c.length;
        }
        token.end = static_cast<std::uint32_t>(at);
        after_word = token.kind != TokenKind::mark;
        after_space = false;
        out.tokens.push_back(token);
    }
    return out;
}

bool is_word(std::string_view text, const ReferenceToken& token, std::string_view word) {
    return token.kind == TokenKind::word && equals_ignoring_case(token.in(text), word);
}

}  // namespace evigrade::link
