// What the store sees in an article that is only looked at.
#include <algorithm>

#include <catch2/catch.hpp>

#include "evigrade/ingest.hpp"
#include "evigrade/query.hpp"
#include "ingest/sentence_around.hpp"
#include "support/support.hpp"

using namespace evigrade;

namespace {

const std::string page =
    "Simvastatin\n\nA meta-analysis of nine trials found that simvastatin saves lives [1]. In a trial of 61 children "
    "hydroxychloroquine helped [2].\n\nReferences\n\n"
    "1. Scandinavian Simvastatin Survival Study Group. Randomised trial of cholesterol lowering in 4444 patients with "
    "coronary heart disease: the Scandinavian Simvastatin Survival Study (4S). Lancet. 1994;344:1383-1389.\n"
    "2. Mehra MR, Desai SS, Ruschitzka F, Patel AN. Hydroxychloroquine or chloroquine with or without a macrolide for "
    "treatment of COVID-19: a multinational registry analysis. Lancet. 2020. doi:10.1016/S0140-6736(20)31180-6\n";

std::vector<std::string> codes(const std::vector<Finding>& findings) {
    std::vector<std::string> out;
    for (const auto& finding : findings) out.push_back(finding.code);
    std::sort(out.begin(), out.end());
    return out;
}

std::string sentence(const std::string& text, const std::string& mark) {
    const auto at = static_cast<std::uint32_t>(text.find(mark));
    return std::string(ingest::sentence_around(text, {at, at + static_cast<std::uint32_t>(mark.size())}).in(text));
}

}  // namespace

TEST_CASE("an article is examined against the records and nothing of it is kept") {
    const Data data;
    const ingest::Pipeline pipeline(data);
    const grade::Policy policy(data);
    auto store = ingest::open(":memory:", data);
    REQUIRE(store);
    const auto ingested = pipeline.process(page, "page.txt");
    REQUIRE(ingested);
    const auto found = ingest::examine(*store, *ingested, policy);
    REQUIRE(found);
    const auto seen = codes(*found);
    CHECK(std::count(seen.begin(), seen.end(), "design_inflated") == 1);
    CHECK(std::count(seen.begin(), seen.end(), "figure_mismatch") == 1);
    CHECK(std::count(seen.begin(), seen.end(), "retracted_cited") == 1);
    const auto articles = query::articles(*store, {});
    REQUIRE(articles);
    CHECK(articles->rows.empty());
    const auto again = ingest::examine(*store, *ingested, policy);
    REQUIRE(again);
    CHECK(codes(*again) == seen);
}

TEST_CASE("a writer who cites a corrected study is told so, without alarm") {
    const Data data;
    const ingest::Pipeline pipeline(data);
    const grade::Policy policy(data);
    auto store = ingest::open(":memory:", data);
    REQUIRE(store);
    const ingest::Signature person{"A. Reviewer", "the journal's correction", "2024-03-01"};
    REQUIRE(
        ingest::decide(*store, {{"4s-1994", std::nullopt, Purpose::benefit, "state", "corrected"}}, person, policy).ok());
    const auto ingested = pipeline.process(page, "page.txt");
    REQUIRE(ingested);
    const auto found = ingest::examine(*store, *ingested, policy);
    REQUIRE(found);
    const auto one =
        std::find_if(found->begin(), found->end(), [](const Finding& finding) { return finding.code == "corrected_cited"; });
    REQUIRE(one != found->end());
    CHECK(one->severity == Severity::note);
    CHECK(one->message.find("4S 1994 was corrected on 2024-03-01 (") == 0);
}

TEST_CASE("the sentence around a citation begins and ends where a reader sees it") {
    CHECK(sentence("It was so. In 60 women it helped [1]. Later not.", "[1]") == "In 60 women it helped [1].");
    CHECK(sentence("It was so. As Smith et al. (2010) say, it helped. Later not.", "Smith et al. (2010)") ==
          "As Smith et al. (2010) say, it helped.");
}

TEST_CASE("a raised number behind the full stop belongs to the sentence before it") {
    CHECK(sentence("It was so. In 60 women it helped.12 Later not.", "12") == "In 60 women it helped.12");
}
