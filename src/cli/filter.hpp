// The loop of every filter: JSON Lines in, JSON Lines out, same order, `id` kept (DESIGN 4.2).
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace evigrade::cli {

using Json = nlohmann::ordered_json;

/// Reads `path` ("-" or "": standard input) line by line, memory flat in the number of lines. For each line the
/// parsed object goes to `answer`, whose result is printed with the line's `id` in front. A line that is no JSON
/// object, or for which `answer` throws std::invalid_argument, gives {"id", "line", "error"} and exit 5 at the end.
int filter_json_lines(Context& context, const std::string& path, const std::function<Json(const Json&)>& answer);

/// The same where `answer` gives the object already rendered, with one member at least and without a line end.
int filter_json_rendered(Context& context, const std::string& path, const std::function<std::string(const Json&)>& answer);

/// The same for plain lines: `answer` gets each non-empty line, and gives one rendered object without a line end.
int filter_plain_lines(Context& context, const std::string& path,
                       const std::function<std::string(std::string_view)>& answer);

/// The string member `key` of a record. Throws std::invalid_argument, naming the key, where it is missing or no string.
std::string required_text(const Json& record, const char* key);
/// The string member `key`, or "".
std::string optional_text(const Json& record, const char* key);
/// One line of JSON; bytes that are no UTF-8 are replaced.
std::string dump_line(const Json& record);

}  // namespace evigrade::cli
