// JATS, EndNote's XML and Crossref's XML.
#include <catch2/catch.hpp>

#include "events.hpp"

using namespace evigrade;
using evigrade::test::read_all;

namespace {

BibRecord one(const std::string& text) {
    auto read = read_all(text);
    REQUIRE_FALSE(read.error);
    REQUIRE(read.records.size() == 1);
    return read.records.front();
}

std::string jats(const std::string& meta, const std::string& back = "", const std::string& type = "research-article") {
    return "<?xml version=\"1.0\"?><article xmlns:xlink=\"http://www.w3.org/1999/xlink\" article-type=\"" + type +
           "\" xml:lang=\"en\"><front><journal-meta><journal-title-group><journal-title>Made up "
           "journal</journal-title></journal-title-group>"
           "</journal-meta><article-meta><title-group><article-title>Water "
           "<italic>helps</italic></article-title></title-group>" +
           meta + "</article-meta></front><body><p>Not looked at &nbsp; at all.</p></body><back>" + back +
           "</back></article>";
}

std::string endnote(const std::string& type, const std::string& inside) {
    return "<xml><records><record><ref-type name=\"" + type + "\">1</ref-type>" + inside + "</record></records></xml>";
}

}  // namespace

TEST_CASE("a JATS article is cited by the date of its issue, and its abstract is its own") {
    const BibRecord record = one(jats(
        "<article-id pub-id-type=\"doi\">10.1000/A</article-id><article-id pub-id-type=\"pmc\">77</article-id>"
        "<contrib-group><contrib "
        "contrib-type=\"author\"><name><surname>Berg</surname><given-names>Anna</given-names></name></contrib>"
        "<contrib contrib-type=\"author\"><collab>Water "
        "Group<contrib-group><contrib><name><surname>X</surname></name></contrib>"
        "</contrib-group></collab></contrib><contrib "
        "contrib-type=\"editor\"><name><surname>Ed</surname></name></contrib></contrib-group>"
        "<pub-date pub-type=\"epub\"><year>2009</year><month>12</month></pub-date><pub-date "
        "pub-type=\"ppub\"><year>2010</year></pub-date>"
        "<volume>3</volume><fpage>12</fpage><lpage>19</lpage>"
        "<abstract><sec><title>Aims</title><p>To see.</p></sec><sec><title>Results:</title><p>Seen.</p></sec></abstract>"
        "<abstract abstract-type=\"editor\"><p>A summary.</p></abstract>"));
    CHECK(record.item.title == "Water helps");
    CHECK(record.item.container_title == "Made up journal");
    CHECK(record.item.issued == Date{2010, {}, {}});
    CHECK(record.item.authors == std::vector<Name>{{"Berg", "Anna", {}, {}, {}}, {{}, {}, {}, {}, "Water Group"}});
    CHECK(record.item.editors.size() == 1);
    CHECK(record.item.page == "12-19");
    CHECK(record.item.pmcid == "PMC77");
    CHECK(record.abstract == "Aims: To see.\nResults: Seen.");
    CHECK(record.language == "en");
}

TEST_CASE("a JATS reference list is read by its elements") {
    const BibRecord record =
        one(jats("",
                 "<ref-list><ref><element-citation publication-type=\"journal\"><person-group person-group-type=\"author\">"
                 "<name><surname>Doe</surname><given-names>J</given-names></name><etal/></person-group><article-title>Old "
                 "water.</article-title>"
                 "<source>J Water</source><year>2001a</year><volume>2</volume><fpage>7</fpage><lpage>9</lpage><pub-id "
                 "pub-id-type=\"pmid\">5</pub-id>"
                 "</element-citation></ref><ref><mixed-citation publication-type=\"book\">Roe R, <source>Whole "
                 "book</source>. Press; <year>1999</year>."
                 "</mixed-citation></ref></ref-list>"));
    REQUIRE(record.references.size() == 2);
    const BibItem& first = record.references[0];
    CHECK(first.title == "Old water");
    CHECK(first.container_title == "J Water");
    CHECK(first.issued == Date{2001, {}, {}});
    CHECK(first.et_al);
    CHECK(first.pmid == "5");
    CHECK(record.references[1].type == ItemType::book);
    CHECK(record.references[1].title == "Whole book");
}

TEST_CASE("an entry of a reference list whose parts are not told apart is left out") {
    const BibRecord record =
        one(jats("",
                 "<ref-list><ref><mixed-citation>Doe J. Some words. 2001.</mixed-citation></ref><ref><mixed-citation>"
                 "<article-title>T</article-title></mixed-citation></ref></ref-list>"));
    CHECK(record.references.size() == 1);
}

TEST_CASE("a JATS notice points at the article that it retracts") {
    const auto related = [](const std::string& type) {
        return one(jats("<related-article related-article-type=\"" + type +
                        "\" ext-link-type=\"doi\" xlink:href=\"10.1000/old\"/>"));
    };
    CHECK(related("retracted-article").relations.at(0).kind == RelationKind::retracts);
    CHECK(related("retracted-article").relations.at(0).doi == "10.1000/old");
    CHECK_FALSE(related("retracted-article").state);
    CHECK(related("retraction-forward").state == EditorialState::retracted);
    CHECK(related("correction-forward").state == EditorialState::corrected);
    CHECK(related("companion").relations.empty());
}

TEST_CASE("EndNote's XML says the journal in one of several places") {
    const BibRecord record =
        one(endnote("Journal Article",
                    "<contributors><authors><author><style face=\"normal\">Berg, Anna van der</style></author><author>Water "
                    "Group,</author></authors></contributors>"
                    "<titles><title><style>Water</style> <style face=\"italic\">helps</style></title><secondary-title>J "
                    "Water</secondary-title></titles>"
                    "<pages>12-9</pages><volume>3</volume><number>2</number><dates><year>2010</year><pub-dates><date>Mar "
                    "3</date></pub-dates></dates>"
                    "<electronic-resource-num>https://doi.org/10.1000/A</electronic-resource-num><keywords><keyword>thirst</"
                    "keyword></keywords>"));
    CHECK(record.item.type == ItemType::article_journal);
    CHECK(record.item.title == "Water helps");
    CHECK(record.item.container_title == "J Water");
    CHECK(record.item.authors[1] == Name{{}, {}, {}, {}, "Water Group"});
    CHECK(record.item.issued == Date{2010, 3, 3});
    CHECK(record.item.issue == "2");
    CHECK(record.item.doi == "10.1000/a");
    CHECK(record.keywords == std::vector<std::string>{"thirst"});
    CHECK(one(endnote("Book Section", "<titles><title>T</title></titles>")).item.type == ItemType::chapter);
}

TEST_CASE("Crossref's XML holds journals, chapters and posts") {
    const auto crossref = [](const std::string& inside) {
        return one("<doi_records><doi_record><crossref>" + inside + "</crossref></doi_record></doi_records>");
    };
    const std::string work =
        "<titles><title>Water</title></titles><contributors><person_name "
        "contributor_role=\"author\"><given_name>Anna</given_name>"
        "<surname>Berg</surname></person_name></contributors><doi_data><doi>10.1000/A</doi></doi_data>";
    const BibRecord article = crossref(
        "<journal><journal_metadata><full_title>J Water</full_title></journal_metadata><journal_issue><publication_date>"
        "<year>2010</year></publication_date><journal_volume><volume>3</volume></journal_volume><issue>2</issue></"
        "journal_issue><journal_article>" +
        work + "<pages><first_page>7</first_page><last_page>9</last_page></pages></journal_article></journal>");
    CHECK(article.item.container_title == "J Water");
    CHECK(article.item.volume == "3");
    CHECK(article.item.issue == "2");
    CHECK(article.item.page == "7-9");
    CHECK(article.item.issued == Date{2010, {}, {}});
    const BibRecord chapter =
        crossref("<book><book_metadata><titles><title>Whole</title></titles></book_metadata><content_item>" + work +
                 "</content_item></book>");
    CHECK(chapter.item.type == ItemType::chapter);
    CHECK(chapter.item.container_title == "Whole");
    CHECK(crossref("<posted_content type=\"preprint\">" + work + "</posted_content>").item.type == ItemType::article);
}
