#include <catch2/catch.hpp>

#include "support.hpp"

using namespace evigrade;
using test::article_of;
using test::blocks_of;
using test::marks_of;
using Texts = std::vector<std::string>;

TEST_CASE("front matter is metadata, and its title heads the text") {
    const Article article = article_of(
        "---\ntitle: \"Biotin: hype\"\nauthor: Jane Doe\ndate: 2016-02-28 10:00\nlang: en\n---\n# Why\n\nIt *may* help.\n",
        "a.md");
    CHECK(article.title == "Biotin: hype");
    CHECK(article.authors == Texts{"Jane Doe"});
    CHECK(article.published == "2016-02-28");
    CHECK(article.text == "Biotin: hype\n\nWhy\n\nIt may help.");
    CHECK(article.layout[0].role == LayoutRole::title);
}

TEST_CASE("authors come as a list too") {
    CHECK(article_of("---\ntitle: T\nauthors:\n  - A One\n  - name: B Two\n---\n# x\n", "a.md").authors ==
          Texts{"A One", "B Two"});
    CHECK(article_of("---\ntitle: T\nauthors: [A One, 'B Two']\n---\n# x\n", "a.md").authors == Texts{"A One", "B Two"});
}

TEST_CASE("a footnote's marker is a citation of its definition") {
    const Article article =
        article_of("It works.[^shang]\n\n[^shang]:\n    Shang A. Lancet. 2005.\n[^b]: Two\nlines.\n", "a.md");
    CHECK(article.text == "It works.[^shang]\n\nShang A. Lancet. 2005.\n\nTwo lines.");
    CHECK(marks_of(article, MarkKind::citation_anchor) == Texts{"[^shang] -> shang"});
    CHECK(blocks_of(article, LayoutRole::footnote) == Texts{"Shang A. Lancet. 2005.", "Two lines."});
    CHECK(article.layout[1].label == "shang");
}

TEST_CASE("a footnote of one address is a footnote, not a link definition") {
    const Article article = article_of("It works.[^1]\n\n[^1]: https://example.org/study\n", "a.md");
    CHECK(blocks_of(article, LayoutRole::footnote) == Texts{"https://example.org/study"});
}

TEST_CASE("what looks like a footnote inside code is code") {
    CHECK(blocks_of(article_of("```\n[^1]: no\n```\n", "a.md"), LayoutRole::footnote).empty());
}

TEST_CASE("links, lists, quotes and tables of Markdown are read") {
    const Article article = article_of(
        "See [this](http://x.org).\n\n> - quoted\n\n3. three\n4. four\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "a.md");
    CHECK(marks_of(article, MarkKind::link) == Texts{"this -> http://x.org"});
    CHECK(blocks_of(article, LayoutRole::list_item) == Texts{"quoted", "three", "four"});
    CHECK(article.layout[2].ordinal == 3);
    CHECK(blocks_of(article, LayoutRole::table_cell) == Texts{"a", "b", "1", "2"});
}

TEST_CASE("raw HTML, images, Liquid and kramdown marks inside Markdown do not leak") {
    const Article article = article_of(
        "---\ntitle: T\n---\n<blockquote>\n<p>Quoted.</p>\n</blockquote>\n\n![alt text](a.png) Text{: .cls} "
        "[x](http://y.org){:target=\"_blank\"} {% include a.html %}end.\n",
        "a.md");
    CHECK(article.text == "T\n\nQuoted.\n\nText x end.");
    CHECK(blocks_of(article, LayoutRole::quote) == Texts{"Quoted."});
}

TEST_CASE("a plain text that is merely called Markdown keeps its lines") {
    const std::string text = "Skip to main content\nLog in\n1. Introduction\nIn the U.S., cannabis is legal.\n";
    const Article article = article_of(text, "a.md");
    CHECK(article.text == text);
    CHECK(article.layout.empty());
    CHECK(article.format == ArticleFormat::markdown);
}
