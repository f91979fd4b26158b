// Moments as the log writes them: 2026-11-26T09:30:00.000Z.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace evigrade::ingest {

/// A day, or a day and a time in UTC, in the one shape that sorts; nothing where the text is neither.
std::optional<std::string> moment(std::string_view text);
/// Now, or a millisecond after `last` where a clock ran ahead: what is decided on seeing a log comes after it.
std::string now_after(std::string_view last);

}  // namespace evigrade::ingest
