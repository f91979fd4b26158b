// The catalogue's tables as studies.
#include <set>

#include <catch2/catch.hpp>

#include "evigrade/catalog.hpp"
#include "evigrade/lexicon.hpp"
#include "support/support.hpp"

using namespace evigrade;

TEST_CASE("a study's rows in the four tables come together under its id") {
    const test::Scratch folder;
    test::write_file(
        folder / "catalog/studies.tsv",
        "# facts\nid\tlabel\ttype\tauthors\tyear\ttitle\tdesign\tdesign_from\tdesign_by\tparticipants\tcovers\tsource\n"
        "b-2\tB 2\tarticle-journal\tBee, A.|Consortium\t2002\tOn bees\tcohort\tprimary\tabstract\t40\ta-1|c-3\tPMID 2\n"
        "a-1\tA 1\tbook\tAnt, Z.\t2001\tOn ants\ttextbook\tprimary\tbook\t\t\tlibrary\n");
    test::write_file(folder / "catalog/results.tsv",
                     "study\ttreatment\tcondition\tdirection\toutcome_kind\toutcome\tcomparator\teffect\tsummary\tsource\n"
                     "b-2\thoney\tcough\tsupports\tpatient_important\tcough\tnothing\t\tLess cough.\tabstract\n");
    test::write_file(folder / "catalog/relays.tsv",
                     "study\trelays\ttreatment\tcondition\tsource\nb-2\ta-1\thoney\tcough\tp. 3\n");
    test::write_file(folder / "catalog/assertions.tsv",
                     "study\tdesign\tby_kind\tby\tsource\nb-2\trandomized_trial\tsecondary\tnews\tpage\n");
    const auto studies = catalog::load(Data(folder.path()));
    REQUIRE(studies.size() == 2);
    CHECK(studies[0].id == "a-1");
    CHECK_FALSE(studies[0].covers);
    CHECK_FALSE(studies[0].participants);
    const Study& bee = studies[1];
    CHECK(bee.participants == 40U);
    CHECK(bee.covers == std::vector<std::string>{"a-1", "c-3"});
    CHECK(bee.reports.at(0).authors.at(0).family == "Bee");
    CHECK(bee.reports.at(0).authors.at(1).literal == "Consortium");
    CHECK(bee.results.at(0).direction == StudyResultDirection::supports);
    CHECK(bee.relays.at(0).study == "a-1");
    CHECK(bee.design() == Design::cohort);
    CHECK(bee.designs.at(1).design == Design::randomized_trial);
}

TEST_CASE("every result of the embedded catalogue is about a treatment and a condition that have a name") {
    const Data data;
    const Lexicon lexicon(data);
    const auto studies = catalog::load(data);
    for (const auto& study : studies) {
        INFO(study.id);
        CHECK_FALSE(study.source.empty());
        CHECK(study.reports.size() == 1);
        for (const auto& result : study.results) {
            INFO(result.treatment << " for " << result.condition);
            CHECK(lexicon.find(result.treatment) != nullptr);
            CHECK(lexicon.find(result.condition) != nullptr);
        }
    }
}

TEST_CASE("no two studies of the embedded catalogue are the same publication") {
    const auto studies = catalog::load(Data());
    for (std::size_t i = 0; i < studies.size(); ++i) {
        for (std::size_t j = i + 1; j < studies.size(); ++j) {
            INFO(studies[i].id << " and " << studies[j].id);
            CHECK_FALSE(catalog::match(studies[i].reports.at(0), studies[j].reports.at(0)).holds());
        }
    }
}
