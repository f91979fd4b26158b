// Where sentences end: each case is written with "|" where a careful reader cuts.
#include <string>
#include <vector>

#include "segment/segment_support.hpp"

using namespace evigrade;

namespace {

/// The sentences of a case, and the paragraph without its cut marks.
void check_cuts(const std::string& marked) {
    std::vector<std::string> expected;
    std::string paragraph;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t bar = marked.find('|', begin);
        const std::string part = marked.substr(begin, bar == std::string::npos ? bar : bar - begin);
        const auto first = part.find_first_not_of(' ');
        expected.push_back(part.substr(first, part.find_last_not_of(' ') - first + 1));
        paragraph += part;
        if (bar == std::string::npos) break;
        begin = bar + 1;
    }
    CHECK(test::sentences_of(paragraph) == expected);
}

}  // namespace

TEST_CASE("a sentence ends with its stop") {
    check_cuts("Hair growth is slow. |You may notice less shedding. |It takes months.");
    check_cuts("Does it work? |Yes! |It works well.");
    check_cuts("What?! |It cannot be true.");
    check_cuts("It cost $40. |$100 is usual. |28 studies were read.");
}

TEST_CASE("a part of a pasted abstract begins behind words in capitals, stop or not") {
    check_cuts("Lee A, PhD Tables COMMENT REFERENCES |Background Although it is widely used, its value is disputed. |It is.");
    check_cuts("See the METHODS Results page.");
    check_cuts("The Background Although is no label.");
}

TEST_CASE("a title, a Latin short form or a figure's number does not end a sentence") {
    check_cuts("In the article by Dr. Venkataram Mysore it is examined. |Dr. Lauche agrees.");
    check_cuts("Injections (e.g. PRP) help, i.e. They may. |Others, viz. Anaesthesia, do not.");
    check_cuts("See Fig. 3 and Tab. 2 for details. |Compare vol. 3, pp. 5-10 and No. 7.");
    check_cuts("Acupuncture vs. Sham was compared. |It took approx. 20 minutes.");
    check_cuts("St. John's wort was tested in Feb. 2010 at Mt. Sinai.");
    check_cuts("He said no. |There is none.");
    check_cuts("It is shown in Fig. S1 and Eq. (C3). |See Sect. IV for more.");
    check_cuts("We used a rig (Sutter Instrument Co.). |Neural signals were recorded.");
}

TEST_CASE("an abbreviation that may end a sentence ends it before a word that starts one") {
    check_cuts("We followed Smith et al. |The dose was 5 mg. |It was tolerated.");
    check_cuts("Jain R, Kosta S, et al. Antibacterial effects were seen by Bhargava et al. (2010) in mice.");
    check_cuts("Sold in the U.S. |It is not approved. |U.S. Food and Drug Administration rules apply.");
    check_cuts("At Bastyr University in Kenmore, Wash. |It also helps release fascia, clinicians say.");
    check_cuts("Brian K. Nathanson, a Norwalk, Conn., chiropractor, agrees.");
    check_cuts("Taken b.i.d. |Patients slept at 9 p.m. |They woke at 7 a.m. on Monday.");
    check_cuts("Headache, cough, etc. |Cold too. |Oils, etc. are sold.");
    check_cuts("For people with MS. |Research shows no effect. |Ms. Smith agreed.");
}

TEST_CASE("an initial does not end a sentence, a kind's letter does") {
    check_cuts("Lucas K. J. Wrote it. |S. Yadav and R. R. Chattopadhyay agree.");
    check_cuts("Cultures grew E. coli and S. aureus. |O. sanctum leaf extract was given.");
    check_cuts("They took vitamin C. |Nobody had hepatitis B. |Results were good.");
    check_cuts("O. Sanctum did not help John F. Kennedy.");
    check_cuts("It was measured for 60 s. |Sensors were placed after 4 h. |25 patients left.");
}

TEST_CASE("decimals, versions and addresses are not cut") {
    check_cuts("The dose was 0.5 mg (p = .05). |It fell by 3.7 %.");
    check_cuts("See https://www.example.com/a.B?c=D. |Write to a.b@example.org. |See www.example.Com today.");
    check_cuts("doi: 10.1002/14651858.CD008422.pub3 is the review. |Read it.");
}

TEST_CASE("brackets and quotations inside a sentence do not cut it") {
    check_cuts("The study (see Smith. The first one.) was small. |It was (very) good.");
    check_cuts("But, says Romy Lauche, \"the studies are very preliminary. We cannot say it works.\" |She waits.");
    check_cuts("\"It works. |We saw it.\" |Others did not.");
    check_cuts("“There is firm evidence.” |He was sure (biotin springs to mind!). |Fine.");
    check_cuts("He asked “Does it work?” and left. |\"Can it help?\" a doctor asked.");
    check_cuts("(It was not blinded.) |The rest was.");
}

TEST_CASE("citation marks stay on the sentence that they close") {
    check_cuts("The pain improved.[3] |The dose fell.[1,4-6] |Others agree.");
    check_cuts("The pain improved. [3] |The dose fell. [4] [5]. |It rose. (6). |It stayed.");
    check_cuts("Two ways are known. |(1) Platelets grow. |(2) Vessels grow.");
    check_cuts("It prevents UTIs.1 |Another review agrees.12,13 |Most are small.4–6 |Fine.");
    check_cuts("By the age of 24.2 of them had it.");
    check_cuts("It was reversed.[^freakonomics] |At the same time it grew.¹² |So did others.*");
    check_cuts("Results were positive (p < 0.01)[5]. |It was good.(7) |Then it fell.");
}

TEST_CASE("a lost blank after a stop is found, host names are left alone") {
    check_cuts("This was a treatment.|The effect was small.");
    check_cuts("Does it work?|It does (sometimes).|We hope.");
    check_cuts("See Node.js or example.Com/Path for more.");
}

TEST_CASE("a small letter goes on with the sentence, unless it is small by habit") {
    check_cuts("It helps... or so they say. |It fades… |Then it returns.");
    check_cuts("Levels rose. |mRNA was measured. |pH fell. |α-Lipoic acid was given.");
    check_cuts("It is used approx. twice. or more often");
    check_cuts("… depending on the goal.");
}

TEST_CASE("a number in front of an item belongs to its sentence") {
    check_cuts("1. Platelets contain growth factors. |They help.");
    check_cuts("It was done in 2010. |In 2011 it stopped.");
}

TEST_CASE("a sentence runs over line breaks") {
    CHECK(test::sentences_of("It was\ndone twice. It\nhelped.") ==
          std::vector<std::string>{"It was\ndone twice.", "It\nhelped."});
}

TEST_CASE("stops of other scripts end sentences") {
    check_cuts("これは文です。|次の文です。");
    check_cuts("یہ ایک جملہ ہے۔ |یہ دوسرا ہے۔");
}

TEST_CASE("an empty or blank paragraph has no sentences") {
    CHECK(test::sentences_of("").empty());
    CHECK(test::sentences_of(" \n\t ").empty());
}
