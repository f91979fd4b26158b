// What the formats call the kinds of publications: data/formats/item_types.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "evigrade/model/study_names.hpp"

namespace evigrade::records {

/// The words of one format.
class ItemTypes {
public:
    /// `format` as the table names it: "ris", "isi", "bibtex", "medline".
    explicit ItemTypes(std::string_view format);
    /// Nothing for a word that the format does not have; case is nothing.
    [[nodiscard]] std::optional<ItemType> of(std::string_view word) const;

private:
    std::unordered_map<std::string, ItemType> types_;  ///< by lower-case word
};

}  // namespace evigrade::records
