// PubMed's XML: what records say, and what may be wrong with a file.
#include <catch2/catch.hpp>

#include "events.hpp"
#include "evigrade/base/text.hpp"

using namespace evigrade;
using evigrade::test::read_all;

namespace {

std::string article(const std::string& pmid, const std::string& inside, const std::string& behind = "",
                    const std::string& data = "") {
    return "<PubmedArticle><MedlineCitation><PMID Version=\"1\">" + pmid + "</PMID><Article>" + inside + "</Article>" +
           behind + "</MedlineCitation><PubmedData>" + data + "</PubmedData></PubmedArticle>\n";
}

std::string set(const std::string& articles) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE PubmedArticleSet PUBLIC \"-//NLM//DTD PubMedArticle//EN\" "
           "\"https://nowhere.invalid/pubmed.dtd\">\n<PubmedArticleSet>\n" +
           articles + "</PubmedArticleSet>\n";
}

std::string title(const std::string& text) {
    return "<ArticleTitle>" + text + "</ArticleTitle>";
}

BibRecord one(const std::string& text) {
    auto read = read_all(text);
    REQUIRE_FALSE(read.error);
    REQUIRE(read.records.size() == 1);
    return read.records.front();
}

std::string correction(const std::string& type, const std::string& pmid) {
    return "<CommentsCorrectionsList><CommentsCorrections RefType=\"" + type +
           "\"><RefSource>J Made Up. 2012 Mar 5;3(1):9. doi: 10.1000/notice.</RefSource><PMID>" + pmid +
           "</PMID></CommentsCorrections></CommentsCorrectionsList>";
}

}  // namespace

TEST_CASE("a journal article comes with everything that cites and finds it") {
    const BibRecord record = one(set(article(
        "123",
        "<Journal><ISSN>1111-2222</ISSN><JournalIssue><Volume>12</Volume><Issue>3</Issue><PubDate><Year>2010</"
        "Year><Month>Feb</Month>"
        "<Day>06</Day></PubDate></JournalIssue><Title>Made up journal (London, England)</Title></Journal>" +
            title("Does <i>water</i> help? A trial of H<sub>2</sub>O.") +
            "<Pagination><MedlinePgn>1638-45</MedlinePgn></Pagination><ELocationID EIdType=\"doi\">10.1000/ABC</ELocationID>"
            "<AuthorList><Author><LastName>van der Berg</LastName><ForeName>Anna "
            "B</ForeName></Author><Author><LastName>King</LastName>"
            "<Initials>ML</Initials><Suffix>Jr</Suffix></Author><Author><CollectiveName>Water "
            "Group</CollectiveName></Author></AuthorList>"
            "<Language>eng</Language>"
            "<DataBankList><DataBank><DataBankName>ClinicalTrials.gov</"
            "DataBankName><AccessionNumberList><AccessionNumber>NCT01234567"
            "</AccessionNumber></AccessionNumberList></DataBank><DataBank><DataBankName>GENBANK</"
            "DataBankName><AccessionNumberList>"
            "<AccessionNumber>AB123456</AccessionNumber></AccessionNumberList></DataBank></DataBankList>"
            "<PublicationTypeList><PublicationType>Randomized Controlled Trial</PublicationType></PublicationTypeList>",
        "<MeshHeadingList><MeshHeading><DescriptorName UI=\"D014867\">Water</DescriptorName></MeshHeading></MeshHeadingList>"
        "<KeywordList><Keyword>hydration</Keyword></KeywordList>",
        "<ArticleIdList><ArticleId IdType=\"pmc\">PMC77</ArticleId></ArticleIdList>")));
    CHECK(record.item.title == "Does water help? A trial of H2O");
    CHECK(record.item.container_title == "Made up journal");
    CHECK(record.item.issued == Date{2010, 2, 6});
    CHECK(record.item.volume == "12");
    CHECK(record.item.issue == "3");
    CHECK(record.item.page == "1638-1645");
    CHECK(record.item.doi == "10.1000/abc");
    CHECK(record.item.pmid == "123");
    CHECK(record.item.pmcid == "PMC77");
    REQUIRE(record.item.authors.size() == 3);
    CHECK(record.item.authors[0] == Name{"Berg", "Anna B", "van der", {}, {}});
    CHECK(record.item.authors[1] == Name{"King", "ML", {}, "Jr", {}});
    CHECK(record.item.authors[2] == Name{{}, {}, {}, {}, "Water Group"});
    CHECK(record.trials == std::vector<std::string>{"NCT01234567"});
    CHECK(record.publication_types == std::vector<std::string>{"Randomized Controlled Trial"});
    CHECK(record.mesh == std::vector<std::string>{"Water"});
    CHECK(record.keywords == std::vector<std::string>{"hydration"});
    CHECK(record.language == "eng");
    CHECK_FALSE(record.state);
}

TEST_CASE("the sections of a structured abstract are paragraphs with their labels") {
    const BibRecord record =
        one(set(article("1", title("T") + "<Abstract><AbstractText Label=\"AIMS\">To see.</AbstractText>"
                                          "<AbstractText Label=\"RESULTS\">Seen.</AbstractText></Abstract>")));
    CHECK(record.abstract == "AIMS: To see.\nRESULTS: Seen.");
}

TEST_CASE("a season or a range of months still has a year") {
    const auto with = [](const std::string& date) {
        return one(set(article("1", title("T") + "<Journal><JournalIssue><PubDate><MedlineDate>" + date +
                                        "</MedlineDate></PubDate></JournalIssue></Journal>")))
            .item.issued;
    };
    CHECK(with("1998 Dec-1999 Jan") == Date{1998, 12, {}});
    CHECK(with("Spring 2001") == Date{2001, {}, {}});
}

TEST_CASE("a retracted publication is retracted, with the date and the number of the notice") {
    const BibRecord record = one(set(article(
        "1",
        title("T") + "<PublicationTypeList><PublicationType>Retracted Publication</PublicationType></PublicationTypeList>",
        correction("RetractionIn", "99"))));
    CHECK(record.state == EditorialState::retracted);
    CHECK(record.state_date == "2012-03-05");
    REQUIRE(record.relations.size() == 1);
    CHECK(record.relations[0].kind == RelationKind::retracted_by);
    CHECK(record.relations[0].pmid == "99");
    CHECK(record.relations[0].doi == "10.1000/notice");
}

TEST_CASE("errata, partial retractions and notices are not retracted") {
    const auto state = [](const std::string& type) {
        return one(set(article("1", title("T"), correction(type, "99")))).state;
    };
    CHECK(state("ErratumIn") == EditorialState::corrected);
    CHECK(state("PartialRetractionIn") == EditorialState::corrected);
    CHECK(state("ExpressionOfConcernIn") == EditorialState::concern);
    CHECK(state("RetractionOf") == std::nullopt);
    CHECK(state("ErratumFor") == std::nullopt);
    CHECK(state("CommentIn") == std::nullopt);
}

TEST_CASE("a title that says that it is retracted loses the word and gains the state") {
    CHECK(one(set(article("1", title("RETRACTED: Water helps.")))).state == EditorialState::retracted);
    CHECK(one(set(article("1", title("RETRACTED: Water helps.")))).item.title == "Water helps");
    CHECK(one(set(article("1", title("Water helps (Retracted article. See vol. 5, p. 6)")))).item.title == "Water helps");
    CHECK_FALSE(one(set(article("1", title("Retraction: Water helps.")))).state);
    CHECK_FALSE(one(set(article("1", title("WITHDRAWN: Water for thirst.")))).state);
    CHECK_FALSE(one(set(article("1", title("Retracted papers in water research")))).state);
}

TEST_CASE("an update joins a preprint with its article, and not the versions of a review") {
    const std::string preprint = "<PublicationTypeList><PublicationType>Preprint</PublicationType></PublicationTypeList>";
    const BibRecord record = one(set(article("1", title("T") + preprint, correction("UpdateIn", "5"))));
    CHECK(record.item.type == ItemType::article);
    REQUIRE(record.relations.size() == 1);
    CHECK(record.relations[0].kind == RelationKind::preprint_of);
    CHECK(one(set(article("1", title("T"), correction("UpdateIn", "5")))).relations.empty());
}

TEST_CASE("references come with what their short form says") {
    const BibRecord record = one(set(article("1", title("T"), "",
                                             "<ReferenceList><Reference><Citation>Made Up J. 2015 "
                                             "Jan;274(1):250-9</Citation><ArticleIdList><ArticleId IdType=\"pubmed\">7"
                                             "</ArticleId></ArticleIdList></Reference><Reference><Citation>Doe J. Long "
                                             "words. Made Up J. 2011;5:9. doi: 10.1000/x.</Citation>"
                                             "</Reference></ReferenceList>")));
    REQUIRE(record.references.size() == 2);
    CHECK(record.references[0].pmid == "7");
    CHECK(record.references[0].container_title == "Made Up J");
    CHECK(record.references[0].page == "250-259");
    CHECK(record.references[1].doi == "10.1000/x");
    CHECK(record.references[1].issued == Date{2011, {}, {}});
}

TEST_CASE("books and their chapters are told apart") {
    const std::string book =
        "<BookTitle>A whole book</BookTitle><PubDate><Year>2009</Year></PubDate><Isbn>9780000000002</Isbn>"
        "<Publisher><PublisherName>Press</PublisherName></Publisher>";
    const auto with = [&](const std::string& chapter) {
        return one("<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>9</PMID><Book>" + book + "</Book>" + chapter +
                   "</BookDocument></PubmedBookArticle></PubmedArticleSet>");
    };
    CHECK(with("").item.type == ItemType::book);
    CHECK(with("").item.title == "A whole book");
    const BibRecord chapter = with("<ArticleTitle>One chapter</ArticleTitle>");
    CHECK(chapter.item.type == ItemType::chapter);
    CHECK(chapter.item.container_title == "A whole book");
}

TEST_CASE("deleted citations are told, one by one") {
    const auto read =
        read_all(set(article("1", title("T")) + "<DeleteCitation><PMID>5</PMID><PMID>6</PMID></DeleteCitation>"));
    REQUIRE(read.deleted.size() == 2);
    CHECK(read.deleted[1].pmid == "6");
    CHECK(read.deleted[1].place.ordinal == 3);
}

TEST_CASE("an error message of NCBI is an error of the file, not a file without records") {
    const auto read =
        read_all("<?xml version=\"1.0\"?><eFetchResult><ERROR>Cannot retrieve history data.</ERROR></eFetchResult>");
    REQUIRE(read.error);
    CHECK(read.error->what == "this is an error message of NCBI, not records: Cannot retrieve history data.");
    CHECK(read.error->failure == Failure::unreadable_input);
}

TEST_CASE("a record that is not well-formed is bad, and the rest is read") {
    const auto read = read_all(
        set(article("1", title("One")) + "<PubmedArticle><PMID>2</PMI></PubmedArticle>\n" + article("3", title("Three"))));
    REQUIRE(read.records.size() == 2);
    CHECK(read.records[1].item.pmid == "3");
    REQUIRE(read.bad.size() == 1);
    CHECK(read.bad[0].place.ordinal == 2);
    CHECK(read.bad[0].place.line == 5U);
    CHECK(read.bad[0].why == "not well-formed: mismatched tag");
}

TEST_CASE("a record that never ends does not take the next with it") {
    const std::string open = "<PubmedArticle><MedlineCitation><PMID>2</PMID>\n";
    const auto read = read_all(set(article("1", title("One")) + open + article("3", title("Three"))));
    REQUIRE(read.records.size() == 2);
    CHECK(read.records[1].item.pmid == "3");
    REQUIRE(read.bad.size() == 1);
    CHECK(read.bad[0].why == "the record does not end");
}

TEST_CASE("a file cut inside a record gives what came before and says so") {
    const std::string text = set(article("1", title("One")) + article("2", title("Two")));
    const auto read = read_all(text.substr(0, text.find("Two")));
    CHECK(read.records.size() == 1);
    REQUIRE(read.bad.size() == 1);
    CHECK(read.bad[0].why == "the file ends before its end");
}

TEST_CASE("answers joined into one file are read to the end") {
    const auto read = read_all(set(article("1", title("One"))) + set(article("2", title("Two"))));
    CHECK(read.records.size() == 2);
    CHECK(read.bad.empty());
}

TEST_CASE("an empty set is no error") {
    const auto read = read_all(set(""));
    CHECK_FALSE(read.error);
    CHECK(read.order.empty());
}

TEST_CASE("entities that a document declares are never expanded") {
    std::string declarations = "<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 40; ++i) {
        const std::string before = "&a" + std::to_string(i - 1) + ";";
        declarations += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + before + "\">";
    }
    const auto read = read_all("<!DOCTYPE PubmedArticleSet [" + declarations +
                               "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><PubmedArticleSet>" +
                               article("1", title("A &a39; B &x; C &alpha; D")) + "</PubmedArticleSet>");
    REQUIRE(read.records.size() == 1);
    CHECK(read.records[0].item.title.value_or("") == "A &a39; B C α D");
}

TEST_CASE("elements nested a hundred thousand deep are read flat") {
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += "<i>";
    deep += "text";
    for (int i = 0; i < 100000; ++i) deep += "</i>";
    CHECK(one(set(article("1", title(deep)))).item.title == "text");
}

TEST_CASE("a record without title and identifier is bad") {
    const auto read = read_all(set("<PubmedArticle></PubmedArticle>" + article("2", title("Two"))));
    CHECK(read.bad.size() == 1);
    CHECK(read.records.size() == 1);
}
