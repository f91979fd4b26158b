// Effects as records write them.
#include "grade/effect.hpp"

#include <catch2/catch.hpp>

#include "evigrade/grade.hpp"

using namespace evigrade::grade;

namespace {

struct Written {
    std::string text;
    Measure measure;
    double value;
    double low;
    double high;
};

}  // namespace

TEST_CASE("an effect with its interval is read in the ways that records write it") {
    const std::vector<Written> written{
        {"RR 0.78 (0.70 to 0.87)", Measure::ratio, 0.78, 0.70, 0.87},
        {"OR 1.5 (95% CI 1.1-2.0)", Measure::ratio, 1.5, 1.1, 2.0},
        {"HR=0.6; 95% CI, 0.4\xe2\x80\x93"
         "0.9",
         Measure::ratio, 0.6, 0.4, 0.9},
        {"MD -2.1 [-3.0, -1.2]", Measure::difference, -2.1, -3.0, -1.2},
        {"SMD \xe2\x88\x92"
         "0.45 (\xe2\x88\x92"
         "0.60 to \xe2\x88\x92"
         "0.30)",
         Measure::difference, -0.45, -0.60, -0.30},
        {"risk ratio 1.20, 95 % CI 0.80 to 1.80, P = 0.4", Measure::ratio, 1.20, 0.80, 1.80},
        {"adjusted odds ratio of 2 (1 to 4)", Measure::ratio, 2, 1, 4},
    };
    for (const auto& row : written) {
        INFO(row.text);
        const auto effect = parse_effect(row.text);
        REQUIRE(effect.has_value());
        CHECK(effect->measure == row.measure);
        CHECK(effect->value == Approx(row.value));
        REQUIRE(effect->low.has_value());
        CHECK(*effect->low == Approx(row.low));
        CHECK(*effect->high == Approx(row.high));
    }
}

TEST_CASE("an effect without an interval has no ends") {
    const auto effect = parse_effect("RR 0.5 (P < 0.05)");
    REQUIRE(effect.has_value());
    CHECK(effect->value == 0.5);
    CHECK_FALSE(effect->low.has_value());
}

TEST_CASE("words that are no effect are none") {
    for (const std::string text : {"", "62.8 % against 17.5 % (P < 0.05)", "better or worse by 5", "error 3 (1 to 5)", "RR",
                                   "RR of minus infinity", "OR -2 (-3 to -1)"}) {
        INFO(text);
        CHECK_FALSE(parse_effect(text).has_value());
    }
}

TEST_CASE("bytes of any kind do no harm") {
    std::string text = "RR ";
    for (int i = 0; i < 100000; ++i) text += static_cast<char>(i * 7);
    CHECK_NOTHROW(parse_effect(text));
    CHECK_NOTHROW(parse_effect(std::string("RR 1e999999 \xe2\x88", 14)));
}

TEST_CASE("the effect of a sentence is taken with its interval and P value, and nothing else of it") {
    using evigrade::grade::told_results;
    const std::vector<std::pair<std::string, std::string>> sentences{
        {"Paul found fewer coughs than with placebo (RR 0.70; 95% CI 0.58 to 0.85; P = 0.001) in 105 children.",
         "RR 0.70; 95% CI 0.58 to 0.85; P = 0.001"},
        {"The odds ratio was 0.5 (0.3-0.9), and nobody left.", "odds ratio was 0.5 (0.3-0.9)"},
        {"Hair counts rose by an SMD of 0.45 [0.10, 0.80].", "SMD of 0.45 [0.10, 0.80]"},
        {"They found a hazard ratio of 0.8.", "hazard ratio of 0.8"},
        {"Better than placebo (P < 0.05).", "P < 0.05"},
    };
    for (const auto& [sentence, phrase] : sentences) {
        INFO(sentence);
        CHECK(told_results(sentence) == std::vector<std::string>{phrase});
    }
    CHECK(told_results("Pain or swelling in 5 of 20, group P had 3.").empty());
    CHECK(told_results("The relative risk is hotly debated among those who treated all 12 of them.").empty());
}

TEST_CASE("a sentence with two effects gives no one effect") {
    using evigrade::grade::told_effect;
    CHECK(told_effect("RR 0.7 (0.5 to 0.9) at a month and RR 0.9 (0.7 to 1.2) at a year.") == std::nullopt);
    CHECK(told_effect("RR 0.7 (P = 0.03) at a month.") == std::nullopt);
    CHECK(told_effect("RR 0.7 (0.5 to 0.9) at a month.") == "RR 0.7 (0.5 to 0.9)");
}

TEST_CASE("the same numbers are the same effect however they are written") {
    CHECK(evigrade::grade::same_effect("RR 0.70 (0.50 to 0.90)", "relative risk 0.7, 95% CI 0.5-0.9"));
    CHECK_FALSE(evigrade::grade::same_effect("RR 0.70 (0.50 to 0.90)", "RR 0.70 (0.50 to 0.95)"));
}
