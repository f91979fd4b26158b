// Faults in how an article claims and cites, and sentences that look like faults and are none.
#include <catch2/catch.hpp>

#include "claim_page.hpp"
#include "link/fault_words.hpp"

using namespace evigrade;
using test::ClaimPage;

namespace {

using Codes = std::vector<std::string>;

/// The faults of a blog on biotin that says this.
Codes of_sentences(const std::vector<std::string>& sentences) {
    ClaimPage page("Biotin and hair");
    page.text(sentences);
    return page.faults({"biotin"}, {"baldness", "hair loss"});
}

}  // namespace

TEST_CASE("research that is invoked and not cited is a phantom") {
    CHECK(of_sentences({"Studies show that biotin stops hair loss."}) == Codes{"phantom_appeal"});
}

TEST_CASE("research that is cited in the next sentence is no phantom") {
    ClaimPage page("Biotin and hair");
    page.text({"Studies show that biotin stops hair loss.", "In one of them, biotin thickened hair [4]."});
    page.cite("[4]", CitationForm::numeric, {4});
    CHECK(page.faults({"biotin"}, {"hair loss"}).empty());
}

TEST_CASE("a call for more research is no phantom") {
    CHECK(of_sentences({"Scientists say that larger studies of biotin for hair loss are needed."}).empty());
}

TEST_CASE("news that names its studies further down has no phantom at its head") {
    ClaimPage page("Biotin is back");
    page.article.source_type = SourceType::news;
    page.text({"Studies show that biotin stops hair loss."});
    page.text({"One of them was published in Hair Journal."});
    page.cite("published in Hair Journal", CitationForm::prose, {});
    CHECK(page.faults({"biotin"}, {"hair loss"}).empty());
}

TEST_CASE("a certain benefit with nothing cited is an overclaim, in a blog and not in a paper") {
    ClaimPage page("Biotin");
    page.text({"Biotin cures baldness."});
    CHECK(page.faults({"biotin"}, {"baldness"}) == Codes{"overclaim"});
    page.mentions = {};
    page.article.source_type = SourceType::journal_article;
    CHECK(page.faults({"biotin"}, {"baldness"}).empty());
}

TEST_CASE("a cautious benefit with nothing cited is only unsupported") {
    CHECK(of_sentences({"Biotin may reduce hair loss."}) == Codes{"unsupported_claim"});
}

TEST_CASE("certain words under a negation are not certain") {
    const link::faults::FaultWords words{Data()};
    CHECK(words.look("Biotin cures baldness").has(link::faults::Role::certain));
    CHECK_FALSE(words.look("Biotin doesn’t really cure baldness").has(link::faults::Role::certain));
}

TEST_CASE("a benefit with a citation in its sentence or beside it is left alone") {
    ClaimPage page("Biotin and hair");
    page.text({"A trial of biotin was done in Lyon [2].", "Biotin cures baldness."});
    page.cite("[2]", CitationForm::numeric, {2});
    CHECK(page.faults({"biotin"}, {"baldness"}).empty());
}

TEST_CASE("advice, conditions, procedures and doubts are no claims to support") {
    CHECK(of_sentences({"Talk to your doctor about whether biotin prevents hair loss."}).empty());
    CHECK(of_sentences({"If biotin prevents hair loss, everyone should take it."}).empty());
    CHECK(of_sentences({"The makers claim that biotin cures baldness."}).empty());
}

TEST_CASE("a report of one study, by its title, is not asked to cite that study again and again") {
    ClaimPage page("Meta-analysis affirms biotin for hair");
    page.text({"Biotin is highly effective against hair loss."});
    CHECK(page.faults({"biotin"}, {"hair loss"}).empty());
}

TEST_CASE("an anonymous authority is noted, a named one is not") {
    CHECK(of_sentences({"Biotin is safe, says a dermatologist."}) == Codes{"anonymous_authority"});
    CHECK(of_sentences({"Biotin is safe, says Dr Jane Smith."}).empty());
}

TEST_CASE("those who warn of harm need no name") {
    CHECK(of_sentences({"Biotin can cause a rash, clinicians say."}).empty());
}

TEST_CASE("evidence that is said not to exist at all is an absolute absence") {
    CHECK(of_sentences({"There is zero evidence that biotin helps against hair loss."}) == Codes{"absolute_absence"});
}

TEST_CASE("insufficient evidence, a search or a date bounds an absence") {
    CHECK(of_sentences({"There is insufficient evidence that biotin helps against hair loss."}).empty());
    CHECK(of_sentences({"We found no evidence in six databases that biotin helps against hair loss."}).empty());
    CHECK(of_sentences({"There is no solid evidence that biotin helps against hair loss."}).empty());
}

TEST_CASE("conclusions of reviewers, quoted in a list, are theirs") {
    ClaimPage page("Biotin and hair");
    page.text({"Cochrane has several reviews, and their conclusions state:"});
    page.item("There is no evidence that biotin helps against hair loss.");
    CHECK(page.faults({"biotin"}, {"hair loss"}).empty());
}

TEST_CASE("an article full of benefits and silent on harms is told so, once it says a word of harm it is not") {
    const Codes silent =
        of_sentences({"Biotin may improve hair.", "Biotin may strengthen nails.", "Biotin may prevent baldness."});
    CHECK(std::count(silent.begin(), silent.end(), "missing_harms") == 1);
    const Codes told = of_sentences({"Biotin may improve hair.", "Biotin may strengthen nails.",
                                     "Biotin may prevent baldness.", "Ask about interactions with your medicines."});
    CHECK(std::count(told.begin(), told.end(), "missing_harms") == 0);
}

TEST_CASE("painless in one place and uncomfortable in another is a contradiction") {
    ClaimPage page("Mesotherapy");
    page.text({"Mesotherapy is painless.", "Patients usually experience mild discomfort after mesotherapy."});
    CHECK(page.faults({"mesotherapy"}) == Codes{"self_contradiction"});
}

TEST_CASE("two onsets that disagree are a contradiction") {
    ClaimPage page("Mesotherapy");
    page.text({"Mesotherapy shows visible results after the fourth or fifth session."});
    page.text({"Mesotherapy shows visible changes after the third or fourth session."});
    CHECK(page.faults({"mesotherapy"}) == Codes{"self_contradiction"});
}

TEST_CASE("a package on offer contradicts no course that is advised, whatever the currency") {
    ClaimPage page("Mesotherapy");
    page.text({"A course of mesotherapy takes 10 sessions."});
    page.text({"Package of 6-8 mesotherapy sessions: ₹18,000 to ₹60,000"});
    CHECK(page.faults({"mesotherapy"}).empty());
    ClaimPage unpriced("Mesotherapy");
    unpriced.text({"A course of mesotherapy takes 10 sessions."});
    unpriced.text({"You will need 6-8 mesotherapy sessions."});
    CHECK(unpriced.faults({"mesotherapy"}) == Codes{"self_contradiction"});
}

TEST_CASE("what a reader's comment says contradicts nothing") {
    ClaimPage page("Mesotherapy");
    page.text({"Mesotherapy shows visible results after the fourth or fifth session."});
    page.text({"Mesotherapy shows visible changes after the third or fourth session."});
    page.segmentation.blocks.back().voice = Voice::comment;
    CHECK(page.faults({"mesotherapy"}).empty());
}

TEST_CASE("a source that sells is noted, a source that reports is not") {
    ClaimPage page("Biotin and hair");
    page.text({"Biotin was studied here, and there."});
    page.cite("here", CitationForm::link, {}).cite("there", CitationForm::link, {});
    page.citations[0].pointer = StudyPointer{};
    page.citations[0].pointer->url = "https://hairvitamins.example/products/biotin-max";
    page.citations[1].pointer = StudyPointer{};
    page.citations[1].pointer->url = "https://pubmed.ncbi.nlm.nih.gov/12345678/";
    CHECK(page.faults({"biotin"}) == Codes{"marketing_source"});
}

TEST_CASE("a work cited by way of another is a secondary citation") {
    ClaimPage page("Biotin and hair");
    page.text({"Smith, cited in Jones (2010), found thicker hair with biotin."});
    page.cite("Jones (2010)", CitationForm::author_year, {1});
    page.citations[0].flags.push_back(CitationFlag::secondary);
    CHECK(page.faults({"biotin"}) == Codes{"secondary_citation"});
}
