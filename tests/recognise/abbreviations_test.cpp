#include "recognise/article.hpp"

using namespace evigrade;
using Found = std::vector<std::string>;

TEST_CASE("an abbreviation that the text defines names its long form everywhere") {
    CHECK(test::mentioned("FPH came back. Female pattern hair loss (FPH) is common.") ==
          Found{"female-pattern-hair-loss@FPH", "female-pattern-hair-loss@Female pattern hair loss",
                "female-pattern-hair-loss@FPH"});
    CHECK(test::mentioned("DUT (dutasteride) helps. DUT is a drug.") ==
          Found{"dutasteride@DUT", "dutasteride@dutasteride", "dutasteride@DUT"});
}

TEST_CASE("an abbreviation is read as written only") {
    CHECK(test::mentioned("Mesotherapy is (MET); we met.") == Found{"mesotherapy@Mesotherapy"});
    CHECK(test::mentioned("Mesotherapy (MET); we met; MET") ==
          Found{"mesotherapy@Mesotherapy", "mesotherapy@MET", "mesotherapy@MET"});
}

TEST_CASE("an article may use a known abbreviation for something else") {
    CHECK(test::mentioned("Peak respiratory pressure (PRP) rose. So did PRP.").empty());
    CHECK(test::mentioned("Plasma rich in platelets (PRP) heals.") == Found{"prp@PRP"});
}

TEST_CASE("an unknown long form with a head word is a treatment of the article") {
    const Mentions mentions = test::recognised("Shock wave therapy (SWT) works. SWT is loud.");
    CHECK(test::ids(mentions) == Found{"shock-wave-therapy"});
    CHECK(mentions.mentions.size() == 3);
    CHECK(mentions.entities.front().kind == EntityKind::treatment);
    CHECK(mentions.entities.front().aliases == std::vector<std::string>{"SWT"});
}

TEST_CASE("a bracket without a definition defines nothing") {
    CHECK(test::mentioned("Minoxidil (see Table 2) (P = 0.03) (n=12) (Figure).") == Found{"minoxidil@Minoxidil"});
}

TEST_CASE("two capitals name a known thing only where the article also writes it out") {
    CHECK(test::mentioned("Jane Doe, MS, wrote this.").empty());
    CHECK(test::mentioned("Multiple sclerosis is hard. MS is hard.") ==
          Found{"multiple-sclerosis@Multiple sclerosis", "multiple-sclerosis@MS"});
    CHECK(test::mentioned("People with MS are many. The cost of MS is high.").size() == 2);
}
