// The store depends on what was imported and ingested, not on which came first, nor on how often an import was broken off.
#include <catch2/catch.hpp>

#include "support/support.hpp"

using namespace evigrade;

namespace {

const std::string shelf = "tests/golden/import/shelf.ris";
const std::string notices = "tests/golden/import/retractions.csv";
const std::string article = "tests/golden/import/article.txt";

std::string exported(const std::string& db) {
    const auto run = test::evigrade({"export", "--db", db, "--format", "json"});
    REQUIRE(run.code == 0);
    return run.out;
}

std::string evidence(const std::string& db) {
    const auto run = test::evigrade({"evidence", "--db", db, "honey", "--for", "cough", "--json"});
    REQUIRE(run.code == 0);
    return run.out;
}

void run(const std::string& db, const std::vector<std::string>& words) {
    std::vector<std::string> all{words.front(), "--db", db};
    all.insert(all.end(), words.begin() + 1, words.end());
    const auto result = test::evigrade(all);
    INFO(result.err);
    REQUIRE(result.code == 0);
    CHECK(result.err.empty());
}

}  // namespace

TEST_CASE("records imported before or after the articles give the same export and the same answer") {
    const test::Scratch scratch;
    const std::string a = scratch / "a.db";
    run(a, {"import", shelf, notices});
    run(a, {"ingest", article, "data/examples"});
    const std::string b = scratch / "b.db";
    run(b, {"ingest", article, "data/examples"});
    run(b, {"import", notices});
    run(b, {"import", shelf});
    CHECK(exported(a) == exported(b));
    CHECK(evidence(a) == evidence(b));
    CHECK(evidence(a).find("\"retracted\"") != std::string::npos);
}

TEST_CASE("a file whose end is bad keeps its records, names the bad one by its line and exits 5") {
    const test::Scratch scratch;
    test::write_file(scratch / "bad.ris", test::read_file(test::source_dir() + "/" + shelf) + "TY  - JOUR\nER  - \n");
    const auto result = test::evigrade({"import", "--db", scratch / "s.db", scratch / "bad.ris"});
    CHECK(result.out == "2 added, 0 updated, 0 unchanged, 0 deleted, 1 bad\n");
    CHECK(result.code == 5);
    CHECK(result.err.find("bad.ris:") != std::string::npos);
}

TEST_CASE("standard input is imported like a file") {
    const test::Scratch scratch;
    const auto result =
        test::evigrade({"import", "--db", scratch / "s.db", "-"}, test::read_file(test::source_dir() + "/" + shelf));
    CHECK(result.out == "2 added, 0 updated, 0 unchanged, 0 deleted, 0 bad\n");
    CHECK(result.code == 0);
}
