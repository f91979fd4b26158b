// RIS, as reference managers read it.
#include <fmt/format.h>

#include "evigrade/base/text.hpp"
#include "render/bibliography.hpp"

namespace evigrade::render {
namespace {

class Record {
public:
    void line(std::string_view tag, std::string_view value) { text_ += fmt::format("{}  - {}\n", tag, squeeze(value)); }
    void maybe(std::string_view tag, const std::optional<std::string>& value) {
        if (value) line(tag, *value);
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

/// "van der Berg, Jan, Jr."; behind an organisation stands a comma, so that nobody takes it apart.
std::string ris_name(const Name& name) {
    if (name.literal) return *name.literal + ',';
    std::string out = family_with_particle(name) + ',';
    if (name.given) out += ' ' + *name.given;
    if (name.suffix) out += ", " + *name.suffix;
    return name.given || name.suffix ? out : family_with_particle(name);
}

void dates(Record& record, const BibItem& item) {
    if (!item.issued) return;
    record.line("PY", std::to_string(item.issued->year));
    if (!item.issued->month) return;
    record.line("DA", item.issued->day
                          ? fmt::format("{:04}/{:02}/{:02}", item.issued->year, *item.issued->month, *item.issued->day)
                          : fmt::format("{:04}/{:02}", item.issued->year, *item.issued->month));
}

void pages(Record& record, const BibItem& item) {
    if (!item.page) return;
    const auto [first, last] = page_range(*item.page);
    record.line("SP", first);
    // Alone, the first page of a whole work would be its number of pages.
    const bool whole = item.type == ItemType::book || item.type == ItemType::thesis || item.type == ItemType::dataset ||
                       item.type == ItemType::software || item.type == ItemType::webpage;
    if (!last.empty() || whole) record.line("EP", last.empty() ? first : last);
}

}  // namespace

std::string ris_record(const BibItem& item, std::string_view key, const std::map<ItemType, std::string>& types) {
    Record record;
    const auto type = types.find(item.type);
    record.line("TY", type == types.end() ? std::string_view("GEN") : std::string_view(type->second));
    record.line("ID", key);
    for (const Name& name : item.authors) record.line("AU", ris_name(name));
    for (const Name& name : item.editors) record.line("ED", ris_name(name));
    record.maybe("TI", item.title);
    const bool part = item.type == ItemType::chapter || item.type == ItemType::paper_conference;
    // Newer readers take T2, older ones BT.
    record.maybe(part ? "T2" : "JF", item.container_title);
    if (part) record.maybe("BT", item.container_title);
    dates(record, item);
    record.maybe("VL", item.volume);
    record.maybe("IS", item.issue);
    pages(record, item);
    record.maybe("PB", item.publisher);
    record.maybe("CY", item.publisher_place);
    record.maybe("ET", item.edition);
    record.maybe("SN", item.issn);
    record.maybe("SN", item.isbn);
    record.maybe("DO", item.doi);
    record.maybe("AN", item.pmid);
    if (item.pmid) record.line("DB", "PubMed");
    record.maybe("C2", item.pmcid);
    record.maybe("UR", item.url);
    return record.text() + "ER  - \n";
}

}  // namespace evigrade::render
