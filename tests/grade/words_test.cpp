// What a grade says to people: the sentence and the certainty.
#include <catch2/catch.hpp>

#include "grade/bodies.hpp"

using namespace evigrade;
using namespace evigrade::test;

namespace {

/// A controlled study of a particular kind of the treatment asked about.
EvidenceItem narrower_controlled_study() {
    auto study = item("moftah-2013", Design::nonrandomized_trial);
    study.participants = 126;
    study.smallest_arm = 40;
    study.steps.push_back({StepCode::narrower_treatment, "dutasteride mesotherapy is a mesotherapy"});
    return study;
}

std::string said(const Grade& grade, Purpose purpose = Purpose::benefit) {
    return grade::sentence(grade, purpose, policy());
}

std::string word(const Grade& grade, grade::Scheme scheme = grade::Scheme::grade) {
    return grade::certainty(grade, Purpose::benefit, policy(), scheme).level;
}

}  // namespace

TEST_CASE("a study of a narrower treatment is weak support, and the sentence says why") {
    const Grade grade = graded({narrower_controlled_study()});
    CHECK(points(grade.support) == 6.25);
    CHECK(said(grade) == "weak support: one controlled study, indirect");
}

TEST_CASE("the sentence names what stands behind the verdict") {
    CHECK(said(graded({})) == "no evidence that counts");
    CHECK(said(graded({item("a", Design::randomized_trial), item("b", Design::randomized_trial),
                       item("c", Design::case_series)})) == "moderate support: two randomised trials and one case series");
    CHECK(said(graded({item("a", Design::case_series)}, Purpose::harm), Purpose::harm) ==
          "weak evidence of this harm: one case series");
    CHECK(said(graded({item("a", Design::systematic_review, Direction::oppose)})) ==
          "strong evidence of no effect: one systematic review");
}

TEST_CASE("certainty says what was assessed") {
    const auto words = grade::certainty(graded({narrower_controlled_study()}), Purpose::benefit, policy());
    CHECK(words.level == "very low");
    CHECK(words.text == "very low (2 of 5 reasons to rate down assessed, 0 of 3 to rate up)");
    CHECK(words.reasons.size() == 2);
}

TEST_CASE("no automatic run says high") {
    auto review = item("a", Design::systematic_review);
    review.participants = 20000;
    review.effect = "RR 0.50 (0.45 to 0.55)";
    review.allocation = Allocation::random_described;
    CHECK(word(graded({review})) == "moderate");
}

TEST_CASE("a few people are a reason to rate down, an interval that includes no effect another") {
    auto trial = item("a", Design::randomized_trial);
    trial.participants = 120;
    trial.smallest_arm = 60;
    CHECK(word(graded({trial})) == "moderate");
    trial.effect = "RR 1.20 (0.80 to 1.80)";
    CHECK(word(graded({trial})) == "low");
}

TEST_CASE("a very large effect raises observational evidence, but never over a reason to rate down") {
    auto cohort = item("a", Design::cohort);
    cohort.effect = "HR 6.1 (95% CI 4.0-9.3)";
    CHECK(word(graded({cohort})) == "moderate");
    cohort.risk_of_bias = true;
    CHECK(word(graded({cohort})) == "very low");
}

TEST_CASE("a contested question is never more than low") {
    const Grade grade =
        graded({item("a", Design::randomized_trial), item("b", Design::randomized_trial, Direction::oppose)});
    CHECK(grade.verdict == Verdict::contested);
    CHECK(word(grade) == "low");
    CHECK(said(grade) ==
          "contested: moderate support: one randomised trial; against it, moderate evidence of no effect: one "
          "randomised trial");
}

TEST_CASE("SORT gives patient-oriented studies B and bench work C, CEBM the effective level") {
    CHECK(word(graded({item("a", Design::randomized_trial)}), grade::Scheme::sort) == "B");
    CHECK(word(graded({item("a", Design::in_vitro)}), grade::Scheme::sort) == "C");
    CHECK(word(graded({narrower_controlled_study()}), grade::Scheme::cebm) == "4");
}

TEST_CASE("high needs a person's judgement of what no machine can assess") {
    auto trial = item("a", Design::randomized_trial);
    trial.participants = 2000;
    trial.smallest_arm = 1000;
    trial.allocation = Allocation::random_described;
    auto other = trial;
    other.study = "b";
    const Grade grade = graded({trial, other});
    CHECK(grade::certainty(grade, Purpose::benefit, policy()).text ==
          "moderate or lower (4 of 5 reasons to rate down assessed, 0 of 3 to rate up)");
    const grade::Judgement registered{"publication_bias", 0, "A. Reviewer", "all registered trials were published"};
    const auto words = grade::certainty(grade, {registered}, policy());
    CHECK(words.text == "high (5 of 5 reasons to rate down assessed, 0 of 3 to rate up)");
    CHECK(words.reasons.back() == "publication_bias: judged by A. Reviewer: all registered trials were published");
    const grade::Judgement unsure{"risk_of_bias", 1, "A. Reviewer", "nobody was blinded"};
    CHECK(grade::certainty(grade, {registered, unsure}, policy()).level == "moderate");
    CHECK(grade::certainty(grade, {{"no_such_reason", 2, "x", "y"}}, policy()).level == "moderate");
}
