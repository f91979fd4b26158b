#include "evigrade/base/text.hpp"
#include "link/reference_fields.hpp"

namespace evigrade::link {

ItemTypes::ItemTypes(const Data& data) {
    const Table table(data.find("cues/reference_types.tsv").value_or(std::string_view()));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (const auto type = from_text<ItemType>(table.at(row, "type")))
            cues_.push_back({table.at(row, "words"), *type, table.at(row, "where") == "no_container"});
    }
}

ItemType ItemTypes::type_of(std::string_view text, const BibItem& item) const {
    const std::string low = lower(text);
    for (const Cue& cue : cues_) {
        if (cue.without_container && item.container_title) continue;
        for (std::size_t at = low.find(cue.words); at != std::string::npos; at = low.find(cue.words, at + 1)) {
            if (at == 0 || !is_ascii_alnum(low[at - 1])) return cue.type;
        }
    }
    if (item.container_title) {
        const bool in_book = !item.editors.empty() || item.publisher || low.find(" in: ") != std::string::npos;
        return in_book && !item.issue ? ItemType::chapter : ItemType::article_journal;
    }
    if (item.publisher || item.edition || item.isbn) return ItemType::book;
    if (item.url) return ItemType::webpage;
    return item.publisher_place && item.title ? ItemType::book : ItemType::document;
}

}  // namespace evigrade::link
