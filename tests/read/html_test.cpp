#include <catch2/catch.hpp>

#include "support.hpp"

using namespace evigrade;
using test::article_of;
using test::blocks_of;
using test::marks_of;
using Texts = std::vector<std::string>;

TEST_CASE("blocks of a page are separated by a blank line, items by a line") {
    const Article article =
        article_of("<h1>PRP</h1><p>It  may\n help.</p><ul><li>one</li><li>two</li></ul><p>End.</p>", "a.html");
    CHECK(article.text == "PRP\n\nIt may help.\n\none\ntwo\n\nEnd.");
    CHECK(blocks_of(article, LayoutRole::list_item) == Texts{"one", "two"});
    CHECK(blocks_of(article, LayoutRole::title) == Texts{"PRP"});
}

TEST_CASE("inline tags vanish without making or eating blanks") {
    CHECK(article_of("<p>a<b>b</b>c <i>d</i> <span>e</span>f<sup>1,2</sup>.</p>", "a.html").text == "abc d ef1,2.");
}

TEST_CASE("a superscript number stays in the text and is marked") {
    const Article article = article_of("<p>as reported<sup>3,4</sup> by <a href=\"https://x.org/\">X</a></p>", "a.html");
    CHECK(marks_of(article, MarkKind::superscript) == Texts{"3,4 -> "});
    CHECK(marks_of(article, MarkKind::link) == Texts{"X -> https://x.org/"});
}

TEST_CASE("a link into the reference list is a citation of its key") {
    const Article article = article_of(
        "<p>It works.<sup><a href='#cite_note-b-2'>[2]</a></sup></p><ol class='references'><li id='cite_note-a-1'><span "
        "class='mw-cite-backlink'>^</span>"
        "<a href='#cite_ref-1'>^</a> Mysore V. 2010.</li><li id='cite_note-b-2'>Moftah N. 2013.</li></ol>",
        "a.html");
    CHECK(marks_of(article, MarkKind::citation_anchor) == Texts{"[2] -> cite_note-b-2"});
    CHECK(blocks_of(article, LayoutRole::reference) == Texts{"Mysore V. 2010.", "Moftah N. 2013."});
    CHECK(article.layout.back().label == "cite_note-b-2");
    CHECK(article.layout.back().ordinal == 2);
}

TEST_CASE("numbered items carry their numbers outside the text") {
    const Article article =
        article_of("<ol start=3><li>c<ol><li>inner</li></ol></li><li value=7>g</li><li>h</li></ol>", "a.html");
    REQUIRE(article.layout.size() == 4);
    CHECK(article.layout[0].ordinal == 3);
    CHECK(article.layout[1].ordinal == 1);
    CHECK(article.layout[1].level == 2);
    CHECK(article.layout[2].ordinal == 7);
    CHECK(article.layout[3].ordinal == 8);
}

TEST_CASE("cells of a table stand in rows") {
    const Article article =
        article_of("<table><caption>Doses</caption><tr><th>Drug<th>Dose<tr><td>A<td>5 mg</table>", "a.html");
    CHECK(article.text == "Doses\n\nDrug\tDose\nA\t5 mg");
    CHECK(blocks_of(article, LayoutRole::table_cell) == Texts{"Drug", "Dose", "A", "5 mg"});
}

TEST_CASE("a table that only arranges the page is no table") {
    const Article article = article_of("<table><tr><td><h2>Title</h2><p>Prose.</p></td></tr></table>", "a.html");
    CHECK(blocks_of(article, LayoutRole::table_cell).empty());
    CHECK(blocks_of(article, LayoutRole::paragraph) == Texts{"Prose."});
}

TEST_CASE("navigation, adverts, author boxes, related posts, comments and forum posts are told from the article") {
    const std::string prose(400, 'x');
    const Article article =
        article_of("<nav><a href='/'>Home</a></nav><main><p>" + prose +
                       "</p><div class='post-author-bio'>Jane</div></main><div class='relatedPosts'>More</div>"
                       "<div id='comments'><p>It cured me!</p></div><div class='ad-slot'>Buy</div>"
                       "<section class='community-posts'>posted</section><footer>©</footer>",
                   "a.html");
    CHECK(blocks_of(article, LayoutRole::navigation) == Texts{"Home"});
    CHECK(blocks_of(article, LayoutRole::author_box) == Texts{"Jane"});
    CHECK(blocks_of(article, LayoutRole::related) == Texts{"More"});
    CHECK(blocks_of(article, LayoutRole::comment) == Texts{"It cured me!"});
    CHECK(blocks_of(article, LayoutRole::advert) == Texts{"Buy"});
    CHECK(blocks_of(article, LayoutRole::forum) == Texts{"posted"});
    CHECK(blocks_of(article, LayoutRole::legal) == Texts{"©"});
    CHECK(blocks_of(article, LayoutRole::paragraph) == Texts{prose});
}

TEST_CASE("a part that holds the page's main text is the article, whatever its class says") {
    const Article article = article_of("<div class='widget sidebar'><h1>T</h1><p>The whole article.</p></div>", "a.html");
    CHECK(blocks_of(article, LayoutRole::paragraph) == Texts{"The whole article."});
}

TEST_CASE("scripts, styles and template fragments leave no trace") {
    const Article article = article_of(
        "<?php include 'a.php'; ?><style>p{}</style><script>if (a<b) x()</script>\n@extends('page')\n"
        "<p>One {{ site.url }}{% if x %}two{% endif %} <?= $x ?>three</p><!-- four -->",
        "a.html");
    CHECK(article.text == "One two three");
}

TEST_CASE("entities are read, and what they smuggle in is cleaned") {
    CHECK(article_of("<p>a&nbsp;&lt; b&#27;[2J &eacute;&#x301;</p>", "a.html").text.find('\x1B') == std::string::npos);
    CHECK(article_of("<p>p&nbsp;&lt;&nbsp;0.05</p>", "a.html").text == "p < 0.05");
}

TEST_CASE("a short bold paragraph heads what follows") {
    const Article article =
        article_of("<h1>Title</h1><p><strong>Role of Probiotics</strong><br><br>They help.</p>", "a.html");
    CHECK(blocks_of(article, LayoutRole::heading) == Texts{"Role of Probiotics"});
    CHECK(blocks_of(article, LayoutRole::paragraph) == Texts{"They help."});
}

TEST_CASE("a block whose class calls it a title is a heading, if it is short and has no blocks inside") {
    const Article article = article_of(
        "<h1>T</h1><div class='panel-heading'>Why it works</div><p>Text.</p>"
        "<div class='section-title'><h2>How</h2></div>",
        "a.html");
    CHECK(blocks_of(article, LayoutRole::heading) == Texts{"Why it works", "How"});
}

TEST_CASE("tags nested a hundred thousand deep are read as flat text with a finding") {
    std::string page;
    for (int i = 0; i < 100000; ++i) page += "<div>";
    const Article article = article_of(page + "deep", "a.html");
    CHECK(article.text == "deep");
    CHECK(test::has_finding(article, "markup_not_followed"));
}

TEST_CASE("formatting that is never closed does not multiply") {
    std::string page;
    for (int i = 0; i < 20000; ++i) page += "<p><font size=" + std::to_string(i) + ">x";
    CHECK(test::has_finding(article_of(page, "a.html"), "markup_not_followed"));
    std::string sound;
    for (int i = 0; i < 20000; ++i) sound += "<p>a <b>b</b><li>c<br>";
    CHECK_FALSE(test::has_finding(article_of(sound, "a.html"), "markup_not_followed"));
}

TEST_CASE("attributes without end are read as flat text") {
    std::string page = "<p ";
    for (int i = 0; i < 50000; ++i) page += "a" + std::to_string(i) + "=1 ";
    CHECK(test::has_finding(article_of(page + ">x</p>", "a.html"), "markup_not_followed"));
}
