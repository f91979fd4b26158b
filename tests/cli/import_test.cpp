// The store depends on what was imported and ingested, not on which came first.
#include <catch2/catch.hpp>

#include "support/support.hpp"

using namespace evigrade;

namespace {

const std::string shelf = "tests/golden/import/shelf.json";
const std::string article = "tests/golden/import/article.txt";

/// Everything that the questions about honey are answered with.
std::string answers(const std::string& db) {
    return test::evigrade({"export", "--db", db, "--format", "json"}).out +
           test::evigrade({"evidence", "--db", db, "honey", "--for", "cough", "--json"}).out +
           test::evigrade({"studies", "--db", db, "--json"}).out;
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

TEST_CASE("records imported before or after the articles give the same export and the same answers") {
    const test::Scratch scratch;
    const std::string a = scratch / "a.db";
    run(a, {"import", shelf});
    run(a, {"ingest", article});
    const std::string b = scratch / "b.db";
    run(b, {"ingest", article});
    CHECK(answers(a) != answers(b));
    run(b, {"import", shelf});
    CHECK(answers(a) == answers(b));
}

TEST_CASE("standard input is imported like a file") {
    const test::Scratch scratch;
    const auto result =
        test::evigrade({"import", "--db", scratch / "s.db", "-"}, test::read_file(test::source_dir() + "/" + shelf));
    CHECK(result.out == "2 added, 0 updated, 0 unchanged, 0 deleted, 0 bad\n");
    CHECK(result.code == 0);
}
