// What a single word is by its letters: a word of plain English, or one whose ending tells what it names.
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/model/enum_text.hpp"

namespace evigrade::recognise {

/// The words of data/lexicon/plain_words.txt, found by bisection in the bytes themselves: nothing is loaded.
class PlainWords {
public:
    explicit PlainWords(Data data);
    /// Whether the word, or the word without its -s, -ed, -ing or -ly, is plain.
    [[nodiscard]] bool contains(std::string_view lower_case_word) const;

private:
    [[nodiscard]] bool lists(std::string_view word) const;
    Data data_;
    std::string_view lines_;
};

/// What an ending says a word names.
enum class EndingKind : std::uint8_t { drug, procedure, condition };

/// The endings of data/lexicon/affixes.tsv.
class Affixes {
public:
    explicit Affixes(Data data);
    /// Whether any ending ends like this word: a quick no for most words.
    [[nodiscard]] bool may_end(std::string_view word) const;
    /// What the ending says the word names, or nothing.
    [[nodiscard]] std::optional<EndingKind> kind_of(std::string_view lower_case_word) const;

private:
    struct Ending {
        std::string text;
        EndingKind kind = EndingKind::drug;
        std::size_t least = 0;
        std::vector<std::string> except;
    };
    std::bitset<1024> tails_;                                            ///< by the last two letters, five bits each
    std::unordered_map<std::string_view, std::vector<Ending>> by_tail_;  ///< by the last two letters
    Data data_;
};

}  // namespace evigrade::recognise

namespace evigrade {

template <>
struct Names<recognise::EndingKind> {
    static constexpr std::array<std::string_view, 3> values{"drug", "procedure", "condition"};
};

}  // namespace evigrade
