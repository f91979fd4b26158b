// When two descriptions mean the same publication, and when they do not.
#include <algorithm>

#include <catch2/catch.hpp>

#include "evigrade/catalog.hpp"

using namespace evigrade;
using catalog::match;

namespace {

struct Fields {
    std::vector<std::string> families;
    int year = 0;
    std::string title, container, volume, page, doi = "", pmid = "";
};

BibItem item(const Fields& fields) {
    const auto some = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
    BibItem out;
    for (const auto& family : fields.families)
        out.authors.push_back({family, std::nullopt, std::nullopt, std::nullopt, std::nullopt});
    if (fields.year != 0) out.issued = Date{fields.year, std::nullopt, std::nullopt};
    out.title = some(fields.title);
    out.container_title = some(fields.container);
    out.volume = some(fields.volume);
    out.page = some(fields.page);
    out.doi = some(fields.doi);
    out.pmid = some(fields.pmid);
    return out;
}

const BibItem sarkar = item({{"Sarkar", "Garg", "Mysore"},
                             2011,
                             "Position paper on mesotherapy",
                             "Indian Journal of Dermatology, Venereology and Leprology",
                             "77",
                             "232-237"});
const BibItem konda = item({{"Konda", "Thappa"},
                            2013,
                            "Mesotherapy: What is new?",
                            "Indian Journal of Dermatology, Venereology and Leprology",
                            "79",
                            "127-134"});
const BibItem mysore = item({{"Mysore"},
                             2010,
                             "Mesotherapy in management of hairloss - Is it of any use?",
                             "International Journal of Trichology",
                             "2",
                             "45-46"});

bool share_a_key(const BibItem& reference, const BibItem& record) {
    const auto stored = catalog::keys(record);
    const auto wanted = catalog::search_keys(reference);
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](auto key) { return std::binary_search(stored.begin(), stored.end(), key); });
}

void check_same(const BibItem& reference, const BibItem& record) {
    const auto found = match(reference, record);
    INFO(found.in_words() << " = " << found.score);
    CHECK(found.holds());
    CHECK(found.identity == Identity::sure);
    CHECK(share_a_key(reference, record));
}

}  // namespace

TEST_CASE("a misspelt author and a section's name for the journal's do not hide a paper") {
    check_same(
        item({{"Sakar", "Garg", "Mysore"}, 2011, "Position Paper On Mesotherapy", "Dermatology Specials", "77", "232-237"}),
        sarkar);
}

TEST_CASE("a title with its authors outweighs a wrong year, volume and page") {
    check_same(item({{"Konda", "Thappa"},
                     2009,
                     "Mesotherapy: What Is New?",
                     "Indian journal of Dermatology, Venereology and Leprology",
                     "75",
                     "47-51"}),
               konda);
}

TEST_CASE("a word that one writer joins and another parts is the same word") {
    check_same(item({{"Mysore"},
                     2010,
                     "Mesotherapy In Management Of Hair Loss – Is It Of Any Use?",
                     "International Journal of Trichology",
                     "2",
                     "45-45"}),
               mysore);
}

TEST_CASE("a reference without a title is known by author, journal, year, volume and page together") {
    check_same(item({{"Mysore"}, 2010, "", "Int J Trichology", "2", "45"}), mysore);
    CHECK_FALSE(match(item({{"Mysore"}, 2010, "", "Int J Trichology", "", ""}), mysore).holds());
}

TEST_CASE("an equal identifier decides and a differing one forbids what the rest allows") {
    const auto with_doi = [](BibItem base, const char* doi) {
        base.doi = doi;
        return base;
    };
    CHECK(match(item({{}, 0, "", "", "", "", "10.1000/x"}), with_doi(mysore, "10.1000/X")).holds());
    const auto other =
        item({{"Mysore"}, 2010, "Mesotherapy revisited in practice", "Int J Trichology", "2", "50", "10.1/a"});
    CHECK_FALSE(match(other, with_doi(mysore, "10.1/b")).holds());
}

TEST_CASE("papers by the same authors on the same subject stay apart") {
    CHECK_FALSE(match(sarkar, konda).holds());
    CHECK_FALSE(
        match(item({{"Sarkar", "Garg"}, 2011, "Mesotherapy in dermatology", "Indian Journal of Dermatology", "56", "10"}),
              sarkar)
            .holds());
    CHECK_FALSE(match(item({{"Mysore"}, 2010, "Invisible dermatoses", "Int J Trichology", "2", "60"}), mysore).holds());
}

TEST_CASE("a group's next paper a year later, under a title much like it, is another paper") {
    const BibItem mouse =
        item({{"Takahashi", "Yamanaka"},
              2006,
              "Induction of pluripotent stem cells from mouse embryonic and adult fibroblast cultures by defined factors",
              "Cell",
              "126",
              "663-676"});
    BibItem human = item({{"Takahashi", "Tanabe", "Ohnuki"},
                          2007,
                          "Induction of Pluripotent Stem Cells from Adult Human Fibroblasts by Defined Factors",
                          "Cell",
                          "",
                          ""});
    CHECK_FALSE(match(mouse, human).holds());
    human.issued->year = 2006;
    CHECK(match(mouse, human).holds());  // of the same year it may be the paper, badly copied
}

TEST_CASE("a verdict does not depend on which of two items is asked first") {
    const std::vector<BibItem> all{sarkar, konda, mysore, item({{"Konda"}, 2012, "Mesotherapy", "", "", ""})};
    for (const auto& a : all) {
        for (const auto& b : all) CHECK(match(a, b).score == match(b, a).score);
    }
}

TEST_CASE("a journal with a year points at a record, and the identity is an inference") {
    StudyPointer pointer;
    pointer.year = 2010;
    pointer.container = "International Journal of Trichology";
    const auto found = match(pointer, mysore);
    CHECK(found.holds());
    CHECK(found.identity == Identity::implicit);
    pointer.year = 2011;
    CHECK_FALSE(match(pointer, mysore).holds());
    pointer.year = 2010;
    pointer.container = "International Journal of Cardiology";
    CHECK_FALSE(match(pointer, mysore).holds());
}

TEST_CASE("a page that bears the study's own title and author is about it beyond doubt") {
    StudyPointer pointer;
    pointer.title = "Mesotherapy in the Management of Hair Loss: Is It of Any Use?";
    pointer.families = {"Mysore"};
    pointer.year = 2010;
    const auto found = match(pointer, mysore);
    INFO(found.in_words() << " = " << found.score);
    CHECK(found.holds());
    CHECK(found.identity == Identity::sure);
}

TEST_CASE("a surname and a year alone point at a record only as an inference") {
    StudyPointer pointer;
    pointer.families = {"Mysore"};
    pointer.year = 2010;
    CHECK(match(pointer, mysore).holds());
    CHECK(match(pointer, mysore).identity == Identity::implicit);
    pointer.families = {"Smith"};
    CHECK_FALSE(match(pointer, mysore).holds());
}

TEST_CASE("a study known from a reference alone has an id of its content and the design its title names") {
    const catalog::TitleDesigns designs{Data()};
    const auto reference = item({{"Rossi"}, 2012, "Minoxidil in alopecia: a randomized controlled trial", "X", "1", "2"});
    const auto study = catalog::study_from(reference, designs);
    CHECK(study.label == "Rossi 2012");
    CHECK(study.design() == Design::randomized_trial);
    CHECK(study.design_from() == DesignSource::inferred);
    CHECK(study.id == catalog::study_from(reference, designs).id);
    CHECK(designs.of("Study protocol for a randomized controlled trial") == Design::protocol);
    CHECK(designs.of("Hair biology") == Design::unknown);
}

TEST_CASE("an entry whose title could not be read is the paper that its authors printed on that page") {
    check_same(item({{"Sakar", "Garg", "Mysore"}, 2011, "", "Dermatology Specials", "77", "232-237"}), sarkar);
}
