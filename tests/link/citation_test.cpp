// In-text citations: found in all their forms, resolved to the list, and held against it.
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "evigrade/link.hpp"
#include "evigrade/segment.hpp"

using namespace evigrade;

namespace {

const std::string named_list =
    "\n\nReferences\n\n"
    "Baran R, Maibach HI. Textbook of cosmetic dermatology. London: Informa; 2010.\n"
    "Konda D, Thappa DM. Mesotherapy: what is new? Indian J Dermatol Venereol Leprol. 2009;75(1):47-51.\n"
    "Sarkar R, Garg VK, Mysore V. Position paper on mesotherapy. Indian J Dermatol. 2011;77(2):232-237.\n"
    "Sivagnanam G. Mesotherapy - the French connection. J Pharmacol Pharmacother. 2010;1(1):4-8.\n"
    "van der Berg P. Injections of the scalp. Int J Trichology. 2015;7(1):12-15.\n"
    "Jongen L, Smit A, Bakker K. Minoxidil in men. Skin Res. 2014;3:1-9.\n"
    "Jongen L, Smit A, Bakker K. Minoxidil in women. Skin Res. 2015;4:2-8.\n"
    "Mysore V. Mesotherapy in management of hairloss - is it of any use? Int J Trichology. 2010;2(1):45-46.\n";

std::string numbered_list(int n) {
    std::string out = "\n\nReferences\n\n";
    for (int i = 1; i <= n; ++i)
        out += std::to_string(i) + ". Smith A" + std::string(1, static_cast<char>('A' + i)) +
               ". A study of hair. J Hair. 20" + (i < 10 ? "0" : "") + std::to_string(i) + ";" + std::to_string(i) +
               ":1-9.\n";
    return out;
}

Article article_of(const std::string& text) {
    Article article;
    article.text = text;
    return article;
}

link::CitationsFound found_in(const Article& article) {
    const Data data;
    const auto segmentation = segment::Cutter(data).cut(article);
    const auto references = link::read_references(article, segmentation, link::ReferenceParser(data));
    return link::find_citations(article, segmentation, references);
}

std::vector<Citation> named_in(const std::string& sentence) {
    return found_in(article_of(sentence + named_list)).citations;
}

std::vector<std::string> texts(const std::vector<Citation>& citations) {
    std::vector<std::string> out;
    for (const auto& citation : citations) out.push_back(citation.text);
    return out;
}

bool has(const Citation& citation, CitationFlag flag) {
    return std::find(citation.flags.begin(), citation.flags.end(), flag) != citation.flags.end();
}

std::ptrdiff_t count(const link::CitationsFound& found, const std::string& code) {
    return std::count_if(found.findings.begin(), found.findings.end(), [&](const Finding& f) { return f.code == code; });
}

using Texts = std::vector<std::string>;
using Numbers = std::vector<int>;

}  // namespace

TEST_CASE("each work in one bracket is a citation of its own") {
    const auto found = named_in("It is said to help (Baran & Maibach, 2010; Sivagnanam, 2010).");
    CHECK(texts(found) == Texts{"Baran & Maibach, 2010", "Sivagnanam, 2010"});
    REQUIRE(found.size() == 2);
    CHECK(found[0].references == Numbers{1});
    CHECK(found[1].references == Numbers{4});
    CHECK(found[0].flags.empty());
}

TEST_CASE("authors in the sentence are cited with the year in brackets") {
    const auto found = named_in("This was doubted by Mysore (2010) and by van der Berg (2015).");
    CHECK(texts(found) == Texts{"Mysore (2010)", "van der Berg (2015)"});
    REQUIRE(found.size() == 2);
    CHECK(found[0].references == Numbers{8});
    CHECK(found[1].references == Numbers{5});
}

TEST_CASE("authors in the sentence are cited where it tells their year later, and the list has them once in it") {
    CHECK(texts(named_in("Konda and Thappa reviewed the subject in 2009. Others did not.")) ==
          Texts{"Konda and Thappa reviewed the subject in 2009"});
    CHECK(texts(named_in("The trial by Jongen et al., published in 2014, was small.")) ==
          Texts{"Jongen et al., published in 2014"});
    CHECK(named_in("Sivagnanam\u2019s 2010 paper tells its history.").front().references == Numbers{4});
    CHECK(named_in("Konda and Thappa reviewed the subject in 1999.").empty());          // another year is another matter
    CHECK(named_in("Konda and Thappa reviewed it. Hair grew again in 2009.").empty());  // so is another sentence
}

TEST_CASE("authors in the sentence are cited where it tells their year first") {
    CHECK(texts(named_in("In 2010, Baran and Maibach wrote that it helps.")) == Texts{"2010, Baran and Maibach"});
    CHECK(named_in("Already in 2011 Sarkar et al. took a position.").front().references == Numbers{3});
    CHECK(named_in("Im Jahr 2009 zeigten Konda und Thappa, dass es wirkt.").front().references == Numbers{2});
    CHECK(named_in("In a 2009 review, Konda and Thappa sum it up.").front().references == Numbers{2});
    CHECK(named_in("A 2010 paper by Sivagnanam tells its history.").front().references == Numbers{4});
    CHECK(named_in("In 1999, Baran and Maibach wrote nothing.").empty());         // another year is another matter
    CHECK(named_in("In 2010, Berlin and Paris hosted congresses.").empty());      // and so are other names
    const auto own = named_in("In 2010, Konda & Thappa (2009) were much read.");  // names with a year of their own
    REQUIRE(own.size() == 1);
    CHECK(own.front().references == Numbers{2});
}

TEST_CASE("owners of a work are cited with its year in brackets") {
    CHECK(texts(named_in("Baran and Maibach\u2019s large textbook (2010) is known.")) ==
          Texts{"Baran and Maibach\u2019s large textbook (2010)"});
    CHECK(named_in("Berlin\u2019s large clinic (2010) is known.").empty());
}

TEST_CASE("authors are joined by other tongues' words, by a stroke, or by commas") {
    CHECK(named_in("Konda et Thappa (2009) le disent.").front().references == Numbers{2});
    CHECK(named_in("Konda/Thappa (2009) disagree.").front().references == Numbers{2});
    CHECK(named_in("Konda, Thappa (2009) said so.").front().references == Numbers{2});
    for (const std::string others : {"et coll.", "und Kollegen", "y cols.", "and co-workers"}) {
        INFO(others);
        const auto found = named_in("Jongen " + others + " (2014) found it.");
        REQUIRE(found.size() == 1);
        CHECK(found.front().references == Numbers{6});
        CHECK(found.front().flags.empty());
    }
}

TEST_CASE("a work is second hand where the sentence says that another cites it") {
    CHECK(
        has(named_in("Hair grew (Baran & Maibach, 1999, cited in Konda & Thappa, 2009).").back(), CitationFlag::secondary));
    CHECK_FALSE(has(named_in("That book is often cited. Konda & Thappa (2009) did.").front(), CitationFlag::secondary));
}

TEST_CASE("further years belong to the authors before them") {
    const auto found = named_in("Minoxidil was tried (Jongen et al., 2015, 2014).");
    REQUIRE(found.size() == 2);
    CHECK(found[0].references == Numbers{7});
    CHECK(found[1].references == Numbers{6});
}

TEST_CASE("a year that differs from the list is flagged, noted when close and warned of when far") {
    const auto found =
        found_in(article_of("As Konda & Thappa (2012) and Sarkar et al (2010) say, it is unclear." + named_list));
    REQUIRE(found.citations.size() == 2);
    CHECK(found.citations[0].references == Numbers{2});
    CHECK(has(found.citations[0], CitationFlag::year_mismatch));
    CHECK(has(found.citations[1], CitationFlag::year_mismatch));
    std::vector<Severity> severities;
    for (const auto& finding : found.findings) {
        if (finding.code == "year_mismatch") severities.push_back(finding.severity);
    }
    CHECK(severities == std::vector<Severity>{Severity::warning, Severity::note});
}

TEST_CASE("et al. for a single author is flagged") {
    const auto found = named_in("It came from France (Sivagnanam et al., 2010).");
    REQUIRE(found.size() == 1);
    CHECK(found[0].references == Numbers{4});
    CHECK(has(found[0], CitationFlag::et_al_mismatch));
}

TEST_CASE("a name spelt almost as in the list still resolves, flagged") {
    const auto found = named_in("There is a position paper (Sakar et al., 2011).");
    REQUIRE(found.size() == 1);
    CHECK(found[0].references == Numbers{3});
    CHECK(has(found[0], CitationFlag::name_mismatch));
}

TEST_CASE("a work that the list lacks is a finding") {
    const auto found = found_in(article_of("It was shown (Nobody et al., 1999; Mysore, 2010)." + named_list));
    REQUIRE(found.citations.size() == 2);
    CHECK(found.citations[0].references.empty());
    CHECK(count(found, "citation_without_entry") == 1);
}

TEST_CASE("an entry that nothing cites is a finding where most are cited, and not where none of them seem to be") {
    const std::string cited =
        "It was shown (Baran & Maibach, 2010; Konda & Thappa, 2009; Sarkar et al., 2011; Sivagnanam, 2010; "
        "van der Berg, 2015; Jongen et al., 2014; Jongen et al., 2015).";
    CHECK(count(found_in(article_of(cited + named_list)), "reference_never_cited") == 1);
    CHECK(count(found_in(article_of("It was shown (Mysore, 2010)." + named_list)), "reference_never_cited") == 0);
}

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

TEST_CASE("years of events, statistics and software are no citations") {
    CHECK(named_in("It was approved in May 2010 (n = 2010), and again (P < 0.05, 95% CI 1.2-1.9) in Germany (Table 2).")
              .empty());
    CHECK(named_in("This was funded by the post-doctoral fellowship BIPD/ICI-FC-BST 2016 (AL).").empty());
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

TEST_CASE("a named link to a study is a link, whatever the list lacks") {
    Article article = article_of("It helps, says Smith et al. (2011) of it." + named_list);
    Mark mark;
    mark.kind = MarkKind::link;
    mark.target = "https://pubmed.ncbi.nlm.nih.gov/12345678/";
    const auto at = static_cast<std::uint32_t>(article.text.find("Smith"));
    mark.span = {at, at + 19};
    article.marks.push_back(mark);
    const auto found = found_in(article);
    REQUIRE(found.citations.size() == 1);
    CHECK(found.citations[0].form == CitationForm::link);
    CHECK(count(found, "citation_without_entry") == 0);
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

TEST_CASE("prose that names a journal and a year points at a study") {
    const auto found = named_in("See the article, published in 2010 in the International Journal of Trichology, for more.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].form == CitationForm::prose);
    CHECK(has(found[0], CitationFlag::implicit));
    REQUIRE(found[0].pointer);
    CHECK(found[0].pointer->year == 2010);
    CHECK(found[0].pointer->container == "International Journal of Trichology");
}

TEST_CASE("a journal in prose without any study is no citation") {
    CHECK(named_in("She edits the Journal of Dermatology and lives in the Lancet building.").empty());
}

TEST_CASE("prose that tells where a study was done, or when it was published, points at it") {
    const auto pointed = [](const std::string& sentence) { return found_in(article_of(sentence)).citations; };
    const auto cairo = pointed("Researchers at Cairo University reported in 2013 that hair grew.");
    REQUIRE(texts(cairo) == Texts{"Researchers at Cairo University"});
    CHECK(cairo[0].form == CitationForm::prose);
    CHECK(cairo[0].pointer->year == 2013);
    CHECK(has(cairo[0], CitationFlag::implicit));
    CHECK(texts(pointed("A team from the Mayo Clinic in Rochester found that it helps.")) ==
          Texts{"A team from the Mayo Clinic in Rochester"});
    const auto trial = pointed("A 2019 randomized trial conducted at the University of Miami, in Florida, was small.");
    REQUIRE(texts(trial) == Texts{"A 2019 randomized trial conducted at the University of Miami"});
    CHECK(trial[0].pointer->year == 2019);
    CHECK(trial[0].pointer->design == Design::randomized_trial);
    CHECK(texts(pointed("A study by researchers at Yale University, she says.")) ==
          Texts{"A study by researchers at Yale University"});
    const auto german = pointed("In a 40-person German study published in October, cupping relieved pain.");
    REQUIRE(texts(german) == Texts{"a 40-person German study published in October"});
    CHECK(german[0].pointer->participants == 40);
}

TEST_CASE("a study that is told with its year, or a journal that is called one, is pointed at") {
    const auto pointed = [](const std::string& sentence) { return found_in(article_of(sentence)).citations; };
    const auto trial = pointed("A 2016 randomized trial of 120 patients found that cupping helps.");
    REQUIRE(texts(trial) == Texts{"A 2016 randomized trial of 120 patients"});
    CHECK(trial[0].pointer->year == 2016);
    CHECK(trial[0].pointer->participants == 120);
    CHECK(trial[0].pointer->design == Design::randomized_trial);
    const auto pain = pointed("The team, writing in the journal Pain, says that it works.");
    REQUIRE(pain.size() == 1);
    CHECK(pain[0].pointer->container == "Pain");
    CHECK(pointed("A large study of 120 patients found that cupping helps.").empty());
    CHECK(pointed("The 2016 study season was long, and pain in the journalist grew.").empty());
}

TEST_CASE("people of some place who only speak point at no study, nor do those of no named place") {
    const auto silent = [](const std::string& sentence) { return found_in(article_of(sentence)).citations.empty(); };
    CHECK(silent("Researchers at Cairo University say that they hope for more."));
    CHECK(silent("Researchers at the clinic found that hair grew."));
    CHECK(silent("Our team at Hair Clinic is happy to help. We found a way."));
    CHECK(silent("The study from last week found that hair grew."));
}

TEST_CASE("a PubMed number in the text is a citation") {
    const auto found = found_in(article_of("It helps (PMID: 31473295). Ask for PMIDs.")).citations;
    REQUIRE(found.size() == 1);
    CHECK(found[0].pointer->pmid == "31473295");
}

TEST_CASE("a DOI in the text and a link to a study are citations") {
    Article article = article_of("The trial here found little, as did another (doi 10.1000/abc.12) before it.");
    article.marks.push_back({{10, 14}, MarkKind::link, "https://pubmed.ncbi.nlm.nih.gov/12345678/"});
    const auto found = found_in(article);
    REQUIRE(found.citations.size() == 2);
    CHECK(found.citations[0].form == CitationForm::link);
    CHECK(found.citations[0].pointer->pmid == "12345678");
    CHECK(found.citations[1].pointer->doi == "10.1000/abc.12");
}

TEST_CASE("hostile text neither crashes nor stalls the finder") {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "(Smith, 2010; [1,";
    text += std::string(1000, '\0') + "\xFF\xFE et al. et al. 2010 2010, 2011, 2012a, b, c";
    CHECK(found_in(article_of(text)).citations.size() < 50000);
}
