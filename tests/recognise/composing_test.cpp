#include "recognise/article.hpp"

using namespace evigrade;
using Found = std::vector<std::string>;

TEST_CASE("a substance before the procedure that brings it in makes one treatment of both") {
    CHECK(test::mentioned("We studied dutasteride mesotherapy.") ==
          Found{"dutasteride-mesotherapy@dutasteride mesotherapy"});
    CHECK(test::mentioned("PRP microneedling is popular.") == Found{"prp-microneedling@PRP microneedling"});
}

TEST_CASE("a procedure with, of or using a substance is the same treatment") {
    CHECK(test::mentioned("On the other hand, mesotherapy with a dutasteride-containing solution worked.") ==
          Found{"dutasteride-mesotherapy@mesotherapy with a dutasteride-containing solution"});
    CHECK(test::mentioned("Mesotherapy Using Dutasteride-containing Preparation") ==
          Found{"dutasteride-mesotherapy@Mesotherapy Using Dutasteride-containing Preparation"});
    CHECK(test::mentioned("Mesotherapy, with dutasteride at hand") ==
          Found{"mesotherapy@Mesotherapy", "dutasteride@dutasteride"});
}

TEST_CASE("a composed treatment is a kind of its procedure and contains its substance") {
    const Mentions mentions = test::recognised("Dutasteride mesotherapy.");
    const Entity* composed = test::entity(mentions, "dutasteride-mesotherapy");
    REQUIRE(composed != nullptr);
    CHECK(composed->origin == EntityOrigin::composed);
    CHECK(composed->parents == std::vector<std::string>{"mesotherapy"});
    CHECK(composed->ingredients == std::vector<std::string>{"dutasteride"});
    CHECK(composed->route == "intradermal");
    CHECK(test::entity(mentions, "mesotherapy") != nullptr);
    CHECK(test::entity(mentions, "5-alpha-reductase-inhibitors") != nullptr);
}

TEST_CASE("a route makes a treatment of its own, whichever word says it") {
    CHECK(test::mentioned("Oral minoxidil or topical finasteride?") ==
          Found{"oral-minoxidil@Oral minoxidil", "topical-finasteride@topical finasteride"});
    CHECK(test::mentioned("Finasteride cream in hirsutism") ==
          Found{"topical-finasteride@Finasteride cream", "hirsutism@hirsutism"});
    const Mentions mentions = test::recognised("oral minoxidil");
    CHECK(test::entity(mentions, "oral-minoxidil")->parents == std::vector<std::string>{"minoxidil"});
    CHECK(test::entity(mentions, "oral-minoxidil")->route == "oral");
}

TEST_CASE("a modifier names a kind of the procedure, a sham none") {
    CHECK(test::mentioned("needle-free mesotherapy and wet cupping") ==
          Found{"needle-free-mesotherapy@needle-free mesotherapy", "wet-cupping@wet cupping"});
    CHECK(test::entity(test::recognised("wet cupping"), "wet-cupping")->parents == std::vector<std::string>{"cupping"});
    const Mentions sham = test::recognised("sham cupping");
    CHECK(test::entity(sham, "sham-cupping")->parents == std::vector<std::string>{"placebo"});
    CHECK(test::entity(sham, "cupping") == nullptr);
}

TEST_CASE("two treatments are one only where the text says that they are given as one") {
    CHECK(test::mentioned("minoxidil plus finasteride") == Found{"finasteride-and-minoxidil@minoxidil plus finasteride"});
    CHECK(test::mentioned("Combining PRP and mesotherapy has become popular") ==
          Found{"mesotherapy-and-prp@PRP and mesotherapy"});
    CHECK(test::mentioned("PRP & Mesotherapy Together") == Found{"mesotherapy-and-prp@PRP & Mesotherapy"});
    CHECK(test::mentioned("minoxidil and finasteride") == Found{"minoxidil@minoxidil", "finasteride@finasteride"});
    CHECK(test::entity(test::recognised("minoxidil plus finasteride"), "finasteride-and-minoxidil")->parents.empty());
}

TEST_CASE("a head word belongs to the name that it follows") {
    CHECK(test::mentioned("cupping therapy, PRP therapy and minoxidil supplements") ==
          Found{"cupping@cupping therapy", "prp@PRP therapy", "minoxidil@minoxidil supplements"});
}

TEST_CASE("names in the reference list are not the article's own mentions") {
    Article article;
    article.text = "Minoxidil works.\nFinasteride cream in hirsutism";
    Segmentation segmentation = test::one_block_a_line(article.text);
    segmentation.blocks[1].kind = BlockKind::reference;
    CHECK(test::recogniser().recognise(article, segmentation).mentions.size() == 1);
}

TEST_CASE("a combination that the lexicon knows goes by its name there") {
    CHECK(test::ids(test::recognised("PRP combined with microneedling; combining microneedling and PRP")) ==
          Found{"prp-with-needles"});
}

TEST_CASE("what people did with a drug is no route of it") {
    CHECK(test::ids(test::recognised("Those who inhaled minoxidil were calm.")) == std::vector<std::string>{"minoxidil"});
    CHECK(test::ids(test::recognised("We gave inhaled minoxidil.")) == std::vector<std::string>{"inhaled-minoxidil"});
}

TEST_CASE("a class of drugs that describes an effect is not given to anybody") {
    CHECK(test::ids(test::recognised("Minoxidil has muscle relaxant properties.")) == std::vector<std::string>{"minoxidil"});
    CHECK(test::ids(test::recognised("A muscle relaxant helps.")) == std::vector<std::string>{"muscle-relaxant"});
}
