#include "lexicon/tables.hpp"

#include <array>
#include <string_view>
#include <unordered_set>

#include "evigrade/base/text.hpp"

namespace evigrade::lexicon {
namespace {

struct EntityTable {
    std::string_view file;
    EntityKind kind;
};

// In this order names are given away: what is both a drug and a constituent is a drug.
constexpr std::array<EntityTable, 7> entity_tables{{
    {"lexicon/treatments.tsv", EntityKind::treatment},
    {"lexicon/classes.tsv", EntityKind::treatment},
    {"lexicon/ingredients.tsv", EntityKind::ingredient},
    {"lexicon/conditions.tsv", EntityKind::condition},
    {"lexicon/outcomes.tsv", EntityKind::outcome},
    {"lexicon/devices.tsv", EntityKind::device},
    {"lexicon/designs.tsv", EntityKind::design},
}};

/// The columns' places, looked up once for each table.
struct Columns {
    explicit Columns(const Table& table)
        : id(table.column("id")),
          name(table.column("name")),
          aliases(table.column("aliases")),
          parents(table.column("parents")),
          ingredients(table.column("ingredients")),
          route(table.column("route")),
          substance(table.column("substance")),
          mesh(table.column("mesh")) {}
    std::optional<std::size_t> id, name, aliases, parents, ingredients, route, substance, mesh;
};

std::string_view cell(const Table& table, std::size_t row, std::optional<std::size_t> column) {
    return column ? trim(table.cell(row, *column)) : std::string_view{};
}

std::vector<std::string> list(const Table& table, std::size_t row, std::optional<std::size_t> column) {
    const auto parts = split(cell(table, row, column), '|');
    return {parts.begin(), parts.end()};
}

std::optional<std::string> text(const Table& table, std::size_t row, std::optional<std::size_t> column) {
    const std::string_view value = cell(table, row, column);
    return value.empty() ? std::nullopt : std::optional<std::string>(value);
}

Entity read_row(const Table& table, const Columns& columns, std::size_t row, EntityKind kind) {
    Entity entity;
    entity.id = cell(table, row, columns.id);
    entity.kind = kind;
    entity.name = cell(table, row, columns.name);
    entity.mesh = text(table, row, columns.mesh);
    entity.aliases = list(table, row, columns.aliases);
    entity.parents = list(table, row, columns.parents);
    entity.ingredients = list(table, row, columns.ingredients);
    entity.route = text(table, row, columns.route);
    entity.substance = cell(table, row, columns.substance) == "yes" ? Substance::yes : Substance::no;
    return entity;
}

}  // namespace

std::vector<Entity> read_entities(const Data& data) {
    std::vector<Entity> entities;
    std::unordered_set<std::string_view> seen;  // the tables' bytes outlive this function's work
    for (const EntityTable& source : entity_tables) {
        const auto bytes = data.find(source.file);
        if (!bytes) continue;
        const Table table(*bytes);
        const Columns columns(table);
        entities.reserve(entities.size() + table.rows());
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const std::string_view id = cell(table, row, columns.id);
            if (id.empty() || !seen.emplace(id).second) continue;
            entities.push_back(read_row(table, columns, row, source.kind));
        }
    }
    return entities;
}

}  // namespace evigrade::lexicon
