// Figures and designs in a sentence against the record of the study that it cites.
#include <catch2/catch.hpp>

#include "evigrade/catalog.hpp"

using namespace evigrade;
using catalog::DisputeKind;

namespace {

/// A trial of 4444 people whose deaths fell from 12 % to 8 %, RR 0.70.
Study mortality_trial() {
    Study study;
    study.label = "Northern 1994";
    study.designs.push_back({Design::randomized_trial, DesignSource::primary, "abstract"});
    study.participants = 4444;
    StudyResult result;
    result.outcome = "death from any cause";
    result.effect = "RR 0.70 (0.58 to 0.85)";
    result.summary = "4444 people: the drug cut deaths from 12 % to 8 % over five years.";
    study.results.push_back(result);
    return study;
}

Study review() {
    Study study;
    study.label = "Pool 2010";
    study.designs.push_back({Design::meta_analysis, DesignSource::primary, "abstract"});
    study.participants = 170000;
    BibItem report;
    report.title = "A meta-analysis of data from 170,000 participants in 26 randomised trials";
    study.reports.push_back(report);
    return study;
}

std::vector<DisputeKind> kinds(std::string_view sentence, const Study& study) {
    static const catalog::DesignWords words{Data()};
    std::vector<DisputeKind> out;
    for (const auto& dispute : catalog::disputes(sentence, study, words)) out.push_back(dispute.kind);
    return out;
}

using Kinds = std::vector<DisputeKind>;
const Kinds none;
const Kinds figure{DisputeKind::figure};
const Kinds design{DisputeKind::design};

}  // namespace

TEST_CASE("a trial with the wrong number of people is disputed, in any of the ways to say it") {
    CHECK(kinds("In a trial of 444 patients the drug saved lives [1].", mortality_trial()) == figure);
    CHECK(kinds("A 900-person study found fewer deaths [1].", mortality_trial()) == figure);
    CHECK(kinds("Researchers gave 44,440 people the drug [1].", mortality_trial()) == figure);
    CHECK(kinds("The study enrolled 1 200 middle-aged men [1].", mortality_trial()) == figure);
}

TEST_CASE("the right number, a rounded one and a vague one are no dispute") {
    CHECK(kinds("In a trial of 4,444 patients the drug saved lives [1].", mortality_trial()) == none);
    CHECK(kinds("In a trial of 4400 patients the drug saved lives [1].", mortality_trial()) == none);
    CHECK(kinds("In a trial of nearly 5,000 patients the drug saved lives [1].", mortality_trial()) == none);
}

TEST_CASE("a subgroup, an arm, a rate and a number of years are no dispute") {
    CHECK(kinds("In the trial 827 women were followed as a subgroup of the study of 827 women [1].", mortality_trial()) ==
          none);
    CHECK(kinds("Among 2221 patients on the drug, 182 died in the study group [1].", mortality_trial()) == none);
    CHECK(kinds("Six more of every 100 people were alive [1].", mortality_trial()) == none);
    CHECK(kinds("After 5 years the trial was stopped [1].", mortality_trial()) == none);
}

TEST_CASE("one trial that is called a meta-analysis is inflated, and so is a series called a trial") {
    CHECK(kinds("A meta-analysis of nine trials showed fewer deaths [1].", mortality_trial()) == design);
    Study series = mortality_trial();
    series.designs.front().design = Design::case_series;
    CHECK(kinds("A randomised controlled trial showed fewer deaths [1].", series) == design);
}

TEST_CASE("the design it has, a weaker one, a denied one and one that others have are no inflation") {
    CHECK(kinds("A randomised trial showed fewer deaths [1].", mortality_trial()) == none);
    CHECK(kinds("A cohort study showed fewer deaths [1].", review()) == none);
    Study open = mortality_trial();
    open.designs.front().design = Design::nonrandomized_trial;
    CHECK(kinds("A non-randomised trial showed fewer deaths [1].", open) == none);
    CHECK(kinds("It was not a randomised trial [1].", open) == none);
    CHECK(kinds("This needs to be confirmed with a meta-analysis and many a trial, unlike a cohort [1].", Study{}) == none);
}

TEST_CASE("a review with the wrong number of trials is disputed, with the right one it is not") {
    CHECK(kinds("A meta-analysis of 126 trials agreed [1].", review()) == figure);
    CHECK(kinds("A meta-analysis of 26 randomised trials agreed [1].", review()) == none);
    CHECK(kinds("A meta-analysis of more than 20 trials agreed [1].", review()) == none);
}

TEST_CASE("a change in per cent that no effect of the record comes to is disputed") {
    CHECK(kinds("The drug cut deaths by 70% [1].", mortality_trial()) == figure);
    CHECK(kinds("There were 90 per cent fewer deaths [1].", mortality_trial()) == figure);
}

TEST_CASE("relative and absolute changes that follow from the record are no dispute") {
    CHECK(kinds("The drug cut deaths by 30% [1].", mortality_trial()) == none);
    CHECK(kinds("The drug cut deaths by a third, by 33% [1].", mortality_trial()) == none);
    CHECK(kinds("Deaths fell by 4 per cent, from 12% to 8% [1].", mortality_trial()) == none);
}

TEST_CASE("an outcome that the record does not hold is nobody's to dispute") {
    CHECK(kinds("The drug cut strokes by 70% [1].", mortality_trial()) == none);
}

TEST_CASE("a change that the abstract of a record gives otherwise is disputed, another outcome is not") {
    static const catalog::DesignWords words{Data()};
    Study study;
    study.label = "Paul 2007";
    study.designs.push_back({Design::randomized_trial, DesignSource::primary, "abstract"});
    const std::string_view abstract =
        "Children were randomly assigned to honey or nothing. Cough frequency fell by 47% with honey and by 12% with "
        "nothing. Sleep of parents improved.";
    const auto said = [&](std::string_view sentence) { return catalog::disputes(sentence, study, words, abstract).size(); };
    CHECK(said("Honey reduced the frequency of cough by 90% [1].") == 1);
    CHECK(said("Honey reduced the frequency of cough by 47% [1].") == 0);
    CHECK(said("Honey cut the frequency of cough by 35 per cent more than nothing [1].") == 0);  // 47 - 12
    CHECK(said("Honey improved the sleep of parents by 30% [1].") == 0);
    CHECK(catalog::disputes("Honey reduced the frequency of cough by 90% [1].", study, words).empty());
}
