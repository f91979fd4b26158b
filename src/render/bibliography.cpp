// The common part of all bibliographies, and CSL-JSON.
#include "render/bibliography.hpp"

#include "evigrade/base/data.hpp"
#include "render/json.hpp"

namespace evigrade::render {
namespace {

/// The word that a format has for each type (data/formats/item_types.tsv, the rows marked to be written).
std::map<ItemType, std::string> written_types(std::string_view format) {
    std::map<ItemType, std::string> out;
    const Table table(Data().find("formats/item_types.tsv").value_or(""));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table.at(row, "format") != format || table.at(row, "write") != "1") continue;
        if (const auto type = from_text<ItemType>(table.at(row, "type"))) out[*type] = table.at(row, "word");
    }
    return out;
}

/// CSL has no mark for "and others"; processors take a last name that is the literal "others" for it.
Json csl_of(const BibItem& item, std::string_view key) {
    Json out{{"id", std::string(key)}};
    const Json fields = json_of(item);
    for (const auto& [name, value] : fields.items()) {
        if (!value.is_null() && !(value.is_array() && value.empty())) out[name] = value;
    }
    if (item.et_al) out["author"].push_back({{"literal", "others"}});
    return out;
}

}  // namespace

std::pair<std::string, std::string> page_range(const std::string& page) {
    const std::size_t dash = page.find('-');
    if (dash == std::string::npos || dash == 0 || dash + 1 == page.size() || page.find('-', dash + 1) != std::string::npos)
        return {page, ""};
    return {page.substr(0, dash), page.substr(dash + 1)};
}

std::string family_with_particle(const Name& name) {
    if (name.literal) return *name.literal;
    return (name.particle ? *name.particle + ' ' : "") + name.family.value_or("");
}

Bibliography::Bibliography(BibFormat format)
    : format_(format),
      types_(written_types(format == BibFormat::ris      ? "ris"
                           : format == BibFormat::bibtex ? "bibtex"
                                                         : "")) {}

std::string Bibliography::begin() const {
    return format_ == BibFormat::csl_json ? "[\n" : "";
}

std::string Bibliography::item(const BibItem& item, std::string_view key) {
    const bool first = std::exchange(first_, false);
    switch (format_) {
        case BibFormat::csl_json:
            return (first ? "" : ",\n") + one_line(csl_of(item, key));
        case BibFormat::bibtex:
            return (first ? "" : "\n") + bibtex_entry(item, key, types_);
        case BibFormat::ris:
            return (first ? "" : "\n") + ris_record(item, key, types_);
    }
    return {};
}

std::string Bibliography::end() const {
    if (format_ != BibFormat::csl_json) return "";
    return first_ ? "]\n" : "\n]\n";
}

}  // namespace evigrade::render
