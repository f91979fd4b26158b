#include "ingest/when.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace evigrade::ingest {
namespace {

using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

/// Whether a text has the shape of a pattern in which 0 stands for any digit.
bool has_shape(std::string_view text, std::string_view pattern) {
    return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(),
                      [](char c, char p) { return p == '0' ? c >= '0' && c <= '9' : c == p; });
}

int number(std::string_view text, std::size_t from, std::size_t length) {
    int out = 0;
    std::from_chars(text.data() + from, text.data() + from + length, out);
    return out;
}

std::string text_of(Moment at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(at - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

/// Of a text in the log's own shape.
std::optional<Moment> parsed(std::string_view text) {
    if (!has_shape(text, "0000-00-00T00:00:00.000Z")) return std::nullopt;
    const std::chrono::year_month_day date(std::chrono::year(number(text, 0, 4)),
                                           std::chrono::month(static_cast<unsigned>(number(text, 5, 2))),
                                           std::chrono::day(static_cast<unsigned>(number(text, 8, 2))));
    const int hour = number(text, 11, 2);
    const int minute = number(text, 14, 2);
    const int second = number(text, 17, 2);
    if (!date.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
    return std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
           std::chrono::seconds(second) + std::chrono::milliseconds(number(text, 20, 3));
}

}  // namespace

std::optional<std::string> moment(std::string_view text) {
    std::string full(text);
    if (has_shape(text, "0000-00-00")) full += "T00:00:00.000Z";
    if (has_shape(text, "0000-00-00T00:00:00Z")) full.insert(full.size() - 1, ".000");
    return parsed(full) ? std::optional(full) : std::nullopt;
}

std::string now_after(std::string_view last) {
    const auto now = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const auto before = parsed(last);
    return text_of(before && *before >= now ? *before + std::chrono::milliseconds(1) : now);
}

}  // namespace evigrade::ingest
