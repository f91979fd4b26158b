// Lists, their nesting and the sentences that introduce them.
#include "segment/segment_support.hpp"

using namespace evigrade;
using Texts = std::vector<std::string>;

TEST_CASE("a bullet or number in front of a line makes a list item without its mark") {
    const test::CutText text("Common side effects:\n\n  • Mild redness\n  - Swelling\n  * Pain\n");
    CHECK(text.blocks() == Texts{"paragraph: Common side effects:", "item: Mild redness", "item: Swelling", "item: Pain"});
}

TEST_CASE("a sentence that ends with a colon introduces the list below it") {
    const test::CutText text(
        "Some should avoid the treatment. Those who should not undergo it include:\n\n  • Pregnant women\n\n  • People with "
        "lupus.\n");
    CHECK(text.stem_of("Pregnant") == "Those who should not undergo it include:");
    CHECK(text.stem_of("lupus") == "Those who should not undergo it include:");
}

TEST_CASE("a heading above a list is its heading and not its stem") {
    const test::CutText text(
        "A Title\n\nSome text stands here first, as it should.\n\nCost in India\n\n  • Per session: 3,000\n  • Package: "
        "18,000\n");
    CHECK(text.stem_of("Per session").empty());
    REQUIRE(text.block("Per session").heading);
    CHECK(text.words(text.cut.blocks[*text.block("Per session").heading].span) == "Cost in India");
}

TEST_CASE("bullets below a numbered item are its children, and it is their stem") {
    const test::CutText text(
        "Kinds exist.\n\n  1. Nutrient-Based Mesotherapy:\n\n    • Uses vitamins\n    • Improves hydration\n  2. "
        "DHT-Blocking Mesotherapy:\n\n    • Uses finasteride\n");
    const Block& child = text.block("Improves");
    REQUIRE(child.parent);
    CHECK(text.words(text.cut.blocks[*child.parent].span) == "Nutrient-Based Mesotherapy:");
    CHECK(child.level == 2);
    CHECK(text.stem_of("Uses finasteride") == "DHT-Blocking Mesotherapy:");
    CHECK(text.block("DHT-Blocking").list == text.block("Nutrient").list);
    CHECK(text.block("Uses finasteride").list != child.list);
    CHECK(text.block("DHT-Blocking").ordinal == 2);
}

TEST_CASE("a list that starts its numbers again is another list") {
    const test::CutText text("  1. Wash\n  2. Dry\n  1. Rinse\n");
    CHECK(text.block("Rinse").list != text.block("Dry").list);
}

TEST_CASE("lists parted by text are two lists") {
    const test::CutText text("Before:\n\n• Shedding\n\nAfter the third session came a change.\n\n• Growth\n");
    CHECK(text.block("Shedding").list != text.block("Growth").list);
    CHECK(text.stem_of("Growth").empty());
}

TEST_CASE("a wrapped list item goes on in its indented lines") {
    const test::CutText text("They are:\n  - a rash that comes and goes over a\n    day or two\n  - headache\n");
    CHECK(text.all(BlockKind::list_item) == Texts{"a rash that comes and goes over a\n    day or two", "headache"});
}

TEST_CASE("years, decimals and negative numbers at the start of a line are no list marks") {
    const test::CutText text("2010. That was the year.\n\n3.5 mg was given to all.\n\n-5 degrees were measured there.\n");
    CHECK(text.all(BlockKind::list_item).empty());
}

TEST_CASE("short lines below a colon are items that lost their bullets") {
    const test::CutText text("Possible side effects are:\n\n    Stomach upset\n    Headache\n\nThey pass.\n");
    CHECK(text.all(BlockKind::list_item) == Texts{"Stomach upset", "Headache"});
    CHECK(text.stem_of("Headache") == "Possible side effects are:");
}

TEST_CASE("paragraphs of a markup that are numbered by hand are a list") {
    const test::CutText text("It may help hair:\n\n1. Platelets grow.\n\n2. Vessels grow.",
                             {{{}, LayoutRole::paragraph, 0, {}, {}},
                              {{}, LayoutRole::paragraph, 0, {}, {}},
                              {{}, LayoutRole::paragraph, 0, {}, {}}});
    CHECK(text.all(BlockKind::list_item) == Texts{"Platelets grow.", "Vessels grow."});
    CHECK(text.stem_of("Vessels") == "It may help hair:");
}

TEST_CASE("items of the markup keep its depth and numbers") {
    const test::CutText text("Steps are:\n\nClean\n\nwith soap\n\nDry", {{{}, LayoutRole::paragraph, 0, {}, {}},
                                                                         {{}, LayoutRole::list_item, 1, 1, {}},
                                                                         {{}, LayoutRole::list_item, 2, {}, {}},
                                                                         {{}, LayoutRole::list_item, 1, 2, {}}});
    CHECK(text.stem_of("Dry") == "Steps are:");
    CHECK(text.block("soap").parent == std::size_t{1});
    CHECK(text.block("Dry").list == text.block("Clean").list);
}
