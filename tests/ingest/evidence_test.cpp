// From articles to the evidence behind a question.
#include <catch2/catch.hpp>

#include "support/hair.hpp"

using namespace evigrade;

namespace {

struct Points {
    double support = 0;
    double oppose = 0;
};

Points grade_of(store::Store& store, const std::string& treatment, const std::string& condition,
                Purpose purpose = Purpose::benefit) {
    auto rows =
        store.database().query("SELECT support, oppose FROM grade WHERE treatment = ?1 AND condition = ?2 AND purpose = ?3",
                               treatment, condition, purpose);
    if (!rows.next()) return {};
    return {points(static_cast<std::uint64_t>(rows.integer(0))), points(static_cast<std::uint64_t>(rows.integer(1)))};
}

std::string one(store::Store& store, const std::string& sql) {
    auto rows = store.database().query(sql);
    return rows.next() ? rows.text(0) : "";
}

}  // namespace

TEST_CASE("a controlled study of a kind counts in full for the kind and one step less for the treatment above it") {
    const test::Hair hair;
    auto store = hair.open();
    hair.put(store, test::review_page());
    CHECK(grade_of(store, "dutasteride-mesotherapy", "female-pattern-hair-loss").support == 12.5);
    CHECK(grade_of(store, "mesotherapy", "hair-loss").support == 6.25);
    CHECK(grade_of(store, "mesotherapy", "hair-loss").oppose == 0);
}

TEST_CASE("a case series that three articles relay is one study, and its best way carries no step") {
    const test::Hair hair;
    auto store = hair.open();
    hair.put(store, test::sceptic());
    CHECK(grade_of(store, "mesotherapy", "hair-loss", Purpose::harm).support == 3.125);
    hair.put(store, test::review_page());
    CHECK(grade_of(store, "mesotherapy", "hair-loss", Purpose::harm).support == 6.25);
    CHECK(one(store, "SELECT count(DISTINCT claim) FROM flow WHERE study = 'duque-estrada-2009'") == "2");
    CHECK(one(store, "SELECT via FROM flow WHERE via <> ''") == "mysore-2010");
    CHECK(one(store, "SELECT count(*) FROM flow WHERE study = 'mysore-2010'") == "0");
}

TEST_CASE("a study that no article cites is listed beside the evidence and scores nothing") {
    const test::Hair hair;
    auto store = hair.open();
    CHECK(one(store, "SELECT zero FROM evidence WHERE study = 'abdallah-p843' AND treatment = 'mesotherapy'") == "uncited");
    CHECK(grade_of(store, "dutasteride-mesotherapy", "male-pattern-hair-loss").support == 0);
}

TEST_CASE("an absence statement and an uncited claim leave every score as it was") {
    const test::Hair hair;
    auto store = hair.open();
    hair.put(store, test::review_page());
    const auto before = grade_of(store, "mesotherapy", "hair-loss");
    hair.put(store, test::sceptic());
    hair.put(store, test::clinic());
    CHECK(grade_of(store, "mesotherapy", "hair-loss").support == before.support);
    CHECK(grade_of(store, "mesotherapy", "hair-loss").oppose == 0);
    CHECK(one(store, "SELECT gap || support FROM claim WHERE text LIKE 'Mesotherapy regrows%'") == "overclaim0");
}

TEST_CASE("a citation that turns a study's result round counts nothing and is a finding") {
    const test::Hair hair;
    auto store = hair.open();
    test::Make make("wrong.txt");
    test::add_graph(make);
    make.reference(
        1, test::paper("Moftah", 2013,
                       "Mesotherapy using dutasteride-containing preparation in treatment of female pattern hair loss"));
    make.claim("Dutasteride mesotherapy does nothing for hair loss.", {"dutasteride-mesotherapy"}, {"hair-loss"},
               ClaimKind::efficacy, Stance::refutes, {make.cite({1})});
    auto article = make.done();
    article.linked.citations[0].span = article.linked.claims[0].span;
    hair.put(store, article);
    CHECK(grade_of(store, "mesotherapy", "hair-loss").oppose == 0);
    CHECK(grade_of(store, "mesotherapy", "hair-loss").support == 0);
    CHECK(one(store, "SELECT code FROM finding WHERE origin = 'store'") == "direction_mismatch");
    hair.put(store, test::review_page());
    CHECK(grade_of(store, "mesotherapy", "hair-loss").support == 6.25);
}

TEST_CASE(
    "a sentence that only goes on after a citation, and seems to turn its result round, counts nothing without alarm") {
    const test::Hair hair;
    auto store = hair.open();
    test::Make make("tablets.txt");
    test::add_graph(make);
    make.reference(
        1, test::paper("Moftah", 2013,
                       "Mesotherapy using dutasteride-containing preparation in treatment of female pattern hair loss"));
    make.claim("Tablets do no better.", {"dutasteride-mesotherapy"}, {"hair-loss"}, ClaimKind::efficacy, Stance::refutes,
               {make.cite({1})});
    hair.put(store, make.done());
    CHECK(grade_of(store, "mesotherapy", "hair-loss").oppose == 0);
    CHECK(one(store, "SELECT count(*) FROM finding WHERE origin = 'store'") == "0");
}

TEST_CASE("a study of another condition or of an ingredient alone is no evidence for the question") {
    const test::Hair hair;
    auto store = hair.open();
    test::Make make("other.txt");
    make.reference(
        1, test::paper("Moftah", 2013,
                       "Mesotherapy using dutasteride-containing preparation in treatment of female pattern hair loss"));
    const auto cited = make.cite({1});
    make.claim("Mesotherapy clears psoriasis.", {"mesotherapy"}, {"psoriasis"}, ClaimKind::efficacy, Stance::supports,
               {cited});
    make.claim("Dutasteride tablets regrow hair.", {"dutasteride"}, {"hair-loss"}, ClaimKind::efficacy, Stance::supports,
               {cited});
    hair.put(store, make.done());
    CHECK(one(store, "SELECT count(*) FROM flow") == "0");
}

TEST_CASE("a forum post carries no score, whatever it cites") {
    const test::Hair hair;
    auto store = hair.open();
    auto article = test::review_page();
    for (auto& claim : article.linked.claims) claim.voice = Voice::forum;
    hair.put(store, article);
    CHECK(one(store, "SELECT count(*) FROM flow") == "0");
    CHECK(one(store, "SELECT count(*) FROM claim WHERE voice = 'forum'") == "2");
}

TEST_CASE("references that match no record but mean the same work are one study of their own") {
    const test::Hair hair;
    auto store = hair.open();
    const auto article = [](const std::string& file, BibItem item) {
        test::Make make(file);
        make.reference(1, std::move(item));
        make.claim("Honey soothes cough, says " + file, {"honey"}, {"cough"}, ClaimKind::efficacy, Stance::supports,
                   {make.cite({1})});
        return make.done();
    };
    hair.put(store, article("a.txt",
                            test::paper("Paul", 2007, "Effect of honey on nocturnal cough: a randomised controlled trial")));
    hair.put(store,
             article("b.txt", test::paper("Paul", 2008, "Effect of Honey on Nocturnal Cough: A Randomised Controlled Trial",
                                          "Arch Pediatr", "161", "1140")));
    CHECK(one(store, "SELECT count(*) FROM study WHERE origin = 'cited'") == "1");
    CHECK(one(store, "SELECT label FROM study WHERE origin = 'cited'") == "Paul 2008");
    CHECK(grade_of(store, "honey", "cough").support == 25);
    REQUIRE(ingest::remove(store, "b.txt", hair.policy).ok());
    CHECK(one(store, "SELECT label FROM study WHERE origin = 'cited'") == "Paul 2007");
    REQUIRE(ingest::remove(store, "a.txt", hair.policy).ok());
    CHECK(one(store, "SELECT count(*) FROM study WHERE origin = 'cited'") == "0");
    CHECK(grade_of(store, "honey", "cough").support == 0);
}
