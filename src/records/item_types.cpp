#include "records/item_types.hpp"

#include "evigrade/base/data.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::records {

ItemTypes::ItemTypes(std::string_view format) {
    const Table table(Data().find("formats/item_types.tsv").value_or(""));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table.at(row, "format") != format) continue;
        if (const auto type = from_text<ItemType>(table.at(row, "type"))) types_[lower(table.at(row, "word"))] = *type;
    }
}

std::optional<ItemType> ItemTypes::of(std::string_view word) const {
    const auto found = types_.find(lower(trim(word)));
    if (found == types_.end()) return std::nullopt;
    return found->second;
}

}  // namespace evigrade::records
