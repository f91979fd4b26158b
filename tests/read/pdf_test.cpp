#include <catch2/catch.hpp>

#include <cstdlib>

#include "evigrade/base/text.hpp"
#include "read/pdf_flow.hpp"
#include "read/pdf_order.hpp"
#include "support.hpp"
#include "support/support.hpp"

using namespace evigrade;
using namespace evigrade::read;

namespace {

/// A line of 10-point text whose words are 5 points a letter wide.
PdfLine line_at(double x, double y, const std::string& text) {
    PdfLine line;
    for (const auto word : split(text, ' ')) {
        const double end = x + 5.0 * static_cast<double>(word.size());
        line.words.push_back({{x, y, end, y + 10}, std::string(word)});
        x = end + 4;
    }
    line.box = {line.words.front().box.x0, y, line.words.back().box.x1, y + 10};
    return line;
}

PdfPage page_of(std::vector<PdfLine> lines) {
    return {600, 800, std::move(lines)};
}

std::string text_of_pages(std::vector<PdfPage> pages) {
    Article article;
    write_pdf_text(std::move(pages), article);
    return article.text;
}

}  // namespace

TEST_CASE("two columns are read one after the other, what runs across them in its place") {
    std::vector<PdfLine> lines{line_at(50, 100, "A title that runs across both of the columns of this page and on it goes")};
    for (int i = 0; i < 6; ++i) {
        lines.push_back(line_at(50, 130 + 12 * i, "left words that fill their own column quite"));
        lines.push_back(line_at(330, 130 + 12 * i, "right words that fill their own column too"));
    }
    const auto columns = reading_order(page_of(std::move(lines)));
    REQUIRE(columns.size() == 3);
    CHECK(columns[0].lines.size() == 1);
    CHECK(text_of(columns[1].lines.front()).starts_with("left"));
    CHECK(columns[1].lines.size() == 6);
    CHECK(text_of(columns[2].lines.back()).starts_with("right"));
}

TEST_CASE("a table is read row by row") {
    std::vector<PdfLine> lines;
    for (int i = 0; i < 6; ++i) {
        lines.push_back(line_at(50, 130 + 12 * i, "drug"));
        lines.push_back(line_at(330, 130 + 12 * i, "12.5"));
    }
    const auto columns = reading_order(page_of(std::move(lines)));
    REQUIRE(columns.size() == 1);
    CHECK(text_of(columns[0].lines.front()) == "drug 12.5");
}

TEST_CASE("a word divided at the end of a line is joined, a compound keeps its hyphen") {
    CHECK(
        text_of_pages({page_of({line_at(50, 300, "the well-known long term re-"), line_at(50, 312, "covery and this well-"),
                                line_at(50, 324, "known fact of the World-"), line_at(50, 336, "Health body")})}) ==
        "the well-known long term recovery and this well-known fact of the World-Health body");
}

TEST_CASE("running heads and page numbers are dropped") {
    CHECK(text_of_pages(
              {page_of({line_at(50, 20, "Yadav et al. 264"), line_at(50, 300, "First page."), line_at(300, 780, "1")}),
               page_of({line_at(50, 20, "Yadav et al. 265"), line_at(50, 300, "Second page."), line_at(300, 780, "2")})}) ==
          "First page.\n\nSecond page.");
}

TEST_CASE("a raised number stays with its word and is marked") {
    PdfLine line = line_at(50, 300, "as reported by several workers");
    const double end = line.box.x1;
    line.words.push_back({{end, 298, end + 6, 304}, "3-5"});
    Article article;
    write_pdf_text({page_of({line})}, article);
    CHECK(article.text == "as reported by several workers3-5");
    CHECK(test::marks_of(article, MarkKind::superscript) == std::vector<std::string>{"3-5 -> "});
}

TEST_CASE("each entry of a reference list is a paragraph") {
    CHECK(text_of_pages({page_of({line_at(50, 300, "References"), line_at(50, 312, "1. Doe J. On hair. J Hair"),
                                  line_at(64, 324, "2010;2:45."), line_at(50, 336, "2. Roe R. On skin.")})}) ==
          "References\n\n1. Doe J. On hair. J Hair 2010;2:45.\n\n2. Roe R. On skin.");
}

TEST_CASE("what is no PDF, or only the beginning of one, is an error that names the file") {
    const auto result = read_bytes("%PDF-1.4\n1 0 obj\n<< /Type /Cata", "cut.pdf", Data{});
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().in == "cut.pdf");
    CHECK_FALSE(read_bytes("this is text", "a.pdf", Data{}).ok());
}

TEST_CASE("a PDF whose table of contents is gone is read as far as it can be, with a finding") {
    const std::string page = "BT /F1 12 Tf 72 700 Td (Honey eases cough in children.) Tj ET\n";
    const auto result = read_bytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
        "4 0 obj<</Length " +
            std::to_string(page.size()) + ">>stream\n" + page +
            "endstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n",
        "torn.pdf", Data{});
    REQUIRE(result.ok());
    CHECK(result->text.find("Honey eases cough in children.") != std::string::npos);
    REQUIRE(result->findings.size() == 1);
    CHECK(result->findings[0].code == "damaged_pdf");
}

TEST_CASE("without pdftotext a PDF is an error that says what to install") {
    const char* path = std::getenv("PATH");
    const std::string kept = path == nullptr ? "" : path;
    setenv("PATH", "/nowhere", 1);
    const auto result = read_bytes("%PDF-1.4\n", "a.pdf", Data{});
    setenv("PATH", kept.c_str(), 1);
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().hint.find("poppler-utils") != std::string::npos);
}

TEST_CASE("real two-column papers read in the order of their sentences") {
    const auto shared = test::shared_dir();
    if (!shared) return test::say_skipped("real two-column papers");
    const auto article = read_file(*shared + "/eval/articles/files/112.pdf", Data{});
    REQUIRE(article.ok());
    CHECK(article->text.find("as prescribed by a team of competent Ayurvedic physicians of the country.") !=
          std::string::npos);
    CHECK(article->text.find("Allopathic medicine was not his cup of tea.") != std::string::npos);
    CHECK(article->doi == "10.1016/j.jaim.2017.03.003");
}
