#include "query/library.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "catalog/records.hpp"
#include "query/rows.hpp"
#include "store/bib.hpp"
#include "store/records.hpp"

namespace evigrade::query {
namespace {

using store::Database;

/// A treatment that a whole library is about is not sorted through for ever.
constexpr std::int64_t most_matches = 20000;
constexpr std::size_t shortest_name = 3;

/// "\"minoxidil\" OR \"topical minoxidil\"": every name of the entities as one phrase. Nothing where none is known.
std::string phrases(Database& database, const std::vector<Asked>& names, Descent descent) {
    std::string out;
    const auto add = [&](std::string_view sql, const std::string& id) {
        for (const auto& name : texts_of(database, sql, id)) {
            if (name.size() < shortest_name || name.find('"') != std::string::npos) continue;
            out += (out.empty() ? "\"" : " OR \"") + name + "\"";
        }
    };
    for (const auto& asked : names) {
        if (!asked.entity) continue;
        add("SELECT key FROM name WHERE entity = ?1 ORDER BY key", asked.entity->id);
        if (descent == Descent::exact) continue;
        add("SELECT n.key FROM ancestor AS a JOIN name AS n ON n.entity = a.entity WHERE a.ancestor = ?1 AND a.distance > 0 "
            "ORDER BY n.key",
            asked.entity->id);
    }
    return out;
}

/// Whether a study of the store already reports what the record describes.
bool is_reported(Database& database, const BibItem& item) {
    constexpr std::string_view sql =
        "SELECT k.item FROM item_key AS k JOIN bib_item AS i ON i.key = k.item WHERE k.key = ?1 AND i.report_of IS NOT NULL";
    const auto keys = catalog::search_keys(item);
    return std::any_of(keys.begin(), keys.end(), [&](std::int64_t key) {
        const auto reports = keys_of(database, sql, key);
        return std::any_of(reports.begin(), reports.end(), [&](std::int64_t report) {
            const auto match = catalog::match(item, store::get_item(database, report));
            return match.holds() && match.identity == Identity::sure;
        });
    });
}

/// The newest first, then by content, so that the order does not depend on who came first.
bool before(const store::StoredRecord& a, const store::StoredRecord& b) {
    const auto year = [](const store::StoredRecord& one) {
        return one.record.item.issued ? one.record.item.issued->year : 0;
    };
    return std::make_tuple(-year(a), a.identity) < std::make_tuple(-year(b), b.identity);
}

std::vector<store::StoredRecord> records_with(Database& database, const std::string& query) {
    constexpr std::string_view sql =
        "SELECT s.rowid FROM record_search AS s JOIN record AS r ON r.key = s.rowid WHERE record_search MATCH ?1 AND "
        "r.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM study_record AS d WHERE d.record = s.rowid) LIMIT ?2";
    std::vector<store::StoredRecord> out;
    for (const auto key : keys_of(database, sql, query, most_matches)) {
        auto stored = store::get_record(database, key, store::Extent::head);
        if (stored && !catalog::is_notice(stored->record)) out.push_back(std::move(*stored));
    }
    std::sort(out.begin(), out.end(), before);
    return out;
}

/// Without further records of one publication: they share an identifier.
void keep_one_each(std::vector<store::StoredRecord>& records) {
    std::set<std::int64_t> known;
    std::erase_if(records, [&](const store::StoredRecord& record) {
        const auto keys = catalog::identifier_keys(record.record.item);
        const bool again = std::any_of(keys.begin(), keys.end(), [&](std::int64_t key) { return known.contains(key); });
        known.insert(keys.begin(), keys.end());
        return again;
    });
}

StudyRow row_of(Database& database, const catalog::Recorder& recorder, const store::StoredRecord& head) {
    StudyRow out;
    out.origin = StudyOrigin::imported;
    const auto whole = store::get_record(database, head.key, store::Extent::whole);
    if (whole) out.study = recorder.study_of({{whole->record, whole->source, false}}).study;
    return out;
}

}  // namespace

std::vector<StudyRow> uncited_records(Database& database, const Filter& filter, const Resolved& resolved, std::size_t most,
                                      std::size_t& beyond) {
    const bool of_claims = !filter.kinds.empty() || !filter.stances.empty() || !filter.appeals.empty() ||
                           !filter.voices.empty() || !filter.articles.empty();
    std::string query = of_claims ? "" : phrases(database, resolved.treatments, filter.descent);
    if (query.empty() || keys_of(database, "SELECT 1 FROM record LIMIT 1").empty()) return {};
    if (!filter.conditions.empty()) {
        const auto conditions = phrases(database, resolved.conditions, Descent::kinds_too);
        if (conditions.empty()) return {};
        query = "(" + query + ") AND (" + conditions + ")";
    }
    auto records = records_with(database, query);
    std::erase_if(records, [&](const auto& record) { return is_reported(database, record.record.item); });
    keep_one_each(records);
    std::vector<StudyRow> out;
    if (records.empty()) return out;
    beyond = records.size() - std::min(most, records.size());
    records.resize(records.size() - beyond);
    const catalog::Recorder recorder{Data()};
    for (const auto& record : records) out.push_back(row_of(database, recorder, record));
    return out;
}

}  // namespace evigrade::query
