#include "store/graph.hpp"

#include <algorithm>
#include <deque>
#include <set>

#include "evigrade/base/text.hpp"
#include "evigrade/store.hpp"

namespace evigrade::store {
namespace {

void put_list(Database& database, std::string_view sql, std::string_view entity, const std::vector<std::string>& list) {
    std::int64_t place = 0;
    for (const auto& value : list) database.run(sql, entity, place++, value);
}

void put_names(Database& database, const Entity& entity) {
    std::set<std::string> keys{name_key(entity.name), name_key(entity.id)};
    for (const auto& alias : entity.aliases) keys.insert(name_key(alias));
    keys.erase("");
    for (const auto& key : keys) database.run("INSERT INTO name VALUES (?1, ?2)", key, entity.id);
}

std::vector<std::string> list(Database& database, std::string_view sql, std::string_view id) {
    std::vector<std::string> out;
    for (auto rows = database.query(sql, id); rows.next();) out.push_back(rows.text(0));
    return out;
}

std::vector<std::string> parents_of(Database& database, std::string_view id) {
    return list(database, "SELECT parent FROM entity_parent WHERE entity = ?1 ORDER BY place", id);
}

/// Breadth first, so that each distance is the shortest; a circle in the tables ends by itself.
std::vector<Above> climb(Database& database, const std::string& id) {
    std::vector<Above> found{{id, 0}};
    std::set<std::string> seen{id};
    for (std::size_t i = 0; i < found.size(); ++i) {
        const int distance = found[i].distance + 1;
        for (auto& parent : parents_of(database, found[i].id)) {
            if (seen.insert(parent).second) found.push_back({std::move(parent), distance});
        }
    }
    return found;
}

std::vector<std::pair<std::string, int>> sorted(const std::vector<Above>& list) {
    std::vector<std::pair<std::string, int>> out;
    for (const auto& above : list) out.emplace_back(above.id, above.distance);
    std::sort(out.begin(), out.end());
    return out;
}

Entity entity_of_article(const Rows& rows) {
    Entity entity;
    entity.id = rows.text(0);
    entity.kind = rows.word<EntityKind>(1);
    entity.name = rows.text(2);
    entity.origin = rows.word<EntityOrigin>(3);
    entity.mesh = rows.maybe_text(4);
    entity.route = rows.maybe_text(5);
    entity.substance = rows.view(6) == "yes" ? Substance::yes : Substance::no;
    entity.aliases = list_of(rows.view(7));
    entity.parents = list_of(rows.view(8));
    entity.ingredients = list_of(rows.view(9));
    return entity;
}

}  // namespace

std::string lines_of(const std::vector<std::string>& values) {
    std::string out;
    for (const auto& value : values) out += value + "\n";
    return out;
}

std::vector<std::string> list_of(std::string_view lines) {
    std::vector<std::string> out;
    for (const auto line : split(lines, '\n')) out.emplace_back(line);
    return out;
}

void put_entity(Database& database, const Entity& entity) {
    for (const auto* table : {"entity_parent", "entity_ingredient", "entity_alias", "name"}) {
        database.run("DELETE FROM " + std::string(table) + " WHERE entity = ?1", entity.id);
    }
    database.run(
        "INSERT INTO entity VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET kind = ?2, name = ?3, "
        "origin = ?4, mesh = ?5, route = ?6, substance = ?7",
        entity.id, entity.kind, entity.name, entity.origin, entity.mesh, entity.route,
        entity.substance == Substance::yes ? "yes" : "no");
    put_list(database, "INSERT INTO entity_parent VALUES (?1, ?2, ?3)", entity.id, entity.parents);
    put_list(database, "INSERT INTO entity_ingredient VALUES (?1, ?2, ?3)", entity.id, entity.ingredients);
    put_list(database, "INSERT INTO entity_alias VALUES (?1, ?2, ?3)", entity.id, entity.aliases);
    put_names(database, entity);
}

void remove_entity(Database& database, std::string_view id) {
    database.run("DELETE FROM entity WHERE id = ?1", id);
}

std::optional<Entity> get_entity(Database& database, std::string_view id) {
    Entity entity;
    {
        auto rows = database.query("SELECT id, kind, name, origin, mesh, route, substance FROM entity WHERE id = ?1", id);
        if (!rows.next()) return std::nullopt;
        entity.id = rows.text(0);
        entity.kind = rows.word<EntityKind>(1);
        entity.name = rows.text(2);
        entity.origin = rows.word<EntityOrigin>(3);
        entity.mesh = rows.maybe_text(4);
        entity.route = rows.maybe_text(5);
        entity.substance = rows.view(6) == "yes" ? Substance::yes : Substance::no;
    }
    entity.aliases = list(database, "SELECT alias FROM entity_alias WHERE entity = ?1 ORDER BY place", id);
    entity.parents = parents_of(database, id);
    entity.ingredients = list(database, "SELECT ingredient FROM entity_ingredient WHERE entity = ?1 ORDER BY place", id);
    return entity;
}

std::vector<Above> ancestors(Database& database, std::string_view id) {
    std::vector<Above> out;
    auto rows = database.query("SELECT ancestor, distance FROM ancestor WHERE entity = ?1 ORDER BY distance, ancestor", id);
    while (rows.next()) out.push_back({rows.text(0), static_cast<int>(rows.integer(1))});
    if (out.empty()) out.push_back({std::string(id), 0});
    return out;
}

std::vector<std::string> refresh_closure(Database& database, const std::vector<std::string>& entities) {
    std::set<std::string> touched(entities.begin(), entities.end());
    for (const auto& id : entities) {
        for (auto& below : list(database, "SELECT entity FROM ancestor WHERE ancestor = ?1", id))
            touched.insert(std::move(below));
    }
    std::vector<std::string> changed;
    for (const auto& id : touched) {
        const auto before = sorted(ancestors(database, id));
        database.run("DELETE FROM ancestor WHERE entity = ?1", id);
        const auto now = climb(database, id);
        if (sorted(now) != before) changed.push_back(id);
        if (!get_entity(database, id)) continue;
        for (const auto& above : now) database.run("INSERT INTO ancestor VALUES (?1, ?2, ?3)", id, above.id, above.distance);
    }
    return changed;
}

void settle_entities(Database& database, const std::vector<std::string>& ids) {
    for (const auto& id : ids) {
        {
            auto known = database.query("SELECT 1 FROM entity WHERE id = ?1 AND origin = 'lexicon'", id);
            if (known.next()) continue;
        }
        std::optional<Entity> first;
        {
            auto rows = database.query(
                "SELECT e.entity, e.kind, e.name, e.origin, e.mesh, e.route, e.substance, e.aliases, e.parents, "
                "e.ingredients "
                "FROM article_entity AS e JOIN article AS a ON a.key = e.article WHERE e.entity = ?1 ORDER BY a.id LIMIT 1",
                id);
            if (rows.next()) first = entity_of_article(rows);
        }
        first ? put_entity(database, *first) : remove_entity(database, id);
    }
}

}  // namespace evigrade::store
