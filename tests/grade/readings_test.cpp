// The readings of the half-gap rule: what well-known bodies of evidence come to.
#include <catch2/catch.hpp>

#include "evigrade/grade.hpp"

using namespace evigrade;

namespace {

const grade::Policy& policy() {
    static const grade::Policy rules{Data()};
    return rules;
}

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
