// What in the store a batch of records concerns: references that may mean one of them, studies that hang on one, prose.
#include <map>

#include "ingest/import_batch.hpp"
#include "ingest/library.hpp"
#include "store/articles.hpp"
#include "store/bib.hpp"

namespace evigrade::ingest {
namespace {

using Entries = std::vector<store::RecordKey>;

/// Calls `each` with every key once and the records that bear it.
template <class Each>
void each_key(Entries entries, const Each& each) {
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    for (auto first = entries.begin(); first != entries.end();) {
        auto past = first;
        std::set<std::int64_t> records;
        for (; past != entries.end() && past->key == first->key; ++past) records.insert(past->record);
        each(first->key, records);
        first = past;
    }
}

BibItem without_identifiers(BibItem item) {
    item.doi = item.pmid = item.pmcid = std::nullopt;
    return item;
}

std::string_view origin_of(Work& work, std::int64_t report, std::string& study) {
    auto rows = work.database.query(
        "SELECT s.id, s.origin FROM bib_item AS i JOIN study AS s ON s.id = i.report_of WHERE i.key = ?1", report);
    if (!rows.next()) return "";
    study = rows.text(0);
    const auto origin = rows.word<StudyOrigin>(1);
    return to_text(origin);
}

}  // namespace

const BibItem& ImportBatch::item_of(std::int64_t record) {
    const auto [entry, fresh] = items_.try_emplace(record);
    if (fresh) {
        if (auto stored = store::get_record(database_, record, store::Extent::head))
            entry->second = std::move(stored->record.item);
    }
    return entry->second;
}

/// Whether a key has become too common to be looked under, or stopped being so, in this batch.
bool ImportBatch::crosses(std::int64_t key, std::size_t added, std::size_t hot) {
    const auto rows =
        work_.keys("SELECT count(*) FROM (SELECT 1 FROM record_key WHERE key = ?1 LIMIT ?2)", key, hot + added + 1);
    const auto now = rows.empty() ? std::size_t{0} : static_cast<std::size_t>(rows.front());
    return now > hot && now - std::min(now, added) <= hot;
}

/// A reference is concerned where one of these records may be what it means.
void ImportBatch::concern_item(std::int64_t item, const Shared& shared) {
    if (work_.items.contains(item)) return;
    const BibItem reference = store::get_item(database_, item);
    const bool means = std::any_of(shared.records.begin(), shared.records.end(),
                                   [&](std::int64_t record) { return catalog::match(reference, item_of(record)).holds(); });
    if (means) release_item(work_, item);
}

void ImportBatch::concern_report(std::int64_t item, const Shared& shared) {
    std::string study;
    const auto origin = origin_of(work_, item, study);
    if (origin.empty() || origin == "cited") return;
    bool concerned = shared.link;
    if (!concerned) {
        // A preprint has other numbers than its article and is of the same study.
        const BibItem report = without_identifiers(store::get_item(database_, item));
        concerned = std::any_of(shared.records.begin(), shared.records.end(),
                                [&](std::int64_t record) { return catalog::match(report, item_of(record)).holds(); });
    }
    if (!concerned) return;
    if (origin == "catalogue") {
        catalogued_.insert(study);
    } else {
        release_study(work_, study);
    }
}

void ImportBatch::concern_pointer(std::int64_t citation, const Shared& shared) {
    const Citation stored = store::get_citation(database_, citation);
    if (!stored.pointer || work_.pointers.contains(citation)) return;
    const bool means = std::any_of(shared.records.begin(), shared.records.end(), [&](std::int64_t record) {
        return catalog::match(*stored.pointer, item_of(record)).holds();
    });
    if (means) work_.pointers.insert(citation);
}

void ImportBatch::find_references() {
    std::map<std::int64_t, Shared> items;
    std::map<std::int64_t, Shared> reports;
    std::set<std::int64_t> crossed;
    constexpr std::string_view sharing =
        "SELECT k.item, i.report_of IS NOT NULL FROM item_key AS k JOIN bib_item AS i ON i.key = k.item WHERE k.key = ?1";
    const auto look = [&](const Entries& entries, bool link) {
        each_key(entries, [&](std::int64_t key, const std::set<std::int64_t>& records) {
            std::vector<std::int64_t> here;
            for (auto rows = database_.query(sharing, key); rows.next();) {
                const bool report = rows.integer(1) != 0;
                auto& shared = (report ? reports : items)[rows.integer(0)];
                shared.records.insert(records.begin(), records.end());
                shared.link = shared.link || link;
                if (!report) here.push_back(rows.integer(0));
            }
            if (!here.empty() && crosses(key, records.size(), hot_key)) crossed.insert(here.begin(), here.end());
        });
    };
    look(searched_, false);
    look(links_, true);
    for (const auto& [report, shared] : reports) concern_report(report, shared);
    for (const auto item : crossed) release_item(work_, item);
    for (const auto& [item, shared] : items) concern_item(item, shared);
}

void ImportBatch::find_prose() {
    if (work_.keys("SELECT 1 FROM pointer_key LIMIT 1").empty()) return;
    std::map<std::int64_t, Shared> found;
    std::set<std::int64_t> crossed;
    Entries all = added_;
    all.insert(all.end(), removed_.begin(), removed_.end());
    each_key(std::move(all), [&](std::int64_t key, const std::set<std::int64_t>& records) {
        const auto citations = work_.keys("SELECT citation FROM pointer_key WHERE key = ?1", key);
        for (const auto citation : citations) found[citation].records.insert(records.begin(), records.end());
        if (!citations.empty() && crosses(key, records.size(), hot_pointer_key))
            crossed.insert(citations.begin(), citations.end());
    });
    work_.pointers.insert(crossed.begin(), crossed.end());
    for (const auto& [citation, shared] : found) concern_pointer(citation, shared);
}

}  // namespace evigrade::ingest
