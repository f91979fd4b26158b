#include "evigrade/base/phrases.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace evigrade;

TEST_CASE("a phrase is found wherever its words stand in a row, in any case") {
    Phrases phrases;
    phrases.add("placebo controlled", 7);
    const auto hits = phrases.find(Words("A Placebo controlled trial; placebo, controlled."));
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].id == 7);
    CHECK(hits[0].first == 1);
}

TEST_CASE("a hyphen is a word, so that hyphenated phrases are written with it") {
    Phrases phrases;
    phrases.add("double-blind", 1);
    CHECK(phrases.find(Words("a double-blind trial")).size() == 1);
    CHECK(phrases.find(Words("a double blind trial")).empty());
}

TEST_CASE("a stem stands for every word that begins with it") {
    Phrases phrases;
    phrases.add("random* assigned", 1);
    CHECK(phrases.find(Words("were randomly assigned")).size() == 1);
    CHECK(phrases.find(Words("at random were assigned")).empty());
}

TEST_CASE("phrases that overlap are all found") {
    Phrases phrases;
    phrases.add("cell line", 1);
    phrases.add("cell line culture", 2);
    phrases.add("line culture", 3);
    CHECK(phrases.find(Words("cell line culture")).size() == 3);
}

TEST_CASE("every word of any bytes lies inside the text and after the word before") {
    CHECK(rc::check("words", [](const std::string& text) {
        const Words words(text);
        std::uint32_t last = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            RC_ASSERT(words.begin(i) >= last);
            RC_ASSERT(words.end(i) > words.begin(i));
            last = words.end(i);
        }
        RC_ASSERT(last <= text.size());
    }));
}
