// Files that are imported in pieces, and what is remembered of them.
#include <catch2/catch.hpp>

#include "support/hair.hpp"

using namespace evigrade;

namespace {

std::string made_up(int records) {
    std::string out = "[";
    for (int i = 0; i < records; ++i) {
        const std::string n = std::to_string(i);
        out += (i == 0 ? "\n" : ",\n");
        out += R"({"id": "b)" + n + R"(", "type": "article-journal", "author": [{"family": "Author)" + n +
               R"(", "given": "A."}], "title": "Paper number )" + n +
               R"( on the sleep of bees", "container-title": "J Bees", "issued": {"date-parts": [[2001]]}, "page": ")" + n +
               R"("})";
    }
    return out + "\n]\n";
}

std::int64_t number(store::Store& store, const char* sql) {
    auto rows = store.database().query(sql);
    return rows.next() ? rows.integer(0) : -1;
}

}  // namespace

TEST_CASE("an import that is broken off keeps what it has read and goes on from there") {
    const test::Hair hair;
    auto store = hair.open();
    const std::string file = hair.folder / "bees.json";
    test::write_file(file, made_up(50));
    int asked = 0;
    ingest::ImportOptions options;
    options.batch = 7;
    options.interrupted = [&] { return ++asked == 20; };
    const auto broken = ingest::import(store, {file}, hair.policy, options);
    REQUIRE(broken.ok());
    CHECK(broken->interrupted);
    CHECK(broken->added == 20);
    CHECK(number(store, "SELECT count(*) FROM record") == 20);
    CHECK(number(store, "SELECT complete FROM import_file") == 0);
    options.interrupted = nullptr;
    const auto rest = ingest::import(store, {file}, hair.policy, options);
    REQUIRE(rest.ok());
    CHECK(rest->added == 30);
    CHECK(rest->unchanged == 0);
    CHECK(number(store, "SELECT count(*) FROM record") == 50);
    CHECK(number(store, "SELECT records FROM import_file WHERE complete = 1") == 50);
}

TEST_CASE("a file that was imported whole is not read again, under whatever name") {
    const test::Hair hair;
    auto store = hair.open();
    test::write_file(hair.folder / "bees.json", made_up(9));
    test::write_file(hair.folder / "copy.json", made_up(9));
    REQUIRE(ingest::import(store, {hair.folder / "bees.json"}, hair.policy).ok());
    const auto again = ingest::import(store, {hair.folder / "copy.json"}, hair.policy);
    REQUIRE(again.ok());
    CHECK(again->unchanged == 9);
    CHECK(number(store, "SELECT count(*) FROM import_file") == 1);
}

TEST_CASE("a file that cannot be read leaves nothing behind and stops no other") {
    const test::Hair hair;
    auto store = hair.open();
    test::write_file(hair.folder / "bees.json", made_up(3));
    test::write_file(hair.folder / "noise.txt", "nothing of a bibliography");
    const auto summary = ingest::import(
        store, {hair.folder / "noise.txt", hair.folder / "gone.json", hair.folder / "bees.json"}, hair.policy);
    REQUIRE(summary.ok());
    CHECK(summary->failed.size() == 2);
    CHECK(summary->added == 3);
    CHECK(number(store, "SELECT count(*) FROM import_file") == 1);
}
