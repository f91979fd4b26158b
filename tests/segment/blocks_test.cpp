// Headings, paragraphs, furniture and voices of plain text.
#include "segment/segment_support.hpp"

using namespace evigrade;
using Texts = std::vector<std::string>;

TEST_CASE("short capitalised lines and questions standing apart are headings") {
    const test::CutText text(
        "Hair Mesotherapy: What It Is\n\nHair mesotherapy is a procedure that injects medications.\n\nIs it "
        "painful?\n\nMost report discomfort.\n\n"
        "In what conditions can it help?\n\nIt is used for alopecia.\n\nSounds too good to be true, doesn’t it?\n\nWell, "
        "you know what they say!\n");
    CHECK(text.all(BlockKind::heading) ==
          Texts{"Hair Mesotherapy: What It Is", "Is it painful?", "In what conditions can it help?"});
    CHECK(text.block("Most report").heading == std::size_t{2});
}

TEST_CASE("hard-wrapped lines are one paragraph") {
    const test::CutText text(
        "Anxiety in Mice\n\nThe present investigation has therefore been designed\nto study the same using elevated plus "
        "maze and open\n"
        "field behaviour paradigms of anxiety and compared\nwith diazepam. It was done twice.\n\nThe effect was compared "
        "with that of a standard\ndrug.\n");
    CHECK(text.all(BlockKind::paragraph).size() == 2);
    CHECK(text.sentences().back() == "The effect was compared with that of a standard\ndrug.");
}

TEST_CASE("lines of an unwrapped text are paragraphs of their own") {
    const test::CutText text(
        "A Title\n\nThe first paragraph is here and stands on one line, as the next does.\nThe second follows at once, "
        "without an empty line before it.\n");
    CHECK(text.all(BlockKind::paragraph).size() == 2);
}

TEST_CASE("a line that a reader of PDF files made too long goes on all the same") {
    const std::string wide(180, 'w');
    const test::CutText text(
        "A Title\n\nThe surgery was done without any antibiotic here\nand it was " + wide +
        " as the\npatient had a history of severe intolerance to\nthem. It ended well for all of the people.\n");
    CHECK(text.all(BlockKind::paragraph).size() == 1);
}

TEST_CASE("heads and numbers of printed pages are no words of the article") {
    const test::CutText text(
        "A Title\n\nHe could not take any antibiotic throughout his life.\n\n\fS. Yadav et al. / Journal 8 (2017)\n\n"
        "It was not his cup of tea at all.\n\n\fS. Yadav et al. / Journal 9 (2017)\n\n265\n\nThe rest is history now.\n");
    CHECK(text.all(Boilerplate::navigation).size() == 3);
}

TEST_CASE("a numbered line above running text is a heading of its depth") {
    const test::CutText text(
        "A Review\n\n1. Introduction\nOsteoarthritis is common and has been studied by many people over years.\n"
        "\n2. Findings of All\n2.1. Pain and Stiffness\nIt fell in all trials that were found by the authors of this "
        "review.\n");
    CHECK(text.all(BlockKind::heading) ==
          Texts{"A Review", "1. Introduction", "2. Findings of All", "2.1. Pain and Stiffness"});
    CHECK(text.block("2.1").level == 3);
    CHECK(text.block("2.1").sentence_count == 1);
}

TEST_CASE("rows of numbers are a table") {
    const test::CutText text("A Title\n\nDry mouth 4.1 (7.8) 6.6 (14.6) 16.1 (21.1)\n\nMarch 6, 2019 at 4:11 pm\n");
    CHECK(text.all(BlockKind::table) == Texts{"Dry mouth 4.1 (7.8) 6.6 (14.6) 16.1 (21.1)"});
}

TEST_CASE("captions and the heads of columns belong to their table") {
    const test::CutText text(
        "A Title\n\nTable I shows that the extract produced an effect in mice.\n\nTable II\n\nEffect of the extract on the "
        "maze test\n\nTreatment Dose Number\n\nDiazepam 1 161.92 17.62 37.15\n\nFig. 3: Mean of all groups.\n");
    CHECK(text.all(BlockKind::caption) ==
          Texts{"Table II", "Effect of the extract on the maze test", "Fig. 3: Mean of all groups."});
    CHECK(text.all(BlockKind::table) == Texts{"Treatment Dose Number", "Diazepam 1 161.92 17.62 37.15"});
    CHECK(text.block("shows").kind == BlockKind::paragraph);
}

TEST_CASE("links below a reference list belong to the page") {
    const test::CutText text(
        "A Title\n\nIt works in all of the people who took it.\n\nReferences\n\n1. Smith A. J Ex 2004;1:1.\n2. Brown B. J "
        "Ex "
        "2005;1:1.\n\nCollections\n\nNCBI on Facebook\n");
    CHECK(text.block("Facebook").boilerplate != Boilerplate::none);
    CHECK(text.block("Brown").boilerplate == Boilerplate::none);
}

TEST_CASE("a dateline is parted from the report behind it") {
    const test::CutText text(
        "Cranberries Help\n\nCARVER, Mass., September 19, 2017 - A review of dozens of studies was done.\n\nPRP - of one's "
        "own blood - is injected.\n");
    CHECK(text.sentences()[2] == "A review of dozens of studies was done.");
    CHECK(text.block("PRP").span.in(text.text).ends_with("injected."));
}

TEST_CASE("a heading may be known by its beginning") {
    const test::CutText text(
        "Does It Work?\n\nIt does not work at all, says the author of this text.\n\n12 Comments on Does It Work?\n\nIt "
        "worked for me.\n");
    CHECK(text.block("for me").voice == Voice::comment);
}

TEST_CASE("bylines, dates and counters are metadata") {
    const test::CutText text(
        "Mesotherapy for Hair Loss\n\nPublished on Mon Dec 22 2025\n\nMesotherapy is a non-surgical treatment for hair "
        "loss.\n\n0\n9\n");
    CHECK(text.all(BlockKind::metadata) == Texts{"Published on Mon Dec 22 2025", "0", "9"});
}

TEST_CASE("notices, calls to action and adverts are set apart from content") {
    const test::CutText text(
        "Does It Work?\n\nNote: this information is given for guidance purposes only. Consult a medical "
        "professional.\n\nUltimate Biotin Supplement\n\n"
        "\"Say goodbye to hair loss with this biotin supplement\"\n\nWhat is Mesotherapy?\n\nMesotherapy is the "
        "administration of micro-injections.\n\n"
        "Please be sure to leave a comment below.\n\nCall Now\n");
    CHECK(text.block("guidance").boilerplate == Boilerplate::legal);
    CHECK(text.all(Boilerplate::advert).size() == 2);
    CHECK(text.all(Boilerplate::call_to_action) == Texts{"Please be sure to leave a comment below.", "Call Now"});
    CHECK(text.block("administration").boilerplate == Boilerplate::none);
}

TEST_CASE("titles at the end with nothing below them are related articles") {
    const test::CutText text(
        "Does It Work?\n\nIt does not work at all, says the author of this text.\n\nAbout Steph\n\nDoes Tinea Capitis Cause "
        "Hair Loss?\n\nWellbutrin and Hair Loss\n");
    CHECK(text.all(Boilerplate::related).size() == 3);
}

TEST_CASE("posts of a community are its voice until the next known section") {
    const test::CutText text(
        "Mesotherapy: Is It of Any Use?\n\nIt lacks evidence of effectiveness and safety in all trials.\n\nRelated "
        "Community Posts Join\n\n6 / 333 results\n\n"
        "Anyone going the natural route?\n\nPeople discuss oils.\n\nSimilar Research\n\n6 / 1000+ results\n");
    CHECK(text.block("lacks evidence").voice == Voice::article);
    CHECK(text.block("Anyone").voice == Voice::forum);
    CHECK(text.block("discuss oils").voice == Voice::forum);
    CHECK(text.block("Similar").voice == Voice::article);
}

TEST_CASE("readers' comments are no words of the article") {
    const test::CutText text(
        "Does It Work?\n\nIt does not work at all, says the author of this text.\n\n3 Responses\n\nIt worked for me!\n");
    CHECK(text.block("for me").voice == Voice::comment);
}

TEST_CASE("what follows an announcement of another's words is quoted") {
    const test::CutText text(
        "Does It Work?\n\nThe article concludes:\n\n…the position can be summarized as follows.\n\n  1. Data are not "
        "adequate.\n  2. It is not safe.\n\nIt is not approved by the FDA.\n");
    CHECK(text.block("summarized").voice == Voice::quoted);
    CHECK(text.block("not safe").voice == Voice::quoted);
    CHECK(text.block("not approved").voice == Voice::article);
}

TEST_CASE("a paragraph that is one quotation is quoted") {
    const test::CutText text("A Title\n\n“It saved my hair. I am glad.”\n\n\"It works,\" says he, \"for all of us.\"\n");
    CHECK(text.block("saved").voice == Voice::quoted);
    CHECK(text.block("says he").voice == Voice::article);
}

TEST_CASE("roles of the markup decide where there are any") {
    const test::CutText text("A Title\n\nHome About\n\nIt works.\n\nI liked it.\n\nIt helps.",
                             {{{}, LayoutRole::title, 0, {}, {}},
                              {{}, LayoutRole::navigation, 0, {}, {}},
                              {{}, LayoutRole::paragraph, 0, {}, {}},
                              {{}, LayoutRole::comment, 0, {}, {}},
                              {{}, LayoutRole::quote, 0, {}, {}}});
    CHECK(text.block("Home").boilerplate == Boilerplate::navigation);
    CHECK(text.block("liked").voice == Voice::comment);
    CHECK(text.block("helps").voice == Voice::quoted);
    CHECK(text.block("A Title").level == 1);
}
