// The catalogue of studies keeps its own promises.
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "data/tables.hpp"
#include "evigrade/base/text.hpp"
#include "evigrade/model/study.hpp"
#include "support/support.hpp"

using namespace evigrade;

namespace {

std::set<std::string> studies() {
    const Table cells = test::table("catalog/studies.tsv");
    std::set<std::string> out;
    for (std::size_t i = 0; i < cells.rows(); ++i) out.insert(std::string(cells.at(i, "id")));
    return out;
}

bool is_number_or_empty(std::string_view cell) {
    return cell.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The cell is a word of the enumeration.
template <class E>
bool is_word(std::string_view cell) {
    return from_text<E>(cell).has_value();
}

}  // namespace

TEST_CASE("no identifier names two studies") {
    CHECK(studies().size() == test::table("catalog/studies.tsv").rows());
}

TEST_CASE("the words of a study are words of the model") {
    const Table cells = test::table("catalog/studies.tsv");
    for (std::size_t i = 0; i < cells.rows(); ++i) {
        INFO(cells.at(i, "id"));
        CHECK(is_word<ItemType>(cells.at(i, "type")));
        CHECK(is_word<Design>(cells.at(i, "design")));
        CHECK(is_word<DesignSource>(cells.at(i, "design_from")));
        CHECK(is_word<Allocation>(cells.at(i, "allocation")));
        CHECK(is_word<EditorialState>(cells.at(i, "state")));
        for (const auto column : {"year", "participants", "smallest_arm", "pmid"})
            CHECK(is_number_or_empty(cells.at(i, column)));
        CHECK((cells.at(i, "risk_of_bias").empty() || cells.at(i, "risk_of_bias") == "yes"));
    }
}

TEST_CASE("every study says what it is called, where the facts come from and who looked at them") {
    const Table cells = test::table("catalog/studies.tsv");
    for (std::size_t i = 0; i < cells.rows(); ++i) {
        INFO(cells.at(i, "id"));
        for (const auto column : {"label", "title", "source", "reviewer"}) CHECK_FALSE(cells.at(i, column).empty());
    }
}

TEST_CASE("a DOI is written in lower case without a resolver, and belongs to one study") {
    const Table cells = test::table("catalog/studies.tsv");
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < cells.rows(); ++i) {
        const auto doi = cells.at(i, "doi");
        if (doi.empty()) continue;
        INFO(doi);
        CHECK(doi.starts_with("10."));
        CHECK(lower(doi) == doi);
        CHECK(seen.insert(doi).second);
    }
}

TEST_CASE("a retraction or a concern has a date and a source") {
    const Table cells = test::table("catalog/studies.tsv");
    int found = 0;
    for (std::size_t i = 0; i < cells.rows(); ++i) {
        const auto state = cells.at(i, "state");
        if (state != "retracted" && state != "concern") continue;
        INFO(cells.at(i, "id"));
        ++found;
        CHECK_FALSE(cells.at(i, "state_date").empty());
        CHECK_FALSE(cells.at(i, "state_source").empty());
    }
    CHECK(found >= 5);
}

TEST_CASE("the smallest arm is no larger than the study") {
    const Table cells = test::table("catalog/studies.tsv");
    for (std::size_t i = 0; i < cells.rows(); ++i) {
        if (cells.at(i, "smallest_arm").empty() || cells.at(i, "participants").empty()) continue;
        INFO(cells.at(i, "id"));
        CHECK(std::stoi(std::string(cells.at(i, "smallest_arm"))) <= std::stoi(std::string(cells.at(i, "participants"))));
    }
}

TEST_CASE("what a review covers stands in the catalogue and is not younger than the review") {
    const Table cells = test::table("catalog/studies.tsv");
    std::map<std::string, std::string> year;
    for (std::size_t i = 0; i < cells.rows(); ++i) year[std::string(cells.at(i, "id"))] = std::string(cells.at(i, "year"));
    for (std::size_t i = 0; i < cells.rows(); ++i) {
        for (const auto& covered : test::list_cell(cells.at(i, "covers"))) {
            if (covered == "none") continue;
            INFO(cells.at(i, "id") << " covers " << covered);
            REQUIRE(year.contains(covered));
            CHECK(year[covered] <= std::string(cells.at(i, "year")));
        }
    }
}

TEST_CASE("a result belongs to a study, a treatment and a condition that are known") {
    const auto known = studies();
    const auto lexicon = test::lexicon_rows();
    const Table cells = test::table("catalog/results.tsv");
    for (std::size_t i = 0; i < cells.rows(); ++i) {
        const std::string treatment(cells.at(i, "treatment"));
        const std::string condition(cells.at(i, "condition"));
        INFO(cells.at(i, "study") << ": " << treatment << ", " << condition);
        CHECK(known.contains(std::string(cells.at(i, "study"))));
        REQUIRE(lexicon.contains(treatment));
        REQUIRE(lexicon.contains(condition));
        CHECK((lexicon.at(treatment).table == "treatments" || lexicon.at(treatment).table == "ingredients"));
        CHECK((lexicon.at(condition).table == "conditions" || lexicon.at(condition).table == "outcomes"));
        CHECK(is_word<StudyResultDirection>(cells.at(i, "direction")));
        CHECK(is_word<OutcomeKind>(cells.at(i, "outcome_kind")));
        CHECK_FALSE(cells.at(i, "summary").empty());
        CHECK_FALSE(cells.at(i, "source").empty());
    }
}

TEST_CASE("relays and assertions name studies of the catalogue and their source") {
    const auto known = studies();
    const auto lexicon = test::lexicon_rows();
    const Table relays = test::table("catalog/relays.tsv");
    for (std::size_t i = 0; i < relays.rows(); ++i) {
        CHECK(known.contains(std::string(relays.at(i, "study"))));
        CHECK(known.contains(std::string(relays.at(i, "relays"))));
        CHECK(lexicon.contains(std::string(relays.at(i, "treatment"))));
        CHECK(lexicon.contains(std::string(relays.at(i, "condition"))));
        CHECK_FALSE(relays.at(i, "source").empty());
    }
    const Table assertions = test::table("catalog/assertions.tsv");
    for (std::size_t i = 0; i < assertions.rows(); ++i) {
        CHECK(known.contains(std::string(assertions.at(i, "study"))));
        CHECK(is_word<Design>(assertions.at(i, "design")));
        CHECK(is_word<DesignSource>(assertions.at(i, "by_kind")));
        CHECK_FALSE(assertions.at(i, "source").empty());
    }
    CHECK(relays.rows() >= 1);
    CHECK(assertions.rows() >= 1);
}

TEST_CASE("the catalogue holds the landmark studies of common treatments") {
    CHECK(studies().size() >= 150);
}
