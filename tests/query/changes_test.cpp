// What would change, and what differs and why: grades that changed by themselves, with those that only follow.
#include <algorithm>

#include <catch2/catch.hpp>

#include "evigrade/query.hpp"
#include "support/dump.hpp"
#include "support/hair.hpp"

using namespace evigrade;

namespace {

struct Changing : test::Hair {
    Changing() {
        auto store = open();
        put(store, test::review_page());
        put(store, test::sceptic());
        put(store, test::clinic());
    }
    std::vector<GradeChange> whatif(const Supposition& supposition) const {
        auto store = store::Store::open(folder / "hair.db", store::Access::suppose);
        REQUIRE(store.ok());
        const auto changes = ingest::whatif(*store, supposition, policy);
        INFO((changes ? "" : changes.error().what));
        REQUIRE(changes.ok());
        return *changes;
    }
};

std::string name(const GradeChange& change) {
    return change.treatment.id + " for " + change.condition.id;
}

std::vector<std::string> names(const std::vector<GradeChange>& changes) {
    std::vector<std::string> out;
    for (const auto& change : changes) out.push_back(name(change));
    return out;
}

bool holds(const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

double support(const std::optional<GradeState>& state) {
    return state ? points(state->support) : 0;
}

/// A decision by somebody, on a study.
Decision decide(const Changing& world, store::Store& store, const std::string& field, const std::string& value) {
    const auto made = ingest::decide(store, {{"moftah-2013", std::nullopt, Purpose::benefit, field, value}},
                                     {"A. Reviewer", "read the paper", std::nullopt}, world.policy);
    REQUIRE(made.ok());
    return made->front();
}

}  // namespace

TEST_CASE("a supposed retraction changes the question that the study is about, and all above it follow") {
    const Changing world;
    const auto changes = world.whatif({{"moftah-2013"}, {}, {}});
    REQUIRE(names(changes) == std::vector<std::string>{"dutasteride-mesotherapy for female-pattern-hair-loss"});
    CHECK(support(changes[0].before) == 12.5);
    CHECK(support(changes[0].after) == 0);
    const auto above = names(changes[0].above);
    CHECK(holds(above, "mesotherapy for hair-loss"));
    CHECK(holds(above, "dutasteride-mesotherapy for hair-loss"));
    CHECK_FALSE(holds(above, "dutasteride-mesotherapy for female-pattern-hair-loss"));
}

TEST_CASE("a question with evidence of its own that changes stands by itself") {
    const Changing world;
    {
        auto store = world.open();
        test::Make make("own.txt");
        make.reference(
            1, test::paper("Nobody", 2015, "Mesotherapy in hair loss: a randomised controlled trial", "J Own", "1", "1"));
        make.claim("Mesotherapy regrows hair.", {"mesotherapy"}, {"hair-loss"}, ClaimKind::efficacy, Stance::supports,
                   {make.cite({1})});
        world.put(store, make.done());
    }
    const auto changes = names(world.whatif({{}, {"own.txt", "review.txt"}, {}}));
    CHECK(holds(changes, "mesotherapy for hair-loss"));
    CHECK(holds(changes, "dutasteride-mesotherapy for female-pattern-hair-loss"));
}

TEST_CASE("a supposed design is weighed as if the record said so") {
    const Changing world;
    const auto changes = world.whatif({{}, {}, {{"moftah-2013", "randomized_trial"}}});
    REQUIRE_FALSE(changes.empty());
    CHECK(name(changes[0]) == "dutasteride-mesotherapy for female-pattern-hair-loss");
    CHECK(support(changes[0].after) == 25);
}

TEST_CASE("suppositions add up") {
    const Changing world;
    const auto changes = world.whatif({{"moftah-2013"}, {}, {{"moftah-2013", "randomized_trial"}}});
    REQUIRE_FALSE(changes.empty());
    CHECK(support(changes[0].after) == 0);
}

TEST_CASE("an article without which nothing changes changes nothing") {
    const Changing world;
    CHECK(world.whatif({{}, {"clinic.txt"}, {}}).empty());
}

TEST_CASE("what is supposed leaves the store as it was, to the byte") {
    const Changing world;
    const auto before = test::read_file(world.folder / "hair.db");
    world.whatif({{"moftah-2013"}, {"sceptic.txt"}, {}});
    CHECK(test::read_file(world.folder / "hair.db") == before);
}

TEST_CASE("who supposes something of a study that is not there is told so") {
    const Changing world;
    auto store = store::Store::open(world.folder / "hair.db", store::Access::suppose);
    REQUIRE(store.ok());
    const auto changes = ingest::whatif(*store, {{"no-such-study"}, {}, {}}, world.policy);
    REQUIRE_FALSE(changes.ok());
    CHECK(changes.error().failure == Failure::usage);
}

TEST_CASE("two stores that hold the same differ in nothing") {
    const Changing world;
    const auto here = world.open();
    const Changing other;
    const auto there = other.open();
    const auto changes = query::diff(here, there);
    REQUIRE(changes.ok());
    CHECK(changes->empty());
}

TEST_CASE("an article that only one store has is named as the cause, once for the question it is about") {
    const Changing world;
    const auto here = world.open();
    auto there = world.open("less.db");
    world.put(there, test::sceptic());
    const auto changes = query::diff(there, here);
    REQUIRE(changes.ok());
    REQUIRE(names(*changes) ==
            std::vector<std::string>{"dutasteride-mesotherapy for female-pattern-hair-loss", "mesotherapy for hair-loss"});
    CHECK((*changes)[1].purpose == Purpose::harm);  // the sceptic's way to it is one step longer
    REQUIRE((*changes)[0].causes.size() == 1);
    CHECK((*changes)[0].causes[0].kind == CauseKind::article);
    CHECK((*changes)[0].causes[0].says.find("is only in the second") != std::string::npos);
    CHECK(holds(names((*changes)[0].above), "mesotherapy for hair-loss"));
}

TEST_CASE("a decision that only one store has is named with its person") {
    const Changing world;
    const auto here = world.open();
    const Changing other;
    auto there = other.open();
    decide(other, there, "design", "randomized_trial");
    const auto changes = query::diff(here, there);
    REQUIRE(changes.ok());
    REQUIRE_FALSE(changes->empty());
    const auto& causes = (*changes)[0].causes;
    CHECK(std::any_of(causes.begin(), causes.end(), [](const Cause& cause) {
        return cause.kind == CauseKind::decision && cause.says.find("A. Reviewer") != std::string::npos;
    }));
}

TEST_CASE("the other way round, what was before is what is after") {
    const Changing world;
    const auto here = world.open();
    const Changing other;
    auto there = other.open();
    decide(other, there, "state", "retracted");
    const auto forth = query::diff(here, there);
    const auto back = query::diff(there, here);
    REQUIRE(forth.ok());
    REQUIRE(back.ok());
    REQUIRE(names(*forth) == names(*back));
    for (std::size_t i = 0; i < forth->size(); ++i) {
        CHECK((*forth)[i].before == (*back)[i].after);
        CHECK((*forth)[i].after == (*back)[i].before);
    }
}
