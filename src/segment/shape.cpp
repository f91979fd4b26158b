#include "segment/shape.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"

namespace evigrade::segment {
namespace {

constexpr std::size_t longest_look = 1024;

bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

bool is_word_byte(char c) {
    return is_ascii_alnum(c) || is_high(c);
}

/// The next word of letters, digits and bytes beyond ASCII at or after `at`; empty at the end.
std::string_view next_word(std::string_view text, std::size_t at) {
    while (at < text.size() && !is_word_byte(text[at])) ++at;
    std::size_t end = at;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    return text.substr(at, end - at);
}

std::size_t end_in(std::string_view text, std::string_view word) {
    return static_cast<std::size_t>(word.data() - text.data()) + word.size();
}

bool begins_capital(std::string_view word) {
    if (word.empty()) return false;
    if (is_ascii_upper(word.front()) || is_ascii_digit(word.front())) return true;
    return is_high(word.front()) && is_upper(decode(word, 0).value);
}

/// One to three capitals: "A", "JA", "ÁBC".
bool is_initials(std::string_view word) {
    if (word.empty() || word.size() > 4) return false;
    return std::all_of(word.begin(), word.end(), [](char c) { return is_ascii_upper(c) || is_high(c); }) &&
           begins_capital(word);
}

/// "12(3):45", "2:45-45", "61;707", "27(6), 686": a volume and what follows it.
bool has_volume_and_pages(std::string_view text) {
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        const char c = text[i];
        if (c != ':' && c != '(' && c != ';' && c != ')') continue;
        if (!is_ascii_digit(text[i - 1])) continue;
        std::size_t after = i + 1;
        while (after < text.size() && (text[after] == ' ' || text[after] == ':')) ++after;
        if (after < text.size() && (is_ascii_digit(text[after]) || text[after] == 'e')) return true;
    }
    return text.find("pp") != std::string_view::npos && text.find("pp.") != std::string_view::npos;
}

bool has_page_range(std::string_view text) {
    for (std::size_t i = 2; i + 2 < text.size(); ++i) {
        if (text[i] != '-' && text.substr(i, 3) != "–") continue;
        const std::size_t after = text[i] == '-' ? i + 1 : i + 3;
        if (is_ascii_digit(text[i - 1]) && is_ascii_digit(text[i - 2]) && after < text.size() && is_ascii_digit(text[after]))
            return true;
    }
    return false;
}

bool has_address(std::string_view text) {
    constexpr std::array<std::string_view, 8> signs{"http", "www.", "doi", "DOI", "10.1", "PMID", "PubMed", "ISBN"};
    return std::any_of(signs.begin(), signs.end(),
                       [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

/// Capitalised word, then initials: anywhere in the first part of the text.
bool has_author(std::string_view text) {
    const std::string_view head = text.substr(0, 160);
    std::string_view previous = next_word(head, 0);
    for (std::size_t at = end_in(head, previous); !previous.empty();) {
        const std::string_view word = next_word(head, at);
        if (word.empty()) return false;
        const std::string_view between = head.substr(at, static_cast<std::size_t>(word.data() - head.data()) - at);
        const char after = end_in(head, word) < head.size() ? head[end_in(head, word)] : ',';
        if (between.size() <= 3 && previous.size() > 1 && begins_capital(previous) && !is_ascii_digit(previous.front()) &&
            is_initials(word) && (after == '.' || after == ',' || after == ';' || after == ' ' || after == '-'))
            return true;
        at = end_in(head, word);
        previous = word;
    }
    return false;
}

/// The line without quotes and brackets that close it.
std::string_view without_closers(std::string_view tail) {
    for (;;) {
        const std::size_t before = tail.size();
        while (!tail.empty() && (tail.back() == '"' || tail.back() == ')' || tail.back() == '\'')) tail.remove_suffix(1);
        for (const std::string_view quote : {"”", "’", "»"}) {
            if (tail.ends_with(quote)) tail.remove_suffix(quote.size());
        }
        if (tail.ends_with(']')) {  // "protocol.[79]"
            const std::size_t open = tail.rfind('[');
            const bool mark =
                open != std::string_view::npos && open > 0 && tail.size() - open <= 12 && is_stop(tail[open - 1]);
            if (mark) tail = tail.substr(0, open);
        }
        if (tail.size() == before) return tail;
    }
}

}  // namespace

LineShape shape_of(std::string_view line) {
    LineShape shape;
    const std::string_view head = line.substr(0, longest_look);
    for (std::string_view word = next_word(head, 0); !word.empty(); word = next_word(head, end_in(head, word))) {
        const auto at = static_cast<std::size_t>(word.data() - head.data());
        const auto letters = static_cast<std::uint32_t>(
            std::count_if(word.begin(), word.end(), [](char c) { return is_ascii_alpha(c) || is_high(c); }));
        if (shape.words == 0 && at < 4) shape.starts_small = is_ascii_lower(word.front());
        if (at > 0 && (head[at - 1] == '\'' || head[at - 1] == '-')) continue;  // "don't", "hair-loss": one word
        ++shape.words;
        shape.letters += letters;
        if (begins_capital(word)) ++shape.capitals;
        if (letters > 1 && std::none_of(word.begin(), word.end(), is_ascii_lower)) ++shape.shouts;
    }
    const std::string_view tail = without_closers(line);
    shape.last = tail.empty() ? '\0' : tail.back();
    shape.trails_off = tail.ends_with("…") || tail.ends_with("...");
    return shape;
}

char last_sign(std::string_view line) {
    const std::string_view tail = without_closers(line);
    return tail.empty() ? '\0' : tail.back();
}

bool has_words(std::string_view line) {
    int letters = 0;
    for (const char c : line.substr(0, longest_look)) {
        if ((is_ascii_alpha(c) || is_high(c)) && ++letters > 1) return true;
    }
    return false;
}

bool reads_as_table_row(std::string_view line) {
    constexpr std::size_t longest_row = 300;
    if (line.size() > longest_row || last_sign(line) == '.') return false;
    std::size_t words = 0;
    std::size_t numbers = 0;
    for (std::string_view word = next_word(line, 0); !word.empty(); word = next_word(line, end_in(line, word))) {
        const auto at = static_cast<std::size_t>(word.data() - line.data());
        if (at > 1 && line[at - 1] == '.' && is_ascii_digit(line[at - 2])) continue;  // behind a decimal point
        ++words;
        if (std::all_of(word.begin(), word.end(), is_ascii_digit)) ++numbers;
    }
    const bool date = words <= 8 && has_year(line);
    return numbers >= 3 && numbers * 10 >= words * 4 && !date;
}

int entry_traits(std::string_view text) {
    const std::string_view head = text.substr(0, longest_look);
    int traits = 0;
    traits += has_year(head) ? 1 : 0;
    traits += has_author(head) || head.find("et al") != std::string_view::npos ? 1 : 0;
    traits += has_volume_and_pages(head) || has_page_range(head) ? 1 : 0;
    traits += has_address(head) ? 1 : 0;
    return traits;
}

bool begins_with_author(std::string_view text) {
    const std::string_view head = text.substr(0, 60);
    if (!begins_capital(next_word(head, 0)) && !is_ascii_lower(head.empty() ? ' ' : head.front())) return false;
    return has_author(head);
}

bool has_year(std::string_view text) {
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
        if (text[i] != '1' && text[i] != '2') continue;
        const std::string_view century = text.substr(i, 2);
        if (century != "17" && century != "18" && century != "19" && century != "20") continue;
        if (!is_ascii_digit(text[i + 2]) || !is_ascii_digit(text[i + 3])) continue;
        const bool begins = i == 0 || !is_ascii_alnum(text[i - 1]);
        const bool ends = i + 4 == text.size() || !is_ascii_digit(text[i + 4]);
        if (begins && ends) return true;
    }
    return false;
}

}  // namespace evigrade::segment
