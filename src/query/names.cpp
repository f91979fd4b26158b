#include "query/names.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "evigrade/base/text.hpp"
#include "evigrade/store.hpp"

namespace evigrade::query {
namespace {

/// How well an entity's kind fits what is asked for; 0 is best, nothing: not at all.
std::optional<int> fit(EntityKind kind, Sense sense) {
    if (sense == Sense::condition) {
        if (kind == EntityKind::condition) return 0;
        if (kind == EntityKind::outcome) return 1;
        return std::nullopt;
    }
    if (kind == EntityKind::treatment) return 0;
    if (kind == EntityKind::ingredient) return 1;
    if (kind == EntityKind::device) return 2;
    return std::nullopt;
}

std::optional<EntityName> named(store::Database& database, const std::string& key, Sense sense) {
    std::optional<EntityName> best;
    auto best_rank = std::make_tuple(9, false, std::string());
    auto rows = database.query(
        "SELECT e.id, e.name, e.kind, e.origin <> 'lexicon' FROM name AS n JOIN entity AS e ON e.id = n.entity "
        "WHERE n.key = ?1",
        key);
    while (rows.next()) {
        const auto kind = rows.word<EntityKind>(2);
        const auto fits = fit(kind, sense);
        if (!fits) continue;
        auto rank = std::make_tuple(*fits, rows.integer(3) != 0, rows.text(0));
        if (best && best_rank <= rank) continue;
        best_rank = std::move(rank);
        best = EntityName{rows.text(0), rows.text(1), kind};
    }
    return best;
}

bool share_a_word(std::string_view a, std::string_view b) {
    const auto right = split(b, ' ');
    for (const auto word : split(a, ' ')) {
        if (word.size() > 3 && std::find(right.begin(), right.end(), word) != right.end()) return true;
    }
    return false;
}

/// The stored names that are spelt most like the one asked for.
std::vector<EntityName> nearest(store::Database& database, const std::string& key, Sense sense) {
    std::map<std::string, std::pair<std::size_t, EntityName>> found;
    const std::size_t limit = std::clamp<std::size_t>(key.size() / 3, 1, 4);
    auto rows = database.query("SELECT n.key, e.id, e.name, e.kind FROM name AS n JOIN entity AS e ON e.id = n.entity");
    while (rows.next()) {
        const auto kind = rows.word<EntityKind>(3);
        if (!fit(kind, sense)) continue;
        std::size_t distance = edit_distance(key, rows.view(0), limit);
        if (distance > limit && share_a_word(key, rows.view(0))) distance = limit;
        if (distance > limit) continue;
        const auto [entry, fresh] = found.try_emplace(rows.text(1), distance, EntityName{rows.text(1), rows.text(2), kind});
        if (!fresh) entry->second.first = std::min(entry->second.first, distance);
    }
    std::vector<std::pair<std::size_t, EntityName>> list;
    for (auto& [id, entry] : found) {
        if (is_stored(database, id)) list.push_back(std::move(entry));
    }
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<EntityName> out;
    for (auto& entry : list) {
        if (out.size() < 5) out.push_back(std::move(entry.second));
    }
    return out;
}

}  // namespace

bool is_stored(store::Database& database, const std::string& id) {
    auto rows = database.query(
        "SELECT 1 FROM article_entity WHERE entity = ?1 UNION ALL "
        "SELECT 1 FROM ancestor AS a JOIN article_entity AS x ON x.entity = a.entity WHERE a.ancestor = ?1 UNION ALL "
        "SELECT 1 FROM grade WHERE condition = ?1 LIMIT 1",
        id);
    return rows.next();
}

std::optional<EntityName> find_name(store::Database& database, const std::string& text, Sense sense) {
    return named(database, store::name_key(text), sense);
}

EntityName name_of(store::Database& database, const std::string& id) {
    auto rows = database.query("SELECT name, kind FROM entity WHERE id = ?1", id);
    if (!rows.next()) return {id, id, EntityKind::treatment};
    return {id, rows.text(0), rows.word<EntityKind>(1)};
}

Asked resolve(store::Database& database, const std::string& text, Sense sense) {
    Asked out;
    out.text = text;
    const std::string key = store::name_key(text);
    out.entity = named(database, key, sense);
    out.stored = out.entity && is_stored(database, out.entity->id);
    if (!out.stored) out.suggestions = nearest(database, key, sense);
    return out;
}

}  // namespace evigrade::query
