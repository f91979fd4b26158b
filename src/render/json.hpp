// The one JSON type of the room: keys keep the order in which DESIGN 4 lists them.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "evigrade/model/answer.hpp"
#include "evigrade/model/bibliography.hpp"
#include "evigrade/model/decision.hpp"
#include "evigrade/model/rows.hpp"
#include "evigrade/model/span.hpp"

namespace evigrade::render {

using Json = nlohmann::ordered_json;

inline void add_fields(Json::object_t& /*object*/) {}
template <class Value, class... Rest>
void add_fields(Json::object_t& object, const char* key, Value&& value, Rest&&... rest) {
    object.Container::emplace_back(key, std::forward<Value>(value));
    add_fields(object, std::forward<Rest>(rest)...);
}
/// An object of these keys and values, in this order: no key twice. For what an answer holds many of: an initialiser list
/// would make an array of every pair first, and the vector under an object copies all that it holds whenever it grows.
template <class... Fields>
Json object(Fields&&... fields) {
    Json out = Json::object();
    auto& rows = out.get_ref<Json::object_t&>();
    rows.reserve(sizeof...(fields) / 2 + 3);  // and room for what only some have
    add_fields(rows, std::forward<Fields>(fields)...);
    return out;
}

inline Json json_of(Span span) {
    return Json::array({span.begin, span.end});
}

template <class T>
Json json_of(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

/// An enumerator as its word.
template <class E>
std::string word(E value) {
    return std::string(to_text(value));
}

/// A CSL-JSON item as `csl_item` writes it.
Json json_of(const BibItem& item);

Json json_of(const EntityName& entity);
/// With its rank first, where it has one.
Json json_of(const ClaimRow& row, std::optional<std::size_t> rank = std::nullopt);
Json json_of(const StudyRow& row);
Json json_of(const ArticleRow& row);
/// The studies of one graded body with their ledgers, counted ones first.
Json studies_of(const GradedBody& body);
Json paths_of(const std::vector<EchoPath>& paths);
Json json_of(const Certainty& certainty);
Json json_of(const DecisionRow& row);
Json points_of(std::uint64_t support, std::uint64_t oppose);

/// One line; broken UTF-8 becomes U+FFFD instead of an exception.
inline std::string one_line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace evigrade::render
