// Small questions to a JSON object, where services write a text, a number, a list or nothing in the same place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/model/bibliography.hpp"
#include "records/json_stream.hpp"

namespace evigrade::records {

/// The member, or null where there is none (also of what is no object).
const Json& member(const Json& object, std::string_view key);
/// At the end of a path of keys.
const Json& member(const Json& object, std::initializer_list<std::string_view> path);
/// A text; a number as text; the first of a list. Trimmed; nothing of an empty one.
std::optional<std::string> said_in(const Json& value);
/// All texts of a list, or the one text.
std::vector<std::string> texts_in(const Json& value);
/// {"date-parts": [[2010, 2, 6]]} with numbers or texts, {"raw"}, {"literal"}, or a text.
std::optional<Date> date_in(const Json& value);
bool is_true(const Json& value);
/// The list, or an empty one of what is none.
const Json& list_in(const Json& value);

}  // namespace evigrade::records
