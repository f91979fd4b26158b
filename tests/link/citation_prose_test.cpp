// Prose, links and identifiers that point at a study, whatever the list has.
#include <catch2/catch.hpp>

#include "citation_page.hpp"

using namespace evigrade;
using namespace evigrade::test::citations;

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
