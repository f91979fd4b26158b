// Which records hang together, and what becomes of a publication by what is said of it.
#include <algorithm>

#include <catch2/catch.hpp>

#include "catalog/participants.hpp"
#include "catalog/records.hpp"
#include "support/make.hpp"

using namespace evigrade;
using catalog::Bond;
using catalog::settle;

namespace {

catalog::StateEvent said(EditorialState state, const std::string& date = "") {
    return {state, date.empty() ? std::nullopt : std::optional(date), "a source"};
}

BibRecord record(const BibItem& item, const std::string& pmid = "", const std::string& doi = "") {
    BibRecord out;
    out.item = item;
    if (!pmid.empty()) out.item.pmid = pmid;
    if (!doi.empty()) out.item.doi = doi;
    return out;
}

const BibItem trial = test::paper("Okafor", 2019, "Ginger against nausea in late summer: a trial", "J Nausea", "3", "10-19");

bool linked(const BibRecord& a, const BibRecord& b) {
    const auto wanted = catalog::link_keys(a);
    const auto there = catalog::keys(b);
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](auto key) { return std::binary_search(there.begin(), there.end(), key); });
}

}  // namespace

TEST_CASE("the latest dated notice decides, and a correction never lifts a retraction") {
    using E = EditorialState;
    CHECK(settle({}).state == E::unknown);
    CHECK(settle({said(E::retracted, "2010-02"), said(E::reinstated, "2011-05")}).state == E::reinstated);
    CHECK(settle({said(E::reinstated, "2011-05"), said(E::retracted, "2012")}).state == E::retracted);
    CHECK(settle({said(E::retracted, "2010"), said(E::corrected, "2012")}).state == E::retracted);
    CHECK(settle({said(E::concern, "2010"), said(E::corrected, "2012")}).state == E::corrected);
    CHECK(settle({said(E::clear), said(E::corrected)}).state == E::corrected);
    CHECK(settle({said(E::retracted), said(E::reinstated, "2011")}).state == E::reinstated);
    CHECK(settle({said(E::retracted, "2011"), said(E::reinstated)}).state == E::reinstated);
}

TEST_CASE("any number of corrections is no retraction") {
    std::vector<catalog::StateEvent> events;
    for (int year = 2000; year < 2020; ++year) events.push_back(said(EditorialState::corrected, std::to_string(year)));
    CHECK(settle(events).state == EditorialState::corrected);
}

TEST_CASE("the date of a retraction is that of its first dated notice") {
    const auto state = settle({said(EditorialState::retracted), said(EditorialState::retracted, "2012"),
                               said(EditorialState::retracted, "2010-02-06")});
    CHECK(state.date == "2010-02-06");
}

TEST_CASE("records of one paper from two sources are one publication unless their numbers differ") {
    const catalog::Recorder recorder{Data()};
    CHECK(recorder.bond(record(trial, "1"), record(trial, "", "10.1/a")) == Bond::same_publication);
    CHECK(recorder.bond(record(trial, "1"), record(trial, "2")) == Bond::none);
    CHECK(recorder.bond(record(trial, "1", "10.1/a"), record(trial, "2", "10.1/A")) == Bond::same_publication);
}

TEST_CASE("a number that a whole supplement bears joins no two abstracts in it") {
    const catalog::Recorder recorder{Data()};
    const auto other = test::paper("Larsen", 2019, "Sleep of shift workers in winter", "J Nausea", "3", "S55");
    CHECK(recorder.bond(record(trial, "", "10.1/supplement"), record(other, "", "10.1/supplement")) == Bond::none);
}

TEST_CASE("a preprint and its article hang together by a relation or by title and author") {
    const catalog::Recorder recorder{Data()};
    auto preprint = record(trial, "", "10.1101/2018.01.01.555555");
    preprint.item.container_title = "bioRxiv";
    const auto article = record(trial, "1", "10.1/a");
    CHECK(recorder.bond(preprint, article) == Bond::other_form);
    preprint.item.title = "Quite another title for the same work";
    CHECK(recorder.bond(preprint, article) == Bond::none);
    preprint.relations.push_back({RelationKind::preprint_of, "10.1/a", std::nullopt, std::nullopt, std::nullopt});
    CHECK(recorder.bond(preprint, article) == Bond::other_form);
    CHECK(recorder.bond(article, preprint) == Bond::other_form);
    CHECK(linked(preprint, article));
    CHECK(linked(article, preprint));
}

TEST_CASE("papers of one registered trial hang together where people are shared") {
    const catalog::Recorder recorder{Data()};
    auto first = record(trial, "1");
    auto second = record(test::paper("Okafor", 2021, "Five years after ginger", "J Nausea", "5", "1"), "2");
    auto stranger = record(test::paper("Weiss", 2021, "Data of a ginger trial used again", "J Data", "5", "1"), "3");
    for (auto* one : {&first, &second, &stranger}) one->trials = {"NCT01234567"};
    CHECK(recorder.bond(first, second) == Bond::companion);
    CHECK(recorder.bond(first, stranger) == Bond::none);
    second.trials.push_back("NCT07654321");
    CHECK(recorder.bond(first, second) == Bond::none);
}

TEST_CASE("a notice hangs on its paper and joins no two papers") {
    const catalog::Recorder recorder{Data()};
    auto erratum = record(test::paper("", 2020, "Errata"), "9");
    erratum.relations.push_back({RelationKind::corrects, std::nullopt, "1", std::nullopt, std::nullopt});
    erratum.relations.push_back({RelationKind::corrects, std::nullopt, "2", std::nullopt, std::nullopt});
    const auto first = record(trial, "1");
    const auto second = record(test::paper("Weiss", 2018, "Another paper in the same journal", "J Nausea", "3", "50"), "2");
    CHECK(recorder.bond(erratum, first) == Bond::notice);
    CHECK(recorder.bond(second, erratum) == Bond::notice);
    CHECK(recorder.bond(first, second) == Bond::none);
    const auto made = recorder.study_of({{erratum, "PubMed", false}, {first, "PubMed", false}});
    CHECK(made.study.label == "Okafor 2019");
    CHECK(made.study.state == EditorialState::corrected);
    CHECK(made.kinds == std::vector{catalog::ReportKind::primary, catalog::ReportKind::erratum});
}

TEST_CASE("an article stands before its preprint, and the study is as old as the first of them") {
    const catalog::Recorder recorder{Data()};
    auto preprint = record(trial, "", "10.1101/2018.01.01.555555");
    preprint.item.issued = Date{2018, std::nullopt, std::nullopt};
    const std::vector<catalog::Member> members{{preprint, "Crossref", false},
                                               {record(trial, "1", "10.1/a"), "PubMed", false}};
    const auto made = recorder.study_of(members);
    CHECK(made.study.reports.front().pmid == "1");
    CHECK(made.kinds == std::vector{catalog::ReportKind::primary, catalog::ReportKind::preprint});
    CHECK(made.study.year == 2018);
    const auto turned = recorder.study_of({members[1], members[0]});
    CHECK(turned.study.id == made.study.id);
}

TEST_CASE("what a retracted preprint loses, its article keeps") {
    const catalog::Recorder recorder{Data()};
    auto preprint = record(trial, "", "10.1101/2018.01.01.555555");
    preprint.state = EditorialState::retracted;
    const auto made = recorder.study_of({{preprint, "Crossref", false}, {record(trial, "1", "10.1/a"), "PubMed", false}});
    CHECK(made.study.state == EditorialState::unknown);
}

TEST_CASE("the number of people is taken where an abstract says it plainly, and only there") {
    const catalog::Participants participants{Data()};
    CHECK(participants.in("We randomly assigned 126 women to two treatments. Of these, 98 were seen again.") == 126U);
    CHECK(participants.in("METHODS: A total of 1,204 healthy adult volunteers were enrolled.") == 1204U);
    CHECK(participants.in("We screened 400 patients. 90 patients were randomised; 80 patients were included in the end.") ==
          90U);
    CHECK_FALSE(participants.in("In each arm, 30 patients per group were enrolled.").has_value());
    CHECK_FALSE(participants.in("20 patients were enrolled in Rome and 30 patients were enrolled in Oslo.").has_value());
    CHECK_FALSE(participants.in("Hair density rose by 12.5 in women who were treated.").has_value());
    CHECK(participants.in("In 2010, 50 patients were enrolled.") == 50U);
    CHECK_FALSE(participants.in("In 2010 hair was studied.").has_value());
}
