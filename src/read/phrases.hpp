// Many phrases, one pass over the text.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "evigrade/base/word_sketch.hpp"

namespace evigrade::read {

/// Lets tables be searched for words that lie in a text, without copying them.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

/// The next word of a lower-case text from `at` on, which is then its end; empty at the end of the text. "don't call!" is
/// "don't", "call".
std::string_view next_word(std::string_view lower_text, std::size_t& at);

class Phrases {
public:
    /// `value` comes back when the phrase is found. Phrases without a word are passed over.
    void add(std::string_view phrase, std::size_t value);
    /// The values of all phrases in `text`, each once, in order of first appearance.
    [[nodiscard]] std::vector<std::size_t> find(std::string_view text) const;

private:
    struct Phrase {
        std::vector<std::string> words;
        std::size_t value;
    };
    TextMap<std::vector<Phrase>> by_first_word_;
    WordSketch first_words_;
};

}  // namespace evigrade::read
