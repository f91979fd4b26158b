// JSON files that hold many records, one value at a time.
#pragma once

#include <nlohmann/json.hpp>

#include <functional>

#include "evigrade/base/result.hpp"
#include "records/sink.hpp"
#include "records/source.hpp"

namespace evigrade::records {

using Json = nlohmann::json;

/// Makes events of one object. An error ends the reading: the file holds no records.
using TakeJson = std::function<Status(const Json& object, Spot spot)>;

/// Reads a list of objects, one object, one object a line, and answers of services that hold a list or an object:
/// {"message": {"items": [...]}}, {"message": {...}}, {"results": [...]}, {"resultList": {"result": [...]}}.
/// Memory grows with the largest record, not with the file. An object that is no JSON becomes a bad record, and reading
/// goes on at the next line that can begin one.
Status read_json(Source& in, Sink& sink, const TakeJson& take);

}  // namespace evigrade::records
