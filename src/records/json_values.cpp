#include "records/json_values.hpp"

#include "records/normal.hpp"

namespace evigrade::records {

const Json& member(const Json& object, std::string_view key) {
    static const Json nothing;
    if (!object.is_object()) return nothing;
    const auto found = object.find(key);
    return found == object.end() ? nothing : *found;
}

const Json& member(const Json& object, std::initializer_list<std::string_view> path) {
    const Json* at = &object;
    for (const std::string_view key : path) at = &member(*at, key);
    return *at;
}

std::optional<std::string> said_in(const Json& value) {
    if (value.is_string()) return said(value.get_ref<const std::string&>());
    if (value.is_number()) return value.dump();
    if (value.is_array() && !value.empty() && !value.front().is_structured()) return said_in(value.front());
    return std::nullopt;
}

std::vector<std::string> texts_in(const Json& value) {
    std::vector<std::string> out;
    if (!value.is_array()) {
        if (auto text = said_in(value)) out.push_back(std::move(*text));
        return out;
    }
    for (const Json& one : value) {
        if (auto text = one.is_structured() ? std::nullopt : said_in(one)) out.push_back(std::move(*text));
    }
    return out;
}

std::optional<Date> date_in(const Json& value) {
    if (!value.is_object()) {
        const auto text = said_in(value);
        return text ? date_of(*text) : std::nullopt;
    }
    const Json& parts = list_in(member(value, "date-parts"));
    if (!parts.empty() && parts.front().is_array()) {
        const auto texts = texts_in(parts.front());
        const auto part = [&](std::size_t i) { return i < texts.size() ? std::string_view(texts[i]) : std::string_view{}; };
        if (auto date = date_of(part(0), part(1), part(2))) return date;
    }
    for (const std::string_view key : {"raw", "literal"}) {
        const auto text = said_in(member(value, key));
        if (auto date = text ? date_of(*text) : std::nullopt) return date;
    }
    return std::nullopt;
}

bool is_true(const Json& value) {
    return value.is_boolean() && value.get<bool>();
}

const Json& list_in(const Json& value) {
    static const Json empty = Json::array();
    return value.is_array() ? value : empty;
}

}  // namespace evigrade::records
