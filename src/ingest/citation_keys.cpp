// Gives citation keys: each study keeps the one it has, new ones get what is free.
#include <set>

#include "catalog/citation_key.hpp"
#include "ingest/citation_keys.hpp"
#include "store/citation_keys.hpp"

namespace evigrade::ingest {
namespace {

using Keys = std::map<std::string, std::string>;
using Given = std::map<std::string, store::GivenKey>;

BibItem item_of(const Study& study) {
    if (!study.reports.empty()) return study.reports.front();
    BibItem item;
    item.title = study.label;
    if (study.year) item.issued = Date{*study.year, {}, {}};
    return item;
}

/// "", "a", ... "z", "aa", ...
std::string suffix(std::size_t n) {
    std::string out;
    for (; n > 0; n = (n - 1) / 26) out.insert(out.begin(), static_cast<char>('a' + (n - 1) % 26));
    return out;
}

class Giver {
public:
    explicit Giver(const Given& given) {
        for (const auto& [study, key] : given) (key.owned ? taken_ : orphaned_).insert(key.key);
    }

    /// Keys for the studies that share a stem, in order of their ids. Where several come at once none goes without a letter.
    void give(const std::string& stem, const std::set<std::string>& studies, Keys& out) {
        std::size_t n = studies.size() > 1 ? 1 : 0;
        for (const std::string& study : studies) {
            const std::string key = orphan(stem).value_or("");
            std::string free = key.empty() ? stem + suffix(n) : key;
            while (taken_.contains(free)) free = stem + suffix(++n);
            taken_.insert(free);
            orphaned_.erase(free);
            out[study] = free;
        }
    }

private:
    /// The key of a study that is gone, as when the record of what a list only named has come: most likely the same work.
    [[nodiscard]] std::optional<std::string> orphan(const std::string& stem) const {
        for (std::size_t n = 0; n <= 26; ++n) {
            if (orphaned_.contains(stem + suffix(n))) return stem + suffix(n);
        }
        return std::nullopt;
    }

    std::set<std::string> taken_;
    std::set<std::string> orphaned_;
};

}  // namespace

Result<Keys> citation_keys(const store::Store& store, const std::vector<Study>& studies, store::Access access) {
    store::Database& database = store.database();
    std::optional<store::Transaction> transaction;
    if (access == store::Access::write) transaction.emplace(database);
    const Given given = store::citation_keys(database);
    Keys out;
    std::map<std::string, std::set<std::string>> wanting;  // by stem
    for (const Study& study : studies) {
        const auto known = given.find(study.id);
        if (known != given.end()) {
            out[study.id] = known->second.key;
        } else {
            wanting[catalog::citation_key(item_of(study))].insert(study.id);
        }
    }
    Giver giver(given);
    Keys fresh;
    for (const auto& [stem, ids] : wanting) giver.give(stem, ids, fresh);
    for (const auto& [study, key] : fresh) {
        if (transaction) store::put_citation_key(database, study, key);
        out[study] = key;
    }
    if (transaction) {
        if (const Status status = transaction->commit(); !status) return status.error();
    }
    if (database.error()) return *database.error();
    return out;
}

}  // namespace evigrade::ingest
