// Records of the library that no article cites: listed under what they are about, and without weight.
#include <algorithm>

#include <catch2/catch.hpp>

#include "evigrade/query.hpp"
#include "ingest/import_batch.hpp"
#include "support/hair.hpp"

using namespace evigrade;

namespace {

BibRecord record(const BibItem& item, const std::string& pmid, std::vector<std::string> mesh = {}) {
    BibRecord out;
    out.item = item;
    out.item.pmid = pmid;
    out.mesh = std::move(mesh);
    return out;
}

const BibItem honey =
    test::paper("Paul", 2007, "Effect of honey on nocturnal cough of children", "Arch Pediatr Adolesc Med", "161", "1140");
const BibItem syrup = test::paper("Cohen", 2012, "A sweet syrup before sleep", "Pediatrics", "130", "465");
const BibItem ginger = test::paper("Viljoen", 2014, "The effect of ginger on nausea", "Nutr J", "13", "20");

/// Takes records in, or has their source delete them where `deleted` says so.
void import(store::Store& store, const test::Hair& hair, const std::vector<BibRecord>& records,
            const std::vector<std::string>& deleted = {}) {
    const catalog::TitleDesigns designs{Data()};
    store::Transaction transaction(store.database());
    ingest::ImportBatch batch(store.database(), hair.policy, designs);
    for (const auto& pmid : deleted) batch.withdraw(pmid, "PubMed");
    for (const auto& one : records) batch.take(one, "PubMed");
    batch.settle();
    REQUIRE(transaction.commit().ok());
}

std::vector<std::string> listed_studies(const store::Store& store, const query::Filter& filter) {
    const auto found = query::studies(store, filter);
    REQUIRE(found.ok());
    std::vector<std::string> out;
    for (const auto& row : found->rows) {
        CHECK((row.origin != StudyOrigin::imported || row.cited_by.empty() == row.articles.empty()));
        out.push_back(row.study.label + (row.articles.empty() ? " uncited" : " cited"));
    }
    return out;
}

query::Filter records_about(const std::string& treatment) {
    query::Filter filter;
    filter.treatments = {treatment};
    return filter;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("records about a treatment that no article cites are listed by title and MeSH, the newest first") {
    const test::Hair hair;
    auto store = hair.open();
    import(store, hair, {record(honey, "1"), record(syrup, "2", {"Honey", "Cough"}), record(ginger, "3")});
    CHECK(listed_studies(store, records_about("honey")) == Labels{"Cohen 2012 uncited", "Paul 2007 uncited"});
    auto both = records_about("honey");
    both.conditions = {"cough"};
    CHECK(listed_studies(store, both) == Labels{"Cohen 2012 uncited", "Paul 2007 uncited"});
    both.conditions = {"nausea"};
    CHECK(listed_studies(store, both).empty());
    auto claims = records_about("honey");
    claims.kinds = {ClaimKind::efficacy};  // a filter of claims asks for what claims rest on
    CHECK(listed_studies(store, claims).empty());
    CHECK(listed_studies(store, {}).empty());  // nor is a whole library listed
    auto one = records_about("honey");
    one.limit = 1;
    CHECK(listed_studies(store, one) == Labels{"Cohen 2012 uncited"});
    CHECK(query::studies(store, one)->beyond == 1);
}

TEST_CASE("a record is listed once, and not beside the study that it has become") {
    const test::Hair hair;
    auto store = hair.open();
    import(store, hair, {record(honey, "1"), record(syrup, "2", {"Honey"})});
    test::Make make("page.txt");
    make.reference(1, honey);
    make.claim("Honey calms coughs.", {"honey"}, {"cough"}, ClaimKind::efficacy, Stance::supports, {make.cite({1})});
    const auto before = test::derived(store);
    const auto page = make.done();
    hair.put(store, page);
    CHECK(listed_studies(store, records_about("honey")) == Labels{"Paul 2007 cited", "Cohen 2012 uncited"});
    REQUIRE(ingest::remove(store, page.article.id, hair.policy).ok());
    CHECK(listed_studies(store, records_about("honey")) == Labels{"Cohen 2012 uncited", "Paul 2007 uncited"});
    CHECK(test::derived(store) == before);
}

TEST_CASE("a record that describes a study of the catalogue is not listed beside it") {
    const test::Hair hair;
    auto store = hair.open();
    import(store, hair,
           {record(test::paper("Mysore", 2010, "Mesotherapy in management of hairloss - Is it of any use?",
                               "International Journal of Trichology", "2", "45-46"),
                   "7")});
    const auto rows = listed_studies(store, records_about("mesotherapy"));
    CHECK(std::count(rows.begin(), rows.end(), "Mysore 2010 uncited") <= 1);
    const auto studies = query::studies(store, records_about("mesotherapy"));
    REQUIRE(studies.ok());
    for (const auto& row : studies->rows) CHECK(row.origin != StudyOrigin::imported);
}

TEST_CASE("a deleted record is not listed, whether the deletion or the record comes first") {
    const test::Hair hair;
    auto early = hair.open("early.db");
    import(early, hair, {}, {"1"});
    import(early, hair, {record(honey, "1")});
    auto late = hair.open("late.db");
    import(late, hair, {record(honey, "1")});
    CHECK(listed_studies(late, records_about("honey")) == Labels{"Paul 2007 uncited"});
    import(late, hair, {}, {"1"});
    for (auto* store : {&early, &late}) {
        CHECK(listed_studies(*store, records_about("honey")).empty());
        auto withdrawn = store->database().query("SELECT withdrawn, (SELECT count(*) FROM withdrawn_record) FROM record");
        REQUIRE(withdrawn.next());
        CHECK(withdrawn.integer(0) == 1);
        CHECK(withdrawn.integer(1) == 0);
    }
    import(late, hair, {record(syrup, "1", {"Honey"})});  // what is deleted stays deleted, whatever it says later
    CHECK(listed_studies(late, records_about("honey")).empty());
}

TEST_CASE("a record that now says something else is found under that alone") {
    const test::Hair hair;
    auto store = hair.open();
    import(store, hair, {record(honey, "1", {"Honey"})});
    import(store, hair, {record(ginger, "1", {"Ginger"})});
    CHECK(listed_studies(store, records_about("honey")).empty());
    CHECK(listed_studies(store, records_about("ginger")) == Labels{"Viljoen 2014 uncited"});
}
