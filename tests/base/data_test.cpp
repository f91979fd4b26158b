#include "evigrade/base/data.hpp"

#include <catch2/catch.hpp>

#include "support/support.hpp"

using namespace evigrade;

TEST_CASE("a table skips comments and gives cells by column name") {
    const Table table("# a comment\nid\tname\nx\tthe x\n\ny\n");
    REQUIRE(table.rows() == 2);
    CHECK(table.at(0, "name") == "the x");
    CHECK(table.at(1, "name").empty());
    CHECK(table.at(0, "nowhere").empty());
}

TEST_CASE("a row may begin with the mark of comments, once the header stands") {
    const Table table("# a comment\nphrase\tkind\n# mg\tdosage\n# another comment\n");
    REQUIRE(table.rows() == 1);
    CHECK(table.at(0, "phrase") == "# mg");
}

TEST_CASE("a file of the replacing folder wins over the embedded one") {
    const test::Scratch scratch;
    test::write_file(scratch / "lexicon/treatments.tsv", "mine");
    CHECK(Data(scratch.path()).find("lexicon/treatments.tsv") == "mine");
}

TEST_CASE("a file that nobody ships is not found") {
    CHECK_FALSE(Data().find("no/such.tsv").has_value());
}
