// The Retraction Watch database.
#include <catch2/catch.hpp>

#include "records_support.hpp"

using namespace evigrade;
using namespace evigrade::test;
using records::Format;

namespace {

constexpr const char* head =
    "Record ID,Title,Journal,Publisher,Author,ArticleType,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,"
    "OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Notes,\r\n";

std::string row(const std::string& nature, const std::string& title = "Water, \"\"heavy\"\" and light") {
    return "7,\"" + title +
           "\",Journal of Water,Pub,Jan van der Berg;N Moftah,Research Article,2/6/2010 0:00,10.1000/NOTICE,0,12/31/2008 "
           "0:00,"
           "10.1000/Paper,123456," +
           nature + ",+Error in Data;,,\r\n";
}

}  // namespace

TEST_CASE("a retraction is a state of the original paper, with date and notice") {
    const BibRecord record = one_record(head + row("Retraction"), Format::retraction_watch_csv);
    CHECK(record.item.title == "Water, \"heavy\" and light");
    CHECK(record.item.doi == "10.1000/paper");
    CHECK(record.item.pmid == "123456");
    CHECK(record.item.issued == Date{2008, 12, 31});
    CHECK(people(record.item.authors) == "van der Berg, Jan|Moftah, N");
    CHECK(record.state == EditorialState::retracted);
    CHECK(record.state_date == "2010-02-06");
    REQUIRE(record.relations.size() == 1);
    CHECK(record.relations[0].kind == RelationKind::retracted_by);
    CHECK(record.relations[0].doi == "10.1000/notice");
    CHECK_FALSE(record.relations[0].pmid);
}

TEST_CASE("a correction never reads as a retraction, nor does a concern or a reinstatement") {
    const auto state = [](const std::string& nature) {
        return one_record(head + row(nature), Format::retraction_watch_csv).state;
    };
    CHECK(state("Correction") == EditorialState::corrected);
    CHECK(state("Expression of concern") == EditorialState::concern);
    CHECK(state("Reinstatement") == EditorialState::reinstated);
}

TEST_CASE("a nature that is not known is a bad row, never a retraction") {
    const Read read = read_records(head + row("Removal") + row("Retraction"), Format::retraction_watch_csv);
    REQUIRE(read.bad.size() == 1);
    CHECK(read.bad[0].place.line == 2);
    CHECK(read.records.size() == 1);
}

TEST_CASE("a cell may hold line ends; a quote that never ends costs its own line alone") {
    CHECK(one_record(head + row("Retraction", "Two\r\nlines"), Format::retraction_watch_csv).item.title == "Two lines");
    const Read read = read_records(std::string(head) + "8,\"Never ends,J\r\n" +
                                       "9,Plain,J,P,A B,R,1/2/2011 0:00,,0,1/1/2010 0:00,10.1/x,0,Retraction,,,\r\n",
                                   Format::retraction_watch_csv);
    CHECK(read.bad.size() == 1);
    REQUIRE(read.records.size() == 1);
    CHECK(read.records[0].key == "9");
}

TEST_CASE("a table that is not Retraction Watch's is an error of the file") {
    const auto reading = records::read_text(
        "a,b\n1,2\n", "t.csv", [](records::Event&&) { return true; }, Format::retraction_watch_csv);
    REQUIRE_FALSE(reading);
}
