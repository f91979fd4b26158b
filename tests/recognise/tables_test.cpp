#include <catch2/catch.hpp>
#include <set>

#include "evigrade/base/data.hpp"
#include "evigrade/base/text.hpp"
#include "recognise/cues.hpp"
#include "recognise/words.hpp"
#include "support/support.hpp"

using namespace evigrade;
using namespace evigrade::recognise;

namespace {

/// Rows of a table of data/lexicon without a source, by their first cell.
std::set<std::string> without_source(const Table& table) {
    std::set<std::string> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (trim(table.at(row, "source")).empty()) rows.emplace(table.cell(row, 0));
    }
    return rows;
}

std::string bytes_of(const std::string& name) {
    return test::read_file(test::source_dir() + "/data/lexicon/" + name);
}

}  // namespace

TEST_CASE("every row of the patterns has a role that the program knows, and a source") {
    const std::string bytes = bytes_of("patterns.tsv");
    const Table table(bytes);
    REQUIRE(table.rows() > 20);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        INFO(table.at(row, "role"));
        CHECK(from_text<Role>(table.at(row, "role")).has_value());
    }
    CHECK(without_source(table).empty());
}

TEST_CASE("every role is explained by a row") {
    const std::string bytes = bytes_of("patterns.tsv");
    const Table table(bytes);
    std::set<std::string_view> used{"route"};  // whose words stand in routes.tsv
    for (std::size_t row = 0; row < table.rows(); ++row) used.insert(table.at(row, "role"));
    for (const std::string_view role : Names<Role>::values) {
        INFO(role);
        CHECK(used.contains(role));
    }
}

TEST_CASE("every ending names a kind of thing, and has a source") {
    const std::string bytes = bytes_of("affixes.tsv");
    const Table table(bytes);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        INFO(table.at(row, "ending"));
        CHECK(from_text<EndingKind>(table.at(row, "names")).has_value());
        CHECK(table.at(row, "ending").size() >= 3);
    }
    CHECK(without_source(table).empty());
}

TEST_CASE("every ambiguous name has a neighbour that tells, and a source") {
    const std::string bytes = bytes_of("ambiguous.tsv");
    const Table table(bytes);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        INFO(table.at(row, "names"));
        std::string telling;
        for (const char* column : {"not_after", "not_before", "only_after", "only_before"}) telling += table.at(row, column);
        CHECK_FALSE(telling.empty());
    }
    CHECK(without_source(table).empty());
}

TEST_CASE("the plain words are sorted, so that bisection finds them") {
    const std::string bytes = bytes_of("plain_words.txt");
    std::string_view before;
    std::size_t wrong = 0;
    for (const std::string_view line : split(bytes, '\n')) {
        if (line.starts_with('#')) continue;
        wrong += line <= before;
        before = line;
    }
    CHECK(wrong == 0);
    const PlainWords plain{Data()};
    for (const char* word : {"able", "walking", "tried", "zoos", "therapy"}) {
        INFO(word);
        CHECK(plain.contains(word));
    }
    CHECK_FALSE(plain.contains("kratomol"));
    CHECK_FALSE(plain.contains(""));
}

TEST_CASE("an ending tells what a word names") {
    const Affixes affixes{Data()};
    CHECK(affixes.kind_of("ravutinib") == EndingKind::drug);
    CHECK(affixes.kind_of("ozonotherapy") == EndingKind::procedure);
    CHECK(affixes.kind_of("orchitis") == EndingKind::condition);
    CHECK_FALSE(affixes.kind_of("diagnosis").has_value());
    CHECK_FALSE(affixes.kind_of("cholesterol").has_value());
}
