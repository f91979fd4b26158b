#include "lexicon/words.hpp"

#include <cstring>

#include "evigrade/base/text.hpp"

namespace evigrade::lexicon {
namespace {

// The Greek alphabet from alpha to omega; the 18th place is the final sigma's.
constexpr std::array<std::string_view, 25> greek_names{
    "alpha", "beta",    "gamma", "delta", "epsilon", "zeta",  "eta", "theta",   "iota", "kappa", "lambda", "mu",   "nu",
    "xi",    "omicron", "pi",    "rho",   "sigma",   "sigma", "tau", "upsilon", "phi",  "chi",   "psi",    "omega"};

constexpr bool is_dash(char32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}
constexpr bool is_apostrophe(char32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC;
}
constexpr bool is_subscript(char32_t c) {
    return c >= 0x2080 && c <= 0x2089;
}
/// Marks inside a word that change nothing: soft hyphen, zero-width signs, combining accents.
constexpr bool is_silent(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || (c >= 0x300 && c <= 0x36F);
}
constexpr bool is_blank(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}
/// Signs that a name may run across: "VSL#3", "Q&A", "Brand™ tablets", quotes around one word of it.
constexpr bool is_light(char32_t c) {
    return c == '#' || c == '&' || c == '*' || c == '_' || c == '+' || c == 0x2122 || c == 0xAE || is_apostrophe(c) ||
           is_silent(c);
}

/// By the first letter of a pair, bits for the second: the pairs that Folded::push spells anew.
constexpr auto respelt_pairs = [] {
    std::array<std::uint32_t, 32> pairs{};
    for (const std::string_view pair : {"ae", "oe", "ur", "iz", "yz", "ph"})
        pairs[static_cast<std::uint32_t>(pair[0]) & 31U] |= 1U << (static_cast<std::uint32_t>(pair[1]) & 31U);
    return pairs;
}();

}  // namespace

Alphabet::Alphabet() {
    for (std::size_t i = 0; i < latin_.size(); ++i) {
        std::string letter;
        append_utf8(letter, static_cast<char32_t>(0xC0 + i));
        latin_[i] = fold(letter);
        if (latin_[i] == "ø") latin_[i] = "o";
    }
    for (std::size_t i = 0; i < ligatures_.size(); ++i) {
        std::string letter;
        append_utf8(letter, static_cast<char32_t>(0xFB00 + i));
        ligatures_[i] = fold(letter);
    }
}

std::string_view Alphabet::plain(char32_t c) const {
    if (c >= 0xC0 && c < 0x250) return latin_[c - 0xC0];
    if (c == 0xB5) return greek_names[11];  // the micro sign
    if (c >= 0x391 && c <= 0x3A9) return greek_names[c - 0x391];
    if (c >= 0x3B1 && c <= 0x3C9) return greek_names[c - 0x3B1];
    if (c >= 0xFB00 && c <= 0xFB06) return ligatures_[c - 0xFB00];
    return {};
}

void WordReader::Folded::push(char c) {
    if (size >= letters.size()) {
        size = letters.size() + 1;
        return;
    }
    // A pair that is spelt anew stands in `respelt_pairs` too. British and American spellings meet: haem- and hem-, oedema
    // and edema, tumour and tumor, -ise and -ize, sulphate and sulfate. Both sides are folded alike, so the form itself need
    // be no word.
    const char last = size > 0 ? letters[size - 1] : '\0';
    const char before = size > 1 ? letters[size - 2] : '\0';
    if (last == 'e' && (before == 'a' || before == 'o')) letters[--size - 1] = 'e';
    if (c == 'r' && last == 'u' && before == 'o') --size;
    if (c == 'z' && (last == 'i' || last == 'y')) c = 's';
    if (c == 'h' && last == 'p') {
        letters[size - 1] = 'f';
        return;
    }
    letters[size++] = c;
}

void WordReader::Folded::make_singular() {
    if (size > letters.size()) return;
    const std::string_view word(letters.data(), size);
    if (word.size() > 4 && word.ends_with("ies")) {
        letters[size - 3] = 'y';
        size -= 2;
    } else if (word.size() > 4 && word.ends_with("ie")) {
        letters[size - 2] = 'y';
        size -= 1;
    } else if (word.size() > 4 && word.ends_with("sis")) {
        letters[size - 2] = 'e';
        size -= 1;
    } else if (word.size() > 4 && (word.ends_with("sses") || word.ends_with("xes") || word.ends_with("ches") ||
                                   word.ends_with("shes") || (word.size() > 5 && word.ends_with("oes")))) {
        size -= 2;
    } else if (word.size() > 2 && word.ends_with("s") && !word.ends_with("ss") && !word.ends_with("us") &&
               !word.ends_with("is")) {
        size -= 1;
    } else if (word.size() > 4 && (word.ends_with("tre") || word.ends_with("bre"))) {
        std::swap(letters[size - 1], letters[size - 2]);
    }
}

std::uint64_t WordReader::Folded::key() const {
    if (size > letters.size()) return 0;
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;
    std::uint64_t hash = size * factor;
    for (std::size_t i = 0; i < size; i += 8) {
        std::uint64_t chunk = 0;
        std::memcpy(&chunk, letters.data() + i, size - i < 8 ? size - i : 8);
        hash = (hash ^ chunk) * factor;
        hash ^= hash >> 29U;
    }
    return hash | 1U;
}

bool WordReader::starts_odd_word(std::size_t at, Run& run) const {
    const char32_t value = decode(text_, at).value;
    run = is_subscript(value) ? Run::digits : Alphabet::is_greek(value) || value == 0xB5 ? Run::greek : Run::letters;
    return is_subscript(value) || value == 0xB5 || is_letter(value);
}

Gap WordReader::skip_gap() {
    // Nine gaps of ten are one blank.
    if (at_ > 0 && at_ + 1 < text_.size() && text_[at_] == ' ' && is_ascii_alnum(text_[at_ + 1])) {
        ++at_;
        return Gap::blank;
    }
    std::size_t blanks = 0, newlines = 0, dashes = 0, others = 0;
    bool stop = false, full_stop = false, comma = false, dash_first = false;
    const std::size_t begin = at_;
    for (Run run{}; at_ < text_.size() && !starts_word(at_, run);) {
        const CodePoint c = decode(text_, at_);
        if (is_blank(c.value)) {
            ++blanks;
            newlines += c.value == '\n';
        } else if (is_dash(c.value)) {
            dash_first = dash_first || at_ == begin;
            ++dashes;
        } else if (c.value == '.') {
            full_stop = true;
        } else if (c.value == ',') {
            comma = true;
        } else if (is_light(c.value)) {
            ++others;
        } else {
            stop = true;
        }
        at_ += c.length;
    }
    if (at_ == begin) return begin == 0 ? Gap::hard : Gap::none;
    if (stop || newlines > 1 || dashes > 1) return Gap::hard;
    if (comma && (blanks > 0 || full_stop)) return Gap::hard;
    // "St. John's wort", "E. coli": a full stop ends no name after one or two letters.
    if (full_stop && last_size_ > 2) return Gap::hard;
    if (dashes == 1) return blanks == 0 || (dash_first && newlines == 1) ? Gap::hyphen : Gap::hard;
    return Gap::blank;
}

bool WordReader::read_plain(Folded& folded) {
    std::uint32_t before = 0;
    std::uint32_t respelt = 0;
    std::size_t size = 0;
    for (; at_ + size < text_.size() && is_ascii_alpha(text_[at_ + size]); ++size) {
        if (size == folded.letters.size()) return false;
        const char letter = ascii_lower(text_[at_ + size]);
        const std::uint32_t place = static_cast<std::uint32_t>(letter) & 31U;
        respelt |= respelt_pairs[before] >> place & 1U;
        before = place;
        folded.letters[size] = letter;
    }
    if (respelt != 0) return false;
    folded.size = size;
    at_ += size;
    return true;
}

void WordReader::read_ascii(Folded& folded, Run run) {
    if (run == Run::greek) return;
    if (run == Run::letters && folded.size == 0 && read_plain(folded)) return;
    while (at_ < text_.size()) {
        const char c = text_[at_];
        const bool belongs = run == Run::digits ? is_ascii_digit(c) : is_ascii_alpha(c);
        if (!belongs) return;
        folded.push(ascii_lower(c));
        ++at_;
    }
}

void WordReader::read_word(Folded& folded, Run run) {
    for (;;) {
        read_ascii(folded, run);
        if (at_ >= text_.size() || static_cast<unsigned char>(text_[at_]) < 0x80) return;
        const CodePoint c = decode(text_, at_);
        if (!is_silent(c.value)) {
            Run here{};
            if (!starts_word(at_, here) || here != run) return;
            if (run == Run::digits) {
                folded.push(static_cast<char>('0' + (c.value - 0x2080)));
            } else if (const std::string_view plain = alphabet_->plain(c.value); !plain.empty()) {
                for (const char letter : plain) folded.push(letter);
            } else {
                for (const char byte : text_.substr(at_, c.length)) folded.push(byte);
            }
        }
        at_ += c.length;
    }
}

void WordReader::skip_possessive() {
    if (at_ >= text_.size()) return;
    const CodePoint c = decode(text_, at_);
    const std::size_t letter = at_ + c.length;
    if (!is_apostrophe(c.value) || letter >= text_.size() || ascii_lower(text_[letter]) != 's') return;
    Run run{};
    if (!starts_word(letter + 1, run)) at_ = letter + 1;
}

bool WordReader::next(Word& word) {
    Run run{};
    word.before = starts_word(at_, run) && at_ > 0 && last_size_ > 0 ? Gap::none : skip_gap();
    if (!starts_word(at_, run)) return false;
    word.begin = at_;
    Folded folded;
    read_word(folded, run);
    word.end = at_;
    Run following{};
    // A citation's number, its superscript lost, may cling to a long word: "acupuncture12".
    constexpr std::size_t long_word = 6;
    word.whole_at_end = !starts_word(at_, following) ||
                        (run == Run::letters && following == Run::digits && word.end - word.begin >= long_word);
    skip_possessive();
    word.joined = 0;
    if (word.before == Gap::hyphen && last_.size + folded.size <= folded.letters.size()) {
        Folded both = last_;
        for (std::size_t i = 0; i < folded.size; ++i) both.push(folded.letters[i]);
        both.make_singular();
        word.joined = both.key();
    }
    last_ = folded;
    last_size_ = folded.size;
    folded.make_singular();
    word.key = folded.key();
    return true;
}

}  // namespace evigrade::lexicon
