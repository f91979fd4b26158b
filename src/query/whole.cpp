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
    if (database.error()) return *database.error();
    return out;
}

}  // namespace evigrade::query
