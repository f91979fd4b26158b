// JSON: where records begin and end, and what CSL, Crossref, OpenAlex and Europe PMC say.
#include <catch2/catch.hpp>

#include "events.hpp"

using namespace evigrade;
using evigrade::records::Format;
using evigrade::test::read_all;
using evigrade::test::read_pieces;

namespace {

std::vector<std::string> titles(const std::string& text, Format format = Format::csl_json) {
    std::vector<std::string> out;
    for (const auto& record : read_pieces(text, format, 1U << 16).records) out.push_back(record.item.title.value_or("-"));
    return out;
}

BibRecord one(const std::string& text) {
    auto read = read_all(text);
    REQUIRE_FALSE(read.error);
    REQUIRE(read.records.size() == 1);
    return read.records.front();
}

}  // namespace

TEST_CASE("a list, an object, an object a line and a service's answer hold the same records") {
    const std::vector<std::string> both{"One", "Two"};
    CHECK(titles(R"([{"title": "One"}, {"title": "Two"}])") == both);
    CHECK(titles("{\"title\": \"One\"}\n{\"title\": \"Two\"}\n") == both);
    CHECK(titles(R"({"items": [{"title": "One"}, {"title": "Two"}]})") == both);
    CHECK(
        titles(
            R"({"status": "ok", "message": {"facets": {"items": {}}, "items": [{"title": ["One"]}, {"title": "Two"}], "total": 2}})") ==
        both);
    CHECK(titles(R"({"meta": {"count": 2}, "results": [{"title": "One"}, {"title": "Two"}]})") == both);
    CHECK(titles(R"({"resultList": {"result": [{"title": "One"}, {"title": "Two"}]}})") == both);
    CHECK(titles("{\"message\": {\"title\": [\"One\"]}}\n{\"message\": {\"title\": [\"Two\"]}}\n") == both);
    CHECK(titles("[]").empty());
}

TEST_CASE("brackets and quotes inside strings are text") {
    CHECK(titles(R"([{"title": "a } ] \" { [ \\"}, {"title": "Two"}])") ==
          std::vector<std::string>{"a } ] \" { [ \\", "Two"});
}

TEST_CASE("a line that is no JSON is bad, and the rest is read") {
    const auto read = read_pieces(
        "{\"title\": \"One\"}\n{\"title\": \"broken\n{\"title\": \"Two\"}\n{\"title\": Three}\n{\"a\": [}\n{\"title\": "
        "\"Four\"}\n",
        Format::csl_json, 1U << 16);
    REQUIRE(read.bad.size() == 3);
    CHECK(read.bad[0].place.line == 2U);
    CHECK(read.bad[0].why == "a string does not end on its line");
    CHECK(read.bad[1].why.starts_with("not JSON: "));
    CHECK(read.bad[2].why == "its brackets do not match");
    REQUIRE(read.records.size() == 3);
    CHECK(read.records[2].item.title == "Four");
    CHECK(read.records[2].place.ordinal == 6);
}

TEST_CASE("a broken object in a printed list does not take its neighbours with it") {
    const auto read = read_pieces(
        "[\n  {\n    \"title\": \"One\"\n  },\n  {\n    \"title\": \"open,\n    \"author\": [\n      {\"family\": \"A\"}\n  "
        "  ]\n"
        "  },\n  {\n    \"title\": \"Three\"\n  }\n]\n",
        Format::csl_json, 1U << 16);
    CHECK(read.bad.size() == 1);
    REQUIRE(read.records.size() == 2);
    CHECK(read.records[1].item.title == "Three");
}

TEST_CASE("a file cut inside an object says so") {
    const auto read = read_pieces(R"([{"title": "One"}, {"title": "Tw)", Format::csl_json, 1U << 16);
    CHECK(read.records.size() == 1);
    REQUIRE(read.bad.size() == 1);
    CHECK(read.bad[0].why == "the file ends inside the record");
}

TEST_CASE("brackets nested a hundred thousand deep are no harm") {
    const std::string deep = std::string(100000, '[') + std::string(100000, ']');
    CHECK(titles("[{\"title\": \"One\", \"x\": " + deep + "}]") == std::vector<std::string>{"One"});
}

TEST_CASE("CSL-JSON says names, dates and identifiers in its own words") {
    const BibRecord record = one(R"([{"id": "key1", "type": "chapter", "title": "Water", "container-title": "Book of water",
        "author": [{"family": "Berg", "non-dropping-particle": "van der", "given": "Anna"}, {"literal": "Water Group"}],
        "issued": {"date-parts": [["2013", 1, 5]]}, "page": "12-9", "DOI": "https://doi.org/10.1000/ABC", "PMID": 77, "keyword": "a; b"}])");
    CHECK(record.key == "key1");
    CHECK(record.item.type == ItemType::chapter);
    CHECK(record.item.container_title == "Book of water");
    CHECK(record.item.authors == std::vector<Name>{{"Berg", "Anna", "van der", {}, {}}, {{}, {}, {}, {}, "Water Group"}});
    CHECK(record.item.issued == Date{2013, 1, 5});
    CHECK(record.item.doi == "10.1000/abc");
    CHECK(record.item.pmid == "77");
    CHECK(record.keywords == std::vector<std::string>{"a", "b"});
}

TEST_CASE("identifiers that Zotero keeps in the note are found there") {
    const BibRecord record =
        one(R"([{"type": "book", "title": "T", "note": "DOI: 10.1000/A\nPMID: 77\nPMCID: PMC5 and words"}])");
    CHECK(record.item.doi == "10.1000/a");
    CHECK(record.item.pmid == "77");
    CHECK(record.item.pmcid == "PMC5");
    CHECK_FALSE(one(R"([{"title": "T", "note": "no PMID: none"}])").item.pmid);
}

TEST_CASE("Crossref's work comes with its printed year, its updates and its references") {
    const BibRecord record =
        one(R"({"status": "ok", "message-type": "work", "message": {"type": "journal-article", "DOI": "10.1000/A",
        "title": ["Water &amp; <i>salt</i>"], "subtitle": ["a trial"], "container-title": ["Made up journal"], "volume": "3",
        "published-online": {"date-parts": [[2009, 12]]}, "published-print": {"date-parts": [[2010, 2]]}, "issued": {"date-parts": [[2009, 12]]},
        "clinical-trial-number": [{"clinical-trial-number": "isrctn12345678"}], "relation": {"has-preprint": [{"id-type": "doi", "id": "10.1000/pre"}]},
        "updated-by": [{"DOI": "10.1000/n", "type": "expression_of_concern", "updated": {"date-parts": [[2012, 3, 4]]}}],
        "reference": [{"DOI": "10.1000/r", "author": "Doe", "year": "2001", "journal-title": "J"}]}})");
    CHECK(record.item.title == "Water & salt: a trial");
    CHECK(record.item.issued == Date{2010, 2, {}});
    CHECK(record.state == EditorialState::concern);
    REQUIRE(record.relations.size() == 2);
    CHECK(record.relations[0].date == "2012-03-04");
    CHECK(record.relations[1].kind == RelationKind::published_from);
    CHECK(record.trials == std::vector<std::string>{"isrctn12345678"});
    REQUIRE(record.references.size() == 1);
    CHECK(record.references[0].doi == "10.1000/r");
}

TEST_CASE("Crossref's notices retract others, and a correction retracts nobody") {
    const auto with = [](const std::string& member, const std::string& type) {
        return one(R"({"message-version": "1", "message": {"DOI": "10.1000/a", "title": ["T"], ")" + member +
                   R"(": [{"DOI": "10.1000/b", "type": ")" + type + R"("}]}})");
    };
    CHECK(with("update-to", "retraction").relations.at(0).kind == RelationKind::retracts);
    CHECK_FALSE(with("update-to", "retraction").state);
    CHECK(with("updated-by", "retraction").state == EditorialState::retracted);
    CHECK(with("updated-by", "correction").state == EditorialState::corrected);
    CHECK(with("updated-by", "partial_retraction").state == EditorialState::corrected);
    CHECK_FALSE(with("updated-by", "new_version").state);
}

TEST_CASE("error messages of services are errors of the file") {
    for (const std::string text :
         {R"({"status": "failed", "message-type": "validation-failure", "message": [{"type": "x"}]})",
          R"({"error": "Invalid query", "message": "see the \"display_name\" page"})",
          R"({"error": "API rate limit exceeded", "api-key": "1.2.3.4", "count": "4", "limit": "3"})",
          R"({"version": "6.9", "errCode": 404, "errMsg": "no"})"}) {
        const auto read = read_all(text);
        REQUIRE(read.error);
        CHECK(read.error->failure == Failure::unreadable_input);
        CHECK(read.records.empty());
    }
}

TEST_CASE("OpenAlex gives its abstract as an index of words") {
    const BibRecord record =
        one(R"({"id": "https://openalex.org/W1", "title": "Water", "type": "article", "publication_date": "2010-02-06",
        "authorships": [{"author": {"display_name": "Anna van der Berg"}}], "abstract_inverted_index": {"helps.": [2], "Water": [0], "often": [1]},
        "ids": {"pmid": "https://pubmed.ncbi.nlm.nih.gov/77"}, "doi": "https://doi.org/10.1000/a", "is_retracted": true,
        "biblio": {"volume": "3", "issue": null, "first_page": "7", "last_page": "9"},
        "primary_location": {"source": {"display_name": "Made up journal", "type": "journal"}}})");
    CHECK(record.abstract == "Water often helps.");
    CHECK(record.item.type == ItemType::article_journal);
    CHECK(record.item.authors == std::vector<Name>{{"Berg", "Anna", "van der", {}, {}}});
    CHECK(record.item.page == "7-9");
    CHECK(record.item.pmid == "77");
    CHECK(record.state == EditorialState::retracted);
}

TEST_CASE("OpenAlex marks retraction notices as retracted too, which they are not") {
    CHECK_FALSE(one(R"({"id": "https://openalex.org/W1", "title": "Retraction: Water", "is_retracted": true})").state);
}

TEST_CASE("Europe PMC says the same in its short and in its full form") {
    const BibRecord full =
        one(R"({"resultList": {"result": [{"id": "77", "source": "MED", "pmid": "77", "title": "Water.", "pubYear": "2010",
        "authorList": {"author": [{"lastName": "Berg", "firstName": "Anna"}, {"collectiveName": "Water Group"}]},
        "journalInfo": {"volume": "3", "yearOfPublication": 2010, "monthOfPublication": 2, "journal": {"title": "Made up journal"}},
        "commentCorrectionList": {"commentCorrection": [{"id": "99", "source": "MED", "reference": "J. 2012;1:2", "type": "Retraction in"}]}}]}})");
    CHECK(full.item.authors.size() == 2);
    CHECK(full.item.issued == Date{2010, 2, {}});
    CHECK(full.state == EditorialState::retracted);
    const BibRecord lite = one(
        R"({"resultList": {"result": [{"id": "PPR1", "source": "PPR", "title": "Water.", "authorString": "van Berg A, Water Group.",
        "pubYear": "2020", "journalTitle": "J", "journalVolume": "1", "pageInfo": "7-9"}]}})");
    CHECK(lite.item.type == ItemType::article);
    CHECK(lite.item.authors == std::vector<Name>{{"Berg", "A", "van", {}, {}}, {{}, {}, {}, {}, "Water Group"}});
    CHECK(lite.item.page == "7-9");
}
