// A store is given what ships with the program: the lexicon's graph and the catalogue of studies.
#include "evigrade/ingest.hpp"
#include "evigrade/lexicon.hpp"
#include "ingest/library.hpp"
#include "ingest/work.hpp"
#include "store/bib.hpp"

namespace evigrade::ingest {
namespace {

bool is_current(Work& work, std::string_view name, const std::string& fingerprint) {
    auto rows = work.database.query("SELECT value FROM meta WHERE name = ?1", name);
    return rows.next() && rows.view(0) == fingerprint;
}

void mark_current(Work& work, std::string_view name, const std::string& fingerprint) {
    work.database.run("INSERT OR REPLACE INTO meta VALUES (?1, ?2)", name, fingerprint);
}

void put_lexicon(Work& work, const Data& data) {
    const std::string fingerprint = store::tables_fingerprint(data, "lexicon/");
    if (is_current(work, "lexicon", fingerprint)) return;
    const Lexicon lexicon(data);
    std::set<std::string> ids;
    for (auto& id : work.texts("SELECT id FROM entity WHERE origin = 'lexicon'")) {
        ids.insert(id);
        if (lexicon.find(id) == nullptr) store::remove_entity(work.database, id);
    }
    for (const auto& entity : lexicon.entities()) {
        store::put_entity(work.database, entity);
        ids.insert(entity.id);
    }
    work.entities.insert(ids.begin(), ids.end());
    mark_current(work, "lexicon", fingerprint);
}

/// Takes a record out of the catalogue: what meant it is to be matched again.
void withdraw(Work& work, const std::string& id) {
    announce_study(work, id);
    for (const auto key : work.keys("SELECT key FROM bib_item WHERE study = ?1", id)) work.items.insert(key);
    auto rows = work.database.query("SELECT treatment, condition, purpose FROM evidence WHERE study = ?1", id);
    while (rows.next()) work.bodies.insert({rows.text(0), rows.text(1), rows.word<Purpose>(2)});
    work.studies.erase(id);
    work.database.run("DELETE FROM study WHERE id = ?1", id);
}

void put_catalogue(Work& work, const Data& data) {
    const std::string fingerprint = catalog::fingerprint(data);
    if (is_current(work, "catalogue", fingerprint)) return;
    std::set<std::string> gone;
    for (auto& id : work.texts("SELECT id FROM study WHERE origin = 'catalogue'")) gone.insert(std::move(id));
    for (const auto& study : catalog::load(data)) {
        gone.erase(study.id);
        store::put_study(work.database, study, StudyOrigin::catalogue);
        work.database.run("DELETE FROM bib_item WHERE report_of = ?1", study.id);
        int place = 0;
        for (const auto& report : study.reports) {
            store::put_item(work.database, report, {study.id, place++, std::nullopt, std::nullopt},
                            catalog::fingerprint(report), catalog::keys(report));
        }
        work.database.run("INSERT OR REPLACE INTO study_own_state VALUES (?1, ?2, ?3, ?4)", study.id, study.state,
                          study.state_date, study.state_source);
        announce_study(work, study.id);
        settle_state(work, study.id);
    }
    for (const auto& id : gone) withdraw(work, id);
    mark_current(work, "catalogue", fingerprint);
}

/// New rules: everything is graded again.
void put_policy(Work& work) {
    if (is_current(work, "policy", work.policy.fingerprint())) return;
    for (const auto key : work.keys("SELECT key FROM claim")) work.claims.insert(key);
    auto rows = work.database.query("SELECT DISTINCT treatment, condition, purpose FROM evidence");
    while (rows.next()) work.bodies.insert({rows.text(0), rows.text(1), rows.word<Purpose>(2)});
    mark_current(work, "policy", work.policy.fingerprint());
}

/// Articles from before they were asked whom they cite.
void put_retellings(Work& work) {
    const std::string asked = "1";
    if (is_current(work, "retellings", asked)) return;
    for (const auto article : work.keys("SELECT key FROM article")) note_retellings(work, article);
    mark_current(work, "retellings", asked);
}

/// Records from before the library had an index of words.
void put_record_words(Work& work) {
    const std::string made = "1";
    if (is_current(work, "record words", made)) return;
    store::index_record_words(work.database);
    mark_current(work, "record words", made);
}

}  // namespace

Result<store::Store> open(const std::string& path, const Data& data) {
    auto store = store::Store::open(path, store::Access::write);
    if (!store) return store;
    auto& database = store->database();
    const grade::Policy policy(data);
    const catalog::TitleDesigns designs(data);
    Work work(database, policy, designs);
    store::Transaction transaction(database);
    put_lexicon(work, data);
    put_catalogue(work, data);
    put_policy(work);
    put_retellings(work);
    put_record_words(work);
    bring_up_to_date(work);
    if (const auto committed = transaction.commit(); !committed) return committed.error();
    return store;
}

}  // namespace evigrade::ingest
