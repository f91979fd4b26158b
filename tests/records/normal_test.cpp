// What all formats share: identifiers, names, dates, pages.
#include <catch2/catch.hpp>

#include "records/normal.hpp"

using namespace evigrade;
using namespace evigrade::records;

TEST_CASE("a DOI is the same with and without a resolver, in any case") {
    for (const std::string text : {"10.1000/ABC-1", "doi:10.1000/abc-1", "https://doi.org/10.1000/abc-1",
                                   "DOI: 10.1000/abc-1.", "http://dx.doi.org/10.1000%2Fabc-1", "10.1000/abc-1 [doi]"})
        CHECK(doi_of(text) == "10.1000/abc-1");
    for (const std::string text : {"", "10.1", "10.1000/", "S0140-6736(10)60175-4", "page 10.5/7", "version 10.1000/abc"})
        CHECK(doi_of(text) == std::nullopt);
}

TEST_CASE("a PMID is a number that is not 0") {
    CHECK(pmid_of("20137807") == "20137807");
    CHECK(pmid_of("PMID: 20137807.") == "20137807");
    CHECK(pmid_of("https://pubmed.ncbi.nlm.nih.gov/20137807/") == "20137807");
    CHECK(pmid_of("0") == std::nullopt);
    CHECK(pmid_of("PMC123") == std::nullopt);
    CHECK(pmid_of("10.1000/abc") == std::nullopt);
    CHECK(pmcid_of("2918297") == "PMC2918297");
    CHECK(pmcid_of("PMC2918297.1") == "PMC2918297");
}

TEST_CASE("numbers of trial registers are known by their shape") {
    for (const std::string text :
         {"NCT01234567", "ISRCTN12345678", "ACTRN12605000000000", "2004-000446-20", "ChiCTR-TRC-08000000"})
        CHECK(is_trial_number(text));
    for (const std::string text : {"NCT0123", "GSE12345", "1ABC", "NCT01234567 and more"})
        CHECK_FALSE(is_trial_number(text));
    CHECK(trial_in("Registered (ClinicalTrials.gov: NCT01234567).") == "NCT01234567");
    CHECK(trial_in("We pooled NCT01234567 and NCT07654321.") == std::nullopt);
}

TEST_CASE("shortened last pages are written out") {
    CHECK(pages_of("1638-45") == "1638-1645");
    CHECK(pages_of("S12\u20139") == "S12-S19");
    CHECK(pages_of("99-101") == "99-101");
    CHECK(pages_of("pp. 5--9") == "5-9");
    CHECK(pages_of("445-40") == "445-40");
    CHECK(pages_of("e1000097") == "e1000097");
    CHECK(pages_of("7", "7") == "7");
    CHECK(pages_of("12-13, 20-25") == "12-13, 20-25");
}

TEST_CASE("a name is split at its comma, and before its last word where there is none") {
    CHECK(person_of("Berg, Anna van der") == Name{"Berg", "Anna van der", {}, {}, {}});
    CHECK(person_of("van der Berg, Anna") == Name{"Berg", "Anna", "van der", {}, {}});
    CHECK(person_of("Anna van der Berg") == Name{"Berg", "Anna", "van der", {}, {}});
    CHECK(person_of("King, Martin Luther, Jr.") == Name{"King", "Martin Luther", {}, "Jr.", {}});
    CHECK(person_of("King, Jr., Martin Luther") == Name{"King", "Martin Luther", {}, "Jr.", {}});
    CHECK(person_of("Plato") == Name{"Plato", {}, {}, {}, {}});
    CHECK(person_of("María José García López") == Name{"López", "María José García", {}, {}, {}});
}

TEST_CASE("a date is read in the orders in which exports write it") {
    const Date day{2010, 2, 6};
    for (const std::string text : {"2010-02-06", "2010/02/06/", "2010 Feb 6", "6 Feb 2010", "February 6, 2010",
                                   "2/6/2010 0:00", "2010-02-06T12:30:00Z", "20100206"})
        CHECK(date_of(text) == day);
    CHECK(date_of("2010///") == Date{2010, {}, {}});
    CHECK(date_of("2010 Sep-Oct") == Date{2010, 9, {}});
    CHECK(date_of("1998 Dec-1999 Jan") == Date{1998, 12, {}});
    CHECK(date_of("Winter 1998") == Date{1998, {}, {}});
    CHECK(date_of("in press") == std::nullopt);
    CHECK(iso_date(day) == "2010-02-06");
}

TEST_CASE("markup and character references are no words of a title") {
    CHECK(title_of("H<sub>2</sub>O &amp;amp; <i>salt</i>.") == "H2O & salt");
    CHECK(title_of("Risk at P < 0.05 and P > 0.01") == "Risk at P < 0.05 and P > 0.01");
    CHECK(title_of("[Translated title].") == "Translated title");
    CHECK(title_of("[11C]PET and [18F]PET") == "[11C]PET and [18F]PET");
    CHECK(title_of("To be continued...") == "To be continued...");
}

TEST_CASE("an erratum never reads as a retraction") {
    const auto with = [](RelationKind kind) { return Relation{kind, {}, "1", {}, {}}; };
    CHECK(state_of({with(RelationKind::corrected_by)}) == EditorialState::corrected);
    CHECK(state_of({with(RelationKind::corrected_by), with(RelationKind::retracted_by)}) == EditorialState::retracted);
    CHECK(state_of({with(RelationKind::retracts)}) == std::nullopt);
    CHECK(state_of({with(RelationKind::comments_on), with(RelationKind::republished)}) == std::nullopt);
    CHECK(state_of({}) == std::nullopt);
}
