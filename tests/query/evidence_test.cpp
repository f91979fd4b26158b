// Questions to a small world.
#include <algorithm>

#include <catch2/catch.hpp>

#include "evigrade/query.hpp"
#include "support/hair.hpp"

using namespace evigrade;

namespace {

struct World : test::Hair {
    store::Store store = open();
    World() {
        put(store, test::review_page());
        put(store, test::sceptic());
        put(store, test::clinic());
    }
    EvidenceReply ask(const std::string& treatment, const std::optional<std::string>& condition) const {
        auto reply = query::evidence(store, policy, treatment, condition);
        INFO((reply ? "" : reply.error().what));
        REQUIRE(reply.ok());
        return *reply;
    }
};

query::Filter about(const std::string& treatment) {
    query::Filter filter;
    filter.treatments = {treatment};
    return filter;
}

}  // namespace

TEST_CASE("an answer holds the grade, the harm with its echo, and the absence that the store contradicts") {
    const World world;
    const auto reply = world.ask("mesotherapy", "hair loss");
    REQUIRE(reply.answers.size() == 1);
    const auto& answer = reply.answers.front();
    CHECK(points(answer.benefit.grade.support) == 6.25);
    CHECK(answer.benefit.grade.oppose == 0);
    REQUIRE(answer.harms.size() == 1);
    CHECK(answer.harms[0].harm.id == "hair-loss");
    CHECK(points(answer.harms[0].body.grade.support) == 6.25);
    CHECK(answer.harms[0].body.echoes.at(0).articles.size() == 2);
    CHECK(answer.harms[0].body.echoes.at(0).via == std::vector<std::string>{"mysore-2010"});
    REQUIRE(answer.absence.size() == 1);
    CHECK(answer.absence[0].contradicted_by == std::vector<std::string>{"moftah-2013"});
    CHECK(answer.counts.articles == 3);
    CHECK(answer.counts.claims == 5);
    CHECK(answer.counts.phantom == 1);
    CHECK(answer.counts.studies == 2);
    CHECK(answer.counts.echoes == 2);
}

TEST_CASE("the claims of an answer are ranked by what their own citations come to") {
    const World world;
    const auto reply = world.ask("mesotherapy", "hair loss");
    const auto& claims = reply.answers.at(0).claims;
    REQUIRE(claims.size() == 5);
    CHECK(points(claims[0].support) == 12.5);
    CHECK(points(claims[1].support) == 6.25);
    CHECK(points(claims[2].support) == 3.125);
    CHECK(claims[3].support == 0);
    const auto clinic =
        std::find_if(claims.begin(), claims.end(), [](const auto& row) { return row.article.file == "clinic.txt"; });
    REQUIRE(clinic != claims.end());
    CHECK(clinic->gap == Gap::overclaim);
    CHECK(clinic->line == 1);
}

TEST_CASE("a study that nobody cites is listed in the body and adds nothing") {
    const World world;
    const auto answer = world.ask("dutasteride mesotherapy", "hair loss").answers.at(0);
    CHECK(points(answer.benefit.grade.support) == 12.5);
    const auto& units = answer.benefit.grade.units;
    const auto uncited =
        std::find_if(units.begin(), units.end(), [](const Unit& unit) { return unit.item.study == "abdallah-p843"; });
    REQUIRE(uncited != units.end());
    CHECK(uncited->zero == ZeroReason::uncited);
    CHECK(uncited->share == 0);
}

TEST_CASE("a claim that leads to the study is listed although its own words name a wider condition") {
    const World world;
    const auto answer = world.ask("dutasteride mesotherapy", "female pattern hair loss").answers.at(0);
    CHECK(points(answer.benefit.grade.support) == 12.5);
    REQUIRE(answer.claims.size() == 1);
    CHECK(answer.counts.claims == 1);
    CHECK(answer.counts.articles == 1);
}

TEST_CASE("an absence statement made before a study was published does not overlook it") {
    World world;
    test::Make make("old.txt");
    make.claim("In 2010 nobody has shown that mesotherapy works.", {"mesotherapy"}, {"hair-loss"}, ClaimKind::efficacy,
               Stance::insufficient)
        .absence = Absence{AbsenceKind::reviewer_insufficient, 2010};
    world.put(world.store, make.done());
    const auto reply = world.ask("mesotherapy", "hair loss");
    REQUIRE(reply.answers.at(0).absence.size() == 2);
    for (const auto& row : reply.answers[0].absence) {
        CHECK(row.contradicted_by.size() == (row.absence.as_of ? 0U : 1U));
    }
}

TEST_CASE("names are forgiven case, plural and underscores, and misspelt ones get suggestions") {
    const World world;
    CHECK(world.ask("Mesotherapies", "Hair Loss").answers.size() == 1);
    CHECK(world.ask("dutasteride-mesotherapy", "hair_loss").answers.size() == 1);
    const auto reply = world.ask("mesotherpy", "hair loss");
    CHECK(reply.answers.empty());
    REQUIRE_FALSE(reply.treatment.suggestions.empty());
    CHECK(reply.treatment.suggestions[0].id == "mesotherapy");
    CHECK_FALSE(world.ask("zzzzqqqq", std::nullopt).treatment.entity);
}

TEST_CASE("a treatment that the lexicon knows and no article names is not stored") {
    const World world;
    const auto reply = world.ask("warfarin", "hair loss");
    CHECK(reply.treatment.entity);
    CHECK_FALSE(reply.treatment.stored);
    CHECK(reply.answers.empty());
}

TEST_CASE("without a condition there is one answer for each that claims name or cited studies tried") {
    const World world;
    const auto reply = world.ask("mesotherapy", std::nullopt);
    REQUIRE(reply.answers.size() == 2);
    CHECK(reply.answers[0].condition.id == "hair-loss");
    CHECK(reply.answers[1].condition.id == "female-pattern-hair-loss");
}

TEST_CASE("treatments for a condition are ranked by net") {
    const World world;
    const auto reply = query::treatments_for(world.store, "hair loss");
    REQUIRE(reply.ok());
    REQUIRE(reply->treatments.size() == 2);
    CHECK(reply->treatments[0].treatment.id == "dutasteride-mesotherapy");
    CHECK(points(reply->treatments[1].harm) == 6.25);
}

TEST_CASE("lists share their filters: alternatives inside an option, all options at once") {
    const World world;
    auto filter = about("mesotherapy");
    CHECK(query::claims(world.store, filter)->rows.size() == 5);
    filter.descent = query::Descent::exact;
    CHECK(query::claims(world.store, filter)->rows.size() == 4);
    filter.stances = {Stance::harm, Stance::insufficient};
    CHECK(query::claims(world.store, filter)->rows.size() == 3);
    filter.articles = {"sceptic.txt"};
    CHECK(query::claims(world.store, filter)->rows.size() == 2);
    filter.limit = 1;
    CHECK(query::claims(world.store, filter)->rows.size() == 1);
    CHECK(query::claims(world.store, about("warfarin"))->rows.empty());
}

TEST_CASE("the studies of a treatment are those that its claims lead to, once each") {
    const World world;
    const auto studies = query::studies(world.store, about("mesotherapy"));
    REQUIRE(studies.ok());
    REQUIRE(studies->rows.size() == 3);
    CHECK(studies->rows[0].study.id == "duque-estrada-2009");
    CHECK(studies->rows[0].articles.size() == 2);
    CHECK(studies->rows[2].study.id == "mysore-2010");
    CHECK(studies->rows[2].articles.size() == 2);
}

TEST_CASE("whatever is typed into search is words") {
    const World world;
    CHECK(query::search(world.store, "zero EVIDENCE")->size() == 1);
    for (const char* text : {"\"", "NEAR(", "a OR", "text:", "*", "'; DROP TABLE claim", "", "^x -y"}) {
        INFO(text);
        CHECK(query::search(world.store, text).ok());
    }
}

TEST_CASE("why follows a claim through a commentary to the study, with the step that it costs") {
    const World world;
    const auto claims = query::search(world.store, "describes");
    REQUIRE(claims->size() == 1);
    const auto reply = query::why(world.store, world.policy, claims->at(0).claim.id);
    REQUIRE(reply->claim);
    const auto& trail = reply->claim->trails.at(0);
    CHECK(trail.study == "mysore-2010");
    CHECK(trail.relays == "duque-estrada-2009");
    CHECK(trail.identity == Identity::implicit);
    REQUIRE(trail.steps.size() == 1);
    CHECK(trail.steps[0].code == StepCode::implicit_citation);
    CHECK(points(reply->claim->body.grade.support) == 3.125);
    CHECK(query::why(world.store, world.policy, "moftah-2013")->study);
    CHECK(query::why(world.store, world.policy, "moftah")->study);
    CHECK_FALSE(query::why(world.store, world.policy, "nothing-like-it")->study);
}

TEST_CASE("parameters conflict where neither range holds the other, and stances where they exclude each other") {
    World world;
    for (const auto& [file, low, high] : {std::tuple{"a.txt", 5.0, 15.0}, {"b.txt", 8.0, 10.0}, {"c.txt", 4.0, 6.0}}) {
        test::Make make(file);
        make.entity("mesotherapy", EntityKind::treatment);
        make.parameter(ParameterKind::sessions, low, high, "session", "mesotherapy");
        world.put(world.store, make.done());
    }
    const auto conflicts = query::conflicts(world.store, about("mesotherapy"));
    REQUIRE(conflicts.ok());
    REQUIRE(conflicts->rows.size() == 2);
    CHECK(conflicts->rows[0].what == "sessions");
    CHECK(conflicts->rows[0].values.size() == 3);
    CHECK_FALSE(conflicts->rows[0].inside_one_article);
    CHECK(conflicts->rows[1].kind == ConflictKind::stance);
}

TEST_CASE("a paper is not held against itself, and a price for a course not against one for a session") {
    World world;
    const auto add = [&](const std::string& file, SourceType type, ParameterKind kind, const std::string& unit, double low) {
        test::Make make(file);
        make.of_type(type).entity("mesotherapy", EntityKind::treatment);
        make.parameter(kind, low, low, unit, "mesotherapy");
        make.parameter(kind, 90, 90, kind == ParameterKind::cost ? "USD per course" : unit, "mesotherapy");
        world.put(world.store, make.done());
    };
    const auto conflicts = [&] {
        const auto found = query::conflicts(world.store, about("mesotherapy"));
        REQUIRE(found.ok());
        return std::count_if(found->rows.begin(), found->rows.end(),
                             [](const Conflict& conflict) { return conflict.kind == ConflictKind::parameter; });
    };
    add("paper.xml", SourceType::journal_article, ParameterKind::dose, "mg", 1);
    add("prices.txt", SourceType::clinic_marketing, ParameterKind::cost, "USD", 1);
    CHECK(conflicts() == 0);
    add("page.txt", SourceType::blog, ParameterKind::dose, "mg", 2);
    CHECK(conflicts() == 2);  // between the articles, and inside the page
}

TEST_CASE("every article comes back out as it went in") {
    const World world;
    std::vector<Ingested> articles;
    REQUIRE(query::each_article(world.store, [&](const Ingested& article) {
                articles.push_back(article);
                return true;
            }).ok());
    REQUIRE(articles.size() == 3);
    CHECK(std::is_sorted(articles.begin(), articles.end(),
                         [](const auto& a, const auto& b) { return a.article.id < b.article.id; }));
    const auto expected = test::review_page();
    const auto found =
        std::find_if(articles.begin(), articles.end(), [&](const auto& a) { return a.article.id == expected.article.id; });
    REQUIRE(found != articles.end());
    CHECK(found->article.text == expected.article.text);
    CHECK(found->linked.references.at(1).item == expected.linked.references.at(1).item);
    CHECK(found->linked.claims.at(0).text == expected.linked.claims.at(0).text);
    CHECK(found->linked.claims.at(0).citations == expected.linked.claims.at(0).citations);
}

TEST_CASE("a doctor finds a sound store sound and a tampered one not") {
    World world;
    const auto sick = [&] {
        const auto checks = query::doctor(world.store, world.policy, world.data);
        REQUIRE(checks.ok());
        return std::count_if(checks->begin(), checks->end(), [](const store::Check& check) { return !check.ok; });
    };
    CHECK(sick() == 0);
    world.store.database().run("UPDATE grade SET support = support + 1 WHERE treatment = 'mesotherapy'");
    CHECK(sick() == 1);
}
