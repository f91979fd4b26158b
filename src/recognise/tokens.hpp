// A block's words with what composing and discovering must know of each.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "evigrade/model/span.hpp"
#include "recognise/cues.hpp"

namespace evigrade::recognise {

enum class Break : std::uint8_t {
    none,  ///< the word goes on: "VSL#3"
    hyphen,
    blank,
    comma,
    hard,  ///< any other punctuation
};

/// How a word is written.
enum class Shape : std::uint8_t { lower, capital, upper, mixed, digits, other };

struct Token {
    Span span;
    std::uint64_t hash = 0;  ///< of the word in lower case
    Break before = Break::hard;
    Shape shape = Shape::lower;
    bool may_start_phrase = false;
    Roles roles = 0;                 ///< of the word alone
    Roles phrase = 0;                ///< of the phrase that starts here
    std::uint32_t phrase_words = 0;  ///< its length, 0 where none starts
    const Cue* cue = nullptr;        ///< the word's own entry
    const Cue* phrase_cue = nullptr;

    [[nodiscard]] bool is(Role role) const { return (roles & bit(role)) != 0; }
    [[nodiscard]] bool starts(Role role) const { return (phrase & bit(role)) != 0; }
};

/// The words of text[within], positions counted in `text`. Clears and fills `out`.
void tokenise(std::string_view text, Span within, const Cues& cues, std::vector<Token>& out);

/// How many words the entry with this role takes that starts at tokens[at]: phrase or word; 0 where there is none.
std::size_t words_of(const std::vector<Token>& tokens, std::size_t at, Role role);

/// How many words the entry with this role takes that ends before tokens[end]; 0 where there is none.
std::size_t words_of_ending_at(const std::vector<Token>& tokens, std::size_t end, Role role);
/// What the table says of the entry that starts here: of the phrase if there is one.
inline std::string_view means_of(const Token& token) {
    const Cue* cue = token.phrase_cue != nullptr ? token.phrase_cue : token.cue;
    return cue != nullptr ? cue->means : std::string_view{};
}

/// Whether tokens[at] follows its neighbour without punctuation.
inline bool runs_on(const Token& token) {
    return token.before == Break::blank || token.before == Break::hyphen || token.before == Break::none;
}

/// Whether the word makes a treatment of what stands before it.
inline bool is_head(const Token& token) {
    return token.is(Role::head) || token.is(Role::substance_head);
}

/// The first token that begins at or after `position`.
std::size_t token_at(const std::vector<Token>& tokens, std::uint32_t position);

}  // namespace evigrade::recognise
