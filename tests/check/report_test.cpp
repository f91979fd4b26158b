// What is reported, and what a file asks to be silent about.
#include <catch2/catch.hpp>

#include "evigrade/check.hpp"
#include "support/support.hpp"

using namespace evigrade;

namespace {

/// A text file of paragraphs, each a block; `faulty` words are found to be overclaims.
struct File {
    explicit File(std::string text, ArticleFormat format = ArticleFormat::text) {
        article.text = std::move(text);
        article.file = "page.txt";
        article.format = format;
        for (std::size_t begin = 0; begin < article.text.size();) {
            const std::size_t end = std::min(article.text.find("\n\n", begin), article.text.size());
            Block block;
            block.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
            segmentation.blocks.push_back(block);
            begin = end + 2;
        }
    }

    File& faulty(const std::string& words, const std::string& code = "overclaim") {
        const auto at = static_cast<std::uint32_t>(article.text.find(words));
        findings.push_back({code, Severity::warning, {at, at + static_cast<std::uint32_t>(words.size())}, "too certain"});
        return *this;
    }

    [[nodiscard]] check::Report report(const check::Selection& selection = {}) const {
        return check::report(article, segmentation, findings, article.text, check::Codes{Data()}, selection);
    }

    Article article;
    Segmentation segmentation;
    std::vector<Finding> findings;
};

std::vector<std::string> codes(const std::vector<PlacedFinding>& rows) {
    std::vector<std::string> out;
    for (const auto& row : rows) out.push_back(row.finding.code);
    return out;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a finding has its line, column, width, excerpt and hint") {
    const auto report = File("First.\n\nBiotin cures all.").faulty("cures all").report();
    REQUIRE(report.rows.size() == 1);
    CHECK(report.rows[0].line == 3);
    CHECK(report.rows[0].column == 8);
    CHECK(report.rows[0].width == 9);
    CHECK(report.rows[0].excerpt == "Biotin cures all.");
    CHECK_FALSE(report.rows[0].hint.empty());
}

TEST_CASE("a suppression with a reason silences its code in the next block, and there alone") {
    const auto report = File("evigrade-ignore overclaim: quoting the maker\n\nBiotin cures all.\n\nBiotin heals all.")
                            .faulty("cures all")
                            .faulty("heals all")
                            .report();
    REQUIRE(report.suppressed.size() == 1);
    CHECK(report.suppressed[0].suppressed == "quoting the maker");
    REQUIRE(report.rows.size() == 1);
    CHECK(report.rows[0].line == 5);
}

TEST_CASE("a suppression of another code silences nothing and is told so") {
    const auto report = File("evigrade-ignore phantom_appeal: no\n\nBiotin cures all.").faulty("cures all").report();
    CHECK(codes(report.rows) == Codes{"unused_suppression", "overclaim"});
}

TEST_CASE("a suppression of the whole file reaches everywhere") {
    const auto report = File("evigrade-ignore-file overclaim: satire\n\nBiotin cures all.\n\nBiotin heals all.")
                            .faulty("cures all")
                            .faulty("heals all")
                            .report();
    CHECK(report.suppressed.size() == 2);
    CHECK(report.rows.empty());
}

TEST_CASE("a suppression without a reason works and is noted") {
    const auto report = File("# evigrade-ignore overclaim\n\nBiotin cures all.").faulty("cures all").report();
    CHECK(codes(report.rows) == Codes{"suppression_without_reason"});
    CHECK(report.suppressed.size() == 1);
}

TEST_CASE("a suppression of a code that does not exist is told so") {
    const auto report = File("evigrade-ignore overclame: typo\n\nBiotin cures all.").report();
    REQUIRE(codes(report.rows) == Codes{"unused_suppression"});
    CHECK(report.rows[0].finding.message == "There is no code overclame.");
}

TEST_CASE("the mark inside a sentence of a text file is no suppression") {
    const auto report =
        File("Write evigrade-ignore overclaim: so to silence it.\n\nBiotin cures all.").faulty("cures all").report();
    CHECK(codes(report.rows) == Codes{"overclaim"});
}

TEST_CASE("in markup a comment suppresses, several codes at once") {
    File file("Biotin cures all, studies show.\n\nMore.", ArticleFormat::html);
    file.faulty("cures all").faulty("studies show", "phantom_appeal");
    const std::string source =
        "<html><!-- evigrade-ignore overclaim, phantom_appeal: from the leaflet -->\n<p>Biotin cures all, studies "
        "show.</p><p>More.</p>";
    const auto report = check::report(file.article, file.segmentation, file.findings, source, check::Codes{Data()}, {});
    CHECK(report.rows.empty());
    REQUIRE(report.suppressed.size() == 2);
    CHECK(report.suppressed[0].line == 2);
}

TEST_CASE("a disabled code is neither reported nor missed by its suppression") {
    check::Selection selection;
    selection.disabled = {"overclaim"};
    const auto report =
        File("evigrade-ignore overclaim: quoting\n\nBiotin cures all.").faulty("cures all").report(selection);
    CHECK(report.rows.empty());
    CHECK(report.suppressed.empty());
}
