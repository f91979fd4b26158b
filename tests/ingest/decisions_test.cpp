// What people decide stands over what the program read, and can be taken back to the byte.
#include <algorithm>

#include <catch2/catch.hpp>

#include "evigrade/query.hpp"
#include "store/decisions.hpp"
#include "support/dump.hpp"
#include "support/hair.hpp"

using namespace evigrade;

namespace {

const ingest::Signature reviewer{"A. Reviewer", "read the paper", std::nullopt};

struct Decided : test::Hair {
    store::Store store = open();
    Decided() {
        put(store, test::review_page());
        put(store, test::sceptic());
    }

    Decision decide(const std::string& of, const std::string& field, const std::string& value,
                    const ingest::Signature& by = reviewer) {
        const auto made = ingest::decide(store, {{of, std::nullopt, Purpose::benefit, field, value}}, by, policy);
        INFO((made ? "" : made.error().what + " " + made.error().hint));
        REQUIRE(made.ok());
        return made->front();
    }
    Decision judge(const std::string& treatment, const std::string& condition, const std::string& reason) {
        const auto made = ingest::decide(store, {{treatment, condition, Purpose::benefit, reason, "0"}}, reviewer, policy);
        REQUIRE(made.ok());
        return made->front();
    }
    void undo(const std::string& id) {
        const auto undone = ingest::undo(store, id, reviewer, policy);
        INFO((undone ? "" : undone.error().what));
        REQUIRE(undone.ok());
    }
    std::string claim(const std::string& like) { return one("SELECT id FROM claim WHERE text LIKE '" + like + "'"); }
    std::string one(const std::string& sql) {
        auto rows = store.database().query(sql);
        return rows.next() ? rows.text(0) : "";
    }
    double support(const std::string& treatment, const std::string& condition, const std::string& purpose = "benefit") {
        auto rows =
            store.database().query("SELECT support FROM grade WHERE treatment = ?1 AND condition = ?2 AND purpose = ?3",
                                   treatment, condition, purpose);
        return rows.next() ? points(static_cast<std::uint64_t>(rows.integer(0))) : 0;
    }
    DecisionRow row(const std::string& id) {
        const auto rows = query::decisions(store);
        REQUIRE(rows.ok());
        const auto found = std::find_if(rows->begin(), rows->end(), [&](const auto& r) { return r.decision.id == id; });
        REQUIRE(found != rows->end());
        return *found;
    }
};

}  // namespace

TEST_CASE("a decision that is undone leaves every table but the log as it was") {
    Decided world;
    const std::string positive = world.claim("Dutasteride mesotherapy yielded%");
    const std::vector<std::array<std::string, 3>> decisions{
        {positive, "stance", "refutes"},
        {positive, "kind", "dosage"},
        {positive, "not_study", "moftah-2013"},
        {"moftah-2013", "design", "randomized_trial"},
        {"moftah-2013", "state", "retracted"},
        {"moftah-2013", "risk_of_bias", "high"},
        {"duque-estrada-2009", "same_as", "moftah-2013"},
        {"mysore-2010", "different_from", "moftah-2013"},
        {world.one("SELECT id FROM article WHERE file = 'sceptic.txt'"), "not_study", "mysore-2010"},
        {world.one("SELECT id || '#6' FROM article WHERE file = 'review.txt'"), "not_study", "moftah-2013"}};
    const std::string before = test::content(world.store);
    for (const auto& [of, field, value] : decisions) {
        INFO(field << " " << value);
        const auto made = world.decide(of, field, value);
        if (field != "different_from") CHECK(test::content(world.store) != before);
        world.undo(made.id);
        CHECK(test::content(world.store) == before);
    }
}

TEST_CASE("decisions on different points are taken back in any order") {
    Decided world;
    const std::string before = test::content(world.store);
    const auto a = world.decide("moftah-2013", "design", "randomized_trial");
    const auto b = world.decide("moftah-2013", "state", "concern");
    const auto c = world.decide("duque-estrada-2009", "same_as", "moftah-2013");
    const auto d = world.decide(world.claim("Two cases%"), "stance", "neutral");
    for (const auto& id : {b.id, d.id, a.id, c.id}) world.undo(id);
    CHECK(test::content(world.store) == before);
}

TEST_CASE("the grade follows a decided design and state at once, and the ledger names the person") {
    Decided world;
    CHECK(world.support("mesotherapy", "hair-loss") == 6.25);
    world.decide("moftah-2013", "design", "randomized_trial");
    CHECK(world.support("mesotherapy", "hair-loss") == 12.5);
    const auto reply = query::evidence(world.store, world.policy, "mesotherapy", "hair loss");
    REQUIRE(reply.ok());
    const auto& unit = reply->answers.at(0).benefit.grade.units.at(0);
    CHECK(unit.item.design_from == DesignSource::person);
    REQUIRE(unit.item.decided.size() == 1);
    CHECK(unit.item.decided[0].find("design randomized_trial, decided by A. Reviewer") == 0);
    world.decide("moftah-2013", "state", "retracted");
    CHECK(world.support("mesotherapy", "hair-loss") == 0);
}

TEST_CASE("a stance that a person decides turns the way of its study") {
    Decided world;
    world.decide(world.claim("Dutasteride mesotherapy yielded%"), "stance", "refutes");
    CHECK(world.support("mesotherapy", "hair-loss") == 0);
    CHECK(world.one("SELECT zero FROM flow WHERE study = 'moftah-2013'") == "directions_disagree");
    CHECK(world.row(world.one("SELECT id FROM decision")).was == "supports");
}

TEST_CASE("a sentence whose citation does not mean a study no longer leads to it") {
    Decided world;
    world.decide(world.claim("Dutasteride mesotherapy yielded%"), "not_study", "Moftah 2013");
    CHECK(world.support("mesotherapy", "hair-loss") == 0);
    CHECK(world.one("SELECT count(*) FROM flow WHERE study = 'moftah-2013'") == "0");
}

TEST_CASE("decisions outlast the removal and the return of their article") {
    Decided world;
    const auto made = world.decide(world.claim("Two cases%"), "stance", "neutral");
    const std::string decided = test::derived(world.store);
    REQUIRE(ingest::remove(world.store, "review.txt", world.policy).ok());
    CHECK_FALSE(world.row(made.id).found);
    world.put(world.store, test::review_page());
    CHECK(world.row(made.id).found);
    CHECK(test::derived(world.store) == decided);
    CHECK(world.one("SELECT stance FROM claim WHERE text LIKE 'Two cases%'") == "neutral");
    world.undo(made.id);
    CHECK(world.one("SELECT stance FROM claim WHERE text LIKE 'Two cases%'") == "harm");
}

TEST_CASE("a decision finds its sentence again in a changed article, and says so when the sentence is gone") {
    Decided world;
    const auto made = world.decide(world.claim("He describes%"), "kind", "mechanism");
    auto changed = test::Make("sceptic.txt");
    changed.claim("A new first sentence says that mesotherapy is popular.", {"mesotherapy"}, {"hair-loss"},
                  ClaimKind::efficacy, Stance::neutral);
    changed.claim("He describes hair loss in 2 patients after mesotherapy.", {"mesotherapy"}, {"hair-loss"},
                  ClaimKind::safety, Stance::harm);
    const auto receipt = world.put(world.store, changed.done());
    CHECK(receipt.superseded.size() == 1);
    CHECK(world.row(made.id).found == world.claim("He describes%"));
    CHECK(world.one("SELECT kind FROM claim WHERE text LIKE 'He describes%'") == "mechanism");
    auto without = test::Make("sceptic.txt");
    without.claim("Nothing of that is said any more about mesotherapy.", {"mesotherapy"}, {"hair-loss"}, ClaimKind::efficacy,
                  Stance::neutral);
    world.put(world.store, without.done());
    CHECK_FALSE(world.row(made.id).found);
    CHECK(world.row(made.id).standing == DecisionStanding::in_force);
}

TEST_CASE("decided facts hold in the same way whichever article comes first") {
    Decided world;
    world.decide("moftah-2013", "risk_of_bias", "high");
    world.decide("duque-estrada-2009", "same_as", "moftah-2013");
    world.decide(world.claim("He describes%"), "stance", "neutral");
    const auto log = store::get_decisions(world.store.database());
    auto other = world.open("other.db");
    REQUIRE(ingest::merge_decisions(other, log, world.policy).ok());
    world.put(other, test::sceptic());
    world.put(other, test::review_page());
    CHECK(test::derived(other) == test::derived(world.store));
}

TEST_CASE("logs merge: twice changes nothing, order does not matter, the later of two people decides") {
    Decided world;
    auto other = world.open("other.db");
    world.put(other, test::review_page());
    world.put(other, test::sceptic());
    const ingest::Signature early{"B. Early", "it is a cohort", "2026-01-01"};
    const ingest::Signature late{"C. Late", "the methods say random", "2026-02-01T10:00:00Z"};
    const auto first = world.decide("moftah-2013", "design", "cohort", early);
    const auto made = ingest::decide(other, {{"moftah-2013", std::nullopt, Purpose::benefit, "design", "randomized_trial"}},
                                     late, world.policy);
    REQUIRE(made.ok());
    const auto here = store::get_decisions(world.store.database());
    const auto there = store::get_decisions(other.database());
    CHECK(*ingest::merge_decisions(world.store, there, world.policy) == 1);
    CHECK(*ingest::merge_decisions(world.store, there, world.policy) == 0);
    CHECK(*ingest::merge_decisions(other, here, world.policy) == 1);
    CHECK(test::content(world.store) == test::content(other));
    CHECK(world.support("mesotherapy", "hair-loss") == 12.5);
    CHECK(world.row(first.id).standing == DecisionStanding::overruled);
    CHECK(world.row(first.id).conflicts_with == std::vector<std::string>{made->front().id});
    CHECK(world.row(made->front().id).conflicts_with == std::vector<std::string>{first.id});
    world.undo(made->front().id);
    CHECK(world.row(first.id).standing == DecisionStanding::in_force);
    CHECK(world.one("SELECT design FROM study_design WHERE study = 'moftah-2013' AND place = 0") == "cohort");
}

TEST_CASE("an undo may come before what it undoes") {
    Decided world;
    const auto made = world.decide("moftah-2013", "state", "retracted");
    world.undo(made.id);
    auto log = store::get_decisions(world.store.database());
    std::reverse(log.begin(), log.end());
    auto other = world.open("other.db");
    world.put(other, test::review_page());
    for (const auto& entry : log) REQUIRE(ingest::merge_decisions(other, {entry}, world.policy).ok());
    auto state = other.database().query("SELECT state FROM study WHERE id = 'moftah-2013'");
    REQUIRE(state.next());
    CHECK(state.text(0) == "clear");
}

TEST_CASE("an entry that was changed after it was made is refused") {
    Decided world;
    auto entry = world.decide("moftah-2013", "state", "retracted");
    entry.reason = "another reason";
    CHECK_FALSE(ingest::merge_decisions(world.store, {entry}, world.policy).ok());
}

TEST_CASE("nothing is ever deleted from the log, nor changed in it") {
    Decided world;
    world.decide("moftah-2013", "state", "retracted");
    for (const std::string sql : {"DELETE FROM decision", "UPDATE decision SET reason = 'other'"}) {
        world.store.database().run(sql);
        CHECK(world.store.database().error());
        world.store.database().forget_failure();
    }
    CHECK(world.one("SELECT count(*) FROM decision") == "1");
}

TEST_CASE("what makes no sense is refused, and nothing of it is kept") {
    Decided world;
    const auto refused = [&](const std::string& of, const std::string& field, const std::string& value,
                             const ingest::Signature& by = reviewer) {
        return !ingest::decide(world.store, {{of, std::nullopt, Purpose::benefit, field, value}}, by, world.policy).ok();
    };
    CHECK(refused("moftah-2013", "design", "miracle"));
    CHECK(refused("moftah-2013", "stance", "supports"));
    CHECK(refused("nobody-1999", "state", "retracted"));
    CHECK(refused("moftah-2013", "same_as", "moftah-2013"));
    CHECK(refused("moftah-2013", "state", "retracted", {"", "why", std::nullopt}));
    CHECK(refused("moftah-2013", "state", "retracted", {"A", "", std::nullopt}));
    CHECK(refused("moftah-2013", "state", "retracted", {"A", "why", "yesterday"}));
    CHECK(world.one("SELECT count(*) FROM decision") == "0");
}

TEST_CASE("two ids that are one study count once, under the worse state and the union of what is known") {
    Decided world;
    world.decide("abdallah-p843", "same_as", "moftah-2013");
    CHECK(world.one("SELECT count(*) FROM evidence WHERE study = 'abdallah-p843'") == "0");
    CHECK(world.one("SELECT count(*) FROM study_result WHERE study = 'moftah-2013'") == "2");
    CHECK(world.one("SELECT year IS NULL FROM study WHERE id = 'moftah-2013'") == "1");
}

TEST_CASE("one study that is two: an entry that a person takes from it stands by itself") {
    const test::Hair hair;
    auto store = hair.open();
    const auto page = [](const std::string& file, int year) {
        test::Make make(file);
        make.reference(1, test::paper("Paul", year, "Effect of honey on nocturnal cough: a randomised controlled trial"));
        make.claim("Honey soothes cough, says " + file, {"honey"}, {"cough"}, ClaimKind::efficacy, Stance::supports,
                   {make.cite({1})});
        return make.done();
    };
    const auto a = page("a.txt", 2007);
    const auto b = page("b.txt", 2008);
    hair.put(store, a);
    hair.put(store, b);
    const auto count = [&] {
        auto rows = store.database().query("SELECT count(*) FROM study WHERE origin = 'cited'");
        return rows.next() ? rows.integer(0) : 0;
    };
    REQUIRE(count() == 1);
    auto study = store.database().query("SELECT id FROM study WHERE origin = 'cited'");
    REQUIRE(study.next());
    const auto made = ingest::decide(
        store, {{b.article.id + "#1", std::nullopt, Purpose::benefit, "not_study", study.text(0)}}, reviewer, hair.policy);
    REQUIRE(made.ok());
    CHECK(count() == 2);
    auto grade = store.database().query("SELECT support FROM grade WHERE treatment = 'honey' AND condition = 'cough'");
    REQUIRE(grade.next());
    CHECK(points(static_cast<std::uint64_t>(grade.integer(0))) == 37.5);
}

TEST_CASE("high certainty is reached only where people have judged what no machine can") {
    Decided world;
    world.decide("moftah-2013", "design", "randomized_trial");
    const auto certainty = [&] {
        const auto reply = query::evidence(world.store, world.policy, "dutasteride mesotherapy", "female pattern hair loss");
        REQUIRE(reply.ok());
        return reply->answers.at(0).benefit.certainty;
    };
    CHECK(certainty().level != "high");
    for (const std::string reason : {"risk_of_bias", "inconsistency", "indirectness", "imprecision", "publication_bias"})
        world.judge("dutasteride-mesotherapy", "female-pattern-hair-loss", reason);
    CHECK(certainty().level == "high");
    CHECK(certainty().assessed_down == 5);
    CHECK(certainty().reasons.at(0).find("judged by A. Reviewer: read the paper") != std::string::npos);
}

TEST_CASE("what is decided later on seeing a log comes after it, whatever the clock says") {
    Decided world;
    world.decide("moftah-2013", "design", "cohort", {"B", "clock ahead", "2999-01-01"});
    const auto second = world.decide("moftah-2013", "design", "case_series");
    CHECK(second.at == "2999-01-01T00:00:00.001Z");
    CHECK(world.row(second.id).standing == DecisionStanding::in_force);
}
