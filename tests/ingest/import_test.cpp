// Records into the library: what they make of studies, and that the order in which things come does not matter.
#include <algorithm>
#include <numeric>
#include <random>

#include <catch2/catch.hpp>

#include "ingest/import_batch.hpp"
#include "support/hair.hpp"

using namespace evigrade;

namespace {

struct Sourced {
    BibRecord record;
    std::string source = "PubMed";
};

BibRecord record(BibItem item, const std::string& pmid, const std::string& doi = "") {
    BibRecord out;
    out.item = std::move(item);
    if (!pmid.empty()) out.item.pmid = pmid;
    if (!doi.empty()) out.item.doi = doi;
    return out;
}

const BibItem honey = test::paper("Paul", 2007, "Effect of honey on nocturnal cough and sleep quality of children",
                                  "Archives of Pediatrics and Adolescent Medicine", "161", "1140-1146");
const BibItem ginger =
    test::paper("Viljoen", 2014, "The effect of ginger on nausea in early pregnancy", "Nutrition Journal", "13", "20");

BibRecord honey_trial() {
    auto out = record(honey, "18056558", "10.1001/archpedi.161.12.1140");
    out.publication_types = {"Journal Article", "Randomized Controlled Trial"};
    out.abstract = "Children were randomly assigned to honey or to nothing.";
    return out;
}

BibRecord notice(RelationKind kind, const std::string& title, const std::string& pmid, const std::string& about,
                 const std::string& date) {
    auto out = record(test::paper("", 2012, title, "Archives of Pediatrics and Adolescent Medicine", "166", "2"), pmid);
    out.item.authors.clear();
    out.relations.push_back({kind, std::nullopt, about, date, std::nullopt});
    return out;
}

/// An article that claims what one reference says.
Ingested citing(const std::string& file, const BibItem& item, const std::string& treatment = "honey",
                const std::string& condition = "cough") {
    test::Make make(file);
    make.reference(1, item);
    make.claim("It helps, says " + file, {treatment}, {condition}, ClaimKind::efficacy, Stance::supports, {make.cite({1})});
    return make.done();
}

void import(store::Store& store, const test::Hair& hair, const std::vector<Sourced>& records) {
    const catalog::TitleDesigns designs{Data()};
    store::Transaction transaction(store.database());
    ingest::ImportBatch batch(store.database(), hair.policy, designs);
    for (const auto& one : records) batch.take(one.record, one.source);
    batch.settle();
    REQUIRE(transaction.commit().ok());
}

std::string rows(store::Store& store, const char* sql) {
    std::string out;
    for (auto row = store.database().query(sql); row.next();) out += row.text(0) + "\n";
    REQUIRE_FALSE(store.database().error());
    return out;
}

/// What `derived` shows, and the facts that records give a study.
std::string everything(store::Store& store) {
    return test::derived(store) +
           rows(store,
                "SELECT id || ' ' || coalesce(year, '?') || ' ' || state || ' ' || coalesce(state_date, '?') || ' ' || "
                "coalesce(state_source, '?') || ' ' || source FROM study ORDER BY 1") +
           rows(store, "SELECT study || ' ' || design || ' ' || source || ' ' || by FROM study_design ORDER BY 1") +
           rows(store,
                "SELECT report_of || ' ' || place || ' ' || coalesce(title, '') || ' ' || coalesce(report_kind, '') FROM "
                "bib_item WHERE report_of IS NOT NULL ORDER BY 1") +
           rows(store,
                "SELECT s.study || ' ' || r.source FROM study_record AS s JOIN record AS r ON r.key = s.record "
                "ORDER BY 1");
}

std::string state_of_imported(store::Store& store) {
    return rows(store, "SELECT state FROM study WHERE origin = 'imported'");
}

std::vector<Sourced> shelf() {
    auto preprint = record(ginger, "", "10.1101/2013.05.01.123456");
    preprint.item.container_title = "bioRxiv";
    preprint.item.issued = Date{2013, std::nullopt, std::nullopt};
    preprint.item.volume = preprint.item.page = std::nullopt;
    auto private_copy = record(honey, "");
    private_copy.item.title = "Effect of Honey on Nocturnal Cough and Sleep Quality of Children.";
    auto retracted = record(ginger, "", "10.1186/1475-2891-13-20");
    retracted.state = EditorialState::retracted;
    retracted.state_date = "2015-03-01";
    auto known =
        record(test::paper("Moftah", 2013,
                           "Mesotherapy using dutasteride-containing preparation in treatment of female pattern hair "
                           "loss: photographic, morphometric and ultrastructural evaluation",
                           "J Eur Acad Dermatol Venereol", "27", "686-693"),
               "22540156", "10.1111/j.1468-3083.2012.04535.x");
    known.relations.push_back({RelationKind::corrected_by, std::nullopt, "30000000", "2014-05", std::nullopt});
    return {{honey_trial(), "PubMed"},
            {private_copy, "library"},
            {record(ginger, "24642205", "10.1186/1475-2891-13-20"), "PubMed"},
            {preprint, "Crossref"},
            {retracted, "Retraction Watch"},
            {notice(RelationKind::corrects, "Correction", "22222222", "18056558", "2012-01-03"), "PubMed"},
            {known, "PubMed"},
            {record(test::paper("Nobody", 1999, "A paper that no article of this store cites", "J Unread", "1", "1"), "1"),
             "PubMed"}};
}

std::vector<Ingested> readers() {
    auto misprinted = honey;
    misprinted.authors.front().family = "Paull";
    misprinted.title = "Effect of honey on nocturnal cough and sleep";
    auto by_number = BibItem{};
    by_number.pmid = "18056558";
    test::Make prose("prose.txt");
    StudyPointer pointer;
    pointer.families = {"Viljoen"};
    pointer.year = 2014;
    prose.claim("Viljoen found in 2014 that ginger helps.", {"ginger"}, {"nausea"}, ClaimKind::efficacy, Stance::supports,
                {prose.point(pointer, "Viljoen found in 2014")});
    return {citing("full.txt", honey),
            citing("misprinted.txt", misprinted),
            citing("number.txt", by_number),
            citing("ginger.txt", ginger, "ginger", "nausea"),
            prose.done(),
            test::review_page(),
            test::sceptic()};
}

}  // namespace

TEST_CASE("records and articles that come in any order give the same store") {
    const test::Hair hair;
    auto first = hair.open("first.db");
    import(first, hair, shelf());
    for (const auto& article : readers()) hair.put(first, article);
    const std::string expected = everything(first);
    REQUIRE(expected.find("| imported |") != std::string::npos);
    REQUIRE(expected.find("Nobody") == std::string::npos);
    const auto records = shelf();
    const auto articles = readers();
    std::vector<std::size_t> order(records.size() + articles.size());
    const std::uint64_t rounds = std::max<std::uint64_t>(8, test::store_cases() / 20);
    for (std::uint64_t round = 0; round < rounds; ++round) {
        INFO("round " << round);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::mt19937_64 dice(round);
        std::shuffle(order.begin(), order.end(), dice);
        auto store = hair.open("order" + std::to_string(round % 2) + ".db");
        for (const auto place : order) {
            if (place < records.size()) {
                import(store, hair, {records[place]});
            } else {
                hair.put(store, articles[place - records.size()]);
            }
        }
        CHECK(everything(store) == expected);
        std::filesystem::remove(hair.folder / ("order" + std::to_string((round + 1) % 2) + ".db"));
    }
}

TEST_CASE("records imported twice change nothing") {
    const test::Hair hair;
    auto store = hair.open();
    for (const auto& article : readers()) hair.put(store, article);
    import(store, hair, shelf());
    const std::string before = everything(store);
    const catalog::TitleDesigns designs{Data()};
    store::Transaction transaction(store.database());
    ingest::ImportBatch batch(store.database(), hair.policy, designs);
    for (const auto& one : shelf()) CHECK(batch.take(one.record, one.source) == store::Outcome::unchanged);
    batch.settle();
    CHECK(everything(store) == before);
}

TEST_CASE("a reference takes its design from the record of the paper, and the paper asserts it") {
    const test::Hair hair;
    auto store = hair.open();
    hair.put(store, citing("full.txt", honey));
    import(store, hair, {{ honey_trial() }});
    CHECK(rows(store,
               "SELECT d.design || ' ' || d.source || ' ' || d.by FROM study_design AS d JOIN study AS s ON s.id = "
               "d.study WHERE s.origin = 'imported'") == "randomized_trial primary PubMed 18056558\n");
    CHECK(rows(store, "SELECT support FROM grade WHERE treatment = 'honey' AND condition = 'cough'") ==
          std::to_string(std::uint64_t{1} << 58) + "\n");
}

TEST_CASE("a retraction that comes later takes the weight from whatever rested on the study") {
    const test::Hair hair;
    auto store = hair.open();
    hair.put(store, citing("full.txt", honey));
    import(store, hair, {{ honey_trial() }});
    import(store, hair, {{ notice(RelationKind::retracts, "Retraction notice", "33", "18056558", "2020-02-01") }});
    CHECK(state_of_imported(store) == "retracted\n");
    CHECK(rows(store, "SELECT support FROM grade WHERE treatment = 'honey' AND condition = 'cough'") == "0\n");
    CHECK(rows(store, "SELECT code FROM finding WHERE origin = 'store' AND severity = 'error'") == "retracted_cited\n");
    import(store, hair, {{ notice(RelationKind::reinstates, "Reinstated", "34", "18056558", "2021-02-01") }});
    CHECK(state_of_imported(store) == "reinstated\n");
    CHECK(rows(store, "SELECT support > 0 FROM grade WHERE treatment = 'honey' AND condition = 'cough'") == "1\n");
}

TEST_CASE("a catalogue study is corrected or retracted by what the records say of it") {
    const test::Hair hair;
    auto store = hair.open();
    hair.put(store, test::review_page());
    auto known = record(test::paper("Mysore", 2010, "Mesotherapy in management of hairloss - Is it of any use?",
                                    "International Journal of Trichology", "2", "45-46"),
                        "21188025");
    import(store, hair, {{ known }});
    CHECK(rows(store, "SELECT state FROM study WHERE id = 'mysore-2010'") == "clear\n");
    import(store, hair, {{ notice(RelationKind::retracts, "Retraction", "35", "21188025", "2019") }});
    CHECK(rows(store, "SELECT state || ' ' || state_date FROM study WHERE id = 'mysore-2010'") == "retracted 2019\n");
    CHECK(rows(store, "SELECT count(*) FROM study WHERE origin = 'imported'") == "0\n");
}

TEST_CASE("what a person decided of a study's state stands over a record that comes later, and undone gives way to it") {
    const test::Hair hair;
    auto store = hair.open();
    hair.put(store, test::review_page());
    const ingest::Signature person{"A. Reviewer", "asked the journal", std::nullopt};
    const auto decided =
        ingest::decide(store, {{"moftah-2013", std::nullopt, Purpose::benefit, "state", "clear"}}, person, hair.policy);
    REQUIRE(decided.ok());
    auto retracted =
        record(test::paper("Moftah", 2013,
                           "Mesotherapy using dutasteride-containing preparation in treatment of female pattern "
                           "hair loss",
                           "J Eur Acad Dermatol Venereol", "27", "686-693"),
               "22540156");
    retracted.state = EditorialState::retracted;
    retracted.state_date = "2024-03-14";
    import(store, hair, {{ retracted, "Retraction Watch" }});
    const char* state = "SELECT state FROM study WHERE id = 'moftah-2013'";
    CHECK(rows(store, state) == "clear\n");
    REQUIRE(ingest::undo(store, decided->front().id, person, hair.policy).ok());
    CHECK(rows(store, state) == "retracted\n");
}

TEST_CASE("a study that nothing cites any more goes, and its records stay") {
    const test::Hair hair;
    auto store = hair.open();
    const std::string before = everything(store);
    auto records = shelf();
    records.erase(records.begin() + 6);  // what the catalogue knows, and learns a correction of
    import(store, hair, records);
    CHECK(everything(store) == before);
    const auto article = citing("full.txt", honey);
    hair.put(store, article);
    CHECK(state_of_imported(store) == "corrected\n");
    REQUIRE(ingest::remove(store, article.article.id, hair.policy).ok());
    CHECK(everything(store) == before);
    CHECK(rows(store, "SELECT count(*) FROM record") == "7\n");
}

TEST_CASE("a record that its source deletes gives way to another of the paper, and stays for who cites it alone") {
    const test::Hair hair;
    auto store = hair.open();
    hair.put(store, citing("full.txt", honey));
    import(store, hair, {{ honey_trial() }});
    const catalog::TitleDesigns designs{Data()};
    store::Transaction transaction(store.database());
    ingest::ImportBatch batch(store.database(), hair.policy, designs);
    CHECK(batch.withdraw("18056558", "PubMed") == 1);
    CHECK(batch.withdraw("18056558", "PubMed") == 0);
    CHECK(batch.withdraw("404", "PubMed") == 0);
    batch.settle();
    REQUIRE(transaction.commit().ok());
    CHECK(rows(store, "SELECT source FROM study WHERE origin = 'imported'") ==
          "record of PubMed 18056558 (withdrawn from it)\n");
}

TEST_CASE("a title that very many records share finds no paper by itself, whenever they come") {
    const test::Hair hair;
    std::vector<Sourced> many;
    for (int i = 0; i < 120; ++i) {
        many.push_back({record(test::paper("Author" + std::to_string(i), 1980 + i % 40, "Guidelines for everyone",
                                           "J Common", std::to_string(i), std::to_string(1000 + i)),
                               std::to_string(5000 + i))});
    }
    const auto wanted =
        citing("wanted.txt", test::paper("Author7", 1987, "Guidelines for everyone", "J Common", "7", "1007"));
    const auto vague = citing("vague.txt", test::paper("", 0, "Guidelines for everyone"));
    auto early = hair.open("early.db");
    import(early, hair, many);
    for (const auto& article : {wanted, vague}) hair.put(early, article);
    auto late = hair.open("late.db");
    for (const auto& article : {wanted, vague}) hair.put(late, article);
    for (std::size_t i = 0; i < many.size(); i += 30)
        import(late, hair,
               {many.begin() + static_cast<std::ptrdiff_t>(i), many.begin() + static_cast<std::ptrdiff_t>(i + 30)});
    CHECK(everything(late) == everything(early));
    CHECK(rows(late, "SELECT label FROM study WHERE origin = 'imported'") == "Author7 1987\n");
}

namespace {

/// The codes of what is found in an article of one sentence that cites the honey trial.
std::vector<std::string> found_in(const std::string& sentence) {
    const test::Hair hair;
    auto store = hair.open();
    auto trial = honey_trial();
    trial.abstract =
        "In this randomised trial 105 children were randomly assigned to honey, to dextromethorphan or to nothing. Cough "
        "frequency fell by 47% with honey.";
    import(store, hair, {{ trial, "PubMed" }});
    const ingest::Pipeline pipeline(hair.data);
    const auto read = pipeline.process("Honey for cough\n\n" + sentence +
                                           "\n\nReferences\n\n1. Paul IM, Beiler J. Effect of honey on nocturnal cough and "
                                           "sleep quality of children. Archives of Pediatrics and Adolescent Medicine. "
                                           "2007;161:1140-1146. doi:10.1001/archpedi.161.12.1140\n",
                                       "page.txt");
    REQUIRE(read);
    const auto found = ingest::examine(store, *read, hair.policy);
    REQUIRE(found);
    std::vector<std::string> codes;
    for (const auto& finding : *found) {
        if (finding.code == "figure_mismatch" || finding.code == "design_inflated") codes.push_back(finding.code);
    }
    return codes;
}

}  // namespace

TEST_CASE("figures and design of an imported record are held against the sentence that cites it") {
    const std::vector<std::string> none;
    const std::vector<std::string> figure{"figure_mismatch"};
    CHECK(found_in("In a trial of 60 children honey eased cough [1].") == figure);
    CHECK(found_in("In a trial of 105 children honey eased cough [1].") == none);
    CHECK(found_in("Honey cut the frequency of cough by 90% [1].") == figure);
    CHECK(found_in("Honey cut the frequency of cough by 47% [1].") == none);
    CHECK(found_in("A meta-analysis of nine trials showed that honey eases cough [1].") ==
          std::vector<std::string>{"design_inflated"});
}
