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

TEST_CASE("swapping two neighbours is one edit") {
    CHECK(edit_distance("minoxidil", "minoxidli", 3) == 1);
    CHECK(edit_distance("abc", "xyzuvw", 2) == 3);
}

TEST_CASE("squeezing leaves one blank for every run of white space") {
    CHECK(squeeze("  a \n\t b ") == "a b");
}
