// The store follows from what is in it, never from how it came there.
#include <algorithm>

#include <catch2/catch.hpp>

#include "support/hair.hpp"

using namespace evigrade;

namespace {

/// Articles that cite overlapping, misprinted and new works.
std::vector<Ingested> library() {
    std::vector<Ingested> out{test::review_page(), test::sceptic(), test::clinic()};
    const std::vector<BibItem> descriptions{
        test::paper("Paul", 2007, "Effect of honey on nocturnal cough and sleep"),
        test::paper("Paul", 2007, "Effect of honey on nocturnal cough and sleep", "Arch Pediatr Adolesc Med", "161",
                    "1140-1146"),
        test::paper("Paull", 2007, "", "Arch Pediatr Adolesc Med", "161", "1140"),
        test::paper("Oduwole", 2018, "Honey for acute cough in children: a systematic review"),
    };
    for (std::size_t i = 0; i < descriptions.size(); ++i) {
        test::Make make("honey" + std::to_string(i) + ".txt");
        make.entity("manuka-therapy", EntityKind::treatment, {i % 2 == 0 ? "honey" : "diet"});
        make.reference(1, descriptions[i]);
        make.claim("Manuka therapy helps against cough, " + std::to_string(i), {"manuka-therapy"}, {"cough"},
                   ClaimKind::efficacy, i == 2 ? Stance::refutes : Stance::supports, {make.cite({1})});
        StudyPointer pointer;
        pointer.families = {"Paul"};
        pointer.year = 2007;
        make.claim("Paul found so in 2007, " + std::to_string(i), {"manuka-therapy"}, {"cough"}, ClaimKind::efficacy,
                   Stance::supports, {make.point(pointer, "Paul in 2007")});
        out.push_back(make.done());
    }
    return out;
}

}  // namespace

TEST_CASE("any order of ingestion gives the same store") {
    const test::Hair hair;
    const auto articles = library();
    auto first = hair.open("first.db");
    for (const auto& article : articles) hair.put(first, article);
    const std::string expected = test::derived(first);
    REQUIRE(expected.find("honey") != std::string::npos);
    for (int round = 0; round < 6; ++round) {
        auto order = articles;
        std::rotate(order.begin(), order.begin() + round, order.end());
        if (round % 2 == 1) std::reverse(order.begin(), order.end());
        auto store = hair.open("order" + std::to_string(round) + ".db");
        for (const auto& article : order) hair.put(store, article);
        CHECK(test::derived(store) == expected);
    }
}

TEST_CASE("ingesting twice changes nothing and says so") {
    const test::Hair hair;
    auto store = hair.open();
    for (const auto& article : library()) CHECK(hair.put(store, article).outcome == store::Outcome::added);
    const std::string before = test::derived(store);
    for (const auto& article : library()) CHECK(hair.put(store, article).outcome == store::Outcome::unchanged);
    CHECK(test::derived(store) == before);
}

TEST_CASE("removing an article leaves the store as if it had never come") {
    const test::Hair hair;
    const auto articles = library();
    for (std::size_t out = 0; out < articles.size(); ++out) {
        INFO("without article " << out);
        auto without = hair.open("without" + std::to_string(out) + ".db");
        auto removed = hair.open("removed" + std::to_string(out) + ".db");
        for (std::size_t i = 0; i < articles.size(); ++i) {
            hair.put(removed, articles[i]);
            if (i != out) hair.put(without, articles[i]);
        }
        REQUIRE(ingest::remove(removed, articles[out].article.id, hair.policy).ok());
        CHECK(test::derived(removed) == test::derived(without));
    }
}

TEST_CASE("new content at the same path supersedes the old") {
    const test::Hair hair;
    auto store = hair.open();
    auto first = test::clinic();
    hair.put(store, first);
    auto second = test::sceptic();
    second.article.file = first.article.file;
    const auto receipt = hair.put(store, second);
    CHECK(receipt.outcome == store::Outcome::replaced);
    CHECK(receipt.superseded == std::vector<std::string>{first.article.id});
    auto rows = store.database().query("SELECT count(*) FROM article");
    REQUIRE(rows.next());
    CHECK(rows.integer(0) == 1);
}

TEST_CASE("the catalogue that comes before or after the articles gives the same store") {
    const test::Hair hair;
    auto early = hair.open("early.db");
    for (const auto& article : library()) hair.put(early, article);

    const test::Scratch empty;
    for (const char* name : {"studies", "results", "relays", "assertions"}) {
        test::write_file(empty / ("catalog/" + std::string(name) + ".tsv"), "id\n");
    }
    {
        auto late = ingest::open(hair.folder / "late.db", Data(empty.path()));
        REQUIRE(late.ok());
        for (const auto& article : library()) hair.put(*late, article);
        CHECK(test::derived(*late) != test::derived(early));
    }
    auto late = hair.open("late.db");
    CHECK(test::derived(late) == test::derived(early));
    {
        auto emptied = ingest::open(hair.folder / "early.db", Data(empty.path()));
        REQUIRE(emptied.ok());
    }
    auto again = hair.open("early.db");
    CHECK(test::derived(again) == test::derived(late));
}

TEST_CASE("hostile words in an article are words in the store") {
    const test::Hair hair;
    auto store = hair.open();
    test::Make make("x'); DROP TABLE claim; --.txt");
    make.titled("Robert'); DROP TABLE article;--");
    make.claim(std::string("\"; DELETE FROM study; \0 --", 26), {"honey"}, {"cough"}, ClaimKind::efficacy, Stance::supports);
    make.reference(1, test::paper("O'Neill\"", 2001, "'; DROP TABLE study; --"));
    CHECK(hair.put(store, make.done()).outcome == store::Outcome::added);
    auto rows =
        store.database().query("SELECT title, (SELECT text FROM claim), (SELECT count(*) FROM study) > 3 FROM article");
    REQUIRE(rows.next());
    CHECK(rows.text(0) == "Robert'); DROP TABLE article;--");
    CHECK(rows.text(1).size() == 26);
    CHECK(rows.integer(2) == 1);
}
