#include "ingest/work.hpp"

#include <algorithm>

#include "ingest/library.hpp"

namespace evigrade::ingest {

const std::vector<store::Above>& Work::above(const std::string& id) {
    const auto [entry, fresh] = above_.try_emplace(id);
    if (fresh) entry->second = store::ancestors(database, id);
    return entry->second;
}

bool Work::is_below(const std::string& kind, const std::string& of) {
    const auto& all = above(kind);
    return std::any_of(all.begin(), all.end(), [&](const store::Above& one) { return one.id == of; });
}

bool Work::related(const std::string& a, const std::string& b) {
    return is_below(a, b) || is_below(b, a);
}

const store::StoredStudy* Work::study(const std::string& id) {
    const auto [entry, fresh] = studies_.try_emplace(id);
    if (fresh) entry->second = store::get_study(database, id, store::WithReports::no);
    return entry->second ? &*entry->second : nullptr;
}

void Work::forget() {
    above_.clear();
    studies_.clear();
}

const catalog::Recorder& Work::recorder() {
    if (!recorder_) recorder_.emplace(Data());
    return *recorder_;
}

void settle_graph(Work& work) {
    if (work.entities.empty()) return;
    const std::vector<std::string> ids(work.entities.begin(), work.entities.end());
    store::settle_entities(work.database, ids);
    const auto changed = store::refresh_closure(work.database, ids);
    work.forget();
    work.entities.clear();
    for (const auto& id : changed) {
        for (const auto key : work.keys("SELECT claim FROM claim_treatment WHERE entity = ?1", id)) work.claims.insert(key);
        for (const auto key : work.keys("SELECT claim FROM claim_target WHERE entity = ?1", id)) work.claims.insert(key);
        for (auto& study : work.texts("SELECT study FROM study_result WHERE treatment = ?1 OR condition = ?1", id)) {
            for (const auto key : work.keys("SELECT citation FROM citation_study WHERE study = ?1", study))
                work.citations.insert(key);
            work.studies.insert(std::move(study));
        }
    }
}

void bring_up_to_date(Work& work) {
    settle_graph(work);
    match_items(work);
    match_pointers(work);
    sweep_studies(work);
    find_flows(work);
    sum_evidence(work);
    grade_bodies(work);
    note_findings(work);
}

void announce_study(Work& work, const std::string& id) {
    heed_study(work, id);
    work.forget();
    work.studies.insert(id);
    work.new_facts.insert(id);
    for (const auto key : work.keys("SELECT citation FROM citation_study WHERE study = ?1", id)) work.citations.insert(key);
    // Whatever shares a key with a report of this study may mean it.
    constexpr std::string_view items =
        "SELECT DISTINCT other.item FROM bib_item AS mine JOIN item_key AS k ON k.item = mine.key "
        "JOIN item_key AS other ON other.key = k.key JOIN bib_item AS theirs ON theirs.key = other.item "
        "WHERE mine.report_of = ?1 AND theirs.report_of IS NULL";
    for (const auto key : work.keys(items, id)) release_item(work, key);
    constexpr std::string_view imported =
        "SELECT DISTINCT s.id FROM bib_item AS mine JOIN item_key AS k ON k.item = mine.key "
        "JOIN item_key AS other ON other.key = k.key JOIN bib_item AS theirs ON theirs.key = other.item "
        "JOIN study AS s ON s.id = theirs.report_of WHERE mine.report_of = ?1 AND s.origin = 'imported'";
    for (const auto& study : work.texts(imported, id)) release_study(work, study);
    constexpr std::string_view pointers =
        "SELECT DISTINCT p.citation FROM bib_item AS mine JOIN item_key AS k ON k.item = mine.key "
        "JOIN pointer_key AS p ON p.key = k.key WHERE mine.report_of = ?1";
    for (const auto key : work.keys(pointers, id)) work.pointers.insert(key);
    // Publications that relay it lead to it from now on.
    for (const auto key : work.keys("SELECT c.citation FROM study_relay AS r JOIN citation_study AS c ON c.study = r.study "
                                    "WHERE r.relays = ?1",
                                    id)) {
        work.citations.insert(key);
    }
}

}  // namespace evigrade::ingest
