// Citation keys of studies, given once.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "store/database.hpp"

namespace evigrade::store {

struct GivenKey {
    std::string key;
    bool owned = false;  ///< whether the study that it was given to is still there
};
/// Every key that was ever given, by the id of its study.
std::map<std::string, GivenKey> citation_keys(Database& database);
/// Gives a key to a study; whoever had this key has it no more. Precondition: within a transaction.
void put_citation_key(Database& database, std::string_view study, std::string_view key);

}  // namespace evigrade::store
