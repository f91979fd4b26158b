// Records that hang together make one study.
#include <algorithm>
#include <deque>
#include <set>

#include "ingest/library.hpp"
#include "ingest/work.hpp"
#include "store/bib.hpp"
#include "store/decisions.hpp"

namespace evigrade::ingest {
namespace {

using catalog::Bond;

/// What one study may be made of; a registry number that more records share is none of one study's.
constexpr std::size_t most_records = 60;
constexpr std::size_t most_per_link = 40;

/// Records found by the links and by the fields of one.
std::vector<store::StoredRecord> neighbours(Work& work, const store::StoredRecord& of) {
    std::set<std::int64_t> found;
    for (const auto key : catalog::link_keys(of.record)) {
        for (const auto record : records_under(work.database, key, most_per_link)) found.insert(record);
    }
    for (const auto key : catalog::telling_keys(of.record.item)) {
        for (const auto record : records_under(work.database, key)) found.insert(record);
    }
    found.erase(of.key);
    std::vector<store::StoredRecord> out;
    for (const auto key : found) {
        if (auto stored = store::get_record(work.database, key, store::Extent::head)) out.push_back(std::move(*stored));
    }
    // In an order of content: where there are too many, which ones are left out does not depend on who came first.
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.identity < b.identity; });
    return out;
}

/// The paper that a notice is about, or the record itself.
store::StoredRecord paper_of(Work& work, store::StoredRecord record) {
    if (!catalog::is_notice(record.record)) return record;
    for (auto& other : neighbours(work, record)) {
        if (work.recorder().bond(record.record, other.record) == Bond::notice) return other;
    }
    return record;
}

/// Everything that hangs together with a record, notices at the edge.
std::vector<store::StoredRecord> together(Work& work, std::int64_t key) {
    auto start = store::get_record(work.database, key, store::Extent::head);
    if (!start) return {};
    std::deque<store::StoredRecord> open{paper_of(work, std::move(*start))};
    std::set<std::int64_t> seen{open.front().key};
    std::vector<store::StoredRecord> out;
    while (!open.empty() && out.size() < most_records) {
        auto here = std::move(open.front());
        open.pop_front();
        for (auto& other : neighbours(work, here)) {
            const Bond bond = work.recorder().bond(here.record, other.record);
            if (bond == Bond::none || !seen.insert(other.key).second) continue;
            if (bond == Bond::notice) {
                out.push_back(std::move(other));
            } else {
                open.push_back(std::move(other));
            }
        }
        out.push_back(std::move(here));
    }
    return out;
}

std::vector<catalog::Member> members(Work& work, const std::vector<store::StoredRecord>& records) {
    std::vector<catalog::Member> out;
    for (const auto& record : records) {
        auto whole = store::get_record(work.database, record.key, store::Extent::whole);
        if (!whole) continue;
        out.push_back({std::move(whole->record), std::move(whole->source), whole->standing == store::Standing::withdrawn});
    }
    return out;
}

/// The study of the catalogue that describes this publication.
std::optional<std::string> catalogued(Work& work, const BibItem& item) {
    std::optional<std::pair<int, std::string>> best;
    constexpr std::string_view sql =
        "SELECT i.key, s.id FROM item_key AS k JOIN bib_item AS i ON i.key = k.item JOIN study AS s ON s.id = i.report_of "
        "WHERE k.key = ?1 AND s.origin = 'catalogue'";
    std::set<std::int64_t> looked;
    for (const auto key : catalog::search_keys(item)) {
        for (auto rows = work.database.query(sql, key); rows.next();) {
            if (!looked.insert(rows.integer(0)).second) continue;
            const auto found = catalog::match(item, store::get_item(work.database, rows.integer(0)));
            if (!found.holds() || found.identity != Identity::sure) continue;
            const std::pair<int, std::string> candidate{-found.score, rows.text(1)};
            if (!best || candidate < *best) best = candidate;
        }
    }
    if (!best) return std::nullopt;
    return best->second;
}

/// A report bears the keys of all records of it, so that a later record that hangs on any of them finds the study.
std::vector<std::int64_t> keys_of(const BibItem& report, const std::vector<store::StoredRecord>& records, bool all) {
    std::set<std::int64_t> out;
    for (const auto key : catalog::keys(report)) out.insert(key);
    if (all) {
        for (const auto& record : records) {
            for (const auto key : catalog::keys(record.record)) out.insert(key);
        }
    }
    return {out.begin(), out.end()};
}

void put_imported(Work& work, const catalog::RecordedStudy& recorded, const std::vector<store::StoredRecord>& records) {
    const Study& study = recorded.study;
    store::put_study(work.database, study, StudyOrigin::imported);
    for (std::size_t place = 0; place < study.reports.size(); ++place) {
        const BibItem& report = study.reports[place];
        const auto key = store::put_item(work.database, report, {study.id, static_cast<int>(place), {}, {}},
                                         catalog::fingerprint(report), keys_of(report, records, place == 0));
        work.database.run("UPDATE bib_item SET report_kind = ?2 WHERE key = ?1", key, recorded.kinds[place]);
    }
    work.forget();
}

std::optional<std::string> made_of(Work& work, std::int64_t record) {
    auto rows = work.database.query("SELECT study FROM study_record WHERE record = ?1", record);
    if (!rows.next()) return std::nullopt;
    return rows.text(0);
}

}  // namespace

std::string study_of_record(Work& work, std::int64_t record) {
    if (auto known = made_of(work, record)) return *known;
    if (const auto stored = store::get_record(work.database, record, store::Extent::head)) {
        if (auto known = catalogued(work, stored->record.item)) return *known;
    }
    const auto records = together(work, record);
    std::optional<std::string> known;
    for (const auto& one : records) {
        const auto other = catalog::is_notice(one.record) ? std::nullopt : catalogued(work, one.record.item);
        if (other && (!known || *other < *known)) known = other;
    }
    if (known) return *known;
    const auto recorded = work.recorder().study_of(members(work, records));
    const Study& study = recorded.study;
    put_imported(work, recorded, records);
    for (const auto& one : records) {
        work.database.run("INSERT OR REPLACE INTO study_record VALUES (?1, ?2)", one.key, study.id);
    }
    work.studies.insert(study.id);
    work.new_facts.insert(study.id);
    heed_study(work, study.id);
    return study.id;
}

std::optional<std::string> study_of(Work& work, const FoundRecord& found) {
    const std::string study = study_of_record(work, found.record);
    work.left.insert(study);
    for (const auto rival : found.rivals) {
        const std::string other = study_of_record(work, rival);
        work.left.insert(other);
        if (other != study) return std::nullopt;
    }
    return study;
}

std::vector<catalog::Member> records_about(Work& work, const BibItem& report) {
    const auto found = find_record(work.database, report);
    if (!found || found->match.identity != Identity::sure) return {};
    const auto records = together(work, found->record);
    const bool alone = std::all_of(found->rivals.begin(), found->rivals.end(), [&](std::int64_t rival) {
        return std::any_of(records.begin(), records.end(), [&](const auto& one) { return one.key == rival; });
    });
    return alone ? members(work, records) : std::vector<catalog::Member>{};
}

void settle_state(Work& work, const std::string& id) {
    std::vector<catalog::StateEvent> events;
    {
        auto rows = work.database.query("SELECT state, date, source FROM study_own_state WHERE study = ?1", id);
        if (!rows.next()) return;
        events.push_back({rows.word<EditorialState>(0), rows.maybe_text(1), rows.text(2)});
    }
    for (const auto item : work.keys("SELECT key FROM bib_item WHERE report_of = ?1 ORDER BY place LIMIT 1", id)) {
        const BibItem report = store::get_item(work.database, item);
        const auto about = records_about(work, report);
        for (auto& event : work.recorder().events_of(report, about)) events.push_back(std::move(event));
        // Notices that are yet to come may name the records alone: the report is found by what they bear, too.
        for (const auto& member : about) {
            for (const auto key : catalog::keys(member.record))
                work.database.run("INSERT OR IGNORE INTO item_key VALUES (?1, ?2)", key, item);
        }
    }
    const auto state = catalog::settle(std::move(events));
    const auto source = state.source.empty() ? std::nullopt : std::optional(state.source);
    // Where people decided, the records' word goes beneath their decision, not over it.
    const bool decided = store::has_kept_study(work.database, id);
    if (decided) store::restore_study(work.database, id);
    work.database.run(
        "UPDATE study SET state = ?2, state_date = ?3, state_source = ?4 WHERE id = ?1 AND (state, state_date, "
        "state_source) "
        "IS NOT (?2, ?3, ?4)",
        id, state.state, state.date, source);
    const bool changed = work.database.changes() != 0;
    if (decided) heed_study(work, id);
    if (!changed) return;
    work.forget();
    work.studies.insert(id);
    work.new_facts.insert(id);
    for (const auto key : work.keys("SELECT citation FROM citation_study WHERE study = ?1", id)) work.citations.insert(key);
    for (const auto key : work.keys("SELECT DISTINCT claim FROM flow WHERE study = ?1", id)) work.claims.insert(key);
}

void release_study(Work& work, const std::string& study) {
    for (const auto item : work.keys("SELECT key FROM bib_item WHERE study = ?1", study)) work.items.insert(item);
    drop_study(work, study);
}

void sweep_studies(Work& work) {
    for (const auto& study : work.left) {
        constexpr std::string_view cited =
            "SELECT 1 FROM study AS s WHERE s.id = ?1 AND (s.origin <> 'imported' OR EXISTS (SELECT 1 FROM bib_item WHERE "
            "study = s.id) OR EXISTS (SELECT 1 FROM citation_study WHERE study = s.id))";
        if (work.keys(cited, study).empty()) drop_study(work, study);
    }
    work.left.clear();
}

}  // namespace evigrade::ingest
