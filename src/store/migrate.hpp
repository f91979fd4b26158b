// Migrations: numbered SQL files of src/store/sql, embedded at build time. A migration, its record and user_version are
// one transaction.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/store.hpp"
#include "store/database.hpp"

namespace evigrade::store {

/// "EVGR": marks a SQLite file as a store of this program.
constexpr std::int64_t application_id = 0x45564752;

struct Migration {
    std::int64_t version;
    std::string name;  ///< "0003_studies"
    std::string_view sql;
    std::string fingerprint;
};

/// All migrations that this program knows, in order.
std::vector<Migration> known_migrations();

/// Whether the file is a store, or blank and to be made one. Nothing is written.
void check_kind(Database& database, Access access);
/// Whether this program may use the store; brings it up to date where access is `write`.
void check_and_migrate(Database& database, Access access);

}  // namespace evigrade::store
