#include <algorithm>
#include <array>
#include <charconv>

#include "evigrade/base/text.hpp"
#include "records/normal.hpp"

namespace evigrade::records {
namespace {

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> month_names{"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return value;
}

bool is_year(std::string_view word) {
    return word.size() == 4 && std::all_of(word.begin(), word.end(), is_ascii_digit) && (word[0] == '1' || word[0] == '2');
}

/// The runs of letters and digits, until a time of day begins.
std::vector<std::string_view> parts_of(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_ascii_digit(text[end])) ++end;
        if (end == at) {
            while (end < text.size() && is_ascii_alpha(text[end])) ++end;
        }
        if (end < text.size() && text[end] == ':' && end > at) break;
        if (end > at) parts.push_back(text.substr(at, end - at));
        at = std::max(end, at + 1);
    }
    return parts;
}

void take_month(Date& date, std::optional<int> month) {
    if (!date.month && month) date.month = month;
}

void take_day(Date& date, std::string_view part) {
    const auto day = number(part);
    if (date.month && !date.day && day && *day >= 1 && *day <= 31) date.day = day;
}

}  // namespace

std::optional<int> month_of(std::string_view text) {
    const std::string word = lower(trim(text));
    if (word.size() <= 2) {
        const auto value = number(word);
        return value && *value >= 1 && *value <= 12 ? value : std::nullopt;
    }
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (word == months[i] || (word.starts_with(months[i]) && month_names[i].starts_with(word)) ||
            word == std::string(months[i]) + '.')
            return static_cast<int>(i) + 1;
    }
    return word == "sept" || word == "sept." ? std::optional(9) : std::nullopt;
}

std::optional<Date> date_of(std::string_view text) {
    const auto parts = parts_of(text);
    const auto year = std::find_if(parts.begin(), parts.end(), is_year);
    if (year == parts.end()) {
        // "20100206"
        const bool packed = parts.size() == 1 && parts[0].size() == 8 && is_year(parts[0].substr(0, 4));
        return packed ? date_of(parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6)) : std::nullopt;
    }
    Date date{*number(*year), {}, {}};
    // Before the year stand a month and a day in either order, behind it a month first.
    const std::vector<std::string_view> before(parts.begin(), year);
    const std::vector<std::string_view> behind(year + 1, parts.end());
    for (const auto& part : before) {
        if (!number(part)) take_month(date, month_of(part));
    }
    for (const auto& part : before) {
        if (number(part) && !date.month) {
            take_month(date, month_of(part));
        } else if (number(part)) {
            take_day(date, part);
        }
    }
    if (before.empty() && !behind.empty()) {
        take_month(date, month_of(behind[0]));
        if (behind.size() > 1) take_day(date, behind[1]);
    }
    return date;
}

std::optional<Date> date_of(std::string_view year, std::string_view month, std::string_view day) {
    auto date = date_of(year);
    if (!date) return date;
    if (const auto value = month_of(month)) {
        date->month = value;
        date->day.reset();
        take_day(*date, trim(day));
    }
    return date;
}

std::string iso_date(const Date& date) {
    std::string out = std::to_string(date.year);
    out.insert(0, out.size() < 4 ? 4 - out.size() : 0, '0');
    const auto add = [&](int part) { out += (part < 10 ? "-0" : "-") + std::to_string(part); };
    if (date.month) add(*date.month);
    if (date.month && date.day) add(*date.day);
    return out;
}

std::optional<std::string> pages_of(std::string_view text) {
    auto pages = said(text);
    if (!pages) return pages;
    std::string& out = *pages;
    for (const std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "--"}) {
        for (std::size_t at = out.find(dash); at != std::string::npos; at = out.find(dash))
            out.replace(at, dash.size(), "-");
    }
    for (const std::string_view word : {"pp.", "pp ", "p.", "p "}) {
        if (starts_with_ignoring_case(out, word)) out = trim(std::string_view(out).substr(word.size()));
    }
    const std::size_t dash = out.find('-');
    if (dash == std::string::npos || out.find('-', dash + 1) != std::string::npos) return said(out);
    return pages_of(std::string_view(out).substr(0, dash), std::string_view(out).substr(dash + 1));
}

std::optional<std::string> pages_of(std::string_view first, std::string_view last) {
    first = trim(first);
    last = trim(last);
    if (first.empty() || last.empty() || first == last) return said(first.empty() ? last : first);
    // "1638-45", "S12-9", "e101-5": what the last page leaves out is what the first begins with.
    const bool digits = std::all_of(last.begin(), last.end(), is_ascii_digit) && is_ascii_digit(first.back());
    if (!digits || last.size() >= first.size()) return std::string(first) + '-' + std::string(last);
    const std::string_view tail = first.substr(first.size() - last.size());
    const bool shortened = std::all_of(tail.begin(), tail.end(), is_ascii_digit) && tail < last;
    const std::string_view head = shortened ? first.substr(0, first.size() - last.size()) : std::string_view{};
    return std::string(first) + '-' + std::string(head) + std::string(last);
}

}  // namespace evigrade::records
