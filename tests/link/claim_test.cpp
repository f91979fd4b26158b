// What stands around a sentence: treatments in force, lists, citations, voices.
#include <catch2/catch.hpp>

#include "claim_page.hpp"

using namespace evigrade;
using test::claim_starting;
using test::ClaimPage;
using test::treatments_of;
using Treatments = std::vector<std::string>;

TEST_CASE("a pronoun stands for the treatment of the sentence before") {
    ClaimPage page("Hair clinics");
    page.text({"Minoxidil is rubbed into the scalp.", "It prevents hair loss."});
    const auto found = page.read({"minoxidil"}, {"hair loss"});
    const Claim* claim = claim_starting(found, "It prevents");
    REQUIRE(claim != nullptr);
    CHECK(claim->treatments == std::vector<std::string>{"minoxidil"});
    CHECK(claim->targets == std::vector<std::string>{"hair-loss"});
}

TEST_CASE("what a treatment merely contains does not take over the pronoun") {
    ClaimPage page("Mesotherapy for hair");
    page.text({"Mesotherapy is popular.", "These injections tend to include vitamins.", "It is painless."});
    const auto found = page.read({"mesotherapy", "vitamins"});
    CHECK(treatments_of(found, "It is painless") == Treatments{"mesotherapy"});
}

TEST_CASE("a heading puts its treatment in force") {
    ClaimPage page("Two ways to sleep");
    page.heading("Melatonin").text({"Side effects include headaches and nausea."});
    const auto found = page.read({"melatonin"});
    CHECK(treatments_of(found, "Side effects") == Treatments{"melatonin"});
}

TEST_CASE("the name of a class stands for the kind of it that the page is about") {
    ClaimPage page("Ketogenic diet for fits");
    page.text({"The diet also causes constipation.", "A diet rich in fish is healthy."});
    const auto found = page.read({"ketogenic diet", "diet"});
    CHECK(treatments_of(found, "The diet") == Treatments{"ketogenic-diet"});
    CHECK(treatments_of(found, "A diet") == Treatments{"diet"});
}

TEST_CASE("a treatment that says when is not what the pronoun behind it stands for") {
    ClaimPage page("Arnica for bruises");
    page.text({"Arnica is popular.", "After surgery it reduces swelling."});
    const auto found = page.read({"arnica", "surgery"});
    CHECK(treatments_of(found, "After surgery") == Treatments{"arnica"});
}

TEST_CASE("what is not wanted under a heading on harms is a harm") {
    ClaimPage page("Ketogenic diet for fits");
    page.heading("Side effects").text({"Growth may slow."});
    const auto found = page.read({"ketogenic diet"});
    const Claim* claim = claim_starting(found, "Growth");
    REQUIRE(claim != nullptr);
    CHECK(claim->kind == ClaimKind::safety);
    CHECK(claim->stance == Stance::harm);
}

TEST_CASE("both stands for the two treatments last spoken of") {
    ClaimPage page("Hair");
    page.text({"Minoxidil is a lotion.", "Finasteride is a tablet.", "Both are effective."});
    const auto found = page.read({"minoxidil", "finasteride"});
    CHECK(treatments_of(found, "Both") == Treatments{"minoxidil", "finasteride"});
}

TEST_CASE("each item of a list of harms is a claim of its own") {
    ClaimPage page("Botox");
    page.text({"Common side effects:"}).item("Bruising").item("Headache");
    const auto found = page.read({"botox"});
    for (const auto* item : {"Bruising", "Headache"}) {
        const Claim* claim = claim_starting(found, item);
        REQUIRE(claim != nullptr);
        CHECK(claim->kind == ClaimKind::safety);
        CHECK(claim->stance == Stance::harm);
    }
}

TEST_CASE("a citation inside the sentence is the claim's, and its neighbour's is not") {
    ClaimPage page("Zinc");
    page.text({"Zinc shortens colds [1].", "Zinc prevents colds [2]."});
    page.cite("[1]", CitationForm::numeric, {1}).cite("[2]", CitationForm::numeric, {2});
    const auto found = page.read({"zinc"});
    REQUIRE(found.claims.size() == 2);
    CHECK(claim_starting(found, "Zinc shortens")->citations == std::vector<std::size_t>{0});
    CHECK(claim_starting(found, "Zinc prevents")->citations == std::vector<std::size_t>{1});
    CHECK(claim_starting(found, "Zinc shortens")->appeal == Appeal::cited);
}

TEST_CASE("the author goes on speaking of the work cited last, into the list that is announced") {
    ClaimPage page("Mesotherapy");
    page.text({"More worrying is an article published in 2010.", "The author says that mesotherapy could be harmful."});
    page.text({"He describes alopecia in two patients following mesotherapy."});
    page.text({"The article concludes:"}).item("Mesotherapy is not entirely safe.");
    page.text({"Mesotherapy is not approved by the FDA."});
    page.cite("an article published in 2010", CitationForm::prose, {});
    const auto found = page.read({"mesotherapy"}, {"alopecia"});
    for (const auto* text : {"The author says", "He describes", "Mesotherapy is not entirely"}) {
        INFO(text);
        const Claim* claim = claim_starting(found, text);
        REQUIRE(claim != nullptr);
        CHECK(claim->citations == std::vector<std::size_t>{0});
    }
    const Claim* own = claim_starting(found, "Mesotherapy is not approved");
    REQUIRE(own != nullptr);
    CHECK(own->citations.empty());
}

TEST_CASE("a result told right behind a sentence that cites a study and claims nothing is that study's") {
    ClaimPage page("Vitamin D");
    page.text({"VITAL gave 25,871 Americans a pill or a dummy for five years [1].",
               "Vitamin D did not lower the incidence of cancer.", "Vitamin D reduced no other disease."});
    page.text({"A trial compared two doses [2]."});
    page.text({"Vitamin D prevents cancer."});
    page.cite("[1]", CitationForm::numeric, {1}).cite("[2]", CitationForm::numeric, {2});
    const auto found = page.read({"vitamin d"}, {"cancer"});
    REQUIRE(claim_starting(found, "Vitamin D did not") != nullptr);
    CHECK(claim_starting(found, "Vitamin D did not")->citations == std::vector<std::size_t>{0});
    REQUIRE(claim_starting(found, "Vitamin D prevents") != nullptr);
    CHECK(claim_starting(found, "Vitamin D prevents")->citations.empty());
}

TEST_CASE("what a forum says is listed as forum") {
    ClaimPage page("Minoxidil");
    page.text({"Minoxidil cured my hair loss."});
    page.segmentation.blocks.back().voice = Voice::forum;
    const auto found = page.read({"minoxidil"});
    REQUIRE(found.claims.size() == 1);
    CHECK(found.claims[0].voice == Voice::forum);
}

TEST_CASE("adverts and navigation claim nothing") {
    ClaimPage page("Minoxidil");
    page.text({"Biotin cures hair loss."});
    page.segmentation.blocks.back().boilerplate = Boilerplate::advert;
    CHECK(page.read({"biotin", "minoxidil"}).claims.empty());
}

TEST_CASE("an absence is dated by its article") {
    ClaimPage page("Reiki");
    page.article.published = "2015-03-01";
    page.text({"There is no evidence that reiki works."});
    const auto found = page.read({"reiki"});
    REQUIRE(found.claims.size() == 1);
    CHECK(found.claims[0].absence->as_of == 2015);
}

TEST_CASE("every reading names the cues that made it") {
    ClaimPage page("Reiki");
    page.text({"Reiki may relieve pain."});
    const auto found = page.read({"reiki"}, {"pain"});
    REQUIRE(found.claims.size() == 1);
    const auto& cues = found.claims[0].cues;
    const bool hedge = std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
        return cue.decides == "hedge" && cue.span.in(page.article.text) == "may";
    });
    CHECK(hedge);
}

TEST_CASE("the numbers of a claim are typed") {
    ClaimPage page("Zinc");
    page.text({"In 126 patients, zinc reduced symptoms by 35% (p < 0.05) within 2 weeks."});
    const auto found = page.read({"zinc"});
    REQUIRE(found.claims.size() == 1);
    std::vector<std::string> kinds;
    for (const auto& quantity : found.claims[0].quantities) kinds.push_back(quantity.kind);
    CHECK(kinds == std::vector<std::string>{"participants", "percent", "p_value", "duration"});
}

TEST_CASE("whom a claim speaks of is kept as written") {
    ClaimPage page("Zinc");
    page.text({"Zinc reduces symptoms in women with heavy colds, but is dear.", "Zinc is safe for pregnant women."});
    const auto found = page.read({"zinc"});
    REQUIRE(found.claims.size() == 2);
    CHECK(found.claims[0].population == "women with heavy colds");
    CHECK(found.claims[1].population == "pregnant women");
}

TEST_CASE("a number below nought keeps its sign, and an interval both of its ends") {
    ClaimPage page("Yoga");
    page.text({"Yoga reduced back pain (mean difference -1.4, 95% CI -2.1 to -0.7) and stiffness (95% CI \u22120.3, 1.0)."});
    const auto found = page.read({"yoga"}, {"back pain"});
    REQUIRE(found.claims.size() == 1);
    const auto& numbers = found.claims[0].quantities;
    REQUIRE(numbers.size() == 3);
    CHECK(numbers[0].kind == "mean_difference");
    CHECK(numbers[0].low == -1.4);
    CHECK(numbers[0].span.in(page.article.text) == "-1.4");
    CHECK(numbers[1].low == -2.1);
    CHECK(numbers[1].high == -0.7);
    CHECK(numbers[2].kind == "interval");
    CHECK(numbers[2].low == -0.3);
    CHECK(numbers[2].high == 1.0);
}

TEST_CASE("a summary of a review that says what the evidence suggests appeals to nobody else") {
    const std::vector<std::string> text{"Research shows that vitamin d does not prevent relapses."};
    ClaimPage summary("Vitamin D for multiple sclerosis");
    summary.article.source_type = SourceType::study_summary;
    CHECK(summary.text(text).read({"vitamin d"}).claims.front().appeal == Appeal::none);
    ClaimPage blog("Vitamin D for multiple sclerosis");
    CHECK(blog.text(text).read({"vitamin d"}).claims.front().appeal == Appeal::phantom);
}

TEST_CASE("a study named without a citation ends what was said of the one before") {
    ClaimPage page("Taping");
    page.text({"A trial found that taping relieves no pain [1].", "A 2019 study found that yoga eases pain.",
               "This study followed 320 adults, in whom it reduced pain."});
    page.cite("[1]", CitationForm::numeric, {1});
    const auto found = page.read({"taping", "yoga"}, {"pain"});
    const Claim* last = claim_starting(found, "This study followed");
    REQUIRE(last != nullptr);
    CHECK(last->citations.empty());
    CHECK(last->treatments == std::vector<std::string>{"yoga"});
}

TEST_CASE("a caption is a claim where it tells what came out") {
    ClaimPage page("Zinc for colds");
    page.heading("Results").block(BlockKind::caption, {"Table 1. Safety and side effects of zinc in clinical studies on colds."});
    page.block(BlockKind::caption, {"Figure 1. Zinc shortened colds by two days."});
    const auto found = page.read({"zinc"}, {"colds"});
    REQUIRE(found.claims.size() == 1);
    CHECK(found.claims[0].text.find("shortened") != std::string::npos);
}
