#include "recognise/abbreviations.hpp"

#include <algorithm>
#include <optional>

#include "evigrade/base/text.hpp"

namespace evigrade::recognise {
namespace {

constexpr std::size_t longest_short = 10;
constexpr std::size_t longest_bracket = 90;

bool is_word_byte(char c) {
    return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// "PRP", "SAMe", "5-ARI": short, with a capital, hardly more than one word.
bool is_short_form(std::string_view text) {
    if (text.size() < 2 || text.size() > longest_short || !is_word_byte(text.front())) return false;
    std::size_t capitals = 0, blanks = 0, letters = 0;
    for (const char c : text) {
        capitals += is_ascii_upper(c);
        letters += is_ascii_alpha(c);
        blanks += c == ' ';
        if (!is_word_byte(c) && c != '-' && c != ' ' && c != '+') return false;
    }
    return capitals >= 1 && letters >= 2 && blanks == 0 && capitals * 2 >= letters;
}

/// Where the long form begins that ends at `end`, not before `floor`.
std::optional<std::size_t> long_form_begin(std::string_view text, std::string_view shorter, std::size_t floor,
                                           std::size_t end) {
    std::size_t at = end;
    for (std::size_t i = shorter.size(); i-- > 0;) {
        const char wanted = ascii_lower(shorter[i]);
        if (!is_ascii_alnum(wanted)) continue;
        for (;;) {
            if (at <= floor) return std::nullopt;
            --at;
            const bool starts_word = at == 0 || !is_word_byte(text[at - 1]);
            if (ascii_lower(text[at]) == wanted && (i > 0 || starts_word)) break;
        }
    }
    return at;
}

/// Where the words begin whose first letters spell the short form: "low-level laser therapy (LLLT)".
std::optional<std::size_t> initials_begin(std::string_view text, std::string_view shorter, std::size_t floor,
                                          std::size_t end) {
    std::size_t at = end;
    for (std::size_t i = shorter.size(); i-- > 0;) {
        if (!is_ascii_alpha(shorter[i]) || at <= floor) return std::nullopt;
        std::size_t word = at;
        while (word > floor && is_word_byte(text[word - 1])) --word;
        if (word == at || ascii_lower(text[word]) != ascii_lower(shorter[i])) return std::nullopt;
        if (i == 0) return word;
        at = word;
        while (at > floor && (text[at - 1] == '-' || is_ascii_space(text[at - 1]))) --at;
    }
    return std::nullopt;
}

/// The start of the text that may hold the long form: not across the sentence, a few words more than letters.
std::size_t floor_of(std::string_view text, std::size_t begin, std::size_t end, std::size_t letters) {
    const std::size_t most_words = std::min(letters + 5, letters * 2);
    std::size_t at = end, words = 0;
    while (at > begin) {
        const char c = text[at - 1];
        if (c == '(' || c == ')' || c == ';' || c == ':' || c == '\n' || (c == '.' && at < end && text[at] == ' ')) break;
        if (is_ascii_space(c) && ++words > most_words) break;
        --at;
    }
    return at;
}

std::string_view trimmed(std::string_view text, std::size_t& begin) {
    const std::string_view inner = trim(text);
    begin += static_cast<std::size_t>(inner.data() - text.data());
    return inner;
}

std::optional<Definition> definition_at(std::string_view text, Span block, std::size_t open, std::size_t close) {
    std::size_t inner_begin = open + 1;
    std::string_view inner = trimmed(text.substr(open + 1, close - open - 1), inner_begin);
    inner = inner.substr(0, inner.find_first_of(",;"));
    std::size_t end = open;
    while (end > block.begin && is_ascii_space(text[end - 1])) --end;
    const auto span = [](std::size_t a, std::size_t b) {
        return Span{static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b)};
    };
    if (is_short_form(inner)) {
        const std::size_t floor = floor_of(text, block.begin, end, inner.size());
        auto begin = initials_begin(text, inner, floor, end);
        if (!begin) begin = long_form_begin(text, inner, floor, end);
        if (begin && end - *begin > inner.size()) {
            return Definition{span(inner_begin, inner_begin + inner.size()), span(*begin, end)};
        }
    }
    std::size_t word = end;
    while (word > block.begin && !is_ascii_space(text[word - 1]) && text[word - 1] != '(') --word;
    const std::string_view before = text.substr(word, end - word);
    if (!is_short_form(before) || inner.size() <= before.size()) return std::nullopt;
    const auto begin = long_form_begin(text, before, inner_begin, inner_begin + inner.size());
    if (!begin || *begin != inner_begin) return std::nullopt;
    return Definition{span(word, end), span(inner_begin, inner_begin + inner.size())};
}

}  // namespace

std::vector<Definition> find_definitions(std::string_view text, Span block) {
    std::vector<Definition> found;
    for (std::size_t open = text.find('(', block.begin); open < block.end; open = text.find('(', open + 1)) {
        const std::size_t reach = std::min<std::size_t>(block.end, open + longest_bracket);
        std::size_t close = open + 1;
        while (close < reach && text[close] != ')' && text[close] != '(') ++close;
        if (close >= reach || text[close] != ')') continue;
        if (const auto definition = definition_at(text, block, open, close)) found.push_back(*definition);
    }
    return found;
}

}  // namespace evigrade::recognise
