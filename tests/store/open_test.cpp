// Opening a store: what is created, what is refused, what is never touched.
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "evigrade/store.hpp"
#include "store/database.hpp"
#include "store/migrate.hpp"
#include "support/support.hpp"

using namespace evigrade;
using store::Access;
using store::Store;

namespace {

void with_raw(const std::string& path, const std::string& sql) {
    auto opened = Store::open(path, Access::write);
    REQUIRE(opened.ok());
    opened->database().script(sql);
    REQUIRE_FALSE(opened->database().error());
}

}  // namespace

TEST_CASE("a store that is written to is created, and found again by those who read") {
    const test::Scratch folder;
    REQUIRE(Store::open(folder / "new.db", Access::write).ok());
    const auto again = Store::open(folder / "new.db", Access::read);
    REQUIRE(again.ok());
    for (const auto& check : again->examine()) {
        INFO(check.name << ": " << check.says);
        CHECK(check.ok);
    }
}

TEST_CASE("reading makes no file where there is none") {
    const test::Scratch folder;
    const auto opened = Store::open(folder / "none.db", Access::read);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().failure == Failure::store);
    CHECK_FALSE(std::filesystem::exists(folder / "none.db"));
}

TEST_CASE("another program's database is refused by both doors and left as it was") {
    const test::Scratch folder;
    const std::string path = folder / "other.db";
    with_raw(path, "PRAGMA application_id = 7");
    const std::string before = test::read_file(path);
    CHECK_FALSE(Store::open(path, Access::read).ok());
    CHECK_FALSE(Store::open(path, Access::write).ok());
    CHECK(test::read_file(path) == before);
}

TEST_CASE("a file that is no database, an empty file and a folder are refused for reading") {
    const test::Scratch folder;
    test::write_file(folder / "text.db", "Mesotherapy for Hair Growth: Does it Really Work?");
    test::write_file(folder / "empty.db", "");
    for (const std::string& path : {folder / "text.db", folder / "empty.db", folder.path()}) {
        INFO(path);
        const auto opened = Store::open(path, Access::read);
        REQUIRE_FALSE(opened.ok());
        CHECK(opened.error().in == path);
        CHECK_FALSE(opened.error().hint.empty());
    }
    CHECK_FALSE(Store::open(folder / "text.db", Access::write).ok());
}

TEST_CASE("a store with a history that was edited is refused by the migration's name") {
    const test::Scratch folder;
    with_raw(folder / "a.db", "UPDATE migration SET fingerprint = 'edited' WHERE version = 3");
    const auto opened = Store::open(folder / "a.db", Access::read);
    REQUIRE_FALSE(opened.ok());
    CHECK_THAT(opened.error().what, Catch::Contains("0003_studies"));
}

TEST_CASE("a newer store is refused by the name of its newest migration, unless it says that old readers will do") {
    const test::Scratch folder;
    const auto next = store::known_migrations().size() + 1;
    with_raw(folder / "a.db", "INSERT INTO migration VALUES (" + std::to_string(next) +
                                  ", '9999_future', 'f'); UPDATE meta SET value = '" + std::to_string(next) +
                                  "' WHERE name = 'smallest_reader'; PRAGMA user_version = " + std::to_string(next));
    const auto opened = Store::open(folder / "a.db", Access::read);
    REQUIRE_FALSE(opened.ok());
    CHECK_THAT(opened.error().what, Catch::Contains("9999_future"));

    const test::Scratch other;
    with_raw(other / "b.db", "INSERT INTO migration VALUES (" + std::to_string(next) +
                                 ", '9999_future', 'f'); PRAGMA user_version = " + std::to_string(next));
    CHECK(Store::open(other / "b.db", Access::read).ok());
    CHECK_FALSE(Store::open(other / "b.db", Access::write).ok());
}

TEST_CASE("opening an older store for reading never migrates it") {
    const test::Scratch folder;
    const std::string path = folder / "old.db";
    with_raw(path, "DELETE FROM migration WHERE version = 8; PRAGMA user_version = 7");
    const std::string before = test::read_file(path);
    CHECK_FALSE(Store::open(path, Access::read).ok());
    CHECK(test::read_file(path) == before);
}

TEST_CASE("the first failure sticks, and a transaction that saw one leaves nothing behind") {
    const test::Scratch folder;
    auto opened = Store::open(folder / "a.db", Access::write);
    REQUIRE(opened.ok());
    auto& database = opened->database();
    {
        store::Transaction transaction(database);
        database.run("INSERT INTO meta VALUES ('a', 'b')");
        database.run("INSERT INTO meta VALUES ('a', 'c')");
        database.run("INSERT INTO meta VALUES ('d', 'e')");
        CHECK_FALSE(transaction.commit().ok());
    }
    CHECK(database.error());
    database.forget_failure();
    auto rows = database.query("SELECT count(*) FROM meta WHERE name IN ('a', 'd')");
    REQUIRE(rows.next());
    CHECK(rows.integer(0) == 0);
}

TEST_CASE("a name is found in the plural, in any case and in either spelling") {
    CHECK(store::name_key("Hair Mesotherapies") == store::name_key("hair mesotherapy"));
    CHECK(store::name_key("Oestrogens") == store::name_key("estrogen"));
    CHECK(store::name_key("virus") == "virus");
}
