// What holds for every format, every cut and every skip.
#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "events.hpp"

using namespace evigrade;
using namespace evigrade::records;
using evigrade::test::read_pieces;

namespace {

struct Sample {
    Format format;
    std::string text;
};

/// A text of each shape, broken in places.
std::vector<Sample> samples() {
    const auto pubmed = [](const std::string& inside) {
        return "<PubmedArticle><MedlineCitation><PMID>" + inside +
               "</PMID><Article><ArticleTitle>Über &amp; &alpha; <i>x</i></ArticleTitle></Article>"
               "</MedlineCitation></PubmedArticle>\r\n";
    };
    return {
        {Format::pubmed_xml,
         "<?xml version=\"1.0\"?>\n<PubmedArticleSet>\n" + pubmed("1") + "<PubmedArticle><a b=\"</PubmedArticle>\n" +
             pubmed("2") + "<DeleteCitation><PMID>8</PMID><PMID>9</PMID></DeleteCitation>" + pubmed("3") +
             "<PubmedArticle>\n" + pubmed("4") + "</PubmedArticleSet>\n<?xml version=\"1.0\"?><PubmedArticleSet>" +
             pubmed("5") + "</PubmedArticleSet>"},
        {Format::endnote_xml,
         "<xml><records><record><ref-type "
         "name=\"Book\">6</ref-type><titles><title><style>Ä</style></title></titles></record>\n"
         "<record/><record><titles><title>B</title></titles></record></records></xml>"},
        {Format::csl_json,
         "[{\"title\": \"Ü \\\"{[\"}, 7, {\"title\": \"x\n{\"title\": \"B\"}, {\"a\": [}\n{\"title\": \"C\", \"author\": "
         "[{\"family\": \"Z\"}]}]\n"},
        {Format::crossref_json,
         "{\"message\": {\"items\": [{\"DOI\": \"10.1000/a\"}, {\"DOI\": \"no\"}, {\"title\": [\"T\"]}]}}\n{\"DOI\": "
         "\"10.1000/b\"}\n{\"tit"},
    };
}

}  // namespace

TEST_CASE("the events are the same wherever the pieces of a text end") {
    for (const auto& sample : samples()) {
        const auto whole = read_pieces(sample.text, sample.format, sample.text.size()).order;
        REQUIRE(whole.size() > 2);
        for (std::size_t piece = 1; piece <= 200; ++piece) {
            INFO(to_text(sample.format) << " in pieces of " << piece);
            CHECK(read_pieces(sample.text, sample.format, piece).order == whole);
        }
    }
}

TEST_CASE("skipping some events and reading the rest gives all of them") {
    for (const auto& sample : samples()) {
        const auto all = read_pieces(sample.text, sample.format, 64).order;
        for (std::size_t skip = 0; skip <= all.size() + 1; ++skip) {
            const auto rest = read_pieces(sample.text, sample.format, 64, skip).order;
            const std::vector<std::string> expected(all.begin() + static_cast<std::ptrdiff_t>(std::min(skip, all.size())),
                                                    all.end());
            INFO(to_text(sample.format) << " without the first " << skip);
            CHECK(rest == expected);
        }
    }
}

TEST_CASE("reading stops where the taker says so") {
    for (const auto& sample : samples()) {
        std::size_t taken = 0;
        const auto reading = read_text(
            sample.text, "test", [&](Event&&) { return ++taken < 2; }, sample.format);
        REQUIRE(reading);
        CHECK(reading->stopped);
        CHECK(taken == 2);
    }
}

TEST_CASE("no text makes a reader fail otherwise than by an error") {
    const std::vector<std::string> scraps{"<PubmedArticle>",
                                          "</PubmedArticle>",
                                          "<record>",
                                          "<article>",
                                          "{",
                                          "}",
                                          "[",
                                          "]",
                                          "\"",
                                          "\\",
                                          "\n",
                                          ",",
                                          ":",
                                          "<![CDATA[",
                                          "]]>",
                                          "<!--",
                                          "&",
                                          ";",
                                          "<",
                                          ">",
                                          "title",
                                          "\xFF",
                                          "\xC3",
                                          "1"};
    CHECK(rc::check([&](const std::vector<std::uint8_t>& picks) {
        std::string text;
        for (const auto pick : picks) text += scraps[pick % scraps.size()];
        for (std::size_t format = 0; format < Names<Format>::values.size(); ++format) {
            const auto whole = read_pieces(text, static_cast<Format>(format), text.size() + 1);
            const auto cut = read_pieces(text, static_cast<Format>(format), 3);
            RC_ASSERT(whole.order == cut.order);
            RC_ASSERT(whole.order.size() == whole.records.size() + whole.bad.size() + whole.deleted.size());
        }
    }));
}
