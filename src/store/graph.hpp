// Entities as rows: the graph of the lexicon with what articles add to it, the names by which they are found, and the
// closure of is-a.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/model/entity.hpp"
#include "store/database.hpp"

namespace evigrade::store {

/// Puts an entity in force, in place of what its id named before. The closure is brought up to date by refresh_closure.
void put_entity(Database& database, const Entity& entity);
void remove_entity(Database& database, std::string_view id);
std::optional<Entity> get_entity(Database& database, std::string_view id);

/// Computes the ancestors of these entities, and of everything below them, again.
/// Gives the ids of all entities whose ancestors have changed.
std::vector<std::string> refresh_closure(Database& database, const std::vector<std::string>& entities);

/// What is above an entity, with its distance: itself first. An entity that is not stored is its own only ancestor.
struct Above {
    std::string id;
    int distance = 0;
};
std::vector<Above> ancestors(Database& database, std::string_view id);

/// Puts each article's own entity in force where the lexicon has none: the one of the least article id decides, so that
/// the order of ingestion does not. Entities that nobody has any more are removed.
void settle_entities(Database& database, const std::vector<std::string>& ids);

/// Lists in one cell, one a line.
std::string lines_of(const std::vector<std::string>& values);
std::vector<std::string> list_of(std::string_view lines);

}  // namespace evigrade::store
