// Dates as people write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace evigrade::read {

/// A date found in a text: ISO 8601 as exact as it is written, and where it stands.
struct FoundDate {
    std::string iso;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool has_day = false;
};

/// The first date in `text`: "2025-12-22", "Mon Dec 22 2025", "22 December 2025", "December 2025"; a bare year only
/// where the text is nothing else.
std::optional<FoundDate> find_date(std::string_view text);

/// "2005-08-18", "2005-08" or "2005" from numbers; nothing where the year makes no sense.
std::optional<std::string> iso_date(int year, std::optional<int> month, std::optional<int> day);

}  // namespace evigrade::read
