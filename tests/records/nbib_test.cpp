// MEDLINE's display format, and Web of Science's.
#include <catch2/catch.hpp>

#include "records_support.hpp"

using namespace evigrade;
using namespace evigrade::test;
using records::Format;

TEST_CASE("a MEDLINE record has full names, full pages, DOI and types") {
    const BibRecord record = one_record(
        "PMID- 23039619\nOWN - NLM\nVI  - 39\nIP  - 10\nDP  - 2012 Oct 3\nTI  - Effects of water on\n      plants.\nPG  - "
        "795-813\n"
        "LID - 10.1118/1.4748329 [doi]\nAB  - PURPOSE: To see. METHODS: We looked\n      twice. RESULTS: Nothing.\nFAU - "
        "van Groen, Maaike M\n"
        "AU  - van Groen MM\nFAU - Smith, John A 3rd\nAU  - Smith JA 3rd\nCN  - The Water Group\nPT  - Journal Article\n"
        "PT  - Randomized Controlled Trial\nSI  - ClinicalTrials.gov/NCT01234567\nMH  - Water\nTA  - J Water\nJT  - Journal "
        "of water\nPMC - PMC3470000\n",
        Format::nbib);
    CHECK(record.item.type == ItemType::article_journal);
    CHECK(people(record.item.authors) == "van Groen, Maaike M|Smith, John A, 3rd|The Water Group");
    CHECK(record.item.title == "Effects of water on plants");
    CHECK(record.item.page == "795-813");
    CHECK(record.item.issued == Date{2012, 10, 3});
    CHECK(record.item.doi == "10.1118/1.4748329");
    CHECK(record.item.pmcid == "PMC3470000");
    CHECK(record.abstract == "PURPOSE: To see.\nMETHODS: We looked twice.\nRESULTS: Nothing.");
    CHECK(record.publication_types.size() == 2);
    CHECK(record.trials == std::vector<std::string>{"NCT01234567"});
    CHECK_FALSE(record.state);
}

TEST_CASE("blank lines part MEDLINE records, and a second PMID does") {
    CHECK(read_records("PMID- 1\nTI  - A.\n\nPMID- 2\nTI  - B.\nPMID- 3\nTI  - C.\n", Format::nbib).records.size() == 3);
    CHECK(read_records("PMID- 1\nTI  - A\n\n      and on.\n", Format::nbib).records.size() == 1);
}

TEST_CASE("a retraction notice in a record retracts it, with date and place") {
    const BibRecord record = one_record(
        "PMID- 1\nTI  - A.\nPT  - Retracted Publication\nEIN - Lancet. 2004 Mar 6;363(9411):750\n"
        "RIN - Lancet. 2010 Feb 6;375(9713):445. doi: 10.1016/S0140-6736(10)60175-4. PMID: 20137807\n",
        Format::nbib);
    CHECK(record.state == EditorialState::retracted);
    CHECK(record.state_date == "2010-02-06");
    REQUIRE(record.relations.size() == 2);
    CHECK(record.relations[0].kind == RelationKind::corrected_by);
    CHECK(record.relations[1].doi == "10.1016/s0140-6736(10)60175-4");
    CHECK(record.relations[1].pmid == "20137807");
}

TEST_CASE("an erratum corrects and never retracts; a notice of retraction is itself not retracted") {
    CHECK(one_record("PMID- 1\nTI  - A.\nEIN - J Water. 2011;3:4\n", Format::nbib).state == EditorialState::corrected);
    CHECK(one_record("PMID- 1\nTI  - A.\nECI - J Water. 2011;3:4\n", Format::nbib).state == EditorialState::concern);
    const BibRecord notice =
        one_record("PMID- 1\nTI  - Retraction.\nPT  - Retraction of Publication\nROF - J Water. 2011;3:4\n", Format::nbib);
    CHECK_FALSE(notice.state);
    CHECK(notice.relations.at(0).kind == RelationKind::retracts);
}

TEST_CASE("a Web of Science record has a line for each author and a locator for pages") {
    const BibRecord record = one_record(
        "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Li, W\n   Dou, ZG\nAF Li, Wei\n   Dou, Zhiguo\nTI Soil "
        "fauna\n   at a lake\n"
        "SO ECOSYSTEM HEALTH\nVL 6\nIS 1\nAR UNSP 1722034\nDI 10.1080/20964129.2020.1722034\nPD DEC 16\nPY 2020\nSN "
        "2096-4129\n"
        "UT WOS:000514379300001\nER\n\nEF\nTI not read\n",
        Format::isi);
    CHECK(people(record.item.authors) == "Li, Wei|Dou, Zhiguo");
    CHECK(record.item.title == "Soil fauna at a lake");
    CHECK(record.item.page == "1722034");
    CHECK(record.item.issued == Date{2020, 12, 16});
    CHECK(record.key == "WOS:000514379300001");
}
