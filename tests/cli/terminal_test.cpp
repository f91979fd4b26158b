// What a person sees who sits at a terminal.
#include <catch2/catch.hpp>

#include "cli/console.hpp"
#include "support/support.hpp"

using namespace evigrade;
using namespace std::chrono_literals;

namespace {

const std::string folder = test::source_dir() + "/data/examples";

}  // namespace

TEST_CASE("work that ends within a second shows no progress") {
    const cli::Pace::Clock::time_point start{};
    cli::Pace pace(start);
    CHECK_FALSE(pace.due(start));
    CHECK_FALSE(pace.due(start + 999ms));
}

TEST_CASE("longer work shows its progress ten times a second") {
    const cli::Pace::Clock::time_point start{};
    cli::Pace pace(start);
    CHECK(pace.due(start + 1000ms));
    CHECK_FALSE(pace.due(start + 1099ms));
    CHECK(pace.due(start + 1100ms));
}

TEST_CASE("a terminal gets colour, and a terminal that asks for none gets none") {
    const test::Scratch scratch;
    const std::string db = scratch / "s.db";
    REQUIRE(test::evigrade({"ingest", "--db", db, folder}).code == 0);
    const std::vector<std::string> words{"evidence", "--db", db, "minoxidil", "--for", "hair loss"};
    CHECK(test::on_terminal(words, test::Colour::wanted).out.find("\x1b[1m") != std::string::npos);
    CHECK(test::on_terminal(words, test::Colour::unwanted).out.find('\x1b') == std::string::npos);
}

TEST_CASE("control characters of an article never reach a terminal") {
    const test::Scratch scratch;
    const std::string db = scratch / "s.db";
    test::write_file(scratch / "evil.txt",
                     "Ginger \x1b[2J\x1b]0;owned\x07 and nausea\n\nGinger\x1b[31m relieves nausea \x9b"
                     "2Jin pregnancy\x08\x08.\n");
    REQUIRE(test::evigrade({"ingest", "--db", db, scratch / "evil.txt"}).code == 0);
    const auto run = test::on_terminal({"evidence", "--db", db, "ginger", "--for", "nausea"}, test::Colour::unwanted);
    CHECK(run.out.find("relieves nausea") != std::string::npos);
    CHECK(run.out.find_first_of("\x1b\x07\x08") == std::string::npos);
    CHECK(run.out.find("\xc2\x9b") == std::string::npos);
}
