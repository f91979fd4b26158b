// Bibliographic items as rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/model/bibliography.hpp"
#include "store/database.hpp"

namespace evigrade::store {

/// Whose item it is: exactly one of the three.
struct ItemOwner {
    std::optional<std::string> report_of;
    int place = 0;  ///< among the study's reports
    std::optional<std::int64_t> reference;
    std::optional<std::int64_t> citation;
};

/// Stores an item with the keys under which it is found again; gives its row's key.
std::int64_t put_item(Database& database, const BibItem& item, const ItemOwner& owner, std::string_view fingerprint,
                      const std::vector<std::int64_t>& keys);

/// The item of a row; empty where there is none.
BibItem get_item(Database& database, std::int64_t key);

}  // namespace evigrade::store
