// RIS in its dialects.
#include <catch2/catch.hpp>

#include "records_support.hpp"

using namespace evigrade;
using namespace evigrade::test;
using records::Format;

TEST_CASE("a RIS article has its people, place and identifiers") {
    const BibRecord record = one_record(
        "TY  - JOUR\nAU  - van der Berg, Jan, Jr.\nA1  - Moftah,N.\nTI  - A trial of water.\nJF  - Journal of Water\nJO  - "
        "J Water\n"
        "PY  - 2013\nDA  - 2013/02/06\nVL  - 3\nIS  - 2\nSP  - 110\nEP  - 9\nSN  - 0021-9606; 978-1-4822-5326-9\n"
        "DO  - https://doi.org/10.1000/ABC.1\nDB  - PubMed\nAN  - 26957754\nC2  - PMC4756000\nKW  - water\nKW  - trial\nER  "
        "- \n",
        Format::ris);
    CHECK(record.item.type == ItemType::article_journal);
    CHECK(people(record.item.authors) == "van der Berg, Jan, Jr.|Moftah, N.");
    CHECK(record.item.title == "A trial of water");
    CHECK(record.item.container_title == "Journal of Water");
    CHECK(record.item.issued == Date{2013, 2, 6});
    CHECK(record.item.page == "110-119");
    CHECK(record.item.issn == "0021-9606");
    CHECK(record.item.isbn == "978-1-4822-5326-9");
    CHECK(record.item.doi == "10.1000/abc.1");
    CHECK(record.item.pmid == "26957754");
    CHECK(record.item.pmcid == "PMC4756000");
    CHECK(record.keywords == std::vector<std::string>{"water", "trial"});
}

TEST_CASE("a record that never ends does not swallow the next one") {
    const Read read = read_records("TY  - JOUR\nTI  - First\nTY  - BOOK\nTI  - Second\n", Format::ris);
    REQUIRE(read.records.size() == 2);
    CHECK(read.records[1].item.title == "Second");
    CHECK(read.records[1].place.line == 3);
}

TEST_CASE("RIS with one blank, none behind the dash, CR line ends and a byte order mark is RIS") {
    for (const std::string text :
         {"\xEF\xBB\xBFTY  - JOUR\rTI  - Water\rER  - \r", "TY - JOUR\nTI - Water\nER -\n",
          "1.\r\nTY  - JOUR\r\nTI  -Water\r\nER  -\r\n", "\n\nRecord 1 of 1\n  TY  - JOUR\n  TI  - Water\n"}) {
        INFO(text);
        const Read read = read_records(text, Format::ris);
        REQUIRE(read.records.size() == 1);
        CHECK(read.records[0].item.title == "Water");
    }
}

TEST_CASE("a continuation line goes on with the field, and a dash in it begins none") {
    const BibRecord record = one_record(
        "TY  - JOUR\nTI  - Breach following\ncortical contusion\n  AB-type cells - a study\nER  - \n", Format::ris);
    CHECK(record.item.title == "Breach following cortical contusion AB-type cells - a study");
}

TEST_CASE("Latin-1 and UTF-8 RIS give the same letters") {
    CHECK(one_record("TY  - JOUR\nTI  - M\xFCller\nER  - \n", Format::ris).item.title == "Müller");
    CHECK(one_record("TY  - JOUR\nTI  - Müller\nER  - \n", Format::ris).item.title == "Müller");
}

TEST_CASE("an organisation is told from a person without a comma") {
    const BibRecord record = one_record(
        "TY  - RPRT\nAU  - World Health Organization\nAU  - Catarina Barata\nAU  - Big Pharma,\nAU  - et al.\nTI  - R\nER  "
        "- \n",
        Format::ris);
    CHECK(people(record.item.authors) == "World Health Organization|Barata, Catarina|Big Pharma");
    CHECK(record.item.et_al);
}

TEST_CASE("the editors of a chapter's book are its editors") {
    const BibRecord record = one_record(
        "TY  - CHAP\nAU  - A, B\nA2  - C, D\nED  - E, F\nT2  - The book\nTI  - The chapter\nER  - \n", Format::ris);
    CHECK(record.item.type == ItemType::chapter);
    CHECK(people(record.item.editors) == "C, D|E, F");
    CHECK(record.item.container_title == "The book");
}

TEST_CASE("a record that has any field is kept; one that has none is bad, and the rest is kept") {
    const Read read = read_records(
        "TY  - JOUR\nVL  - 3\nER  - \nTY  - JOUR\nER  - \nTY  - JOUR\nAB  - What was seen.\nER  - \nTY  - JOUR\nTI  - "
        "Good\nER  - \n",
        Format::ris);
    REQUIRE(read.records.size() == 3);
    CHECK(read.records[0].item.volume == "3");
    CHECK(read.records[1].abstract == "What was seen.");
    REQUIRE(read.bad.size() == 1);
    CHECK(read.bad[0].place.ordinal == 2);
}

TEST_CASE("the number of an unpublished work stands where that of an article does") {
    const BibRecord record = one_record("TY  - UNPB\nTI  - A draft on water.\nM1  - 7\nER  - \n", Format::ris);
    CHECK(record.item.issue == "7");
}

TEST_CASE("what a tag is depends on the kind of the record") {
    const auto item = [](const std::string& kind) {
        return one_record(
                   "TY  - " + kind +
                       "\nTI  - T\nT2  - Second\nJ2  - Third\nA2  - Four, A\nVL  - 5\nIS  - 6\nSP  - 7\nEP  - 9\nER  - \n",
                   Format::ris)
            .item;
    };
    CHECK(item("JOUR").container_title == "Second");
    CHECK(item("CHAP").container_title == "Second");
    CHECK(item("BOOK").container_title == std::nullopt);  // a series
    CHECK(item("WEB").container_title == "Third");
    CHECK(item("THES").volume == std::nullopt);  // a degree
    CHECK(item("RPRT").volume == "5");
    CHECK(item("PAT").issue == std::nullopt);  // the number of the patent
    CHECK(item("MPCT").page == std::nullopt);  // a running time
    CHECK(item("GRANT").page == "7-9");
    CHECK(people(item("BILL").authors) == "Four, A");  // the sponsor
}

TEST_CASE("MEDLINE's display inside a file called .ris is seen") {
    CHECK(records::detect("\nPMID- 12\nTI  - Water.\n", "export.ris") == Format::nbib);
    CHECK(records::detect("TY - JOUR\nTI - Water\n", "export.txt") == Format::ris);
}
