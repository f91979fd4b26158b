// Reference strings into fields.
#include <string>
#include <vector>

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "evigrade/link.hpp"
#include "link/reference_tokens.hpp"

using namespace evigrade;

namespace {

const link::ReferenceParser& parser() {
    static const link::ReferenceParser one{Data()};
    return one;
}

std::vector<std::string> families(const BibItem& item) {
    std::vector<std::string> out;
    for (const auto& name : item.authors)
        out.push_back(name.literal ? *name.literal : (name.particle ? *name.particle + " " : "") + name.family.value_or(""));
    return out;
}

using Written = std::vector<std::string>;

}  // namespace

TEST_CASE("a journal article in Vancouver style gives all its fields") {
    const auto item = parser().parse(
        "Venditti FJ Jr, de la Cruz M, Suarez-Pinilla M, et al. Classification of death in trials. J Am Coll Cardiol. "
        "1996;27(2):433-442. doi: 10.1016/ABC.12 PMID: 8557918");
    CHECK(families(item) == Written{"Venditti", "de la Cruz", "Suarez-Pinilla"});
    CHECK(item.authors[0].suffix == "Jr");
    CHECK(item.authors[1].particle == "de la");
    CHECK(item.et_al);
    CHECK(item.title == "Classification of death in trials");
    CHECK(item.container_title == "J Am Coll Cardiol");
    CHECK(item.issued->year == 1996);
    CHECK(item.volume == "27");
    CHECK(item.issue == "2");
    CHECK(item.page == "433-442");
    CHECK(item.doi == "10.1016/abc.12");
    CHECK(item.pmid == "8557918");
    CHECK(item.type == ItemType::article_journal);
}

TEST_CASE("numbers that are glued together come apart") {
    const auto item = parser().parse(
        "Latha, P. and Vandana, K.R., Mesotherapy - A Review, International Journal of Advanced Pharmaceutics, 2011; "
        "1(1)19-29");
    CHECK(families(item) == Written{"Latha", "Vandana"});
    CHECK(item.volume == "1");
    CHECK(item.issue == "1");
    CHECK(item.page == "19-29");
}

TEST_CASE("an electronic locator is a page") {
    const auto item =
        parser().parse("Sundin J, Ohman L, Simren M. Understanding the gut microbiota. PLoS One. 2017;12(3):e0123456.");
    CHECK(item.page == "e0123456");
    CHECK(item.volume == "12");
}

TEST_CASE("given names may stand before the family names") {
    const auto item = parser().parse(
        "Christian Machens, Ranulfo Romo, and Carlos Brody. Flexible control of mutual inhibition. Science, 307:1121-1124, "
        "2005.");
    CHECK(families(item) == Written{"Machens", "Romo", "Brody"});
    CHECK(item.container_title == "Science");
}

TEST_CASE("a book has a publisher and a place") {
    const auto item =
        parser().parse("Sutton, R. S., & Barto, A. G. (2018). Reinforcement learning. Cambridge, MA: MIT Press.");
    CHECK(families(item) == Written{"Sutton", "Barto"});
    CHECK(item.publisher == "MIT Press");
    CHECK(item.publisher_place == "Cambridge, MA");
    CHECK(item.type == ItemType::book);
}

TEST_CASE("identifiers are found by their patterns") {
    const auto kind_of = [](const std::string& text) {
        const auto found = link::tokenise_reference(text);
        REQUIRE(found.identifiers.size() == 1);
        return found.identifiers[0].value;
    };
    CHECK(kind_of("see doi:10.1000/xyz(99)12.") == "10.1000/xyz(99)12");
    CHECK(kind_of("https://doi.org/10.1000/ABC") == "10.1000/abc");
    CHECK(kind_of("PMCID: PMC1234567") == "PMC1234567");
    CHECK(kind_of("pmid:12345678.") == "12345678");
    CHECK(kind_of("arXiv:1610.02743") == "1610.02743");
    CHECK(kind_of("ISBN 978-0-521-63338-3") == "9780521633383");
    CHECK(kind_of("<https://example.org/a_(b)>") == "https://example.org/a_(b)");
}

TEST_CASE("a list typed by hand is read in every field") {
    const auto book = parser().parse(
        "Baran, R. and Maibach, H.I. (2010), Textbook Of Cosmetic Dermatology, 4th Edition, Informa Health care, U.K., pp "
        "411");
    CHECK(families(book) == Written{"Baran", "Maibach"});
    CHECK(book.title == "Textbook Of Cosmetic Dermatology");
    CHECK(book.edition == "4th");
    CHECK(book.publisher == "Informa Health care");
    CHECK(book.type == ItemType::book);
    const auto stopped = parser().parse("Lucas, .K.J., Finasteride Cream In Hirsutism, Endocrine Practice, 2001; 7:5-10");
    CHECK(families(stopped) == Written{"Lucas"});
    CHECK(stopped.authors[0].given == "K.J.");
    CHECK(stopped.container_title == "Endocrine Practice");
    const auto glued = parser().parse(
        "Sakar, R., Garg, V.K., Mysore, V., Position Paper On Mesotherapy, Dermatology Specials, 2011; 77(2)232-237");
    CHECK(families(glued) == Written{"Sakar", "Garg", "Mysore"});
    CHECK(glued.title == "Position Paper On Mesotherapy");
    CHECK(glued.container_title == "Dermatology Specials");
    CHECK(glued.volume == "77");
    CHECK(glued.issue == "2");
    CHECK(glued.page == "232-237");
}

TEST_CASE("an edited book has editors and no authors") {
    const auto item = parser().parse(
        "Lehmbruch, Gerhard / Schmitter, Philippe (eds.) (1982): Patterns of Corporatist Policy-Making. Beverly Hills: Sage "
        "Publications.");
    CHECK(item.authors.empty());
    CHECK(item.editors.size() == 2);
}

TEST_CASE("links that a website hangs on an entry are no part of it") {
    const auto item = parser().parse(
        "Haney M, Malcolm RJ, 2016. Oral cannabidiol and smoked cannabis. Curr. Pharm. Des 18 (32), 4966-4979. [DOI] [PMC "
        "free article] [PubMed] [Google Scholar]");
    CHECK(item.page == "4966-4979");
    CHECK(item.volume == "18");
}

TEST_CASE("links inside an entry tell which work it is, where they lead to one alone") {
    const std::string smith = "Smith A. Minoxidil in men. J Hair. 2001;1:1-9. PubMed Google Scholar";
    const std::string nhs = "NHS: Minoxidil";
    const std::string two = "Jones B. Minoxidil in women. J Hair. 2002;2:1-9. This and that";
    Article article;
    article.text = smith + "\n" + nhs + "\n" + two;
    Segmentation cut;
    std::uint32_t at = 0;
    for (const auto& entry : {smith, nhs, two}) {
        ReferenceEntry listed;
        listed.span = {at, at + static_cast<std::uint32_t>(entry.size())};
        cut.references.push_back(listed);
        at = listed.span.end + 1;
    }
    const auto hang = [&](const std::string& words, const std::string& target) {
        Mark mark;
        mark.kind = MarkKind::link;
        mark.target = target;
        const auto begin = static_cast<std::uint32_t>(article.text.find(words));
        mark.span = {begin, begin + static_cast<std::uint32_t>(words.size())};
        article.marks.push_back(mark);
    };
    hang("PubMed", "https://pubmed.ncbi.nlm.nih.gov/12345678/");
    hang("Google Scholar", "https://scholar.google.com/scholar?q=minoxidil");
    hang(nhs, "https://www.nhs.uk/medicines/minoxidil/");
    hang("This", "https://doi.org/10.1000/this");
    hang("that", "https://doi.org/10.1000/that");
    const auto read = link::read_references(article, cut, link::ReferenceParser(Data()));
    CHECK(read.at(0).item.pmid == "12345678");
    CHECK_FALSE(read.at(0).item.url);
    CHECK(read.at(1).item.url == "https://www.nhs.uk/medicines/minoxidil/");
    CHECK(read.at(1).item.type == ItemType::webpage);
    CHECK(read.at(1).item.title == nhs);
    CHECK_FALSE(read.at(2).item.doi);
}

TEST_CASE("tokens cover a reference in order and never overlap") {
    rc::check([](const std::string& text) {
        std::size_t at = 0;
        for (const auto& token : link::tokenise_reference(text).tokens) {
            RC_ASSERT(token.begin >= at);
            RC_ASSERT(token.end > token.begin);
            at = token.end;
        }
        RC_ASSERT(at <= text.size());
    });
}

TEST_CASE("any bytes make an item, and the same bytes the same item") {
    rc::check([](const std::string& text) { RC_ASSERT(parser().parse(text) == parser().parse(text)); });
    CHECK_FALSE(parser().parse("").title);
    CHECK(parser().parse(std::string(1 << 20, '(')).authors.empty());
}
