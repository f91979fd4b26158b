#include <catch2/catch.hpp>

#include "evigrade/learn.hpp"
#include "learn/direction.hpp"

using namespace evigrade;
using namespace evigrade::learn;

namespace {

/// What a sentence says of pain under aspirin against placebo.
EffectDirection pain(std::string_view text) {
    return Classifiers(Data()).direction(text, "aspirin", "placebo", "pain").direction;
}

}  // namespace

TEST_CASE("significantly lower is less, no difference is none") {
    CHECK(pain("Pain was significantly lower with aspirin than with placebo (p < 0.001).") == EffectDirection::decreased);
    CHECK(pain("There was no significant difference in pain between the groups.") == EffectDirection::no_difference);
}

TEST_CASE("what the comparator had more of, the treatment had less of") {
    CHECK(pain("Pain was significantly higher in the placebo group (p = 0.001).") == EffectDirection::decreased);
    CHECK(pain("Pain was significantly higher with placebo than with aspirin (p = 0.001).") == EffectDirection::decreased);
    CHECK(pain("Pain was significantly higher with aspirin than with placebo (p = 0.001).") == EffectDirection::increased);
}

TEST_CASE("a yardstick named first is not what the sentence tells of") {
    const DirectionMarker marker{Data()};
    const auto told = [&](std::string_view text) {
        return told_by_comparator(marker.mark(Words(text), {"aspirin", "placebo", "pain"}));
    };
    CHECK_FALSE(told("Compared with placebo, aspirin gave more pain."));
    CHECK(told("Compared with aspirin, placebo gave more pain."));
    CHECK(told("Placebo gave more pain than aspirin."));
    CHECK_FALSE(told("Aspirin gave more pain than placebo."));
    CHECK_FALSE(told("Pain was rare."));
}

TEST_CASE("pain that got better is less pain") {
    CHECK(pain("Pain improved significantly with aspirin compared with placebo (p < 0.001).") == EffectDirection::decreased);
}

TEST_CASE("more of an improvement is more, where the outcome is the improvement itself") {
    CHECK(Classifiers(Data())
              .direction("There was greater improvement of pain with aspirin than with placebo (p = 0.02).", "aspirin",
                         "placebo", "improvement of pain")
              .direction == EffectDirection::increased);
}

TEST_CASE("a difference that chance explains is none") {
    CHECK(pain("Pain was higher with aspirin (p = 0.31).") == EffectDirection::no_difference);
    CHECK(pain("Pain was higher with aspirin (p = 0.031).") == EffectDirection::increased);
}

TEST_CASE("a direction names what decided it in plain words") {
    const auto cues =
        Classifiers(Data())
            .direction("Pain was significantly lower with aspirin than with placebo.", "aspirin", "placebo", "pain")
            .cues;
    REQUIRE_FALSE(cues.empty());
    CHECK(cues.size() <= 5);
}

TEST_CASE("a decimal number is one number, and a P value is an aside") {
    const auto found = numbers(Words("12.3 versus 15·6 (p = 0.04)"));
    REQUIRE(found.size() == 3);
    CHECK(found[0].value == 12.3);
    CHECK(found[1].value == 15.6);
    CHECK(found[1].role == NumberRole::value);
    CHECK(found[2].role == NumberRole::aside);
}

TEST_CASE("a word that both arms have names neither") {
    const DirectionMarker marker{Data()};
    const auto marks = marker.mark(Words("aspirin tablets"), {"aspirin tablets", "placebo tablets", ""});
    REQUIRE(marks.size() == 2);
    CHECK(marks[0] == Mark::intervention);
    CHECK(marks[1] == Mark::none);
}
