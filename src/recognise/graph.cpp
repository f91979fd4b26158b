// How composed treatments hang in the treatment graph.
#include <algorithm>
#include <utility>
#include <vector>

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

/// A table's name as it stands inside a sentence: "Dutasteride" is "dutasteride", "DHT blocker" stays.
std::string inside(std::string name) {
    if (name.size() > 1 && is_ascii_upper(name[0]) && is_ascii_lower(name[1])) name[0] = ascii_lower(name[0]);
    return name;
}

/// "oral minoxidil", but "lidocaine injection": a route that is a noun stands behind.
std::string name_by_route(std::string_view route, const std::string& substance) {
    const bool noun = route.ends_with("ion");
    return noun ? inside(substance) + " " + std::string(route) : std::string(route) + " " + inside(substance);
}

}  // namespace

std::uint32_t compose_carried(Roster& roster, std::uint32_t substance, std::uint32_t carrier) {
    Entity entity = composed(inside(roster[substance].name) + " " + inside(roster[carrier].name));
    entity.id = roster[substance].id + "-" + roster[carrier].id;
    entity.parents = {roster[carrier].id};
    entity.ingredients = {roster[substance].id};
    entity.route = roster[carrier].route;
    return roster.add(entity);
}

std::uint32_t compose_route(Roster& roster, std::uint32_t substance, std::string_view route) {
    const Entity& base = roster[substance];
    if (base.route && *base.route == route) return substance;
    Entity entity = composed(name_by_route(route, base.name));
    entity.id = route.ends_with("ion") ? base.id + "-" + slug(route) : slug(route) + "-" + base.id;
    if (base.kind == EntityKind::treatment) entity.parents = {base.id};
    entity.ingredients = {base.id};
    entity.route = std::string(route);
    entity.substance = Substance::yes;
    return roster.add(entity);
}

std::uint32_t compose_kind(Roster& roster, std::string_view modifier, std::uint32_t procedure) {
    const Entity& base = roster[procedure];
    Entity entity = composed(lower(squeeze(modifier)) + " " + inside(base.name));
    entity.parents = {base.id};
    entity.ingredients = base.ingredients;
    entity.route = base.route;
    return roster.add(entity);
}

std::uint32_t compose_control(Roster& roster, std::string_view modifier, std::uint32_t procedure) {
    Entity entity = composed(lower(squeeze(modifier)) + " " + inside(roster[procedure].name));
    const Entity* placebo = roster.lexicon().named("placebo");
    if (placebo != nullptr) entity.parents = {placebo->id};
    return roster.add(entity);
}

namespace {

/// An entity's name and its first few aliases.
std::vector<std::string_view> usual_names(const Entity& entity) {
    constexpr std::size_t few = 3;
    std::vector<std::string_view> names{entity.name};
    for (const std::string& alias : entity.aliases) {
        if (names.size() <= few) names.emplace_back(alias);
    }
    return names;
}

/// The lexicon's own row for the two, such as "PRP with mesotherapy"; nullptr where it has none.
const Entity* known_combination(const Lexicon& lexicon, const Entity& one, const Entity& other) {
    for (const std::string_view left : usual_names(one)) {
        for (const std::string_view right : usual_names(other)) {
            for (const std::string_view word : {" plus ", " with ", " and "}) {
                for (const auto& [first, second] : {std::pair{left, right}, std::pair{right, left}}) {
                    const Entity* known = lexicon.named(std::string(first).append(word).append(second));
                    if (known != nullptr && known->id != one.id && known->id != other.id) return known;
                }
            }
        }
    }
    return nullptr;
}

}  // namespace

std::uint32_t compose_combination(Roster& roster, std::uint32_t one, std::uint32_t other) {
    if (const Entity* known = known_combination(roster.lexicon(), roster[one], roster[other])) return roster.known(*known);
    // In one order whichever is named first, so that both wordings mean one treatment.
    if (roster[other].id < roster[one].id) std::swap(one, other);
    Entity entity = composed(inside(roster[one].name) + " plus " + inside(roster[other].name));
    entity.id = roster[one].id + "-and-" + roster[other].id;
    entity.ingredients = {roster[one].id, roster[other].id};
    return roster.add(entity);
}

}  // namespace evigrade::recognise
