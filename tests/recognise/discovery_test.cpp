#include "recognise/article.hpp"

using namespace evigrade;
using Found = std::vector<std::string>;

TEST_CASE("a word of no English before a head is a treatment of the article") {
    CHECK(test::ids(test::recognised("We gave them kratomol capsules. Then kratomol was stopped.")) == Found{"kratomol"});
    CHECK(test::mentioned("We gave them kratomol capsules. Then kratomol was stopped.").size() == 2);
}

TEST_CASE("plain words before a head name a treatment where a noun begins") {
    CHECK(test::ids(test::recognised("They say much of shark cartilage extract.")) == Found{"shark-cartilage-extract"});
    CHECK(test::ids(test::recognised("The effects of a heating pad")) == Found{"heating-pad"});
    CHECK(test::recognised("Clinics ensure injections. Buying tablets online is easy.").mentions.empty());
}

TEST_CASE("what treats a condition, or any treatment, is no treatment's name") {
    CHECK(test::ids(test::recognised("An effective treatment, hair loss treatment, other therapies and standard drugs.")) ==
          Found{"hair-loss"});
    CHECK(test::recognised("This skin treatment is an invasive procedure. The scalp treatment, too.").mentions.empty());
    CHECK(test::recognised("The zorgic drug effects were small.").mentions.empty());
}

TEST_CASE("a drug is known by its ending") {
    const Mentions mentions = test::recognised("Patients on ravutinib did better; Ravutinib was safe.");
    CHECK(test::ids(mentions) == Found{"ravutinib"});
    CHECK(test::entity(mentions, "ravutinib")->substance == Substance::yes);
    CHECK(test::entity(mentions, "ravutinib")->origin == EntityOrigin::discovered);
    CHECK(test::recognised("In April the concept won acceptance; imidazole rings.").mentions.empty());
}

TEST_CASE("a word of no English beside a dose or a route is a drug") {
    CHECK(test::ids(test::recognised("They gave etomidax (0.3 mg/kg) and 20 µg iloprax.")) == Found{"etomidax", "iloprax"});
    CHECK(test::ids(test::recognised("It was topical liarozax that helped.")) == Found{"topical-liarozax"});
    CHECK(test::recognised("In Springfeld 20 people weighed 90 kg, said Dr Oralson.").mentions.empty());
}

TEST_CASE("a condition is known by its ending or its last word") {
    const Mentions mentions =
        test::recognised("Orchitis and Behren's syndrome, vagotic disease. The diagnosis is apoptosis.");
    CHECK(test::ids(mentions) == Found{"behren-s-syndrome", "orchitis", "vagotic-disease"});
    CHECK(test::entity(mentions, "orchitis")->kind == EntityKind::condition);
}

TEST_CASE("a body or an instrument that is named after a condition names none") {
    CHECK(test::mentioned("Dr. Lee works at Vagotic Cancer Center. The Zoltarn Pain Scale was used.").empty());
}

TEST_CASE("a Latin plant name with a part of the plant is a treatment, and its short form with it") {
    const Found found = test::mentioned("Anxiolytic Activity of Ocimum sanctum Leaf Extract\nO. sanctum was given to mice.");
    CHECK(found == Found{"ocimum-sanctum@Ocimum sanctum Leaf Extract", "ocimum-sanctum@O. sanctum"});
    CHECK(test::recognised("Cultures of Yersinia enterocolitica grew.").mentions.empty());
}

TEST_CASE("a product is known by its mark, its maker or the capitals inside it") {
    CHECK(test::ids(test::recognised("Use the Zanthor® cream twice; Zanthor® helps.")) == Found{"zanthor"});
    CHECK(test::ids(test::recognised("Hylland’s teething tablets were recalled. Poor Hylland!")) ==
          Found{"hylland-s-teething-tablets"});
    CHECK(test::ids(test::recognised("They took ProZymbio capsules daily.")) == Found{"prozymbio"});
    CHECK(test::recognised("Search PubMed and YouTube for treatments, says MyNewsRoom.").mentions.empty());
}

TEST_CASE("a therapy goes by its name without that word, if that names nothing else") {
    CHECK(test::mentioned("Red light therapy is old. Now red light is back.") ==
          Found{"red-light-therapy@Red light therapy", "red-light-therapy@red light"});
    CHECK(test::mentioned("There is red light in the night.").empty());
}

TEST_CASE("boilerplate and reference lists discover nothing") {
    Article article;
    article.text = "Try kratomol capsules.\nThe kratomol capsules trial.";
    Segmentation segmentation = test::one_block_a_line(article.text);
    segmentation.blocks[0].boilerplate = Boilerplate::advert;
    segmentation.blocks[1].kind = BlockKind::reference;
    CHECK(test::recogniser().recognise(article, segmentation).mentions.empty());
}

TEST_CASE("everyday words that are also names are read by their neighbours") {
    CHECK(test::mentioned("Lead poisoning is bad. This can lead to loss.") == Found{"lead@Lead"});
    CHECK(test::mentioned("Ice cream and ice help.") == Found{"ice@ice"});
}
