// In-text citations by author and year, resolved to the list and held against it.
#include <catch2/catch.hpp>

#include "citation_page.hpp"

using namespace evigrade;
using namespace evigrade::test::citations;

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

TEST_CASE("years of events, statistics and software are no citations") {
    CHECK(named_in("It was approved in May 2010 (n = 2010), and again (P < 0.05, 95% CI 1.2-1.9) in Germany (Table 2).")
              .empty());
    CHECK(named_in("This was funded by the post-doctoral fellowship BIPD/ICI-FC-BST 2016 (AL).").empty());
}
