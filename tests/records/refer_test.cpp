// EndNote's older tagged export.
#include <catch2/catch.hpp>

#include "events.hpp"

using namespace evigrade;
using evigrade::test::read_all;

TEST_CASE("records of the tagged EndNote export end with a blank line or where the next begins") {
    const auto read = read_all(
        "%0 Journal Article\n%A Berg, Anna van der\n%A Water Group,\n%T Water helps.\n%J J Water\n%V 3\n%N 2\n%P 12-9\n%D "
        "2010\n"
        "%8 March 3, 2010\n%R https://doi.org/10.1000/A\n%X First line\nsecond line\n%K thirst\nwater\n\n"
        "%0 Book Section\n%T A chapter\n%B Whole book\n%0 Book\n%A testA\n%T Whole\n%@ 978-3\n");
    REQUIRE(read.records.size() == 3);
    const BibRecord& record = read.records[0];
    CHECK(record.item.type == ItemType::article_journal);
    CHECK(record.item.title == "Water helps");
    CHECK(record.item.authors.size() == 2);
    CHECK(record.item.authors[1] == Name{{}, {}, {}, {}, "Water Group"});
    CHECK(record.item.container_title == "J Water");
    CHECK(record.item.issued == Date{2010, 3, 3});
    CHECK(record.item.doi == "10.1000/a");
    CHECK(record.abstract == "First line second line");
    CHECK(record.keywords == std::vector<std::string>{"thirst", "water"});
    CHECK(read.records[1].item.container_title == "Whole book");
    CHECK(read.records[2].item.isbn == "978-3");
    CHECK(read.records[2].place.line == 20U);
}

TEST_CASE("a tagged entry that names nothing is bad") {
    const auto read = read_all("%0 Journal\n%V 3\n\n%T Water\n");
    CHECK(read.bad.size() == 1);
    CHECK(read.records.size() == 1);
}
