// Questions about the store as a whole: every article as it was ingested, and whether all is in order.
#include "evigrade/catalog.hpp"
#include "evigrade/query.hpp"
#include "query/rows.hpp"
#include "store/articles.hpp"
#include "store/bodies.hpp"

namespace evigrade::query {
namespace {

using store::Database;

store::Check fingerprint_check(Database& database, const std::string& name, const std::string& now) {
    const auto stored = texts_of(database, "SELECT value FROM meta WHERE name = ?1", name);
    const bool same = !stored.empty() && stored.front() == now;
    return {name, same,
            same ? "the tables that the store was made with are in force (" + now + ")"
                 : "the store was made with other tables; `evigrade ingest` on any article brings it up to date"};
}

/// Grades the first bodies again: what is kept up to date must be what the rules give.
store::Check regrade(Database& database, const grade::Policy& policy) {
    constexpr int most = 2000;
    int looked = 0;
    int differ = 0;
    auto rows = database.query(
        "SELECT treatment, condition, purpose, support, oppose FROM grade ORDER BY treatment, purpose, condition LIMIT ?1",
        most);
    while (rows.next()) {
        ++looked;
        const auto body =
            store::get_body(database, rows.view(0), rows.view(1), rows.word<Purpose>(2), store::Uncited::left_out);
        const Grade now = grade::grade(body, policy);
        const bool same = now.support == static_cast<std::uint64_t>(rows.integer(3)) &&
                          now.oppose == static_cast<std::uint64_t>(rows.integer(4));
        differ += same ? 0 : 1;
    }
    return {"grades", differ == 0, std::to_string(looked) + " graded again, " + std::to_string(differ) + " differ"};
}

constexpr int most_files = 12;

/// How many records there are and of which files; nothing where none was ever imported.
void add_imports(Database& database, std::vector<store::Check>& out) {
    const auto files = number_of(database, "SELECT count(*) FROM import_file");
    const auto records = number_of(database, "SELECT count(*) FROM record");
    if (files + records == 0) return;
    const auto studies = number_of(database, "SELECT count(DISTINCT study) FROM study_record");
    out.push_back({"records", true,
                   std::to_string(records) + " imported, " + std::to_string(studies) +
                       " studies that articles cite are made "
                       "of them"});
    // What was interrupted comes first.
    auto rows = database.query(
        "SELECT name, format, records, deleted, bad, complete FROM import_file ORDER BY complete, name, fingerprint LIMIT "
        "?1",
        most_files);
    while (rows.next()) {
        const bool complete = rows.integer(5) != 0;
        std::string says = rows.text(0) + " (" + rows.text(1) + "): " + rows.text(2) + " records";
        if (rows.integer(3) > 0) says += ", " + rows.text(3) + " deleted";
        if (rows.integer(4) > 0) says += ", " + rows.text(4) + " bad";
        if (!complete) says += "; interrupted: `evigrade import` on it goes on where it stopped";
        out.push_back({"import", complete, says});
    }
    if (files > most_files) out.push_back({"import", true, "and " + std::to_string(files - most_files) + " files more"});
}

}  // namespace

Status each_article(const store::Store& store, const std::function<bool(const Ingested&)>& take) {
    Database& database = store.database();
    const store::Snapshot snapshot(database);
    for (const auto key : keys_of(database, "SELECT key FROM article ORDER BY id")) {
        const auto article = store::get_article(database, key);
        if (!article || database.error() || !take(*article)) break;
    }
    return database.status();
}

Result<std::vector<store::Check>> doctor(const store::Store& store, const grade::Policy& policy, const Data& data) {
    auto out = store.examine();
    Database& database = store.database();
    const store::Snapshot snapshot(database);
    if (database.error()) return out;
    out.push_back(fingerprint_check(database, "lexicon", store::tables_fingerprint(data, "lexicon/")));
    out.push_back(fingerprint_check(database, "catalogue", catalog::fingerprint(data)));
    out.push_back(fingerprint_check(database, "policy", policy.fingerprint()));
    out.push_back(regrade(database, policy));
    add_imports(database, out);
    if (database.error()) return *database.error();
    return out;
}

}  // namespace evigrade::query
