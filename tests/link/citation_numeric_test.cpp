// In-text citations by number or key: brackets, raised and lost raises, anchors, lists that start again.
#include <catch2/catch.hpp>

#include "citation_page.hpp"

using namespace evigrade;
using namespace evigrade::test::citations;

TEST_CASE("a number in brackets just beyond the list has no entry") {
    const auto found = found_in(article_of("This helps [1], so does that [2, 3], and this itches [6]." + numbered_list(5)));
    REQUIRE(found.citations.size() == 3);
    CHECK(found.citations[2].references.empty());
    CHECK(count(found, "citation_without_entry") == 1);
}

TEST_CASE("where many numbers are missing it is the list that was not read whole") {
    const auto found =
        found_in(article_of("This [1, 2], that [3, 4], these [5, 6], those [7, 8] and more [9]." + numbered_list(5)));
    CHECK(found.citations.size() == 5);
    CHECK(count(found, "citation_without_entry") == 0);
}

TEST_CASE("brackets hold numbers, lists and ranges") {
    const auto found = found_in(
        article_of("Hair grows [1]. It falls [2,3] and grows again [4-6], as said [5]\u2013[7]." + numbered_list(7)));
    REQUIRE(found.citations.size() == 4);
    CHECK(found.citations[0].references == Numbers{1});
    CHECK(found.citations[1].references == Numbers{2, 3});
    CHECK(found.citations[2].references == Numbers{4, 5, 6});
    CHECK(found.citations[3].references == Numbers{5, 6, 7});
    CHECK(found.citations[3].form == CitationForm::numeric);
}

TEST_CASE("a number that the text calls an entry's is a citation in whatever style others are printed") {
    const auto found = found_in(article_of("It helps [1]. It lasts [2], see refs. 1, 2 and 4. Reference 3 doubts it. The "
                                           "reference value is 2 and references 2 mg." +
                                           numbered_list(4)))
                           .citations;
    CHECK(texts(found) == Texts{"[1]", "[2]", "1, 2 and 4", "3"});
    REQUIRE(found.size() == 4);
    CHECK(found[2].references == Numbers{1, 2, 4});
}

TEST_CASE("superscripts that lost their raise are found where the article prints its numbers so") {
    const auto found =
        found_in(article_of("Mesotherapy is old.1,2 It is said to be effective.3 Some say otherwise,4 and "
                            "most patients had a mean age of 24.5 years. Minoxidil 5 mg was given to 6 patients." +
                            numbered_list(5)));
    CHECK(texts(found.citations) == Texts{"1,2", "3", "4"});
}

TEST_CASE("a series of names is no row of raised numbers, nor are ages and counts of people") {
    const auto found = found_in(
        article_of("Mesotherapy is old.1,2 Both Igfbp2 and Igfbp4 rise, as it is said.3 Some say otherwise,4 and men "
                   "aged 5 and another 3 women were seen." +
                   numbered_list(5)));
    CHECK(texts(found.citations) == Texts{"1,2", "3", "4"});
}

TEST_CASE("an age with a raised number behind it is no decimal where the sentence ends") {
    const auto found =
        found_in(article_of("Infections come back.1 One woman in three has one by the age of 24.2" + numbered_list(2)));
    CHECK(texts(found.citations) == Texts{"1", "2"});
}

TEST_CASE("numbers in parentheses count where the article has no brackets, and list numbers never") {
    const auto found = found_in(article_of("Hair grows (1). It falls (2, 3). Equation (4) says so (4)." + numbered_list(4)));
    CHECK(texts(found.citations) == Texts{"(1)", "(2, 3)", "(4)"});
}

TEST_CASE("an anchor of the markup leads to the entry with its key, and neighbours in one bracket are one citation") {
    Article article = article_of("Hair grows [1, 3-5]." + numbered_list(6));
    for (const auto& [at, key] : {std::pair<std::uint32_t, std::string>{12, "1"}, {15, "3"}, {17, "5"}})
        article.marks.push_back({{at, at + 1}, MarkKind::citation_anchor, key});
    const auto found = found_in(article);
    REQUIRE(found.citations.size() == 1);
    CHECK(found.citations[0].references == Numbers{1, 3, 4, 5});
    CHECK(found.citations[0].text == "1, 3-5");
}

TEST_CASE("a bracketed number that nobody linked is a citation beside linked ones in brackets") {
    Article article = article_of("It helps [1]. It lasts [2]. It costs 20 [3] dollars." + numbered_list(3));
    Mark mark;
    mark.kind = MarkKind::citation_anchor;
    const auto at = static_cast<std::uint32_t>(article.text.find("[1]"));
    mark.span = {at + 1, at + 2};
    article.marks.push_back(mark);
    CHECK(texts(found_in(article).citations) == Texts{"1", "[2]", "[3]"});
    const auto raised = static_cast<std::uint32_t>(article.text.find("20"));
    article.marks.back().span = {raised, raised + 1};  // a link that stands in no bracket says nothing of brackets
    CHECK(texts(found_in(article).citations) == Texts{"2"});
}

TEST_CASE("keys lead to the entries that a list prints them with") {
    const std::string list =
        "\n\nReferences\n\n[smith2019] Smith A, Brown B, Green C. A study of hair. J Hair. 2019;1:1-9.\n"
        "[Kon09] Konda D, Thappa DM. Mesotherapy: what is new? Indian J Dermatol. 2009;75(1):47-51.\n";
    const auto found =
        found_in(article_of("It helps [@smith2019, p. 3; see @Kon09]. As @Kon09 says, it lasts [smith2019; "
                            "Kon09]. See \\citep[cf.][p. 2]{Kon09,smith2019}, and mail x@Kon09." +
                            list));
    CHECK(texts(found.citations) ==
          Texts{"[@smith2019, p. 3; see @Kon09]", "@Kon09", "[smith2019; Kon09]", "\\citep[cf.][p. 2]{Kon09,smith2019}"});
    REQUIRE(found.citations.size() == 4);
    CHECK(found.citations[0].references == Numbers{1, 2});
    CHECK(found.citations[1].references == Numbers{2});
    CHECK(found.citations[2].references == Numbers{1, 2});
    CHECK(found.citations[3].references == Numbers{2, 1});
    CHECK(found.findings.empty());  // "smith2019" is no Smith of 2019 who forgot his colleagues
}

TEST_CASE("entries for further reading need no citation") {
    std::string text = "It helps [1]. It lasts [2]." + numbered_list(2);
    text += "\nFurther reading\n\n1. Olsen EA. Disorders of hair growth. New York: McGraw-Hill; 2003.\n";
    const auto found = found_in(article_of(text));
    CHECK(found.citations.at(0).references == Numbers{1});
    CHECK(found.findings.empty());
}

TEST_CASE("where lists start again a number means the list that follows it") {
    const std::string one = "It helps [1]. It lasts [2]." + numbered_list(2);
    const std::string two =
        "\n\nThe next chapter\n\nHoney helps [1], and more [2] of it." + numbered_list(2) + "\n\nSee [2].";
    const auto found = found_in(article_of(one + two)).citations;
    REQUIRE(found.size() >= 4);
    CHECK(found[0].references == Numbers{1});
    CHECK(found[1].references == Numbers{2});
    CHECK(found[2].references == Numbers{3});
    CHECK(found[3].references == Numbers{4});
}

TEST_CASE("raised powers of units and of ten are no citations") {
    Article article = article_of("It helps2. An area of 12 cm2 and 103 cells." + numbered_list(3));
    for (const std::string place : {"2.", "2 and", "3 cells"}) {
        Mark mark;
        mark.kind = MarkKind::superscript;
        const auto at = static_cast<std::uint32_t>(article.text.find(place));
        mark.span = {at, at + 1};
        article.marks.push_back(mark);
    }
    CHECK(texts(found_in(article).citations) == Texts{"2"});
}
