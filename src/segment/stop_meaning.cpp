// Whether a stop ends a sentence.
#include <algorithm>

#include "evigrade/base/text.hpp"
#include "segment/stop.hpp"

namespace evigrade::segment {
namespace {

constexpr std::size_t longest_word = 40;  ///< how far back a word is read; longer ones are no abbreviations

bool is_word_break(char c) {
    return is_ascii_space(c) || c == '(' || c == '[' || c == '{' || c == '"' || c == '/' || c == ';' || c == ',' || c == '=';
}

/// The word before the stop, with its inner stops ("U.S", "e.g", "et al").
std::string_view word_before(std::string_view text, std::size_t sentence, std::size_t stop) {
    std::size_t begin = stop;
    const std::size_t limit = std::max(sentence, stop > longest_word ? stop - longest_word : 0);
    while (begin > limit && !is_word_break(text[begin - 1])) --begin;
    std::string_view word = text.substr(begin, stop - begin);
    const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii && word != "al") return word;
    for (const std::string_view opener : {"“", "‘", "«", "—", "–", "\xC2\xA0"}) {  // signs that are glued to the word
        const std::size_t at = word.rfind(opener);
        if (at != std::string_view::npos) word.remove_prefix(at + opener.size());
    }
    const bool al = word == "al" && begin >= limit + 3 && text.substr(begin - 3, 3) == "et ";
    return al ? text.substr(begin - 3, stop - begin + 3) : word;
}

/// The place of the first letter or digit at or after `at`, behind opening quotes and brackets.
std::size_t behind_openers(std::string_view text, std::size_t at) {
    for (;;) {
        if (at >= text.size()) return at;
        const char c = text[at];
        if (c == '"' || c == '\'' || c == '(' || c == '[' || c == '*' || c == '_') {
            ++at;
            continue;
        }
        const std::string_view three = text.substr(at, 3);
        const std::string_view two = text.substr(at, 2);
        if (three == "“" || three == "‘" || three == "‹" || three == "„" || three == "…") {
            at += 3;
        } else if (two == "«" || two == "¿" || two == "¡") {
            at += 2;
        } else {
            return at;
        }
    }
}

enum class Follow : std::uint8_t { capital, small, digit, sign, nothing };

/// Scripts with capitals end below U+0590, but for Georgian, Latin additions and polytonic Greek.
bool has_case(char32_t c) {
    return c < 0x0590 || (c >= 0x1E00 && c < 0x2000);
}

/// "mRNA", "pH", "iPhone", "p38", "α-Lipoic": words that stay small at the start of a sentence.
bool starts_small_by_habit(std::string_view text, std::size_t at, char32_t first) {
    if (first >= 0x370 && first < 0x400) return true;
    for (std::size_t i = at + 1; i < std::min(at + 5, text.size()) && is_ascii_alnum(text[i]); ++i) {
        if (is_ascii_upper(text[i])) return true;
        if (is_ascii_digit(text[i])) return i == at + 1;
    }
    return false;
}

Follow follow_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return Follow::nothing;
    const CodePoint point = decode(text, at);
    if (is_letter(point.value)) {
        if (is_upper(point.value) || !has_case(point.value)) return Follow::capital;
        return starts_small_by_habit(text, at, point.value) ? Follow::capital : Follow::small;
    }
    return is_digit(point.value) ? Follow::digit : Follow::sign;
}

/// Signs that can begin a sentence: currencies, "~20", "≥ 5", a bullet, a dash of speech.
bool sign_begins(std::string_view text, std::size_t at) {
    const char32_t c = decode(text, at).value;
    if (c < 0x80) return c == U'$' || c == U'~' || c == U'<' || c == U'>' || c == U'#' || c == U'@' || c == U'-';
    return c != U'±' && c != U'×' && c != U'·' && c != U'’' && c != U'”';
}

std::string_view word_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at < longest_word &&
           (is_ascii_alnum(text[end]) || static_cast<unsigned char>(text[end]) >= 0x80))
        ++end;
    return text.substr(at, end - at);
}

/// The word before the one at `at`, one blank between.
std::string_view word_in_front(std::string_view text, std::size_t at) {
    if (at < 2 || text[at - 1] != ' ') return {};
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < longest_word && is_ascii_alnum(text[begin - 1])) --begin;
    return text.substr(begin, at - 1 - begin);
}

/// "U.K", "b.i.d", "w.w": short letters with stops between them.
bool is_dotted(std::string_view word) {
    std::size_t run = 0;
    std::size_t stops = 0;
    for (const char c : word) {
        run = c == '.' ? 0 : run + 1;
        stops += c == '.' ? 1 : 0;
        if (run > 2 || (c != '.' && !is_ascii_alpha(c))) return false;
    }
    return stops > 0;
}

/// What a stop's neighbours are: the word in front, and what begins behind it.
struct Neighbours {
    std::string_view word;       ///< in front, without the stop
    std::string_view following;  ///< behind opening quotes and brackets
    Follow follow = Follow::nothing;
    char opener = 0;  ///< the first sign behind, where that is no letter or digit
    enum class Place : std::uint8_t { first, later } place = Place::later;  ///< of the word in its sentence
};

/// "S3", "3a", "IV", "C": what stands behind "Fig." and "Eq." beside plain numbers.
bool is_number_like(const Neighbours& around) {
    if (around.follow == Follow::digit) return true;
    const std::string_view word = around.following;
    const bool digits = std::any_of(word.begin(), word.end(), is_ascii_digit);
    const bool capitals = !word.empty() && std::all_of(word.begin(), word.end(), is_ascii_upper);
    return digits || (capitals && word.size() <= 2 && word != "A" && word != "I") ||
           (around.opener == '(' && word.size() <= 3);
}

/// After a single letter: an initial goes on with a name, a kind's letter ("vitamin C.") and a unit ("60 s.") do not.
bool letter_ends(std::string_view text, const Neighbours& around, const Abbreviations& abbreviations) {
    if (around.place == Neighbours::Place::first) return false;
    const auto at = static_cast<std::size_t>(around.word.data() - text.data());
    if (text[at - 1] == '=' || text[at - 1] == '/') return true;
    if (abbreviations.starts_sentence(around.following)) return true;
    const std::string_view front = word_in_front(text, at);
    if (is_ascii_lower(around.word.front()) && !front.empty() && is_ascii_digit(front.back())) return true;
    return around.follow == Follow::capital && abbreviations.names_kinds(front);
}

/// Before a blank, a capital or a digit: by the word in front.
bool word_ends(std::string_view text, const Neighbours& around, const Abbreviations& abbreviations) {
    const bool starter = abbreviations.starts_sentence(around.following);
    if (const auto rule = abbreviations.rule(around.word)) {
        if (*rule == StopRule::never) return false;
        if (*rule == StopRule::number && !starter && is_number_like(around)) return false;
        if (*rule == StopRule::starter) return starter;
        if (*rule == StopRule::capital) return around.follow == Follow::capital;
    }
    const bool numbering = around.word.find_first_not_of("0123456789.") == std::string_view::npos;
    if (around.place == Neighbours::Place::first && numbering && (around.word.size() <= 3 || around.word[1] == '.'))
        return false;  // "1. Platelets", "2.4.1. Measures"
    if (around.word.size() == 1 && is_ascii_alpha(around.word.front())) return letter_ends(text, around, abbreviations);
    return !is_dotted(around.word) || starter;
}

bool full_stop_ends(std::string_view text, std::size_t sentence, const Stop& stop, const Abbreviations& abbreviations) {
    const std::size_t first = behind_openers(text, stop.next);
    Neighbours around;
    around.follow = follow_at(text, first);
    if (around.follow == Follow::nothing) return true;
    if (around.follow == Follow::small) return false;
    if (around.follow == Follow::sign) return sign_begins(text, first);
    around.word = word_before(text, sentence, stop.begin);
    around.following = word_at(text, first);
    around.opener = first > stop.next ? text[stop.next] : '\0';
    if (around.word.data() == text.data() + sentence) around.place = Neighbours::Place::first;
    return word_ends(text, around, abbreviations);
}

/// "treatment.The": two plain words that lost their blank, and not a host name, a file or a formula.
bool glued_ends(std::string_view text, std::size_t sentence, const Stop& stop, const Abbreviations& abbreviations) {
    const std::size_t first = behind_openers(text, stop.end);
    if (first + 1 >= text.size() || !is_ascii_upper(text[first]) || stop.begin < sentence + 2) return false;
    const bool quoted = first > stop.end || stop.end > stop.begin + 1;  // a quote, bracket or citation mark stands between
    const char before = text[stop.begin - 1];
    const bool word_ends = is_ascii_lower(before) && (is_ascii_lower(text[stop.begin - 2]) || quoted);
    if (!word_ends && before != ')' && before != '%') return false;
    if (!is_ascii_lower(text[first + 1]) && text[first + 1] != ' ') return false;
    const std::string_view word = word_before(text, sentence, stop.begin);
    if (word.find_first_of("@:\\.") != std::string_view::npos || word.starts_with("www")) return false;
    if (abbreviations.rule(word) && !abbreviations.starts_sentence(word_at(text, first))) return false;
    std::size_t end = first;
    while (end < text.size() && end - first < longest_word && !is_ascii_space(text[end])) ++end;
    const std::string_view following = text.substr(first, end - first);
    const std::size_t inner = following.find_first_of("./@");
    return inner == std::string_view::npos || inner + 1 == following.size();
}

}  // namespace

bool ends_sentence(std::string_view text, std::size_t begin, const Stop& stop, const Abbreviations& abbreviations) {
    if (stop.next >= text.size()) return true;
    if (stop.begin == begin) return false;  // "… depending on", ".NET"
    if (stop.gap == Gap::none) {
        if (stop.kind == StopKind::strong && static_cast<unsigned char>(text[stop.begin]) >= 0x80) return true;
        return glued_ends(text, begin, stop, abbreviations);
    }
    if (stop.kind == StopKind::full_stop) return full_stop_ends(text, begin, stop, abbreviations);
    const std::size_t first = behind_openers(text, stop.next);
    const Follow follow = follow_at(text, first);
    if (follow == Follow::sign) return sign_begins(text, first);
    return follow != Follow::small;
}

}  // namespace evigrade::segment
