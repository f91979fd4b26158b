#include "store/migrate.hpp"

#include <charconv>

#include "evigrade/base/data.hpp"
#include "evigrade/base/hash.hpp"

namespace evigrade::store {
namespace {

std::int64_t single(Database& database, std::string_view sql) {
    auto rows = database.query(sql);
    return rows.next() ? rows.integer(0) : 0;
}

/// The record of a file against the migrations of this program: both must tell the same history as far as both go.
void compare_history(Database& database, const std::vector<Migration>& known) {
    auto rows = database.query("SELECT version, name, fingerprint FROM migration ORDER BY version");
    std::int64_t expected = 1;
    for (; rows.next(); ++expected) {
        const auto version = rows.integer(0);
        if (version != expected)
            return database.fail("the store's history is damaged: no record of migration " + std::to_string(expected));
        if (version > static_cast<std::int64_t>(known.size())) continue;
        const Migration& ours = known[static_cast<std::size_t>(version - 1)];
        if (ours.name != rows.view(1) || ours.fingerprint != rows.view(2)) {
            return database.fail(
                "the store's history differs from this program's at migration " + rows.text(1),
                "the migration was edited after it had been run; export with the program that wrote the store");
        }
    }
    const auto version = single(database, "PRAGMA user_version");
    if (!database.error() && expected - 1 != version) {
        database.fail("the store's history is damaged: version " + std::to_string(version) + " with a record of " +
                      std::to_string(expected - 1) + " migrations");
    }
}

void refuse_newer(Database& database, std::int64_t version, std::int64_t ours, Access access) {
    auto rows = database.query("SELECT value FROM meta WHERE name = 'smallest_reader'");
    std::int64_t smallest = version;
    if (rows.next()) {
        const auto text = rows.view(0);
        std::from_chars(text.data(), text.data() + text.size(), smallest);
    }
    if (access != Access::write && smallest <= ours) return;
    auto newest = database.query("SELECT name FROM migration WHERE version = ?1", version);
    const std::string name = newest.next() ? newest.text(0) : std::to_string(version);
    database.fail("the store was written by a newer evigrade (migration " + name + ")",
                  "update evigrade, or name another store with --db");
}

void apply(Database& database, const Migration& migration) {
    Transaction transaction(database);
    database.script(migration.sql);
    database.run("INSERT INTO migration (version, name, fingerprint) VALUES (?1, ?2, ?3)", migration.version, migration.name,
                 migration.fingerprint);
    // PRAGMA takes no bound values; these are numbers of our own.
    database.script("PRAGMA user_version = " + std::to_string(migration.version));
    if (migration.version == 1) {
        database.script("PRAGMA application_id = " + std::to_string(application_id));
        database.run("INSERT INTO meta VALUES ('smallest_reader', '1')");
    }
    transaction.commit();
}

}  // namespace

std::vector<Migration> known_migrations() {
    const Data data;
    std::vector<Migration> out;
    for (const auto name : data.list("sql/")) {
        const std::string_view stem = name.substr(4, name.size() - 8);
        const auto sql = *data.find(name);
        out.push_back({static_cast<std::int64_t>(out.size() + 1), std::string(stem), sql, content_id(sql)});
    }
    return out;
}

std::string tables_fingerprint(const Data& data, std::string_view folder) {
    std::string all;
    for (const auto name : data.list(folder)) all.append(data.find(name).value_or(std::string_view())).push_back('\0');
    return content_id(all);
}

void check_kind(Database& database, Access access) {
    const auto version = single(database, "PRAGMA user_version");
    const auto mark = single(database, "PRAGMA application_id");
    const bool blank = mark == 0 && version == 0 && single(database, "SELECT count(*) FROM sqlite_schema") == 0;
    if (database.error() || mark == application_id || (blank && access == Access::write)) return;
    database.fail(blank ? "the store is empty" : "the file is another program's database, not a store of evigrade",
                  blank ? "`evigrade ingest` fills a store" : "name another file with --db");
}

void check_and_migrate(Database& database, Access access) {
    const auto version = single(database, "PRAGMA user_version");
    if (database.error()) return;
    const auto known = known_migrations();
    const auto ours = static_cast<std::int64_t>(known.size());
    if (version > 0) compare_history(database, known);
    if (database.error()) return;
    if (version > ours) return refuse_newer(database, version, ours, access);
    if (version < ours && access != Access::write) {
        return database.fail("the store was written by an older evigrade and needs an update",
                             "`evigrade ingest` on any article brings it up to date");
    }
    for (auto next = version; next < ours && !database.error(); ++next)
        apply(database, known[static_cast<std::size_t>(next)]);
}

}  // namespace evigrade::store
