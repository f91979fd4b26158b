// Words as the lexicon compares them: folded, so that spellings of one word get one key.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "evigrade/base/text.hpp"

namespace evigrade::lexicon {

/// What stands between a word and the one before it.
enum class Gap : std::uint8_t {
    none,    ///< nothing: letters and digits part ("B12" is "b" and "12")
    hyphen,  ///< one hyphen or dash, or a hyphen at the end of a line
    blank,   ///< white space, an apostrophe, a hash: names run across it
    hard,    ///< punctuation, a paragraph's end: no name runs across it
};

struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;       ///< without a possessive 's
    std::uint64_t key = 0;     ///< equal for spellings of one word; 0 for words too long to be in a name
    std::uint64_t joined = 0;  ///< key of this word and the one before it written as one, 0 but after a hyphen
    Gap before = Gap::hard;
    bool whole_at_end = true;  ///< a name may end here: no letter or digit follows directly
};

/// How non-ASCII letters are written plainly: é is e, ß is ss, ﬁ is fi, α is alpha.
class Alphabet {
public:
    Alphabet();
    /// The plain letters, "" for a mark to be skipped. Precondition: is_letter(c), or one of the signs of `joins`.
    [[nodiscard]] std::string_view plain(char32_t c) const;
    [[nodiscard]] static bool is_greek(char32_t c) { return c >= 0x391 && c <= 0x3C9; }

private:
    std::array<std::string, 0x250 - 0xC0> latin_;
    std::array<std::string, 7> ligatures_;
};

/// Walks over a text word by word, in one pass.
class WordReader {
public:
    WordReader(std::string_view text, const Alphabet& alphabet) : text_(text), alphabet_(&alphabet) {}
    /// The next word, or false at the end of the text.
    bool next(Word& word);

private:
    /// A word under folding; what is longer than any name's words is counted but not kept.
    struct Folded {
        std::array<char, 64> letters{};
        std::size_t size = 0;
        void push(char c);
        /// Plurals give up their ending, and -sis meets -ses.
        void make_singular();
        [[nodiscard]] std::uint64_t key() const;
    };
    enum class Run : std::uint8_t { letters, digits, greek };

    Gap skip_gap();
    /// Reads a word of ASCII letters that keeps its spelling, as nearly all do; false, and nothing read, for others.
    bool read_plain(Folded& folded);
    void read_ascii(Folded& folded, Run run);
    void read_word(Folded& folded, Run run);
    void skip_possessive();
    [[nodiscard]] bool starts_word(std::size_t at, Run& run) const {
        if (at >= text_.size()) return false;
        const char c = text_[at];
        if (static_cast<unsigned char>(c) >= 0x80) return starts_odd_word(at, run);
        run = is_ascii_digit(c) ? Run::digits : Run::letters;
        return is_ascii_alnum(c);
    }
    /// Of a character beyond ASCII.
    [[nodiscard]] bool starts_odd_word(std::size_t at, Run& run) const;

    std::string_view text_;
    const Alphabet* alphabet_;
    std::size_t at_ = 0;
    std::size_t last_size_ = 0;  ///< of the word before, in folded letters
    Folded last_;                ///< the word before, not made singular
};

}  // namespace evigrade::lexicon
