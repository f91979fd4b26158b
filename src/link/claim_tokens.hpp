// A sentence as words, numbers and marks. Hyphens separate words, apostrophes do not: "well-tolerated" is two
// words, "doesn’t" is the word "doesnt".
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "evigrade/model/span.hpp"

namespace evigrade::link::reading {

enum class TokenKind : std::uint8_t { word, number, mark };

struct Token {
    Span span;
    std::uint64_t hash = 0;  ///< of the lowered word without apostrophes
    TokenKind kind = TokenKind::word;
    char mark = 0;  ///< , ; : ( ) . ? ! " % $ and - for a dash between blanks; other marks are 0
};

/// FNV-1a, one byte at a time, so that the hash of every prefix is on the way to the hash of the word.
constexpr std::uint64_t hash_start = 14695981039346656037ULL;
constexpr std::uint64_t hash_step(std::uint64_t hash, char byte) {
    return (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
}
constexpr std::uint64_t word_hash(std::string_view lowered) {
    std::uint64_t hash = hash_start;
    for (const char c : lowered) {
        if (c != '\'') hash = hash_step(hash, c);
    }
    return hash;
}
/// A word given in the code, lowered: its hash is reckoned by the compiler.
struct FixedWord {
    std::uint64_t hash;
    consteval FixedWord(const char* lowered) : hash(word_hash(lowered)) {}
};
/// Whether a token is one of these words.
inline bool is_one_of(const Token& token, std::initializer_list<FixedWord> words) {
    for (const FixedWord word : words) {
        if (token.hash == word.hash) return true;
    }
    return false;
}

/// Appends the tokens of text[where] to `out`; spans are positions in `text`.
void tokenise(std::string_view text, Span where, std::vector<Token>& out);

}  // namespace evigrade::link::reading
