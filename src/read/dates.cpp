#include "read/dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "evigrade/base/text.hpp"

namespace evigrade::read {
namespace {

constexpr std::array<std::string_view, 12> months{"january", "february", "march",     "april",   "may",      "june",
                                                  "july",    "august",   "september", "october", "november", "december"};

struct Token {
    std::size_t begin = 0;
    std::size_t end = 0;
    int number = -1;  ///< of digits
    int month = 0;    ///< 1-12 of a month's name
};

int month_of(std::string_view word) {
    if (word.size() < 3) return 0;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (ascii_lower(word.front()) != months[i].front() || !starts_with_ignoring_case(months[i], word)) continue;
        if (word.size() == 3 || word.size() == months[i].size() || equals_ignoring_case(word, "sept"))
            return static_cast<int>(i + 1);
    }
    return 0;
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (is_ascii_digit(text[at])) {
            int number = 0;
            while (at < text.size() && is_ascii_digit(text[at])) {
                if (number < 100000) number = number * 10 + (text[at] - '0');
                ++at;
            }
            tokens.push_back({begin, at, number, 0});
        } else if (is_ascii_alpha(text[at])) {
            while (at < text.size() && is_ascii_alpha(text[at])) ++at;
            const std::string_view word = text.substr(begin, at - begin);
            const bool ordinal = word == "st" || word == "nd" || word == "rd" || word == "th";
            if (!ordinal) tokens.push_back({begin, at, -1, month_of(word)});
        } else {
            ++at;
        }
    }
    return tokens;
}

bool is_year(int n) {
    return n >= 1800 && n <= 2100;
}
bool is_day(int n) {
    return n >= 1 && n <= 31;
}

/// Only blanks and light punctuation between two tokens.
bool adjacent(std::string_view text, const Token& a, const Token& b) {
    const std::string_view gap = text.substr(a.end, b.begin - a.end);
    return gap.size() <= 4 && gap.find_first_not_of(" ,./-thsndr\n") == std::string_view::npos;
}

std::optional<FoundDate> date_at(std::string_view text, const std::vector<Token>& tokens, std::size_t i) {
    const auto at = [&](std::size_t k) { return k < tokens.size() ? tokens[k] : Token{}; };
    const Token a = at(i);
    const Token b = at(i + 1);
    const Token c = at(i + 2);
    const bool ab = b.end > 0 && adjacent(text, a, b);
    const bool abc = ab && c.end > 0 && adjacent(text, b, c);
    const auto found = [&](int year, int month, std::optional<int> day, const Token& last) -> std::optional<FoundDate> {
        const auto iso = iso_date(year, month, day);
        if (!iso) return std::nullopt;
        return FoundDate{*iso, a.begin, last.end, day.has_value()};
    };
    if (abc && is_year(a.number) && b.number >= 1 && b.number <= 12 && is_day(c.number))
        return found(a.number, b.number, c.number, c);
    if (abc && is_year(a.number) && b.month > 0 && is_day(c.number)) return found(a.number, b.month, c.number, c);
    if (abc && a.month > 0 && is_day(b.number) && is_year(c.number)) return found(c.number, a.month, b.number, c);
    if (abc && is_day(a.number) && b.month > 0 && is_year(c.number)) return found(c.number, b.month, a.number, c);
    if (ab && a.month > 0 && is_year(b.number)) return found(b.number, a.month, std::nullopt, b);
    if (ab && is_year(a.number) && b.month > 0) return found(a.number, b.month, std::nullopt, b);
    if (ab && !abc && is_year(a.number) && b.number >= 1 && b.number <= 12 && text.substr(a.end, 1) == "-")
        return found(a.number, b.number, std::nullopt, b);
    return std::nullopt;
}

}  // namespace

std::optional<std::string> iso_date(int year, std::optional<int> month, std::optional<int> day) {
    if (!is_year(year)) return std::nullopt;
    if (!month || *month < 1 || *month > 12) return fmt::format("{:04}", year);
    if (!day || !is_day(*day)) return fmt::format("{:04}-{:02}", year, *month);
    return fmt::format("{:04}-{:02}-{:02}", year, *month, *day);
}

std::optional<FoundDate> find_date(std::string_view text) {
    if (std::none_of(text.begin(), text.end(), is_ascii_digit)) return std::nullopt;
    const auto tokens = tokens_of(text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (auto date = date_at(text, tokens, i)) return date;
    }
    if (tokens.size() == 1 && is_year(tokens[0].number))
        return FoundDate{*iso_date(tokens[0].number, {}, {}), tokens[0].begin, tokens[0].end, false};
    return std::nullopt;
}

}  // namespace evigrade::read
