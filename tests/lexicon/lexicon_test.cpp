#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "evigrade/lexicon.hpp"
#include "support/support.hpp"

using namespace evigrade;

namespace {

constexpr std::string_view header = "id\tname\taliases\tparents\tingredients\troute\tsubstance\tmesh\tsource\n";

/// A lexicon of a dozen rows in place of the program's own.
class SmallLexicon {
public:
    SmallLexicon() {
        write("treatments",
              "mesotherapy\tmesotherapy\thair mesotherapy\t\t\tintradermal\tno\tD061646\ttest\n"
              "dutasteride-mesotherapy\tdutasteride mesotherapy\t\tmesotherapy\tdutasteride\t\tno\t\ttest\n"
              "prp\tplatelet-rich plasma\tPRP|platelet rich plasma therapy\tinjection\t\t\tno\tD053657\ttest\n"
              "injection\tinjection\t\t\t\t\tno\t\ttest\n"
              "microneedling\tmicroneedling\tdermarolling\t\t\t\tno\t\ttest\n"
              "dutasteride\tdutasteride\tAvodart\t5-alpha-reductase-inhibitors\t\t\tyes\t\ttest\n"
              "5-alpha-reductase-inhibitors\t5-alpha-reductase inhibitor\t5-ARI\t\t\t\tyes\t\ttest\n"
              "same\tS-adenosylmethionine\tSAMe\t\t\t\tyes\t\ttest\n"
              "oestrogen\toestrogen\t\t\t\t\tyes\t\ttest\n"
              "vitamin-d\tvitamin D\tvitamin D3|cholecalciferol\t\t\t\tyes\t\ttest\n"
              "mrna-1273\tmRNA-1273\t\t\t\t\tyes\t\ttest\n"
              "vsl-3\tVSL#3\t\t\t\t\tyes\t\ttest\n"
              "st-johns-wort\tSt. John's wort\tHypericum perforatum\t\t\t\tyes\t\ttest\n"
              "loop-a\tloop a\t\tloop-b\t\t\tno\t\ttest\nloop-b\tloop b\t\tloop-a\t\t\tno\t\ttest\n");
        write("conditions",
              "hair-loss\thair loss\talopecia\t\t\t\tno\t\ttest\n"
              "pattern-hair-loss\tpattern hair loss\tandrogenetic alopecia\thair-loss\t\t\tno\t\ttest\n"
              "aids\tacquired immunodeficiency syndrome\tAIDS\t\t\t\tno\t\ttest\n"
              "psoriasis\tpsoriasis\t\t\t\t\tno\t\ttest\n"
              "anaemia\tanaemia\t\t\t\t\tno\t\ttest\n"
              "premenstrual-syndrome\tpremenstrual syndrome\tPMS\t\t\t\tno\t\ttest\n"
              "bph\tbenign prostatic hyperplasia\tBPH\t\t\t\tno\t\ttest\n");
        for (const char* empty : {"classes", "ingredients", "outcomes", "devices", "designs"}) write(empty, "");
    }
    [[nodiscard]] Lexicon load() const { return Lexicon(Data(folder_.path())); }

private:
    void write(const std::string& table, const std::string& rows) {
        std::filesystem::create_directories(folder_ / "lexicon");
        test::write_file(folder_ / ("lexicon/" + table + ".tsv"), std::string(header) + rows);
    }
    test::Scratch folder_;
};

/// "id@surface" of each hit.
std::vector<std::string> found(std::string_view text) {
    static const SmallLexicon small;
    static const Lexicon lexicon = small.load();
    std::vector<std::string> out;
    for (const LexiconHit& hit : lexicon.scan(text)) {
        out.push_back(lexicon.entities()[hit.entity].id + "@" + std::string(hit.span.in(text)));
    }
    return out;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("the longest name wins") {
    CHECK(found("Dutasteride mesotherapy for pattern hair loss") ==
          Found{"dutasteride-mesotherapy@Dutasteride mesotherapy", "pattern-hair-loss@pattern hair loss"});
}

TEST_CASE("names are whole words") {
    CHECK(found("The injectionist saw alopeciaform things and vitamin D35.").empty());
}

TEST_CASE("a citation's number that clings to a name does not hide it") {
    CHECK(found("mesotherapy12 and dutasteride3.") == Found{"mesotherapy@mesotherapy", "dutasteride@dutasteride"});
}

TEST_CASE("plurals and possessives name the same thing") {
    CHECK(found("5-alpha-reductase inhibitors") == Found{"5-alpha-reductase-inhibitors@5-alpha-reductase inhibitors"});
    CHECK(found("mesotherapies, alopecias, psoriases") ==
          Found{"mesotherapy@mesotherapies", "hair-loss@alopecias", "psoriasis@psoriases"});
    CHECK(found("dutasteride’s effect") == Found{"dutasteride@dutasteride"});
}

TEST_CASE("a hyphen, a blank or nothing may part the words of a name") {
    CHECK(found("micro-needling and hair-loss and hairloss") ==
          Found{"microneedling@micro-needling", "hair-loss@hair-loss", "hair-loss@hairloss"});
    CHECK(found("platelet rich\nplasma") == Found{"prp@platelet rich\nplasma"});
    CHECK(found("meso-\ntherapy") == Found{"mesotherapy@meso-\ntherapy"});
}

TEST_CASE("British and American spellings meet") {
    CHECK(found("estrogen and anemia") == Found{"oestrogen@estrogen", "anaemia@anemia"});
    CHECK(found("Oestrogens and anaemia") == Found{"oestrogen@Oestrogens", "anaemia@anaemia"});
}

TEST_CASE("Greek letters and subscripts are read as people say them") {
    CHECK(found("5α-reductase inhibitor, vitamin D₃") ==
          Found{"5-alpha-reductase-inhibitors@5α-reductase inhibitor", "vitamin-d@vitamin D₃"});
}

TEST_CASE("an abbreviation that is an English word in small letters is matched as written only") {
    CHECK(found("It aids the same people") == Found{});
    CHECK(found("AIDS and SAMe") == Found{"aids@AIDS", "same@SAMe"});
    CHECK(found("prp or PRPs") == Found{"prp@prp", "prp@PRPs"});
}

TEST_CASE("an abbreviation keeps all its letters") {
    CHECK(found("at 4 PM, Thomas BF") == Found{});
    CHECK(found("PMS or pms, BPH") == Found{"premenstrual-syndrome@PMS", "premenstrual-syndrome@pms", "bph@BPH"});
}

TEST_CASE("a name with a number is not its first word alone") {
    CHECK(found("mRNA and mRNA-1273") == Found{"mrna-1273@mRNA-1273"});
}

TEST_CASE("no name runs across punctuation") {
    CHECK(found("He lost hair. Loss of weight, hair, loss (hair) loss").empty());
    CHECK(found("St. John's wort; St John’s Wort") ==
          Found{"st-johns-wort@St. John's wort", "st-johns-wort@St John’s Wort"});
    CHECK(found("VSL#3 and VSL 3") == Found{"vsl-3@VSL#3", "vsl-3@VSL 3"});
}

TEST_CASE("a lookup by name forgives case, plural, hyphen and bracket") {
    const SmallLexicon small;
    const Lexicon lexicon = small.load();
    for (const char* name :
         {"PRP", "prp", "Platelet-Rich Plasma (PRP)", "platelet rich plasmas", " platelet-rich plasma "}) {
        INFO(name);
        REQUIRE(lexicon.named(name) != nullptr);
        CHECK(lexicon.named(name)->id == "prp");
    }
    CHECK(lexicon.named("same") != nullptr);
    CHECK(lexicon.named("hair-loss")->id == "hair-loss");
    CHECK(lexicon.named("plasma") == nullptr);
    CHECK(lexicon.named("") == nullptr);
}

TEST_CASE("ancestors are listed nearest first, and a circle in the table ends") {
    const SmallLexicon small;
    const Lexicon lexicon = small.load();
    CHECK(lexicon.ancestors("dutasteride-mesotherapy") ==
          std::vector<std::string_view>{"dutasteride-mesotherapy", "mesotherapy"});
    CHECK(lexicon.ancestors("loop-a") == std::vector<std::string_view>{"loop-a", "loop-b"});
    CHECK(lexicon.ancestors("unheard-of").empty());
}

TEST_CASE("any bytes can be scanned, and hits are in order, apart and inside the text") {
    CHECK(rc::check([] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(
            rc::gen::oneOf(rc::gen::element<std::string>("hair", "loss", " ", "-", "α", "\xff", "’s", "PRP", "\n", "micro",
                                                         "needling", "3"),
                           rc::gen::string<std::string>()));
        std::string text;
        for (const auto& piece : pieces) text += piece;
        std::uint32_t last = 0;
        static const SmallLexicon small;
        static const Lexicon lexicon = small.load();
        for (const LexiconHit& hit : lexicon.scan(text)) {
            RC_ASSERT(hit.span.begin >= last);
            RC_ASSERT(hit.span.begin < hit.span.end);
            RC_ASSERT(hit.span.end <= text.size());
            last = hit.span.end;
        }
    }));
}

TEST_CASE("a long line is scanned like its parts") {
    const std::string piece = "We gave dutasteride mesotherapy to some for pattern hair loss; ";
    std::string text;
    for (int i = 0; i < 500; ++i) text += piece;
    CHECK(found(text).size() == 1000);
}
