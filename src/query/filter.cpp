#include "query/filter.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "query/names.hpp"
#include "query/rows.hpp"

namespace evigrade::query {
namespace {

using store::Database;
using Keys = std::set<std::int64_t>;

void add(Keys& keys, const std::vector<std::int64_t>& more) {
    keys.insert(more.begin(), more.end());
}

std::set<std::int64_t> articles_named(Database& database, const std::vector<std::string>& names) {
    Keys out;
    for (const auto& name : names) {
        std::error_code ignored;
        const auto path = std::filesystem::absolute(name, ignored).lexically_normal().string();
        add(out, keys_of(database, "SELECT article FROM location WHERE place = ?1 OR place = ?2 OR file = ?1", name, path));
        add(out, keys_of(database, "SELECT key FROM article WHERE id = ?1 OR file = ?1", name));
        if (name.size() >= 4) add(out, keys_of(database, "SELECT key FROM article WHERE id >= ?1 AND id < ?1 || 'g'", name));
    }
    return out;
}

/// Claims about any of these entities, or of what is below them.
Keys claims_about(Database& database, const std::vector<Asked>& names, Sense sense, Descent descent) {
    Keys out;
    for (const auto& asked : names) {
        if (!asked.entity) continue;
        const std::string& id = asked.entity->id;
        const bool treatment = sense == Sense::treatment;
        add(out, keys_of(database,
                         treatment ? "SELECT claim FROM claim_treatment WHERE entity = ?1"
                                   : "SELECT claim FROM claim_target WHERE entity = ?1",
                         id));
        if (descent == Descent::exact) continue;
        add(out, keys_of(database,
                         treatment ? "SELECT t.claim FROM ancestor AS a JOIN claim_treatment AS t ON t.entity = a.entity "
                                     "WHERE a.ancestor = ?1"
                                   : "SELECT t.claim FROM ancestor AS a JOIN claim_target AS t ON t.entity = a.entity WHERE "
                                     "a.ancestor = ?1",
                         id));
    }
    return out;
}

template <class E>
bool passes(const std::vector<E>& wanted, E value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

void meet(std::optional<Keys>& keys, Keys other) {
    if (!keys) {
        keys = std::move(other);
        return;
    }
    std::erase_if(*keys, [&](std::int64_t key) { return !other.contains(key); });
}

}  // namespace

Resolved resolve(Database& database, const Filter& filter) {
    Resolved out;
    for (const auto& name : filter.treatments) out.treatments.push_back(resolve(database, name, Sense::treatment));
    for (const auto& name : filter.conditions) out.conditions.push_back(resolve(database, name, Sense::condition));
    if (!filter.articles.empty()) out.articles = articles_named(database, filter.articles);
    return out;
}

std::vector<ClaimHead> passing_claims(Database& database, const Filter& filter, const Resolved& resolved) {
    std::optional<Keys> keys;
    if (!filter.treatments.empty())
        meet(keys, claims_about(database, resolved.treatments, Sense::treatment, filter.descent));
    if (!filter.conditions.empty())
        meet(keys, claims_about(database, resolved.conditions, Sense::condition, Descent::kinds_too));
    constexpr std::string_view columns =
        "SELECT key, id, kind, stance, appeal, voice, article, support, oppose, units FROM claim";
    std::vector<ClaimHead> out;
    const auto consider = [&](const store::Rows& row) {
        const auto kind = row.word<ClaimKind>(2);
        const auto stance = row.word<Stance>(3);
        if (!passes(filter.kinds, kind) || !passes(filter.stances, stance)) return;
        if (!passes(filter.appeals, row.word<Appeal>(4)) || !passes(filter.voices, row.word<Voice>(5))) return;
        if (resolved.articles && !resolved.articles->contains(row.integer(6))) return;
        const bool opposes = (kind == ClaimKind::efficacy && stance == Stance::refutes) ||
                             (kind == ClaimKind::safety && stance == Stance::supports);
        out.push_back(
            {row.integer(0), row.text(1), static_cast<std::uint64_t>(row.integer(opposes ? 8 : 7)), row.integer(9)});
    };
    if (keys) {
        for (const auto key : *keys) {
            auto row = database.query(std::string(columns) + " WHERE key = ?1", key);
            if (row.next()) consider(row);
        }
    } else {
        for (auto rows = database.query(columns); rows.next();) consider(rows);
    }
    std::sort(out.begin(), out.end(), [](const ClaimHead& a, const ClaimHead& b) {
        return std::tie(b.strength, b.units, a.id) < std::tie(a.strength, a.units, b.id);
    });
    return out;
}

std::set<std::int64_t> passing_articles(Database& database, const Filter& filter, const Resolved& resolved) {
    std::optional<Keys> keys;
    const auto naming = [&](const std::vector<Asked>& names, Descent descent) {
        Keys out;
        for (const auto& asked : names) {
            if (!asked.entity) continue;
            add(out, keys_of(database, "SELECT article FROM article_entity WHERE entity = ?1 AND mentions > 0",
                             asked.entity->id));
            if (descent == Descent::exact) continue;
            add(out, keys_of(database,
                             "SELECT x.article FROM ancestor AS a JOIN article_entity AS x ON x.entity = a.entity "
                             "WHERE a.ancestor = ?1 AND x.mentions > 0",
                             asked.entity->id));
        }
        return out;
    };
    if (resolved.articles) keys = *resolved.articles;
    if (!filter.treatments.empty()) meet(keys, naming(resolved.treatments, filter.descent));
    if (!filter.conditions.empty()) meet(keys, naming(resolved.conditions, Descent::kinds_too));
    if (!filter.kinds.empty() || !filter.stances.empty() || !filter.appeals.empty() || !filter.voices.empty()) {
        Keys claiming;
        for (const auto& claim : passing_claims(database, filter, resolved)) {
            add(claiming, keys_of(database, "SELECT article FROM claim WHERE key = ?1", claim.key));
        }
        meet(keys, std::move(claiming));
    }
    if (!keys) add(keys.emplace(), keys_of(database, "SELECT key FROM article"));
    return *keys;
}

}  // namespace evigrade::query
