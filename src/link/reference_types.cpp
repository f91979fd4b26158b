#include "evigrade/base/text.hpp"
#include "link/reference_fields.hpp"

namespace evigrade::link {

ItemTypes::ItemTypes(const Data& data) {
    const Table table(data.find("cues/reference_types.tsv").value_or(std::string_view()));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string_view words = table.at(row, "words");
        const auto type = from_text<ItemType>(table.at(row, "type"));
        if (!type || words.empty()) continue;
        by_letter_[static_cast<unsigned char>(words.front())].push_back(cues_.size());
        cues_.push_back({words, *type, table.at(row, "where") == "no_container"});
    }
}

ItemType ItemTypes::type_of(std::string_view text, const BibItem& item) const {
    const std::string low = lower(text);
    std::size_t first = cues_.size();  // of the cues that stand somewhere, the first in the table tells the type
    for (std::size_t at = 0; at < low.size(); ++at) {
        if (at > 0 && is_ascii_alnum(low[at - 1])) continue;
        for (const std::size_t cue : by_letter_[static_cast<unsigned char>(low[at])]) {
            if (cue >= first) break;
            if (cues_[cue].without_container && item.container_title) continue;
            if (std::string_view(low).substr(at).starts_with(cues_[cue].words)) first = cue;
        }
    }
    if (first < cues_.size()) return cues_[first].type;
    if (item.container_title) {
        const bool in_book = !item.editors.empty() || item.publisher || low.find(" in: ") != std::string::npos;
        return in_book && !item.issue ? ItemType::chapter : ItemType::article_journal;
    }
    if (item.publisher || item.edition || item.isbn) return ItemType::book;
    if (item.url) return ItemType::webpage;
    return item.publisher_place && item.title ? ItemType::book : ItemType::document;
}

}  // namespace evigrade::link
