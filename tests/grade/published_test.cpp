// docs/grading.md is what readers are told. It may not say anything else than the tables that run.
#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

#include "evigrade/base/text.hpp"
#include "grade/bodies.hpp"
#include "support/support.hpp"

using namespace evigrade;
using namespace evigrade::test;

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string page() {
    return read_file(source_dir() + "/docs/grading.md");
}

/// The table of the page whose head begins with these words.
Rows published(const std::string& head) {
    Rows out;
    const std::string text = page();
    bool inside = false;
    for (const auto line : split(text, '\n')) {
        inside = inside ? line.starts_with("|") : line.starts_with("| " + head);
        if (!inside || line.starts_with("| ---") || line.starts_with("| " + head)) continue;
        auto& row = out.emplace_back();
        for (const auto cell : split(line.substr(1), '|')) row.emplace_back(trim(cell));
    }
    REQUIRE_FALSE(out.empty());
    return out;
}

grade::RuleTable running(const std::string& name) {
    const auto tables = grade::rules(policy());
    const auto found = std::find_if(tables.begin(), tables.end(), [&](const auto& table) { return table.name == name; });
    REQUIRE(found != tables.end());
    return *found;
}

std::vector<EvidenceItem> many(std::size_t n, Design design) {
    std::vector<EvidenceItem> out;
    for (std::size_t i = 0; i < n; ++i) out.push_back(item("s" + std::to_string(i), design));
    return out;
}

double support_of(std::vector<EvidenceItem> items) {
    return points(graded(std::move(items)).support);
}

}  // namespace

TEST_CASE("the points that the page promises are the points that the program gives") {
    const std::map<std::string, std::vector<double>> given{
        {"one clean systematic review", {support_of(many(1, Design::systematic_review))}},
        {"one randomised trial", {support_of(many(1, Design::randomized_trial))}},
        {"two, five randomised trials",
         {support_of(many(2, Design::randomized_trial)), support_of(many(5, Design::randomized_trial))}},
        {"one controlled study without random allocation", {support_of(many(1, Design::nonrandomized_trial))}},
        {"fifty of those", {support_of(many(50, Design::nonrandomized_trial))}},
        {"one case series", {support_of(many(1, Design::case_series))}},
        {"one case report", {support_of(many(1, Design::case_report))}},
        {"ten editorials", {support_of(many(10, Design::editorial))}},
        {"any number of articles that cite nothing", {support_of({})}}};
    std::size_t seen = 0;
    for (const auto& row : published("a body holding only")) {
        INFO(row[0]);
        const auto found = given.find(row[0]);
        REQUIRE(found != given.end());
        ++seen;
        std::size_t at = 0;
        for (const double expected : found->second) {
            std::size_t length = 0;
            CHECK(std::stod(row[1].substr(at), &length) == Approx(expected).margin(0.05));
            at = std::min(row[1].size(), row[1].find(',', at + length) + 1);
        }
    }
    CHECK(seen == given.size());
}

TEST_CASE("the level that the page gives a design is the level in force") {
    const std::map<Design, std::string> words{{Design::randomized_trial, "randomised trial"},
                                              {Design::nonrandomized_trial, "non-randomised controlled study"},
                                              {Design::cohort, "cohort"},
                                              {Design::case_series, "case series"},
                                              {Design::case_control, "case-control study"},
                                              {Design::case_report, "single case report"},
                                              {Design::animal, "animal"},
                                              {Design::in_vitro, "laboratory work"},
                                              {Design::narrative_review, "narrative review"},
                                              {Design::editorial, "editorial"},
                                              {Design::textbook, "textbook"},
                                              {Design::guideline, "guideline without a review of its own"},
                                              {Design::qualitative, "qualitative study"},
                                              {Design::cross_sectional, "survey without comparison"},
                                              {Design::systematic_review, "systematic review"},
                                              {Design::meta_analysis, "meta-analysis"},
                                              {Design::protocol, "protocol"},
                                              {Design::economic, "economic evaluation"},
                                              {Design::other, "other"},
                                              {Design::unknown, "unknown"}};
    const auto rows = published("level | for benefit");
    for (const auto& [design, word] : words) {
        INFO(to_text(design));
        const auto& level = policy().level(design, Purpose::benefit);
        const auto row = std::find_if(rows.begin(), rows.end(), [&, w = word](const auto& cells) {
            const bool right =
                level.level ? cells[0].starts_with(std::to_string(*level.level)) : cells[0].starts_with("none");
            return right && cells[1].find(w) != std::string::npos;
        });
        CHECK(row != rows.end());
    }
    CHECK(words.size() == Names<Design>::values.size());
}

TEST_CASE("the page and the tables name the same steps, each once") {
    std::string told;
    for (const auto& row : published("step | when")) told += row[0] + " ";
    const auto steps = running("steps");
    for (const auto& row : steps.rows) {
        INFO(row[0]);
        CHECK(told.find("`" + row[0] + "`") != std::string::npos);
    }
    CHECK(static_cast<std::size_t>(std::count(told.begin(), told.end(), '`')) == 2 * steps.rows.size());
}

TEST_CASE("the numbers in the page's sentences are those of the tables") {
    const auto numbers = running("numbers");
    const std::map<std::string, std::string> sentences{{"tiny_arm", "fewer than {} people in its smallest group"},
                                                       {"information_size", "one down under {} people in all"}};
    const std::string text = page();
    for (const auto& row : numbers.rows) {
        const auto sentence = sentences.find(row[0]);
        if (sentence == sentences.end()) continue;
        std::string expected = sentence->second;
        expected.replace(expected.find("{}"), 2, row[1]);
        INFO(expected);
        CHECK(text.find(expected) != std::string::npos);
    }
    CHECK(text.find("half of the other at most") != std::string::npos);  // contested_ratio 2
    const auto ratio =
        std::find_if(numbers.rows.begin(), numbers.rows.end(), [](const auto& row) { return row[0] == "contested_ratio"; });
    REQUIRE(ratio != numbers.rows.end());
    CHECK((*ratio)[1] == "2");
}

TEST_CASE("the page names every table in force") {
    const std::string text = page();
    for (const auto& table : grade::rules(policy())) {
        INFO(table.name);
        CHECK(text.find("`" + table.name + ".tsv`") != std::string::npos);
    }
}
