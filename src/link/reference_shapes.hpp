// The looks of each token and of the stretch it stands in: the raw matter of the features.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "link/reference_features.hpp"

namespace evigrade::link {

/// The stretch between two marks that part things (, . ; : ? brackets quotes).
struct ChunkShape {
    std::uint64_t first_word = 0;
    std::uint64_t last_word = 0;
    std::uint64_t opened_by = 0;
    std::uint64_t closed_by = 0;
    std::uint64_t next_form = 0;  ///< form of the first token behind the closing mark
    std::uint8_t words = 0;
    std::uint8_t capitals = 0;  ///< 0 to 4: share of capitalised words
    std::uint8_t previous_words = 0;
    std::uint8_t from_end = 0;  ///< chunks behind it, at most 7
};

/// The stretch up to a full stop that ends no abbreviation or initial.
struct SentenceShape {
    std::uint8_t words = 0;     ///< bucket
    std::uint8_t journal = 0;   ///< whether a known journal's name begins here
    std::uint8_t numbers = 0;   ///< 0 to 3
    std::uint8_t from_end = 0;  ///< at most 5
};

struct TokenShape {
    std::uint64_t word = 0;                          ///< lowered; numbers by value class
    std::uint64_t previous_word = 0, next_word = 0;  ///< nearest word on either side, across marks
    std::uint64_t prefix3 = 0, suffix3 = 0, suffix4 = 0;
    std::uint64_t form = 0;    ///< shape, length class, space before
    std::uint64_t coarse = 0;  ///< shape alone, digits and lengths forgotten
    std::uint8_t family = 0;   ///< below 15: kind of token, for transitions out of it
    std::uint8_t group = 0;    ///< below 4: word, number, mark, identifier
    std::uint8_t journal = 0;
    std::uint8_t journal_ahead = 0;  ///< whether a longer journal's name follows later
    std::uint8_t sentence = 0;       ///< sentences before it, at most 5
    std::uint8_t years_before = 0, numbers_before = 0, numbers_after = 0;
    std::uint8_t quoted = 0;  ///< 0 before any quote, 1 inside, 2 behind
    std::uint8_t bracketed = 0;
    std::uint8_t initials_ahead = 0, initials_behind = 0;  ///< among the next and the last eight tokens
    std::uint8_t words_to_number = 0;
    ChunkShape chunk;
    SentenceShape sentence_shape;

    static TokenShape outside();
};

/// What the whole string looks like: where the year stands, how the first author is written, quotes, cue words.
struct StringShape {
    std::uint64_t style = 0;
};

/// What a token looks like by itself.
TokenShape own_shape(std::string_view text, const ReferenceToken& token);

/// Every token with its surroundings.
std::vector<TokenShape> shapes_of(std::string_view text, const std::vector<ReferenceToken>& tokens,
                                  const JournalNames& journals, StringShape& whole);

}  // namespace evigrade::link
