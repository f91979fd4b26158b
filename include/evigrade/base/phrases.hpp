// Many phrases looked for in one pass over the words of a text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "evigrade/base/word_sketch.hpp"

namespace evigrade {

/// The words of a text: runs of letters and digits, ASCII lowered, with inner hyphens and apostrophes split off.
/// Everything else that is not white space is a word of one code point.
class Words {
public:
    explicit Words(std::string_view text);

    [[nodiscard]] std::size_t size() const { return places_.size(); }
    [[nodiscard]] std::uint32_t begin(std::size_t i) const { return places_[i].begin; }
    [[nodiscard]] std::uint32_t end(std::size_t i) const { return places_[i].end; }
    /// Lowered.
    [[nodiscard]] std::string_view word(std::size_t i) const {
        return std::string_view(lowered_).substr(begin(i), end(i) - begin(i));
    }

private:
    struct Place {
        std::uint32_t begin;
        std::uint32_t end;
    };
    std::string lowered_;
    std::vector<Place> places_;
};

/// A set of phrases, each a sequence of words; a word that ends in `*` stands for all words that begin so.
/// Immutable after filling; may be shared between threads. Finding takes time linear in the words.
class Phrases {
public:
    /// `id` is handed back with every place where the phrase stands.
    void add(std::string_view phrase, std::uint32_t id);

    struct Hit {
        std::uint32_t first;  ///< words [first, last)
        std::uint32_t last;
        std::uint32_t id;
    };
    /// All places of all phrases, in order of first word; overlapping ones too.
    [[nodiscard]] std::vector<Hit> find(const Words& words) const;

private:
    std::uint32_t step(std::uint32_t node, std::uint32_t symbol) const;
    std::uint32_t grow(std::uint32_t node, std::uint32_t symbol);
    /// What each word of a text stands for: a whole word and stems, or nothing.
    struct Symbols {
        std::vector<std::uint32_t> all;
        std::vector<std::uint32_t> ends;  ///< where those of the word end in `all`
    };
    void add_symbols_of(std::string_view word, Symbols& out) const;
    void walk(const Symbols& symbols, std::uint32_t first, std::uint32_t at, std::uint32_t node,
              std::vector<Hit>& hits) const;

    /// Searched for words that lie in a text, without copying them.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using WordMap = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

    WordMap words_;                                                       ///< whole word -> symbol
    WordMap stems_;                                                       ///< stem, without its star -> symbol
    std::unordered_map<std::uint64_t, std::uint32_t> edges_;              ///< node << 32 | symbol -> node
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> ends_;  ///< node -> ids
    WordSketch whole_words_;
    std::array<std::uint32_t, 256> stem_lengths_{};  ///< by first byte: bits for the lengths that stems have
    std::uint32_t nodes_ = 1;
};

}  // namespace evigrade
