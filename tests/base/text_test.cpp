#include "evigrade/base/text.hpp"

#include <catch2/catch.hpp>

using namespace evigrade;

TEST_CASE("folding drops case, marks and punctuation so that spellings of one name meet") {
    CHECK(fold("Müller-Lüdenscheidt,  É.") == "muller ludenscheidt e");
    CHECK(fold("ＶＳＬ#3") == "vsl 3");
    CHECK(fold("…").empty());
}

TEST_CASE("folding broken UTF-8 keeps its readable letters") {
    CHECK(fold("caf\xff bar") == "caf bar");
}

TEST_CASE("no control character survives on its way to a terminal") {
    CHECK(safe_for_terminal("a\x1b[31mb\u202Ec\x07") == "a\uFFFD[31mb\uFFFDc\uFFFD");
}

TEST_CASE("a slug is lower-case words joined by hyphens") {
    CHECK(slug("Platelet-Rich Plasma (PRP)") == "platelet-rich-plasma-prp");
}

TEST_CASE("text of ASCII alone is folded as it is beside other letters") {
    for (const std::string text : {"A  b-C", " ..x\ty\n", "R2-D2 (1977)", "it's", "(-)-Epicatechin."}) {
        INFO(text);
        CHECK(fold("é " + text) == "e " + fold(text));
    }
}

TEST_CASE("a distance is the same whatever the limit, up to the limit") {
    std::vector<std::string> words{""};
    for (std::size_t from = 0; words.back().size() < 4; ++from) {
        for (const char c : {'a', 'b'}) words.push_back(words[from] + c);
    }
    for (const auto& a : words) {
        for (const auto& b : words) {
            const std::size_t far = edit_distance(a, b, 9);
            INFO(a << " " << b);
            CHECK(far == edit_distance(b, a, 9));
            for (std::size_t limit = 0; limit < 4; ++limit) CHECK(edit_distance(a, b, limit) == std::min(far, limit + 1));
        }
    }
}

TEST_CASE("swapping two neighbours is one edit") {
    CHECK(edit_distance("minoxidil", "minoxidli", 3) == 1);
    CHECK(edit_distance("abc", "xyzuvw", 2) == 3);
}

TEST_CASE("squeezing leaves one blank for every run of white space") {
    CHECK(squeeze("  a \n\t b ") == "a b");
}
