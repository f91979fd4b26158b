#include "evigrade/store.hpp"

#include <sqlite3.h>

#include <cstdlib>
#include <filesystem>

#include "store/database.hpp"
#include "store/migrate.hpp"

namespace evigrade::store {
namespace fs = std::filesystem;

/// Whoever writes does so through a write-ahead log: an article costs no wait for the disk, and readers go on reading.
/// Whoever reads finds a single file, which opens faster and from read-only places: the log is folded in on closing.
struct Store::Connection {
    Connection(sqlite3* handle, const std::string& path, Access by) : database(handle, path), access(by) {}
    ~Connection() {
        if (access != Access::write) return;
        database.forget_failure();
        database.script("PRAGMA busy_timeout = 100; PRAGMA journal_mode = DELETE");
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Database database;
    Access access;
};

namespace {

Error cannot_open(const std::string& path, std::string why, std::string hint) {
    return {Failure::store, std::move(why), path, std::move(hint)};
}

/// Nothing that a file brings along may run or reach further than its own tables.
void distrust(sqlite3* handle) {
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_busy_timeout(handle, 5000);
}

/// Once, before SQLite starts: counting its own memory costs a lock at every allocation, and nobody reads the count.
void start_light() {
    [[maybe_unused]] static const int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

void settle(Database& database) {
    database.script("PRAGMA cell_size_check = ON");
    database.script("PRAGMA journal_mode = WAL");
    database.script("PRAGMA synchronous = NORMAL");
    database.script("PRAGMA foreign_keys = ON");
    database.script("PRAGMA cache_size = -65536");
    database.script("PRAGMA temp_store = MEMORY");
}

/// Changes stay in memory: no page is spilled into the file, and no journal stands beside it.
void imagine(Database& database) {
    database.script("PRAGMA journal_mode = MEMORY");
    database.script("PRAGMA cache_spill = OFF");
    database.script("PRAGMA foreign_keys = ON");
    database.script("PRAGMA temp_store = MEMORY");
}

int flags_of(Access access) {
    if (access == Access::read) return SQLITE_OPEN_READONLY;
    return access == Access::suppose ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

}  // namespace

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Result<Store> Store::open(const std::string& path, Access access) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) return cannot_open(path, "the store is a folder", "name a file with --db");
    if (access != Access::write && !fs::exists(path, ignored)) {
        return cannot_open(path, "there is no store here yet", "`evigrade ingest ARTICLE…` makes one, --db names another");
    }
    start_light();
    sqlite3* handle = nullptr;
    const int flags = flags_of(access);
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    auto connection = std::make_unique<Connection>(handle, path, access);
    if (code != SQLITE_OK) {
        return cannot_open(path, std::string("the store cannot be opened: ") + sqlite3_errmsg(handle),
                           "check that the folder exists and may be written, or name another file with --db");
    }
    distrust(handle);
    check_kind(connection->database, access);
    if (access == Access::write) settle(connection->database);
    if (access == Access::suppose) imagine(connection->database);
    check_and_migrate(connection->database, access);
    if (connection->database.error()) return *connection->database.error();
    return Store(std::move(connection));
}

const std::string& Store::path() const {
    return connection_->database.path();
}

Database& Store::database() const {
    return connection_->database;
}

std::vector<Check> Store::examine() const {
    Database& database = connection_->database;
    database.script("PRAGMA cell_size_check = ON");
    std::vector<Check> out;
    std::string damage;
    for (auto rows = database.query("PRAGMA integrity_check(10)"); rows.next();) {
        if (rows.view(0) != "ok") damage += (damage.empty() ? "" : "; ") + rows.text(0);
    }
    if (database.error()) damage = database.error()->what;
    out.push_back({"integrity", damage.empty(), damage.empty() ? "the file is whole" : damage});
    std::int64_t dangling = 0;
    for (auto rows = database.query("PRAGMA foreign_key_check"); rows.next();) ++dangling;
    out.push_back({"foreign keys", dangling == 0 && !database.error(), std::to_string(dangling) + " rows point at nothing"});
    const auto known = known_migrations();
    auto version = database.query("PRAGMA user_version");
    const auto stored = version.next() ? version.integer(0) : 0;
    out.push_back(
        {"schema", stored == static_cast<std::int64_t>(known.size()),
         "version " + std::to_string(stored) + " of the file, " + std::to_string(known.size()) + " of the program"});
    return out;
}

}  // namespace evigrade::store
