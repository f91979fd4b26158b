// What a title says of a study beside its design.
#include <catch2/catch.hpp>

#include "evigrade/catalog.hpp"
#include "evigrade/grade.hpp"

using namespace evigrade;

namespace {

Study titled(const std::string& title) {
    BibItem item;
    item.title = title;
    return catalog::study_from(item, catalog::TitleDesigns{Data()});
}

/// The level at which such a study starts for benefit.
std::optional<int> level_of(const Study& study) {
    EvidenceItem item;
    item.study = "s";
    item.design = study.design();
    item.reviews = study.reviews;
    item.feature = study.feature;
    return grade::Policy{Data()}.level(item, Purpose::benefit).level;
}

}  // namespace

TEST_CASE("a review of cohort studies does not stand where a review of trials stands") {
    const auto cohorts = titled("Coffee and mortality: a systematic review and meta-analysis of prospective cohort studies");
    CHECK(cohorts.reviews == Design::cohort);
    CHECK(level_of(cohorts) == 3);
    const auto trials = titled("Honey for cough: a systematic review of randomised controlled trials");
    CHECK(trials.reviews == Design::randomized_trial);
    CHECK(level_of(trials) == 1);
}

TEST_CASE("a review of trials and cohorts is one of trials, one of non-randomised studies is none") {
    CHECK(titled("A meta-analysis of randomized controlled trials and cohort studies").reviews == Design::randomized_trial);
    CHECK(titled("Surgery for hernia: a systematic review of non-randomised studies").reviews ==
          Design::nonrandomized_trial);
}

TEST_CASE("a review that does not say what it includes is not known to include anything") {
    const auto review = titled("Minoxidil for hair loss: a systematic review");
    CHECK(review.reviews == std::nullopt);
    CHECK(level_of(review) == 1);
}

TEST_CASE("only a review includes studies") {
    CHECK(titled("Cohort studies and their discontents").reviews == std::nullopt);
}

TEST_CASE("a nested case-control study is known by its title") {
    CHECK(titled("Statins and fractures: a nested case-control study").feature == DesignFeature::nested);
    CHECK(titled("Statins and fractures: a case-control study").feature == DesignFeature::none);
}
