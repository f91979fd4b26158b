// Changes to a body, fragility, and the derivation in words.
#include <algorithm>

#include <catch2/catch.hpp>

#include "grade/bodies.hpp"
#include "grade/worlds.hpp"

using namespace evigrade;
using namespace evigrade::test;

namespace {

using Genes = std::vector<Gene>;
using Number = std::uint64_t;

bool has_line(const std::vector<std::string>& lines, const std::string& part) {
    return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("two records found to be one study never raise a side") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        if (genes.size() < 2) return true;
        const auto items = studies_of(genes);
        const auto& keep = items[choice % items.size()];
        const auto& gone = items[(choice >> 8) % items.size()];
        // Which studies a review includes is a fact of its own: learning it may move either side.
        if (keep.covers.has_value() != gone.covers.has_value()) return true;
        const Grade before = graded(items);
        const Grade after = grade::grade(grade::merge_studies(body(items), keep.study, gone.study), policy());
        return after.support <= before.support && after.oppose <= before.oppose;
    }));
}

TEST_CASE("two records found to be one study come to the same whichever name is kept") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        if (genes.size() < 2) return true;
        const auto items = studies_of(genes);
        const auto& one = items[choice % items.size()].study;
        const auto& other = items[(choice >> 8) % items.size()].study;
        const Grade a = grade::grade(grade::merge_studies(body(items), one, other), policy());
        const Grade b = grade::grade(grade::merge_studies(body(items), other, one), policy());
        return a.support == b.support && a.oppose == b.oppose && a.verdict == b.verdict;
    }));
}

TEST_CASE("a decision taken back leaves the grade as it was") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        if (genes.empty()) return true;
        const Body before = body(studies_of(genes));
        const auto& item = before.items[choice % before.items.size()];
        auto there = grade::with_state(before, item.study, EditorialState::retracted);
        there = grade::with_design(there, item.study, Design::case_report);
        auto back = grade::with_design(grade::with_state(there, item.study, item.state), item.study, item.design);
        return same(grade::grade(before, policy()), grade::grade(back, policy()));
    }));
}

TEST_CASE("a study that is not fragile can go without a trace in the points") {
    CHECK(law_holds([](const Genes& genes, Number) {
        const Body whole = body(studies_of(genes));
        const Grade grade = grade::grade(whole, policy());
        const auto fragile = grade::fragile(whole, policy());
        for (const auto& item : whole.items) {
            const Grade rest = grade::grade(grade::without_study(whole, item.study), policy());
            const bool changed =
                rest.support != grade.support || rest.oppose != grade.oppose || rest.verdict != grade.verdict;
            const bool named =
                std::any_of(fragile.begin(), fragile.end(), [&](const auto& entry) { return entry.study == item.study; });
            if (changed != named) return false;
        }
        return true;
    }));
}

TEST_CASE("what stands on one study falls to nothing without it") {
    const auto fragile = grade::fragile(body({item("only", Design::cohort)}), policy());
    REQUIRE(fragile.size() == 1);
    CHECK(fragile.front().study == "only");
    CHECK(fragile.front().support == 0);
    CHECK(fragile.front().verdict == Verdict::none);
}

TEST_CASE("without an article, what only it cites is cited no more") {
    auto cited_twice = item("a", Design::cohort);
    cited_twice.claims = {"one", "two"};
    auto cited_once = item("b", Design::cohort);
    cited_once.claims = {"two"};
    const Body rest = grade::without_claims(body({cited_twice, cited_once}), {"two"});
    REQUIRE(rest.items.size() == 1);
    CHECK(rest.items.front().study == "a");
    CHECK(rest.items.front().claims == std::vector<std::string>{"one"});
}

TEST_CASE("the derivation names each level's source and each step's cause") {
    auto study = item("moftah-2013", Design::nonrandomized_trial);
    study.label = "Moftah 2013";
    study.steps.push_back({StepCode::narrower_treatment, "dutasteride mesotherapy is a mesotherapy"});
    auto withdrawn = item("gone", Design::randomized_trial);
    withdrawn.state = EditorialState::retracted;
    const auto lines = grade::explain(graded({study, withdrawn}), Purpose::benefit, policy());
    CHECK(lines.front() == "supported: 6.25 | 0");
    CHECK(has_line(lines, "1. Moftah 2013: nonrandomized_trial, effective level 4, weight 1/8, halved 1 time: 6.25"));
    CHECK(has_line(lines, "level 3: OCEBM 2011"));
    CHECK(has_line(lines, "+1 narrower_treatment (directness): dutasteride mesotherapy is a mesotherapy"));
    CHECK(has_line(lines, "gone: randomized_trial: retracted"));
    CHECK(lines.back() == "rules in force: " + policy().fingerprint());
}

TEST_CASE("the sum on paper is the sum of the program, in every derivation") {
    CHECK(law_holds([](const Genes& genes, Number) {
        const Grade grade = graded(studies_of(genes));
        const auto lines = grade::explain(grade, Purpose::benefit, policy());
        const auto counted = std::count_if(lines.begin(), lines.end(), [](const auto& line) {
            return line.find(", effective level ") != std::string::npos;
        });
        return counted == grade.support_units + grade.oppose_units;
    }));
}
