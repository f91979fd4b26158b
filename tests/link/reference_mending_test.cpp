// What is set right behind the sequence model.
#include <catch2/catch.hpp>

#include "evigrade/base/text.hpp"
#include "evigrade/link.hpp"
#include "link/reference_mending.hpp"

using namespace evigrade;

namespace {

BibItem parsed(std::string_view text) {
    static const link::ReferenceParser parser{Data()};
    return parser.parse(text);
}

BibItem mended(std::string_view text, BibItem item) {
    static const Data data;
    static const link::ReferenceMender mender(data);
    mender.mend(text, item);
    return item;
}

Name person(const char* family, const char* given) {
    Name name;
    name.family = family;
    if (given != nullptr) name.given = given;
    return name;
}

}  // namespace

TEST_CASE("a body whose name was taken apart is one author") {
    BibItem item;
    item.authors = {person("Mergers", nullptr), person("Commission", nullptr)};
    const BibItem body = mended("Mergers and Trusts Commission, 1991, A report on drinks, London.", item);
    REQUIRE(body.authors.size() == 1);
    CHECK(body.authors[0].literal == "Mergers and Trusts Commission");
    item.authors = {person("Bank", "J."), person("Union", "K.")};
    CHECK(mended("Bank, J., Union, K. (1991) A report.", item).authors == item.authors);
}

TEST_CASE("a body in front of the title is its author where nobody else is named") {
    BibItem item;
    item.title = "National Institute of Sleep. Napping at work";
    const BibItem found = mended("", item);
    REQUIRE(found.authors.size() == 1);
    CHECK(found.authors[0].literal == "National Institute of Sleep");
    CHECK(found.title == "Napping at work");
    item.title = "The institute of sleep. Napping at work";  // no name
    CHECK(mended("", item).title == item.title);
}

TEST_CASE("a body that signs a page is its author, whole, and known by its words, its capitals or the host of the page") {
    const auto author = [](std::string_view text) { return parsed(text).authors.at(0).literal.value_or("a person"); };
    const BibItem mayo =
        parsed("Mayo Clinic. Hair loss. https://www.mayoclinic.org/diseases/hair-loss. Accessed May 3, 2022.");
    CHECK(mayo.type == ItemType::webpage);
    CHECK(mayo.title == "Hair loss");
    REQUIRE(mayo.authors.size() == 1);
    CHECK(mayo.authors[0].literal == "Mayo Clinic");
    CHECK(author("WebMD. Finasteride. https://www.webmd.com/drugs/finasteride. Accessed April 1, 2020.") == "WebMD");
    CHECK(author("NHS. Minoxidil. https://www.nhs.uk/medicines/minoxidil/ (accessed 4 June 2020).") == "NHS");
    CHECK(author("Harvard Health Publishing. Treating hair loss. https://www.health.harvard.edu/staying-healthy. 2020.") ==
          "Harvard Health Publishing");
    const BibItem service = parsed("National Health Service. (2020, June 4). Minoxidil. https://www.nhs.uk/minoxidil/");
    CHECK(service.authors.at(0).literal == "National Health Service");
    CHECK(service.title == "Minoxidil");
    CHECK(author("Harris J. Alopecia. https://www.harrisj.com/alopecia. Accessed May 3, 2022.") == "a person");
}

TEST_CASE("a page on the site of a body is a page, and a guideline in its series no article") {
    CHECK(
        parsed("Mayo Clinic Staff. Hair loss: causes. Mayo Clinic. https://www.mayoclinic.org/hair. Published 2022.").type ==
        ItemType::webpage);
    const BibItem nice = parsed(
        "National Institute for Health and Care Excellence. Psoriasis: assessment and management. Clinical guideline CG153. "
        "London: NICE; 2012.");
    CHECK(nice.type == ItemType::report);
    CHECK(nice.title == "Psoriasis: assessment and management");
    CHECK_FALSE(nice.container_title);
}

TEST_CASE("a title of one word behind names with initials is a title") {
    const BibItem telogen = parsed("Whiting D. Telogen. Int J Dermatol 1999;38:1.");
    CHECK(telogen.authors.size() == 1);
    CHECK(telogen.title == "Telogen");
    const BibItem book = parsed("Harris J. Alopecia. Springer; 2015.");
    CHECK(book.authors.size() == 1);
    CHECK(book.title == "Alopecia");
}

TEST_CASE("a word before the colon of a title behind a name with initials is of the title") {
    const BibItem acne = parsed("Schmidt K. Haarausfall: Was wirklich hilft. Hautarzt. 2012;63:1-9.");
    CHECK(acne.authors.size() == 1);
    CHECK(acne.title == "Haarausfall: Was wirklich hilft");
    const BibItem two = parsed("Huber, J. D. and C. R. Shipan (2002): Deliberate Discretion (Cambridge: University Press).");
    CHECK(two.authors.size() == 2);
    CHECK(two.title == "Deliberate Discretion");
}

TEST_CASE("bodies of other tongues are bodies, and edit where they say so") {
    const BibItem has = parsed("Haute Autorité de Santé. Prise en charge de l'alopécie. Saint-Denis : HAS ; 2019.");
    CHECK(has.authors.at(0).literal == "Haute Autorité de Santé");
    const BibItem rki = parsed("Robert Koch-Institut (Hrsg.) (2015): Gesundheit in Deutschland. Berlin: RKI.");
    CHECK(rki.authors.empty());
    CHECK(rki.editors.at(0).literal == "Robert Koch-Institut");
}

TEST_CASE("a preprint stands on its server, whose number tells its year") {
    const BibItem preprint = parsed("Gupta AK, Charrette A. Minoxidil in men. medRxiv 2021.03.01.21252345.");
    CHECK(preprint.type == ItemType::article);
    CHECK(preprint.title == "Minoxidil in men");
    CHECK(preprint.container_title == "medRxiv");
    REQUIRE(preprint.issued);
    CHECK(preprint.issued->year == 2021);
}

TEST_CASE("a law is its title, a patent's owner no inventor, and the day of a date no volume") {
    const BibItem law = parsed(
        "Regulation (EU) 2017/745 of the European Parliament and of the Council of 5 April 2017 on medical devices. OJ L "
        "117, 5.5.2017, p. 1-175.");
    CHECK(law.type == ItemType::legislation);
    CHECK(law.title ==
          "Regulation (EU) 2017/745 of the European Parliament and of the Council of 5 April 2017 on medical devices");
    CHECK_FALSE(law.container_title);
    BibItem patent;
    patent.type = ItemType::patent;
    patent.authors = {person("Chidsey", "CA"), person("Co", "Upjohn")};
    patent.title = "assignee. Processes for hair growth";
    patent.container_title = "US patent";
    const BibItem owned = mended("", patent);
    CHECK(owned.authors.size() == 1);
    CHECK(owned.title == "Processes for hair growth");
    CHECK_FALSE(owned.container_title);
    BibItem dated;
    dated.volume = "12";
    CHECK_FALSE(mended("Schmidt K. Haare. Apotheken Umschau, 12. März 2020.", dated).volume);
    CHECK(mended("Schmidt K. Haare. Hautarzt 12:1-9. 2020.", dated).volume == "12");
}

TEST_CASE("a thesis says what it is behind its title, not in it") {
    BibItem item;
    item.title = "Naps of nurses. PhD thesis, Leeds";
    CHECK(mended("", item).title == "Naps of nurses");
    item.title = "How to write a PhD thesis";
    CHECK(mended("", item).title == item.title);
}

TEST_CASE("the number of a patent is neither volume nor page") {
    const BibItem item = parsed("Weber A. Device for taking tablets. US Patent 7,654,321 B2. 2010 Jan 5.");
    CHECK(item.type == ItemType::patent);
    CHECK(item.title == "Device for taking tablets");
    CHECK_FALSE(item.volume);
    CHECK_FALSE(item.page);
}

TEST_CASE("the book of a chapter runs from its editors' mark to the next part, commas and all") {
    const BibItem item = parsed(
        "Hill, A. (1992) 'The quiet ward', in W. Carr, L. Stone, R. Curry and D. Hart (eds) Fragile Wards: Nursing, "
        "Sleep and Noise in Canada, pp. 83-98. Toronto: Garamond.");
    CHECK(item.title == "The quiet ward");
    CHECK(item.container_title == "Fragile Wards: Nursing, Sleep and Noise in Canada");
    CHECK(item.page == "83-98");
}

TEST_CASE("who stands before the title wrote the chapter, whoever edited the book") {
    for (const std::string text : {"Smith JA, Jones B. Management of acne. In: Griffiths C, Barker J, editors. Rook's "
                                   "Textbook of Dermatology. 9th ed. "
                                   "Oxford: Wiley-Blackwell; 2016. p. 90-95.",
                                   "Smith, J. A., & Jones, B. (2016). Management of acne. In C. Griffiths & J. Barker "
                                   "(Eds.), Rook's textbook of dermatology "
                                   "(9th ed., pp. 90-95). Wiley."}) {
        INFO(text);
        const BibItem item = parsed(text);
        REQUIRE(item.authors.size() == 2);
        CHECK(item.authors[1].family == "Jones");
        REQUIRE(item.editors.size() == 2);
        CHECK(item.editors[0].family == "Griffiths");
        CHECK(item.editors[0].given.value_or("").substr(0, 1) == "C");
        CHECK(item.title == "Management of acne");
        CHECK(fold(item.container_title.value_or("")) == "rook s textbook of dermatology");
        CHECK(item.edition == "9th");
        CHECK(item.page == "90-95");
    }
}

TEST_CASE("a title in quotation marks ends where they close") {
    const BibItem item = parsed("Acar, F. (1993) ‘Nurses and Schools in Turkey’, Higher Learning in Europe 18: 65 - 77.");
    CHECK(item.title == "Nurses and Schools in Turkey");
    CHECK(item.container_title == "Higher Learning in Europe");
    const BibItem named =
        parsed("Phillips RJS (1960) ‘Lurcher’, a new gene in linkage group XI of the house mouse. J Genet 57:35–42.");
    CHECK(named.container_title == "J Genet");
}

TEST_CASE("of two names in a row the one in capitals is the family's; initials behind a name are none") {
    CHECK(parsed("LAZARUS Sylvain, 1996, Anthropologie du Nom, Paris, Seuil.").authors.front().family == "LAZARUS");
    CHECK(parsed("Lemmers RJLF, Tawil R. Digenic inheritance of a mutation. Nat Genet. 2012;44:1370–4.")
              .authors.front()
              .family == "Lemmers");
}

TEST_CASE("what says that it is pages is the pages") {
    CHECK(
        parsed(
            "Bauer, T. (1995), ‘Modelling migration’, in: L. Heering (ed), Causes of Migration. Proceedings of a Workshop, "
            "Luxembourg, 14–16 December 1994, Eurostat, pp. 95–115.")
            .page == "95-115");
}

TEST_CASE("an In of the title opens no book") {
    const BibItem item =
        parsed("Hill, A. (1990). Sleep and rest in art. In M. Stone (Ed.), Art and sleep (pp. 4-25). Austin: Texas Press.");
    CHECK(item.title == "Sleep and rest in art");
    CHECK(item.container_title == "Art and sleep");
}

TEST_CASE("a book may be named by its editors alone") {
    BibItem item;
    item.container_title = "Deck / Thom";
    item.page = "69-74";
    const BibItem found = mended("Brun, H. (1998), The ward, in: Deck / Thom, pp. 69-74", item);
    CHECK_FALSE(found.container_title);
    REQUIRE(found.editors.size() == 2);
    CHECK(found.editors[1].family == "Thom");
}

TEST_CASE("a season is no part of a journal's name") {
    BibItem item;
    item.container_title = "Ward Affairs, January/February";
    CHECK(mended("", item).container_title == "Ward Affairs");
    item.container_title = "Sleep, Summer and Health";
    CHECK(mended("", item).container_title == item.container_title);
}
