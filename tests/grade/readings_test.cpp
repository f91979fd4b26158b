// The readings of the half-gap rule: what well-known bodies of evidence come to.
#include <catch2/catch.hpp>

#include "grade/bodies.hpp"

using namespace evigrade;
using namespace evigrade::test;

namespace {

Body body_of(Design design, int count, Purpose purpose = Purpose::benefit) {
    Body body;
    body.purpose = purpose;
    for (int i = 0; i < count; ++i) {
        EvidenceItem item;
        item.study = "study-" + std::to_string(i);
        item.design = design;
        item.year = 2000;
        body.items.push_back(item);
    }
    return body;
}

double support(const Body& body) {
    return points(grade::grade(body, policy()).support);
}

}  // namespace

TEST_CASE("one clean systematic review is worth 50") {
    CHECK(support(body_of(Design::systematic_review, 1)) == 50.0);
}

TEST_CASE("one randomised trial is worth 25, two 37.5, five 48.4") {
    CHECK(support(body_of(Design::randomized_trial, 1)) == 25.0);
    CHECK(support(body_of(Design::randomized_trial, 2)) == 37.5);
    CHECK(support(body_of(Design::randomized_trial, 5)) == 48.4375);
}

TEST_CASE("one controlled study without random allocation is worth 12.5, and fifty of them still under 25") {
    CHECK(support(body_of(Design::nonrandomized_trial, 1)) == 12.5);
    const double fifty = support(body_of(Design::nonrandomized_trial, 50));
    CHECK(fifty < 25.0);
    CHECK(fifty > 24.99);
}

TEST_CASE("one case series is worth 6.25 and one case report half of it") {
    CHECK(support(body_of(Design::case_series, 1)) == 6.25);
    CHECK(support(body_of(Design::case_report, 1)) == 3.125);
}

TEST_CASE("a protocol and an unknown design are shown and weigh nothing") {
    for (const Design design : {Design::protocol, Design::economic, Design::other, Design::unknown}) {
        const Grade result = grade::grade(body_of(design, 2), policy());
        CHECK(result.support == 0);
        CHECK(result.units.size() == 2);
        CHECK(result.units.front().zero == ZeroReason::no_level);
    }
}

TEST_CASE("a study known to be small is small however the record says it") {
    auto study = item("a", Design::randomized_trial);
    study.participants = 126;
    CHECK(graded({study}).units.front().effective_level == 2);
    study.participants = 12;
    CHECK(graded({study}).units.front().effective_level == 3);
    study.participants = 126;
    study.smallest_arm = 19;
    CHECK(graded({study}).units.front().effective_level == 3);
}

TEST_CASE("a step that comes with the citation is not taken a second time") {
    auto study = item("a", Design::case_report);
    study.risk_of_bias = true;
    study.steps = {{StepCode::risk_of_bias, "a reviewer says so"}, {StepCode::single_case, "one woman"}};
    const Grade grade = graded({study});
    CHECK(grade.units.front().effective_level == 6);
    CHECK(grade.units.front().item.steps.size() == 2);
}

TEST_CASE("each relay is a step of its own") {
    auto study = item("a", Design::cohort);
    study.steps = {{StepCode::relayed, "a review tells it"}, {StepCode::relayed, "an article tells what the review tells"}};
    CHECK(points(graded({study}).support) == 3.125);
}

TEST_CASE("a harm told by three articles from one series of cases is one case series") {
    std::vector<EvidenceItem> tellings;
    for (int i = 0; i < 3; ++i) {
        tellings.push_back(item("series", Design::case_series));
        tellings.back().claims = {"claim " + std::to_string(i)};
    }
    const Grade grade = graded(tellings, Purpose::harm);
    CHECK(points(grade.support) == 6.25);
    REQUIRE(grade.units.size() == 1);
    CHECK(grade.units.front().item.claims.size() == 3);
}

TEST_CASE("a review without effect outweighs the positive trials that it pools, and the points show both") {
    auto items = body_of(Design::randomized_trial, 3).items;
    auto review = item("review", Design::systematic_review, Direction::oppose);
    review.covers = {"study-0", "study-1", "study-2"};
    items.push_back(review);
    const Grade grade = graded(items);
    CHECK(points(grade.support) == 43.75);
    CHECK(points(grade.oppose) == 50.0);
    CHECK(grade.weighed_support == 0);
    CHECK(grade.verdict == Verdict::opposed);
    CHECK(unit_of(grade, "study-1").set_aside_by == "review");
}

TEST_CASE("a review published before a trial cannot have taken it into account") {
    auto trial = item("trial", Design::randomized_trial);
    trial.year = 2020;
    auto review = item("review", Design::systematic_review, Direction::oppose);
    review.year = 2010;
    CHECK(points(graded({trial, review}).weighed_support) == 25.0);
    trial.year = 2009;
    CHECK(graded({trial, review}).weighed_support == 0);
    trial.year.reset();
    CHECK(graded({trial, review}).weighed_support == 0);
}

TEST_CASE("a weak review never silences a stronger trial") {
    auto review = item("review", Design::systematic_review, Direction::oppose);
    review.reviews = Design::case_series;
    review.covers = {"trial"};
    const Grade grade = graded({item("trial", Design::randomized_trial), review});
    CHECK(points(grade.weighed_support) == 25.0);
    CHECK(grade.verdict == Verdict::supported);
}

TEST_CASE("a review at risk of bias adds nothing to the two clean trials that it lists") {
    auto items = body_of(Design::randomized_trial, 2).items;
    auto review = item("review", Design::systematic_review);
    review.risk_of_bias = true;
    review.covers = {"study-0", "study-1"};
    items.push_back(review);
    const Grade grade = graded(items);
    CHECK(points(grade.support) == 37.5);
    CHECK_FALSE(unit_of(grade, "review").counted);
}

TEST_CASE("a retracted trial is shown, and weighs nothing") {
    auto trial = item("trial", Design::randomized_trial);
    trial.state = EditorialState::retracted;
    const Grade grade = graded({trial});
    CHECK(grade.verdict == Verdict::none);
    CHECK(unit_of(grade, "trial").zero == ZeroReason::retracted);
    trial.state = EditorialState::concern;
    CHECK(points(graded({trial}).support) == 12.5);
}

TEST_CASE("a study said both to work and not to work counts for neither") {
    const Grade grade = graded({item("a", Design::cohort), item("a", Design::cohort, Direction::oppose)});
    CHECK(grade.support == 0);
    CHECK(grade.oppose == 0);
    CHECK(unit_of(grade, "a").zero == ZeroReason::directions_disagree);
}

TEST_CASE("twice as strong is decided, less is contested") {
    const auto trial = item("for", Design::randomized_trial);
    const auto cohort = item("against", Design::cohort, Direction::oppose);
    CHECK(graded({trial, cohort}).verdict == Verdict::supported);
    CHECK(graded({trial, cohort, item("against too", Design::case_series, Direction::oppose)}).verdict ==
          Verdict::contested);
}

TEST_CASE("a hundred thousand citations and a review that lists them all are graded in one go") {
    std::vector<EvidenceItem> items;
    auto review = item("review", Design::meta_analysis);
    review.covers.emplace();
    for (int i = 0; i < 100000; ++i) {
        items.push_back(item("s" + std::to_string(i), Design::cohort));
        items.back().year = i;
        review.covers->push_back(items.back().study);
        if (i % 3 == 0) items.back().design = Design::systematic_review;
    }
    items.push_back(review);
    CHECK(points(graded(items).support) < 100.0);
}
