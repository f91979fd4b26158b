// Bibliographic items as CSL-JSON (citation-style-language schema 1.0.2).
#include "evigrade/render.hpp"
#include "render/item.hpp"
#include "render/json.hpp"

namespace evigrade::render {
namespace {

void write(Writer& out, const Name& name) {
    out.object([&] {
        out.field_if_any("literal", name.literal);
        out.field_if_any("family", name.family);
        out.field_if_any("given", name.given);
        out.field_if_any("non-dropping-particle", name.particle);
        out.field_if_any("suffix", name.suffix);
    });
}

void write_names(Writer& out, std::string_view key, const std::vector<Name>& names) {
    out.key(key);
    out.array(names, [&](const Name& name) { write(out, name); });
}

void write_issued(Writer& out, const std::optional<Date>& date) {
    if (!date) return out.field("issued", std::optional<int>());
    std::vector<int> parts{date->year};
    if (date->month) parts.push_back(*date->month);
    if (date->month && date->day) parts.push_back(*date->day);
    out.key("issued");
    out.object([&] { out.field("date-parts", std::vector<std::vector<int>>{parts}); });
}

}  // namespace

void write(Writer& out, const BibItem& item, std::string_view id) {
    out.object([&] {
        if (!id.empty()) out.field("id", id);
        out.field("type", to_text(item.type));
        write_names(out, "author", item.authors);
        if (!item.editors.empty()) write_names(out, "editor", item.editors);
        write_issued(out, item.issued);
        out.field("title", item.title);
        out.field("container-title", item.container_title);
        out.field("volume", item.volume);
        out.field("issue", item.issue);
        out.field("page", item.page);
        out.field("DOI", item.doi);
        out.field("PMID", item.pmid);
        out.field_if_any("PMCID", item.pmcid);
        out.field_if_any("publisher", item.publisher);
        out.field_if_any("publisher-place", item.publisher_place);
        out.field_if_any("edition", item.edition);
        out.field_if_any("ISBN", item.isbn);
        out.field_if_any("ISSN", item.issn);
        out.field_if_any("URL", item.url);
    });
}

std::string csl_item(const BibItem& item, std::string_view id) {
    std::string line;
    Writer out(line);
    write(out, item, id);
    return line;
}

Json json_of(const BibItem& item) {
    return Json::parse(csl_item(item));
}

}  // namespace evigrade::render
