// How a study is told on: by articles that cite articles, with figures of their own, and after it was retracted.
#include <algorithm>

#include <catch2/catch.hpp>

#include "evigrade/query.hpp"
#include "support/hair.hpp"

using namespace evigrade;

namespace {

const std::string title = "Mesotherapy for hair loss: is it of any use to patients?";

/// The sceptic's page under a title and an address by which it can be cited.
Ingested told_by_mysore() {
    auto page = test::sceptic();
    page.article.title = title;
    page.article.url = "https://www.example.org/mesotherapy/";
    return page;
}

/// An article that cites another one for the harm: by address, or by title.
Ingested repeating(const std::string& file, const StudyPointer& other) {
    test::Make make(file);
    const auto cited = make.point(other, "as an article explains");
    make.titled("What nobody tells you about needles in " + file);
    make.claim("Mesotherapy makes hair fall out, says " + file, {"mesotherapy"}, {"hair-loss"}, ClaimKind::safety,
               Stance::harm, {cited});
    return make.done();
}

StudyPointer address(const std::string& url) {
    StudyPointer out;
    out.url = url;
    return out;
}

StudyPointer named(const std::string& words) {
    StudyPointer out;
    out.title = words;
    return out;
}

std::vector<std::string> paths_in(const Echo& echo) {
    std::vector<std::string> out;
    for (const auto& path : echo.paths) {
        std::string text;
        for (const auto& article : path.articles) text += article.file + " > ";
        out.push_back(text + path.via.value_or("itself") + " > " + path.study);
    }
    return out;
}

struct Telling : test::Hair {
    store::Store store = open();

    EvidenceAnswer ask() const {
        const auto reply = query::evidence(store, policy, "mesotherapy", "hair loss");
        REQUIRE(reply.ok());
        REQUIRE(reply->answers.size() == 1);
        return reply->answers.front();
    }
    Echo echo_of_harm() const {
        const auto answer = ask();
        REQUIRE(answer.harms.size() == 1);
        REQUIRE(answer.harms[0].body.echoes.size() == 1);
        return answer.harms[0].body.echoes[0];
    }
    std::string one(const std::string& sql) {
        auto rows = store.database().query(sql);
        return rows.next() ? rows.text(0) : "";
    }
};

}  // namespace

TEST_CASE("an article that repeats another is traced through it and its review to the study") {
    Telling world;
    world.put(world.store, told_by_mysore());
    const auto alone = world.ask();
    world.put(world.store, repeating("myths.txt", address("http://example.org/mesotherapy")));
    CHECK(paths_in(world.echo_of_harm()) == std::vector<std::string>{
                                                "sceptic.txt > mysore-2010 > duque-estrada-2009",
                                                "myths.txt > sceptic.txt > mysore-2010 > duque-estrada-2009",
                                            });
    CHECK(world.ask().harms[0].body.grade.support == alone.harms[0].body.grade.support);
}

TEST_CASE("a chain of articles is traced to its end, and a circle of them ends") {
    Telling world;
    const auto first = told_by_mysore();
    world.put(world.store, first);
    const auto second = repeating("second.txt", named(title));
    world.put(world.store, second);
    world.put(world.store, repeating("third.txt", named("What nobody tells you about needles in second.txt")));
    world.put(world.store, repeating("fourth.txt", named("What nobody tells you about needles in third.txt")));
    const auto found = paths_in(world.echo_of_harm());
    REQUIRE(found.size() == 4);
    CHECK(found.back() == "fourth.txt > third.txt > second.txt > sceptic.txt > mysore-2010 > duque-estrada-2009");
}

TEST_CASE("who cites whom does not depend on which article came first") {
    Telling world;
    auto other = world.open("other.db");
    const std::vector<Ingested> articles{told_by_mysore(), repeating("second.txt", named(title)),
                                         repeating("third.txt", named("What nobody tells you about needles in second.txt"))};
    for (const auto& article : articles) world.put(world.store, article);
    for (auto article = articles.rbegin(); article != articles.rend(); ++article) world.put(other, *article);
    CHECK(world.one("SELECT count(*) FROM retelling") == "2");
    CHECK(test::derived(world.store) == test::derived(other));
    REQUIRE(ingest::remove(world.store, articles[1].article.id, world.policy).ok());
    CHECK(world.one("SELECT count(*) FROM retelling") == "0");
}

TEST_CASE("a short title is many articles' and links none of them") {
    Telling world;
    auto page = test::sceptic();
    page.article.title = "Hair loss";
    world.put(world.store, page);
    world.put(world.store, repeating("myths.txt", named("Hair loss")));
    CHECK(world.one("SELECT count(*) FROM retelling") == "0");
}

TEST_CASE("why shows that a claim cites an article, and to which study that one leads") {
    Telling world;
    world.put(world.store, told_by_mysore());
    world.put(world.store, repeating("myths.txt", named(title)));
    const auto why = query::why(world.store, world.policy, world.one("SELECT id FROM claim WHERE text LIKE '%myths.txt'"));
    REQUIRE(why.ok());
    REQUIRE(why->claim);
    REQUIRE(why->claim->trails.size() == 1);
    const auto& retells = why->claim->trails[0].retells;
    REQUIRE(retells.size() == 1);
    CHECK(retells[0].articles[0].title == title);
    CHECK(retells[0].via == "mysore-2010");
    CHECK(retells[0].study == "duque-estrada-2009");
    CHECK(why->claim->body.grade.support == 0);
}

namespace {

/// An article whose sentence gives figures for a study that the catalogue has none of.
Ingested with_figures(const std::string& file, const std::string& figures, bool second_study = false) {
    test::Make make(file);
    test::add_graph(make);
    make.reference(1, test::paper("Moftah", 2013,
                                  "Mesotherapy using dutasteride-containing preparation in treatment of female pattern hair "
                                  "loss",
                                  "J Eur Acad Dermatol Venereol", "27", "686-693"));
    make.reference(
        2, test::paper("Duque-Estrada", 2009, "Alopecia secondary to mesotherapy", "J Am Acad Dermatol", "61", "707-709"));
    std::vector<std::size_t> cited{make.cite({1})};
    if (second_study) cited.push_back(make.cite({2}));
    auto& claim = make.claim("Hair grew better than with placebo (" + figures + ").", {"dutasteride-mesotherapy"},
                             {"female-pattern-hair-loss"}, ClaimKind::efficacy, Stance::supports, std::move(cited));
    claim.comparator = "placebo";
    return make.done();
}

const std::string spanning = "RR 1.20 (95% CI 0.90 to 1.60; P = 0.21)";

EvidenceItem moftah(const Telling& world) {
    const auto reply = query::evidence(world.store, world.policy, "dutasteride mesotherapy", "female pattern hair loss");
    REQUIRE(reply.ok());
    REQUIRE(reply->answers.size() == 1);
    const auto& units = reply->answers[0].benefit.grade.units;
    const auto found =
        std::find_if(units.begin(), units.end(), [](const Unit& unit) { return unit.item.study == "moftah-2013"; });
    REQUIRE(found != units.end());
    return found->item;
}

std::string certainty(const Telling& world) {
    const auto reply = query::evidence(world.store, world.policy, "dutasteride mesotherapy", "female pattern hair loss");
    std::string out;
    for (const auto& reason : reply->answers.at(0).benefit.certainty.reasons) out += reason + "\n";
    return out;
}

}  // namespace

TEST_CASE("figures that an article gives of the one study that it cites are shown as its word, and count for imprecision") {
    Telling world;
    world.put(world.store, with_figures("figures.txt", spanning));
    const auto item = moftah(world);
    CHECK(item.effect == "RR 1.20 (95% CI 0.90 to 1.60; P = 0.21)");
    CHECK(item.effect_from == DesignSource::secondary);
    CHECK(
        certainty(world).find("the interval of RR 1.20 (95% CI 0.90 to 1.60; P = 0.21), as an article gives it, includes no "
                              "effect") != std::string::npos);
    const auto studies = query::studies(world.store, {});
    REQUIRE(studies.ok());
    const auto row = std::find_if(studies->rows.begin(), studies->rows.end(),
                                  [](const StudyRow& study) { return study.study.id == "moftah-2013"; });
    REQUIRE(row != studies->rows.end());
    REQUIRE(row->told.size() == 1);
    CHECK(row->told[0].comparator == "placebo");
    CHECK(row->told[0].article.file == "figures.txt");
}

TEST_CASE("a large effect that only an article gives lifts no certainty") {
    Telling world;
    world.put(world.store, with_figures("figures.txt", "RR 6.0 (95% CI 4.0 to 9.0)"));
    CHECK(moftah(world).effect == "RR 6.0 (95% CI 4.0 to 9.0)");
    CHECK(certainty(world).find("large effect") == std::string::npos);
}

TEST_CASE("articles that give different figures of a study give none, whichever came first") {
    Telling world;
    world.put(world.store, with_figures("figures.txt", spanning));
    world.put(world.store, with_figures("others.txt", "RR 2.0 (95% CI 1.5 to 3.0)"));
    CHECK(moftah(world).effect == std::nullopt);
    world.put(world.store, with_figures("again.txt", spanning));
    CHECK(moftah(world).effect == std::nullopt);
    REQUIRE(ingest::remove(world.store, "others.txt", world.policy).ok());
    CHECK(moftah(world).effect == spanning);
}

TEST_CASE("figures of a sentence that cites two studies belong to neither") {
    Telling world;
    world.put(world.store, with_figures("both.txt", spanning, true));
    CHECK(moftah(world).effect == std::nullopt);
}

TEST_CASE("a retracted study is shown with when, by whom, and what every grade was with it") {
    Telling world;
    world.put(world.store, test::review_page());
    const ingest::Signature person{"A. Reviewer", "the journal's notice", "2024-03-01"};
    REQUIRE(ingest::decide(world.store, {{"moftah-2013", std::nullopt, Purpose::benefit, "state", "retracted"}}, person,
                           world.policy)
                .ok());
    const auto shaken = world.ask().benefit.shaken;
    REQUIRE(shaken.size() == 2);
    CHECK(shaken[0].study == "moftah-2013");
    CHECK(shaken[0].state == EditorialState::retracted);
    CHECK(shaken[0].state_date == "2024-03-01");
    REQUIRE(shaken[0].state_source);
    CHECK(shaken[0].state_source->find("A. Reviewer") != std::string::npos);
    CHECK(shaken[0].treatment.id == "mesotherapy");
    CHECK(points(shaken[0].support) == 0);
    CHECK(points(shaken[0].support_before) == 6.25);
    CHECK(shaken[1].treatment.id == "dutasteride-mesotherapy");
    CHECK(points(shaken[1].support_before) == 12.5);
    const auto why = query::why(world.store, world.policy, "moftah-2013");
    REQUIRE(why.ok());
    REQUIRE(why->study);
    CHECK(why->study->shaken.size() == 1);
}

TEST_CASE("a study in good standing shakes nothing") {
    Telling world;
    world.put(world.store, test::review_page());
    CHECK(world.ask().benefit.shaken.empty());
}
