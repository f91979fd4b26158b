// A lookup is a few rows found by an index: nothing is scanned, nothing is sorted, whatever the store has grown to.
#include <catch2/catch.hpp>

#include "evigrade/query.hpp"
#include "store/database.hpp"
#include "support/hair.hpp"

using namespace evigrade;

namespace {

/// What SQLite says it will do, one step a line, for the statements that touch the store's own tables.
std::vector<std::string> plan_of(store::Database& database, const std::string& sql) {
    std::vector<std::string> steps;
    for (auto rows = database.query("EXPLAIN QUERY PLAN " + sql); rows.next();) steps.push_back(rows.text(3));
    return steps;
}

bool reads_rows(const std::string& sql) {
    return sql.starts_with("SELECT") && sql.find("FROM migration") == std::string::npos;
}

}  // namespace

TEST_CASE("every statement of a lookup finds its rows by an index and needs no sorting") {
    const test::Hair world;
    {
        auto writing = world.open("plan.db");
        world.put(writing, test::review_page());
        world.put(writing, test::sceptic());
        world.put(writing, test::clinic());
    }
    const auto store = store::Store::open(world.folder / "plan.db", store::Access::read);
    REQUIRE(store.ok());
    REQUIRE(query::evidence(*store, world.policy, "mesotherapy", "hair loss").ok());
    const auto statements = store->database().statements();
    std::size_t looked_at = 0;
    for (const auto& sql : statements) {
        if (!reads_rows(sql)) continue;
        ++looked_at;
        for (const auto& step : plan_of(store->database(), sql)) {
            INFO(sql << "\n  " << step);
            CHECK_FALSE(step.starts_with("SCAN"));
            CHECK(step.find("USE TEMP B-TREE") == std::string::npos);
        }
    }
    CHECK(looked_at > 10);
}
