// The phrases that claims are read by (data/cues/claim_*.tsv).
#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

#include "evigrade/base/data.hpp"
#include "evigrade/base/text.hpp"
#include "tables.hpp"

using namespace evigrade;

namespace {

/// How many sequences of words a phrase stands for: its alternatives multiplied.
std::size_t sequences(std::string_view phrase) {
    constexpr std::size_t of_a_gap = 4;
    std::size_t count = 1;
    for (const std::string_view part : split(phrase, ' ')) {
        const auto alternatives = static_cast<std::size_t>(std::count(part.begin(), part.end(), '/')) + 1;
        const bool optional = part.starts_with('(') && part.size() > 2;
        count *= part == ".." ? of_a_gap : alternatives + (optional ? 1 : 0);
    }
    return count;
}

}  // namespace

TEST_CASE("no phrase stands for so many sequences of words that reading it takes time") {
    constexpr std::size_t most = 1000;
    std::size_t phrases = 0;
    for (const std::string_view name : Data().list("cues/claim_")) {
        const Table table = test::table(std::string(name));
        for (std::size_t row = 0; row < table.rows(); ++row) {
            INFO(name << ": " << table.at(row, "phrase"));
            CHECK(sequences(table.at(row, "phrase")) <= most);
            ++phrases;
        }
    }
    CHECK(phrases > 3000);
}
