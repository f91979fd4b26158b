// How composed treatments hang in the treatment graph.
#include <algorithm>

#include "evigrade/base/text.hpp"
#include "recognise/roster.hpp"

namespace evigrade::recognise {
namespace {

Entity composed(std::string name) {
    Entity entity;
    entity.id = slug(name);
    entity.name = std::move(name);
    entity.origin = EntityOrigin::composed;
    return entity;
}

}  // namespace

std::uint32_t compose_carried(Roster& roster, std::uint32_t substance, std::uint32_t carrier) {
    Entity entity = composed(roster[substance].name + " " + roster[carrier].name);
    entity.id = roster[substance].id + "-" + roster[carrier].id;
    entity.parents = {roster[carrier].id};
    entity.ingredients = {roster[substance].id};
    entity.route = roster[carrier].route;
    return roster.add(std::move(entity));
}

std::uint32_t compose_route(Roster& roster, std::uint32_t substance, std::string_view route) {
    const Entity& inside = roster[substance];
    if (inside.route && *inside.route == route) return substance;
    Entity entity = composed(std::string(route) + " " + inside.name);
    entity.id = slug(route) + "-" + inside.id;
    if (inside.kind == EntityKind::treatment) entity.parents = {inside.id};
    entity.ingredients = {inside.id};
    entity.route = std::string(route);
    entity.substance = Substance::yes;
    return roster.add(std::move(entity));
}

std::uint32_t compose_kind(Roster& roster, std::string_view modifier, std::uint32_t procedure) {
    const Entity& base = roster[procedure];
    Entity entity = composed(lower(squeeze(modifier)) + " " + base.name);
    entity.parents = {base.id};
    entity.ingredients = base.ingredients;
    entity.route = base.route;
    return roster.add(std::move(entity));
}

std::uint32_t compose_control(Roster& roster, std::string_view modifier, std::uint32_t procedure) {
    Entity entity = composed(lower(squeeze(modifier)) + " " + roster[procedure].name);
    const Entity* placebo = roster.lexicon().named("placebo");
    if (placebo != nullptr) entity.parents = {placebo->id};
    return roster.add(std::move(entity));
}

std::uint32_t compose_combination(Roster& roster, std::uint32_t one, std::uint32_t other) {
    // In one order whichever is named first, so that both wordings mean one treatment.
    if (roster[other].id < roster[one].id) std::swap(one, other);
    Entity entity = composed(roster[one].name + " plus " + roster[other].name);
    entity.id = roster[one].id + "-and-" + roster[other].id;
    entity.ingredients = {roster[one].id, roster[other].id};
    return roster.add(std::move(entity));
}

}  // namespace evigrade::recognise
