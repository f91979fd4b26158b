// Bibliographic items as CSL-JSON (citation-style-language schema 1.0.2).
#include "evigrade/render.hpp"
#include "render/json.hpp"

namespace evigrade::render {
namespace {

Json json_of_name(const Name& name) {
    Json out = Json::object();
    if (name.literal) out["literal"] = *name.literal;
    if (name.family) out["family"] = *name.family;
    if (name.given) out["given"] = *name.given;
    if (name.particle) out["non-dropping-particle"] = *name.particle;
    if (name.suffix) out["suffix"] = *name.suffix;
    return out;
}

Json json_of_names(const std::vector<Name>& names) {
    Json out = Json::array();
    for (const Name& name : names) out.push_back(json_of_name(name));
    return out;
}

Json json_of_date(const Date& date) {
    Json parts = Json::array({date.year});
    if (date.month) parts.push_back(*date.month);
    if (date.month && date.day) parts.push_back(*date.day);
    return Json{{"date-parts", Json::array({parts})}};
}

void put(Json& out, const char* key, const std::optional<std::string>& value) {
    if (value) out[key] = *value;
}

}  // namespace

Json json_of(const BibItem& item) {
    Json out{{"type", std::string(to_text(item.type))}, {"author", json_of_names(item.authors)}};
    if (!item.editors.empty()) out["editor"] = json_of_names(item.editors);
    out["issued"] = item.issued ? json_of_date(*item.issued) : Json(nullptr);
    out["title"] = json_of(item.title);
    out["container-title"] = json_of(item.container_title);
    out["volume"] = json_of(item.volume);
    out["issue"] = json_of(item.issue);
    out["page"] = json_of(item.page);
    out["DOI"] = json_of(item.doi);
    out["PMID"] = json_of(item.pmid);
    put(out, "PMCID", item.pmcid);
    put(out, "publisher", item.publisher);
    put(out, "publisher-place", item.publisher_place);
    put(out, "edition", item.edition);
    put(out, "ISBN", item.isbn);
    put(out, "ISSN", item.issn);
    put(out, "URL", item.url);
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
