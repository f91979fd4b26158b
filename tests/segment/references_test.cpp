// Reference lists, found by heading, by shape, and by markup.
#include "segment/segment_support.hpp"

using namespace evigrade;
using Texts = std::vector<std::string>;

namespace {
const std::string prose = "A Title\n\nMesotherapy has been studied in a few trials, none of them large.\n\n";
}

TEST_CASE("entries below a heading are references, each without its number") {
    const test::CutText text(prose +
                             "References\n\n1. Smith A, Jones B (2004). A study. Journal of Examples, 1, 1-9.\n"
                             "2. Anonymous (2005). Another study. Journal of Examples, 2, 1-9.\n");
    CHECK(text.references() == Texts{"1|Smith A, Jones B (2004). A study. Journal of Examples, 1, 1-9.",
                                     "2|Anonymous (2005). Another study. Journal of Examples, 2, 1-9."});
    CHECK(text.all(BlockKind::reference).size() == 2);
}

TEST_CASE("an unnumbered list with one entry a line is found") {
    const test::CutText text(prose +
                             "References\n\nSmith A (2004). A study of number 1. Journal of Examples, 1, 1-9.\n"
                             "Al-Rashid A, Müller A (2005). A study of number 2. Journal of Examples, 2, 1-9.\n"
                             "Anonymous (None). A study of number 3. Journal of Examples, 3, 1-9.\n");
    CHECK(text.references().size() == 3);
}

TEST_CASE("headings of other names and tongues open a reference list") {
    for (const std::string heading :
         {"Bibliography:", "SOURCES", "7. References", "Works Cited", "Literatur", "References (2)"}) {
        const test::CutText text(
            prose + heading + "\n\n[1] Jain R. Herbs. J Young Pharm 2010;2(3):337.\n[2] Batra A. Neem. J Med 2013;1:148.\n");
        INFO(heading);
        CHECK(text.references().size() == 2);
    }
}

TEST_CASE("a numbered list of entries without a heading is found by its shape") {
    const test::CutText text(prose +
                             "  1. Baran, R. and Maibach, H.I. (2010), Textbook, 4th Edition, U.K., pp 411\n"
                             "  2. Latha, P., Mesotherapy, Int J Adv Pharm, 2011; 1(1)19-29\n"
                             "  3. Lucas, .K.J., Finasteride Cream, Endocrine Practice, 2001; 7:5-10\n");
    CHECK(text.references().size() == 3);
}

TEST_CASE("steps and dates are no reference list") {
    const test::CutText text(prose + "  1. In 2010 the trial began.\n  2. In 2011 it went on.\n  3. In 2012 it ended.\n");
    CHECK(text.references().empty());
}

TEST_CASE("wrapped entries are joined") {
    const test::CutText text(
        prose +
        "References\n[1] Jain R, Kosta S, Tiwari A. Ayurveda and urinary tract infections. J Young Pharm\n"
        "JYP 2010;2(3):337.\n[2] Alavijeh PK. A study of antimicrobial activity of few\nmedicinal herbs. Asian J "
        "2012;2(4):496.\n");
    CHECK(text.references() ==
          Texts{"1|Jain R, Kosta S, Tiwari A. Ayurveda and urinary tract infections. J Young Pharm\nJYP 2010;2(3):337.",
                "2|Alavijeh PK. A study of antimicrobial activity of few\nmedicinal herbs. Asian J 2012;2(4):496."});
}

TEST_CASE("several entries run into one paragraph are parted") {
    const test::CutText text(prose +
                             "References: \n\n1. Smith A, Jones B. Biotin and hair growth in adults: a trial. J Ex "
                             "2004;1:1-9. 2. Brown C. Zinc. J Ex 2005;2:3. 3. White D. Iron. J Ex 2006;3:4.\n");
    CHECK(text.references() == Texts{"1|Smith A, Jones B. Biotin and hair growth in adults: a trial. J Ex 2004;1:1-9.",
                                     "2|Brown C. Zinc. J Ex 2005;2:3.", "3|White D. Iron. J Ex 2006;3:4."});
}

TEST_CASE("entries without numbers that run on in one paragraph are parted where a name follows pages or a publisher") {
    const test::CutText text(
        prose +
        "References\n\nBaran R, Maibach H. Textbook of dermatology. 4th ed. London: Informa; 2010. Konda D, "
        "Thappa DM. Mesotherapy: what is new? J Ex. 2013;79:127-34. de la Cruz M. Vitamin D. A review. J Ex. "
        "2014;80:1-9.\n");
    CHECK(text.references() == Texts{"Baran R, Maibach H. Textbook of dermatology. 4th ed. London: Informa; 2010.",
                                     "Konda D, Thappa DM. Mesotherapy: what is new? J Ex. 2013;79:127-34.",
                                     "de la Cruz M. Vitamin D. A review. J Ex. 2014;80:1-9."});
}

TEST_CASE("entries of names and years that run on in one paragraph are parted, those of bodies too") {
    const test::CutText text(
        prose +
        "References\n\nSmith, A. B. (2011). Topical minoxidil. Journal of Hair, 65(6), 1126-1134. Dupont, J., & Roux, P. "
        "(2013). Le traitement. Journal of Hair. Haute Autorité de Santé. (2019). Prise en charge. HAS. Robert "
        "Koch-Institut. (2015). Gesundheit. RKI.\n");
    CHECK(text.references() == Texts{"Smith, A. B. (2011). Topical minoxidil. Journal of Hair, 65(6), 1126-1134.",
                                     "Dupont, J., & Roux, P. (2013). Le traitement. Journal of Hair.",
                                     "Haute Autorité de Santé. (2019). Prise en charge. HAS.",
                                     "Robert Koch-Institut. (2015). Gesundheit. RKI."});
}

TEST_CASE("a title behind the year begins no entry, whatever it looks like") {
    const std::string entry =
        "Smith J, Jones A, Brown C, White D, Black E. 2010. Vitamin D, calcium and bone. J Ex 3:127-134.";
    const test::CutText text(prose + "References\n\n" + entry + "\n");
    CHECK(text.references() == Texts{entry});
}

TEST_CASE("a heading and its entries may share one line") {
    const test::CutText text(prose +
                             "References: 1. Dhurat R, Sukesh M. A study. Int J Trichology 2013; 5: 6–11. 2. Kim YS et al. "
                             "Repeated stimulation. Ann Dermatol 2016; 28: 586.\n");
    CHECK(text.references().size() == 2);
    CHECK(text.block("References").kind == BlockKind::heading);
}

TEST_CASE("a hanging indent tells where an entry begins") {
    const test::CutText text(
        prose +
        "Sources\n\nPrager N, Bickett K. A randomized, double-blind,\n   placebo-controlled trial. J Altern "
        "Med. 2002;8(2):143.\nMayo Clinic. Saw palmetto. https://www.mayoclinic.org/. Accessed\n   March 1, 2021.\n");
    CHECK(text.references().size() == 2);
}

TEST_CASE("dates of receipt below a list are no entries") {
    const test::CutText text(
        prose +
        "REFERENCES\nAltman, R. D. (1990). Osteoarthritis. Arthritis Rheum, 33, 1-10.\n\nSmith, J. (in press). "
        "Turmeric. J Spices.\n\nReceived: 1 May 2020. Accepted: 3 June 2020.\n");
    CHECK(text.references().size() == 2);
}

TEST_CASE("a list without end of reference headings is read in one go") {
    std::string many;
    for (int i = 0; i < 100'000; ++i) many += "References\n\nSmith A. J Ex 2004;1:1.\n\n";
    CHECK(test::CutText(many).references().size() == 100'000);
}

TEST_CASE("what stands below the list does not belong to it") {
    const test::CutText text(
        prose +
        "References\n\n1. Smith A. Biotin. J Ex 2004;1:1.\n2. Brown C. Zinc. J Ex 2005;2:3. [PubMed] [Google Scholar]\n\n"
        "About the Author\n\nSteph writes about hair since 2012.\n\nCall Now\n");
    CHECK(text.references() ==
          Texts{"1|Smith A. Biotin. J Ex 2004;1:1.", "2|Brown C. Zinc. J Ex 2005;2:3. [PubMed] [Google Scholar]"});
    CHECK(text.block("Steph").boilerplate == Boilerplate::author_box);
}

TEST_CASE("wrapped entries without numbers end with their pages, full stop or not") {
    const test::CutText text(
        prose +
        "References\n\nSmith A, Jones B, et al. Biotin in women with thin hair. J Ex 2004; 54:\n416-26\n"
        "Brown C, White D, et al. Zinc in men with no hair at\nall. J Ex 2005; 8: 1-9.\n");
    CHECK(text.references().size() == 2);
}

TEST_CASE("an item of a list that the markup marks is an entry, though it is a title and nothing else") {
    const test::CutText text(prose + "References\n\nSmith A. Biotin. J Ex 2004;1:1.\n\nHair loss - Mayo Clinic\n\nNot one",
                             {{{}, LayoutRole::title, 0, {}, {}},
                              {{}, LayoutRole::paragraph, 0, {}, {}},
                              {{}, LayoutRole::heading, 2, {}, {}},
                              {{}, LayoutRole::list_item, 1, 1, {}},
                              {{}, LayoutRole::list_item, 1, 2, {}},
                              {{}, LayoutRole::paragraph, 0, {}, {}}});
    CHECK(text.references() == Texts{"1|Smith A. Biotin. J Ex 2004;1:1.", "2|Hair loss - Mayo Clinic"});
}

TEST_CASE("numbers go on though one is printed otherwise") {
    const test::CutText text(prose + "References\n\n1. Smith A. Biotin. J Ex 2004;1:1.\n2) Brown C. Zinc. J Ex 2005;2:3.\n");
    CHECK(text.references() == Texts{"1|Smith A. Biotin. J Ex 2004;1:1.", "2|Brown C. Zinc. J Ex 2005;2:3."});
    const test::CutText runs(prose +
                             "References\n\n1) Smith A, Jones B. Biotin and hair growth in adults. J Ex 2004;1:1-9. "
                             "2) Brown C. Zinc. J Ex 2005;2:3.\n");
    CHECK(runs.references().size() == 2);
}

TEST_CASE("a running head inside the list does not end it") {
    const test::CutText text(
        prose + "References\n\n1. Smith A. Biotin. J Ex 2004;1:1.\n\n263\n\n2. Brown C. Zinc. J Ex 2005;2:3.\n");
    CHECK(text.references() == Texts{"1|Smith A. Biotin. J Ex 2004;1:1.", "2|Brown C. Zinc. J Ex 2005;2:3."});
}

TEST_CASE("the end of a page inside an entry neither ends it nor belongs to it") {
    const test::CutText text(prose +
                             "References\n\n1. Smith A. Biotin in women with\nPage 12\nthin hair. J Ex 2004;1:1.\n"
                             "2. Brown C. Zinc. J Ex.\n\n- 13 -\n\n2005;2:3.\n3. White D. Iron. J Ex 2006;3:4.\n");
    REQUIRE(text.references().size() == 3);
    CHECK(text.references()[2] == "3|White D. Iron. J Ex 2006;3:4.");
    const auto cut = [&](std::size_t entry) {
        std::string out;
        for (const Span span : text.cut.references[entry].interruptions) out += text.words(span);
        return out;
    };
    CHECK(cut(0) == "Page 12");
    CHECK(cut(1) == "- 13 -");
    CHECK(text.references()[1].ends_with("2005;2:3."));
}

TEST_CASE("an unnumbered entry goes on behind the end of a page") {
    const test::CutText text(prose +
                             "References\n\nSmith A. Biotin in women with\n\nSeite 12 von 20\n\nthin hair. J Ex "
                             "2004;1:1.\n\nBrown C. Zinc. J Ex 2005;2:3.\n\nPage 13\n\nWhite D. Iron. J Ex 2006;3:4.\n");
    CHECK(text.references().size() == 3);
}

TEST_CASE("a list for further reading is read beside the references, without its numbers") {
    const test::CutText text(prose +
                             "References\n\n1. Smith A. Biotin. J Ex 2004;1:1.\n2. Brown C. Zinc. J Ex 2005;2:3.\n\n"
                             "Further reading\n\n1. Olsen EA. Hair growth. New York: McGraw-Hill; 2003.\n");
    CHECK(text.references() == Texts{"1|Smith A. Biotin. J Ex 2004;1:1.", "2|Brown C. Zinc. J Ex 2005;2:3.",
                                     "Olsen EA. Hair growth. New York: McGraw-Hill; 2003."});
    CHECK(text.cut.references.back().list == ReferenceListKind::further_reading);
}

TEST_CASE("a list for further reading is what is cited where there is no other, and links to pages are no list") {
    const test::CutText alone(prose + "Further reading\n\n1. Olsen EA. Hair. New York: McGraw-Hill; 2003.\n");
    CHECK(alone.references() == Texts{"1|Olsen EA. Hair. New York: McGraw-Hill; 2003."});
    CHECK(alone.cut.references.back().list == ReferenceListKind::cited);
    CHECK(test::CutText(prose + "Further reading\n\nBest shampoos of 2021\nTen foods for your hair\n").references().empty());
}

TEST_CASE("keys in brackets part the entries of a list, and are their labels") {
    const test::CutText text(prose +
                             "References\n\n[smith2004] Smith A. Biotin in women with\nthin hair. J Ex 2004;1:1.\n\n"
                             "[Bro05] Brown C. Zinc. J Ex 2005;2:3. [Whi06] White D. Iron. J Ex 2006;3:4. [PubMed]\n");
    CHECK(text.references() == Texts{"Smith A. Biotin in women with\nthin hair. J Ex 2004;1:1.",
                                     "Brown C. Zinc. J Ex 2005;2:3.", "White D. Iron. J Ex 2006;3:4. [PubMed]"});
    REQUIRE(text.cut.references.size() == 3);
    CHECK(text.cut.references[0].label == "smith2004");
    CHECK(text.cut.references[2].label == "Whi06");
}

TEST_CASE("references that the markup marks are taken as they are") {
    const test::CutText text("Text stands here.\n\nSmith A. Biotin.\n\n[2] Brown C. Zinc. 2005",
                             {{{}, LayoutRole::paragraph, 0, {}, {}},
                              {{}, LayoutRole::reference, 0, 1, "B1"},
                              {{}, LayoutRole::reference, 0, {}, "B2"}});
    CHECK(text.references() == Texts{"1|Smith A. Biotin.", "2|Brown C. Zinc. 2005"});
    CHECK(text.cut.references.back().label == "B2");
}

TEST_CASE("footnotes that cite are the reference list of an article without one") {
    const test::CutText text(
        "It works.[^a]\n\nShang A et al. Are the effects placebo? Lancet 2005.\n\nhttps://example.org/x",
        {{{}, LayoutRole::paragraph, 0, {}, {}},
         {{}, LayoutRole::footnote, 0, {}, "a"},
         {{}, LayoutRole::footnote, 0, {}, "b"}});
    CHECK(text.references().size() == 2);
    CHECK(text.cut.references.front().label == "a");
}

TEST_CASE("footnotes that cite beside a list are entries behind it, without numbers of their own") {
    const test::CutText text(
        "It works.[^1]\n\nReferences\n\nSmith J. Thyme for cough. BMJ. 2019;1:2-3.\n\nPaul IM, Lee B. Honey at night. Arch. "
        "2007;161:1140-6.\n\nSee above.",
        {{{}, LayoutRole::paragraph, 0, {}, {}},
         {{}, LayoutRole::heading, 2, {}, {}},
         {{}, LayoutRole::reference, 0, 1, {}},
         {{}, LayoutRole::footnote, 0, 1, "1"},
         {{}, LayoutRole::footnote, 0, 2, "2"}});
    REQUIRE(text.references().size() == 2);
    CHECK(text.cut.references.back().label == "1");
    CHECK_FALSE(text.cut.references.back().ordinal);
}
