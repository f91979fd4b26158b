// Bibliographic items as CSL-JSON (citation-style-language schema 1.0.2).
#include "evigrade/render.hpp"
#include "render/json.hpp"

namespace evigrade::render {
namespace {

/// What is known only.
void put(Json::object_t& out, const char* key, const std::optional<std::string>& value) {
    if (value) out.Container::emplace_back(key, *value);
}

Json json_of_name(const Name& name) {
    Json out = object();
    auto& rows = out.get_ref<Json::object_t&>();
    put(rows, "literal", name.literal);
    put(rows, "family", name.family);
    put(rows, "given", name.given);
    put(rows, "non-dropping-particle", name.particle);
    put(rows, "suffix", name.suffix);
    return out;
}

Json json_of_names(const std::vector<Name>& names) {
    Json::array_t out;
    out.reserve(names.size());
    for (const Name& name : names) out.push_back(json_of_name(name));
    return out;
}

Json json_of_date(const Date& date) {
    Json parts = Json::array({date.year});
    if (date.month) parts.push_back(*date.month);
    if (date.month && date.day) parts.push_back(*date.day);
    return Json{{"date-parts", Json::array({parts})}};
}

}  // namespace

Json json_of(const BibItem& item) {
    Json out = Json::object();
    auto& rows = out.get_ref<Json::object_t&>();
    rows.reserve(18);
    add_fields(rows, "type", word(item.type), "author", json_of_names(item.authors));
    if (!item.editors.empty()) add_fields(rows, "editor", json_of_names(item.editors));
    add_fields(rows, "issued", item.issued ? json_of_date(*item.issued) : Json(nullptr), "title", json_of(item.title),
               "container-title", json_of(item.container_title), "volume", json_of(item.volume), "issue",
               json_of(item.issue), "page", json_of(item.page), "DOI", json_of(item.doi), "PMID", json_of(item.pmid));
    put(rows, "PMCID", item.pmcid);
    put(rows, "publisher", item.publisher);
    put(rows, "publisher-place", item.publisher_place);
    put(rows, "edition", item.edition);
    put(rows, "ISBN", item.isbn);
    put(rows, "ISSN", item.issn);
    put(rows, "URL", item.url);
    return out;
}

std::string csl_item(const BibItem& item, std::string_view id) {
    Json out = json_of(item);
    if (!id.empty()) {
        Json with_id{{"id", std::string(id)}};
        with_id.update(out);
        out = with_id;
    }
    return one_line(out);
}

}  // namespace evigrade::render
