// Lists of treatments, ingredients and conditions.
#include <algorithm>
#include <functional>
#include <map>

#include "evigrade/query.hpp"
#include "query/filter.hpp"
#include "query/names.hpp"
#include "query/rows.hpp"

namespace evigrade::query {
namespace {

using store::Database;

/// How each entity is written in the articles, in order; one walk over every text.
std::map<std::string, std::set<std::string>> surfaces(Database& database, const std::set<std::int64_t>& articles) {
    std::map<std::string, std::set<std::string>> out;
    for (const auto article : articles) {
        const auto text = texts_of(database, "SELECT text FROM article_text WHERE article = ?1", article);
        if (text.empty()) continue;
        auto rows = database.query(
            "SELECT e.entity, m.first, m.past FROM mention AS m JOIN article_entity AS e ON e.article = m.article AND "
            "e.place = m.entity "
            "WHERE m.article = ?1",
            article);
        while (rows.next()) {
            const Span span{rows.count(1), rows.count(2)};
            if (span.end <= text.front().size() && span.begin < span.end) out[rows.text(0)].emplace(span.in(text.front()));
        }
    }
    return out;
}

/// The question on which the entity stands strongest; one that claims name outright before what stands above it.
void add_partner(Database& database, EntityRow& row, Sense sense) {
    auto rows =
        database.query(sense == Sense::treatment ? "SELECT g.condition, g.support, g.oppose FROM grade AS g LEFT JOIN tally "
                                                   "AS t ON t.treatment = g.treatment AND "
                                                   "t.condition = g.condition WHERE g.treatment = ?1 AND g.purpose = "
                                                   "'benefit' ORDER BY g.support - g.oppose DESC, "
                                                   "coalesce(t.direct, 0) > 0 DESC, g.support DESC, g.condition LIMIT 1"
                                                 : "SELECT g.treatment, g.support, g.oppose FROM grade AS g WHERE "
                                                   "g.condition = ?1 AND g.purpose = 'benefit' AND EXISTS "
                                                   "(SELECT 1 FROM claim_treatment WHERE entity = g.treatment) ORDER BY "
                                                   "g.support - g.oppose DESC, g.support DESC, "
                                                   "g.treatment LIMIT 1",
                       row.entity.id);
    if (!rows.next()) return;
    row.partner = name_of(database, rows.text(0));
    row.support = static_cast<std::uint64_t>(rows.integer(1));
    row.oppose = static_cast<std::uint64_t>(rows.integer(2));
}

EntityRow entity_row(Database& database, const std::string& id, Sense sense) {
    EntityRow out;
    auto rows = database.query(
        "SELECT e.name, e.kind, e.origin, e.mesh, (SELECT count(*) FROM article_entity WHERE entity = e.id AND mentions > "
        "0), "
        "(SELECT coalesce(sum(mentions), 0) FROM article_entity WHERE entity = e.id), "
        "(SELECT count(DISTINCT claim) FROM claim_treatment WHERE entity = e.id), "
        "(SELECT count(DISTINCT claim) FROM claim_target WHERE entity = e.id) FROM entity AS e WHERE e.id = ?1",
        id);
    if (!rows.next()) return out;
    out.entity = {id, rows.text(0), rows.word<EntityKind>(1)};
    out.origin = rows.word<EntityOrigin>(2);
    out.mesh = rows.maybe_text(3);
    out.articles = static_cast<int>(rows.integer(4));
    out.mentions = static_cast<int>(rows.integer(5));
    out.claims = static_cast<int>(rows.integer(sense == Sense::treatment ? 6 : 7));
    out.parents = texts_of(database, "SELECT parent FROM entity_parent WHERE entity = ?1 ORDER BY place", id);
    add_partner(database, out, sense);
    return out;
}

/// Whether an entity passes the filter's names: it or what is above it is asked for, and it has claims for the conditions.
bool passes(Database& database, const std::string& id, const Filter& filter, const Resolved& resolved, Sense sense) {
    const auto below = [&](const std::vector<Asked>& names, Descent descent) {
        return std::any_of(names.begin(), names.end(), [&](const Asked& asked) {
            if (!asked.entity) return false;
            if (asked.entity->id == id) return true;
            return descent == Descent::kinds_too &&
                   number_of(database, "SELECT count(*) FROM ancestor WHERE entity = ?1 AND ancestor = ?2", id,
                             asked.entity->id) > 0;
        });
    };
    const auto together = [&](const std::vector<Asked>& names, std::string_view sql) {
        return std::any_of(names.begin(), names.end(), [&](const Asked& asked) {
            return asked.entity && number_of(database, sql, id, asked.entity->id) > 0;
        });
    };
    if (sense == Sense::treatment) {
        if (!filter.treatments.empty() && !below(resolved.treatments, filter.descent)) return false;
        return filter.conditions.empty() ||
               together(resolved.conditions, "SELECT claims FROM tally WHERE treatment = ?1 AND condition = ?2");
    }
    if (!filter.conditions.empty() && !below(resolved.conditions, Descent::kinds_too)) return false;
    return filter.treatments.empty() ||
           together(resolved.treatments, "SELECT claims FROM tally WHERE condition = ?1 AND treatment = ?2");
}

Result<List<EntityRow>> entities(const store::Store& store, const Filter& filter, Sense sense, std::string_view sql) {
    Database& database = store.database();
    const store::Snapshot snapshot(database);
    auto resolved = resolve(database, filter);
    std::set<std::int64_t> articles;
    if (resolved.articles)
        articles = *resolved.articles;
    else
        for (const auto key : keys_of(database, "SELECT key FROM article")) articles.insert(key);
    const auto written = surfaces(database, articles);
    List<EntityRow> out;
    for (const auto& id : texts_of(database, sql)) {
        const auto found = written.find(id);
        if (found == written.end() || !passes(database, id, filter, resolved, sense)) continue;
        EntityRow row = entity_row(database, id, sense);
        row.surfaces.assign(found->second.begin(), found->second.end());
        out.rows.push_back(std::move(row));
    }
    std::stable_sort(out.rows.begin(), out.rows.end(), [](const EntityRow& a, const EntityRow& b) {
        return std::tie(b.articles, b.mentions, a.entity.id) < std::tie(a.articles, a.mentions, b.entity.id);
    });
    limit(out.rows, filter);
    out.treatments = std::move(resolved.treatments);
    out.conditions = std::move(resolved.conditions);
    if (database.error()) return *database.error();
    return out;
}

}  // namespace

Result<List<EntityRow>> treatments(const store::Store& store, const Filter& filter) {
    return entities(
        store, filter, Sense::treatment,
        "SELECT id FROM entity WHERE kind = 'treatment' AND EXISTS (SELECT 1 FROM article_entity WHERE entity = id)");
}

Result<List<EntityRow>> ingredients(const store::Store& store, const Filter& filter) {
    return entities(
        store, filter, Sense::treatment,
        "SELECT id FROM entity WHERE (kind = 'ingredient' OR substance = 'yes') AND EXISTS (SELECT 1 FROM article_entity "
        "WHERE entity = id)");
}

Result<List<EntityRow>> conditions(const store::Store& store, const Filter& filter) {
    return entities(
        store, filter, Sense::condition,
        "SELECT id FROM entity WHERE kind = 'condition' AND EXISTS (SELECT 1 FROM article_entity WHERE entity = id)");
}

}  // namespace evigrade::query
