// From an item to its record, in a library of any size: a few probes of an index, and a score for those that share enough.
#include <algorithm>
#include <map>
#include <set>

#include "ingest/library.hpp"

namespace evigrade::ingest {
namespace {

/// A second record so near to the best one leaves open which of them is meant.
constexpr int margin = 6;

struct Scored {
    FoundRecord found;
    BibItem item;
};

void consider(store::Database& database, const BibItem& item, std::int64_t key, std::vector<Scored>& out) {
    auto stored = store::get_record(database, key, store::Extent::head);
    if (!stored) return;
    auto found = catalog::match(item, stored->record.item);
    if (!found.holds()) return;
    // The paper before a notice about it of the same name.
    if (catalog::is_notice(stored->record)) found.score -= 1;
    out.push_back({{key, stored->identity, std::move(found), {}}, std::move(stored->record.item)});
}

/// The best of them, with the other publications that fit about as well.
std::optional<FoundRecord> best_of(std::vector<Scored> scored) {
    if (scored.empty()) return std::nullopt;
    std::sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) {
        return std::make_pair(-a.found.match.score, a.found.identity) <
               std::make_pair(-b.found.match.score, b.found.identity);
    });
    Scored best = std::move(scored.front());
    for (auto other = scored.begin() + 1; other != scored.end(); ++other) {
        if (other->found.match.score + margin <= best.found.match.score) break;
        if (!catalog::one_publication(best.item, other->item)) best.found.rivals.push_back(other->found.record);
    }
    return std::move(best.found);
}

/// Records that share two keys, or one that says much.
std::vector<std::int64_t> sharing(store::Database& database, const BibItem& item) {
    const auto telling = catalog::telling_keys(item);
    std::map<std::int64_t, int> votes;
    for (const auto key : catalog::search_keys(item)) {
        const int vote = std::binary_search(telling.begin(), telling.end(), key) ? 2 : 1;
        for (const auto record : records_under(database, key)) votes[record] += vote;
    }
    std::vector<std::int64_t> out;
    for (const auto& [record, count] : votes) {
        if (count >= 2) out.push_back(record);
    }
    return out;
}

}  // namespace

std::vector<std::int64_t> records_under(store::Database& database, std::int64_t key, std::size_t hot) {
    std::vector<std::int64_t> out;
    for (auto rows = database.query("SELECT record FROM record_key WHERE key = ?1 LIMIT ?2", key, hot + 1); rows.next();)
        out.push_back(rows.integer(0));
    if (out.size() > hot) out.clear();
    return out;
}

std::optional<FoundRecord> find_record(store::Database& database, const BibItem& item) {
    std::vector<Scored> scored;
    std::set<std::int64_t> looked;
    for (const auto key : catalog::identifier_keys(item)) {
        for (const auto record : records_under(database, key)) {
            if (looked.insert(record).second) consider(database, item, record, scored);
        }
    }
    if (!scored.empty()) return best_of(std::move(scored));
    for (const auto record : sharing(database, item)) consider(database, item, record, scored);
    return best_of(std::move(scored));
}

std::vector<std::int64_t> records_for(store::Database& database, const StudyPointer& pointer) {
    std::set<std::int64_t> out;
    for (const auto key : catalog::search_keys(pointer)) {
        for (const auto record : records_under(database, key, hot_pointer_key)) out.insert(record);
    }
    return {out.begin(), out.end()};
}

}  // namespace evigrade::ingest
