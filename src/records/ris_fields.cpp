#include "records/ris_fields.hpp"

#include "evigrade/base/data.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::records {
namespace {

constexpr std::string_view for_all = "*";
constexpr std::string_view nowhere = "-";

/// The tags of one cell.
std::vector<std::string_view> tags(std::string_view cell, const std::vector<std::string_view>& usual) {
    if (cell.empty()) return usual;
    return cell == nowhere ? std::vector<std::string_view>{} : split(cell, '|');
}

}  // namespace

RisFields::RisFields() {
    const Table table(Data().find("formats/ris_fields.tsv").value_or(""));
    // The row for all comes first.
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const RisTags said{tags(table.at(row, "authors"), usual_.authors),
                           tags(table.at(row, "container"), usual_.container), tags(table.at(row, "volume"), usual_.volume),
                           tags(table.at(row, "issue"), usual_.issue), tags(table.at(row, "pages"), usual_.pages)};
        if (table.at(row, "kind") == for_all) {
            usual_ = said;
        } else {
            kinds_.emplace(lower(table.at(row, "kind")), said);
        }
    }
}

const RisTags& RisFields::of(std::string_view kind) const {
    const auto found = kinds_.find(lower(trim(kind)));
    return found == kinds_.end() ? usual_ : found->second;
}

}  // namespace evigrade::records
