// What single words and phrases are known to be: their sense in WordNet and the company they keep.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "learn/sequence.hpp"

namespace evigrade::recognise {

/// What the table says of a word or of a phrase of several words.
struct WordFact {
    std::uint8_t meaning = 0;  ///< the file of WordNet that holds its first sense, 0 unknown
    std::uint8_t company = 0;  ///< one of 255 groups of words with like neighbours, 0 unknown
    std::uint8_t circle = 0;   ///< one of 40 larger groups, 0 unknown
    std::uint8_t flags = 0;

    enum Flag : std::uint8_t { chemical = 1, disease = 2, procedure = 4, body_part = 8, goes_on = 128 };
    [[nodiscard]] bool is(Flag flag) const { return (flags & flag) != 0; }
};

/// The key of a word as the table and the features see it: ASCII letters lowered, digits alike.
std::uint64_t mention_word(std::string_view word);
/// The key of a phrase that goes on with one more word.
constexpr std::uint64_t mention_phrase(std::uint64_t phrase, std::uint64_t word) {
    return learn::join(phrase, word);
}

/// A view of data/models/mentions.words.bin, which must outlive it: an open hash table of eight bytes a place, read where
/// it lies. May be shared between threads.
class WordFacts {
public:
    static constexpr std::string_view magic = "evigrade mention words 1\n";
    static constexpr std::size_t header = 64;
    static constexpr std::size_t place = 8;

    /// Nothing where the bytes are no whole table of this version.
    static std::optional<WordFacts> open(std::string_view bytes);
    /// What the table says; nothing known where there is no table.
    [[nodiscard]] WordFact find(std::uint64_t key) const;

    /// How a key stands in the table; never 0.
    static constexpr std::uint32_t stored(std::uint64_t key) {
        const auto high = static_cast<std::uint32_t>(key >> 32U);
        return high == 0 ? 1 : high;
    }

private:
    const char* places_ = nullptr;
    std::uint32_t mask_ = 0;
};

}  // namespace evigrade::recognise
