#include <catch2/catch.hpp>

#include "support.hpp"

using namespace evigrade;
using test::article_of;
using test::blocks_of;
using test::marks_of;
using Texts = std::vector<std::string>;

namespace {

const std::string front =
    "<article xmlns:xlink='http://www.w3.org/1999/xlink' article-type='research-article' xml:lang='en'><front><journal-meta>"
    "<journal-title>J Test</journal-title></journal-meta><article-meta><article-id pub-id-type='doi'>10.1/x</article-id>"
    "<title-group><article-title>A <italic>good</italic> trial</article-title></title-group><contrib-group>"
    "<contrib contrib-type='author'><name><surname>Doe</surname><given-names>Jane Q</given-names></name></contrib>"
    "<contrib contrib-type='editor'><name><surname>No</surname><given-names>N</given-names></name></contrib></contrib-group>"
    "<pub-date pub-type='collection'><year>2006</year></pub-date>"
    "<pub-date pub-type='epub'><day>8</day><month>9</month><year>2005</year></pub-date>"
    "<abstract><sec><title>Results</title><p>It worked.</p></sec></abstract></article-meta></front>";

Article with_body(const std::string& body, const std::string& back = "") {
    return article_of(front + "<body>" + body + "</body><back>" + back + "</back></article>", "a.xml");
}

}  // namespace

TEST_CASE("a journal article's record tells what it is") {
    const Article article = with_body("<p>Text.</p>");
    CHECK(article.title == "A good trial");
    CHECK(article.authors == Texts{"Jane Q Doe"});
    CHECK(article.published == "2005-09-08");
    CHECK(article.doi == "10.1/x");
    CHECK(article.language == "en");
    CHECK(article.source_type == SourceType::journal_article);
    CHECK(blocks_of(article, LayoutRole::title) == Texts{"A good trial"});
    CHECK(blocks_of(article, LayoutRole::abstract_heading) == Texts{"Abstract", "Results"});
}

TEST_CASE("citations in the text point at entries of the list") {
    const Article article = with_body(
        "<sec><title>Background</title><p>So<xref ref-type='bibr' rid='B1'><sup>1</sup></xref>"
        " and [<xref ref-type='bibr' rid='B2 B3'>2,3</xref>].</p></sec>");
    CHECK(article.text.find("So1 and [2,3].") != std::string::npos);
    CHECK(marks_of(article, MarkKind::citation_anchor) == Texts{"1 -> B1", "2,3 -> B2 B3"});
    CHECK(marks_of(article, MarkKind::superscript) == Texts{"1 -> "});
}

TEST_CASE("a reference without punctuation is printed with it") {
    const Article article = with_body(
        "",
        "<ref-list><ref id='B7'><label>7</label><element-citation><person-group person-group-type='author'><name>"
        "<surname>Shang</surname><given-names>Aijing</given-names></name><name><surname>M&#252;ller</surname>"
        "<given-names>K.-H.</given-names></name><etal/></person-group><article-title>Are the effects placebo effects?"
        "</article-title><source>Lancet</source><year>2005</year><volume>366</volume><issue>9487</issue><fpage>726</fpage>"
        "<lpage>732</lpage><pub-id pub-id-type='doi'>10.1016/S0</pub-id></element-citation></ref></ref-list>");
    CHECK(
        blocks_of(article, LayoutRole::reference) ==
        Texts{
            "Shang A, Müller KH, et al. Are the effects placebo effects? Lancet. 2005;366(9487):726-732. doi:10.1016/S0."});
    CHECK(article.layout.back().label == "B7");
    CHECK(article.layout.back().ordinal == 7);
    CHECK(blocks_of(article, LayoutRole::heading) == Texts{"References"});
}

TEST_CASE("a reference that keeps its punctuation is printed as it is") {
    const Article article = with_body(
        "",
        "<ref-list><title>Literature</title><ref id='r1'><mixed-citation><name><surname>Doe</surname>, "
        "<given-names>J.</given-names>"
        "</name> (<year>2010</year>). <article-title>On hair</article-title>. <source>J Hair</source> <volume>2</volume>, "
        "<fpage>45</fpage>.</mixed-citation></ref></ref-list>");
    CHECK(blocks_of(article, LayoutRole::reference) == Texts{"Doe, J. (2010). On hair. J Hair 2, 45."});
}

TEST_CASE("lists, tables, captions and footnotes keep their parts") {
    const Article article = with_body(
        "<list list-type='order'><list-item><p>one</p></list-item><list-item><p>two</p></list-item></list>"
        "<table-wrap><label>Table "
        "1</label><caption><p>Doses</p></caption><table><tr><td/><td>mg</td></tr><tr><td>A</td><td>5</td></tr>"
        "</table><table-wrap-foot><fn id='t1'><p>per day</p></fn></table-wrap-foot></table-wrap>");
    CHECK(blocks_of(article, LayoutRole::list_item) == Texts{"one", "two"});
    CHECK(blocks_of(article, LayoutRole::caption) == Texts{"Table 1 Doses"});
    CHECK(blocks_of(article, LayoutRole::table_cell) == Texts{"mg", "A", "5"});
    CHECK(blocks_of(article, LayoutRole::footnote) == Texts{"per day"});
    CHECK(article.text.find("mg\nA\t5") != std::string::npos);
}

TEST_CASE("a block inside a paragraph does not swallow what follows it") {
    const Article article = with_body("<p>Before<list><list-item><p>item</p></list-item></list> after.</p>");
    CHECK(blocks_of(article, LayoutRole::list_item) == Texts{"item"});
    const auto paragraphs = blocks_of(article, LayoutRole::paragraph);
    CHECK(std::vector(paragraphs.end() - 2, paragraphs.end()) == Texts{"Before", "after."});
}

TEST_CASE("entities of a document's own are not expanded and no file is fetched") {
    const Article article = article_of(
        "<?xml version='1.0'?><!DOCTYPE article [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;&a;'>"
        "<!ENTITY f SYSTEM 'file:///etc/passwd'>]><article><body><p>Bomb &b; file &f; end.</p></body></article>",
        "a.xml");
    CHECK(article.text == "Bomb &b; file &f; end.");
}

TEST_CASE("broken XML is read as far as it goes, with a finding") {
    const Article article = article_of("<article><body><p>Begun.</p><p>Cut of", "a.xml");
    CHECK(article.text.find("Begun.") != std::string::npos);
    CHECK(test::has_finding(article, "malformed_markup"));
}

TEST_CASE("XML nested a hundred thousand deep keeps its text") {
    std::string body;
    for (int i = 0; i < 100000; ++i) body += "<sec>";
    const Article article = article_of("<article><body>" + body + "deep", "a.xml");
    CHECK(article.text == "deep");
    CHECK(test::has_finding(article, "markup_not_followed"));
}

TEST_CASE("reference lists nested without end do no harm") {
    std::string lists;
    for (int i = 0; i < 100000; ++i) lists += "<ref-list>";
    CHECK(article_of("<article><back>" + lists, "a.xml").text == "References");
}

TEST_CASE("XML that is no article gives its text") {
    const Article article = article_of("<?xml version='1.0'?><rss><item><title>News</title></item></rss>", "a.xml");
    CHECK(article.text == "News");
    CHECK(test::has_finding(article, "unknown_markup"));
}
