// The tables in force.
#include <algorithm>

#include <catch2/catch.hpp>

#include "grade/bodies.hpp"
#include "support/support.hpp"

using namespace evigrade;
using namespace evigrade::test;

TEST_CASE("every rule names its source") {
    const auto tables = grade::rules(policy());
    REQUIRE_FALSE(tables.empty());
    for (const auto& table : tables) {
        INFO(table.name);
        CHECK_FALSE(table.about.empty());
        CHECK_FALSE(table.rows.empty());
        const auto source = std::find(table.columns.begin(), table.columns.end(), "source");
        REQUIRE(source != table.columns.end());
        for (const auto& row : table.rows)
            CHECK_FALSE(row[static_cast<std::size_t>(source - table.columns.begin())].empty());
    }
}

TEST_CASE("every design has a row for benefit and for harm, and every step a reason or a caller") {
    for (const auto design : Names<Design>::values) {
        for (const Purpose purpose : {Purpose::benefit, Purpose::harm}) {
            INFO(design);
            CHECK_FALSE(policy().level(*from_text<Design>(design), purpose).source.empty());
        }
    }
    const auto tables = grade::rules(policy());
    const auto steps = std::find_if(tables.begin(), tables.end(), [](const auto& table) { return table.name == "steps"; });
    REQUIRE(steps != tables.end());
    CHECK(steps->rows.size() == Names<StepCode>::values.size());
}

TEST_CASE("a review of cohorts stands where a cohort stands") {
    auto review = item("r", Design::systematic_review);
    CHECK(policy().level(review, Purpose::benefit).level == 1);
    review.reviews = Design::cohort;
    CHECK(policy().level(review, Purpose::benefit).level == 3);
}

TEST_CASE("for harm, a nested case-control study stands above another, and its reviews on top") {
    auto study = item("n", Design::case_control);
    CHECK(policy().level(study, Purpose::harm).level == 4);
    study.feature = DesignFeature::nested;
    CHECK(policy().level(study, Purpose::harm).level == 3);
    CHECK(policy().level(study, Purpose::benefit).level == 4);
    auto review = item("r", Design::systematic_review);
    review.reviews = Design::case_control;
    review.feature = DesignFeature::nested;
    CHECK(policy().level(review, Purpose::harm).level == 1);
}

TEST_CASE("a dramatic effect lifts an observational study to the level of a trial") {
    auto study = item("c", Design::case_series);
    study.feature = DesignFeature::dramatic_effect;
    CHECK(policy().level(study, Purpose::benefit).level == 2);
}

TEST_CASE("a guideline is an opinion unless it reports a review of its own") {
    auto guideline = item("g", Design::guideline);
    CHECK(policy().level(guideline, Purpose::benefit).unit == UnitKind::opinion);
    guideline.reviews = Design::randomized_trial;
    CHECK(policy().level(guideline, Purpose::benefit).unit == UnitKind::synthesis);
    CHECK(policy().level(guideline, Purpose::benefit).level == 1);
}

TEST_CASE("another table gives another grade and another fingerprint") {
    const Scratch scratch;
    write_file(scratch / "policy/numbers.tsv", "name\tvalue\tmeaning\tsource\ntiny_arm\t50\tx\ty\n");
    const grade::Policy stricter{Data(scratch.path())};
    CHECK(stricter.tiny_arm() == 50);
    CHECK(stricter.fingerprint() != policy().fingerprint());
    auto study = item("a", Design::randomized_trial);
    study.smallest_arm = 40;
    CHECK(grade::grade(body({study}), stricter).support < grade::grade(body({study}), policy()).support);
}

TEST_CASE("tables that are missing or nonsense grade nothing and break nothing") {
    const Scratch scratch;
    write_file(scratch / "policy/levels.tsv", "what\tis\tthis\n1\t2\t3\n");
    write_file(scratch / "policy/numbers.tsv", "name\tvalue\ncontested_ratio\t0\n");
    write_file(scratch / "policy/steps.tsv", "");
    write_file(scratch / "policy/certainty_reasons.tsv", "\x01\x02");
    const grade::Policy broken{Data(scratch.path())};
    const Grade grade = grade::grade(body({item("a", Design::randomized_trial)}), broken);
    CHECK(grade.verdict == Verdict::none);
    CHECK(grade::certainty(grade, Purpose::benefit, broken).level == "none");
}
