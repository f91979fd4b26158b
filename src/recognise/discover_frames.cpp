#include <algorithm>

#include "evigrade/base/text.hpp"
#include "recognise/discover.hpp"

namespace evigrade::recognise {
namespace {

constexpr std::size_t most_words = 3;

/// "Rolfing sessions" in the words of a name: small letters unless capitals mean something.
std::string as_name(const Scene& scene, std::size_t first, std::size_t last) {
    std::string name = squeeze(scene.text(first, last));
    if (scene.tokens()[first].shape == Shape::capital && !scene.is_rare(first)) name.front() = ascii_lower(name.front());
    return name;
}

/// The first of at most three name words that stand right before `end`.
std::size_t name_before(const Scene& scene, std::size_t end) {
    std::size_t first = end;
    while (first > 0 && end - first < most_words && runs_on(scene.tokens()[first]) && scene.may_name(first - 1)) --first;
    return first;
}

bool all_are(const Scene& scene, Role role, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
        if (!scene.tokens()[i].is(role)) return false;
    }
    return true;
}

bool all_adjectives(const Scene& scene, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
        if (!scene.is_adjective(i)) return false;
    }
    return true;
}

bool any_rare(const Scene& scene, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
        if (scene.is_rare(i) && !scene.is_adjective(i)) return true;
    }
    return false;
}

bool is_abbreviation(const Scene& scene, std::size_t at) {
    const Token& token = scene.tokens()[at];
    return token.roles == 0 && (token.shape == Shape::upper || token.shape == Shape::mixed) && token.span.size() <= 6;
}

/// A lone "-ing" word before a head is more often what somebody does with it: "buying tablets".
bool is_lone_verb(const Scene& scene, std::size_t first, std::size_t last) {
    if (last - first != 1 || scene.tokens()[first].shape != Shape::lower || !scene.word(first).ends_with("ing"))
        return false;
    const std::string before = first > 0 && runs_on(scene.tokens()[first]) ? scene.word(first - 1) : "";
    return before != "a" && before != "the";  // "a heating pad"
}

/// "Hyland's teething": a maker's name goes with the whole.
bool holds_possessive(const Scene& scene, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
        if (scene.rest(i).starts_with("'s ") || scene.rest(i).starts_with("\u2019s ")) return true;
    }
    return false;
}

/// "of shark cartilage extract", not "clinics ensure …": a noun begins here, no verb.
bool opens_a_name(const Scene& scene, std::size_t first) {
    return first == 0 || !runs_on(scene.tokens()[first]) || scene.tokens()[first - 1].is(Role::opener);
}

void read_head(const Scene& scene, std::size_t head, Place place, Candidates& found) {
    const Token& token = scene.tokens()[head];
    const bool strong = is_head(token);
    if (!(strong || token.is(Role::weak_head)) || scene.is_known(head)) return;
    const std::size_t first = name_before(scene, head);
    if (first == head || scene.tokens()[first].span.size() < 2 || all_are(scene, Role::plant_part, first, head)) return;
    if (!strong && all_are(scene, Role::place, first, head)) return;
    if (head + 1 < scene.tokens().size() && runs_on(scene.tokens()[head + 1]) && scene.tokens()[head + 1].is(Role::noun))
        return;
    // What is left of a known name ("… disease modifying drugs") is no name.
    if (first > 0 && head - first < most_words && runs_on(scene.tokens()[first]) && scene.is_known(first - 1)) return;
    const bool telling = any_rare(scene, first, head) || (strong && head - first == 1 && is_abbreviation(scene, first));
    Sighting sighting;
    sighting.points = (strong ? 2 : 1) + (telling ? 1 : 0) - (is_lone_verb(scene, first, head) ? 1 : 0);
    if (!telling && all_adjectives(scene, first, head)) {
        sighting.points = 1;
    } else if (strong && !token.is(Role::route) && opens_a_name(scene, first) && !is_lone_verb(scene, first, head)) {
        sighting.points = 3;
    }
    sighting.telling = telling ? Telling::yes : Telling::no;
    sighting.substance = token.is(Role::substance_head) ? Substance::yes : Substance::no;
    if (telling && !token.is(Role::head) && !holds_possessive(scene, first, head)) {
        std::size_t own = first;  // "gave them kratom capsules"
        while (own + 1 < head && !scene.is_rare(own) && scene.tokens()[own].shape == Shape::lower) ++own;
        sighting.name = as_name(scene, own, head);
        sighting.surfaces.push_back(as_name(scene, own, head + 1));
    } else {
        sighting.name = as_name(scene, first, head + 1);
    }
    found.see(sighting, place);
}

void read_frame(const Scene& scene, std::size_t at, Place place, Candidates& found) {
    const auto& tokens = scene.tokens();
    const std::size_t strong = words_of(tokens, at, Role::frame);
    const std::size_t length = strong > 0 ? strong : words_of(tokens, at, Role::weak_frame);
    if (length == 0) return;
    std::size_t first = at + length;
    const auto open = [&](std::size_t i) { return i < tokens.size() && runs_on(tokens[i]) && !scene.is_known(i); };
    for (std::size_t skipped = 0; skipped < most_words && open(first); ++skipped, ++first) {
        const Token& token = tokens[first];
        if (!token.is(Role::stop) && !token.is(Role::route) && !token.is(Role::filler) && token.shape != Shape::digits)
            break;
    }
    std::size_t last = first;
    while (last - first < most_words && open(last) && scene.may_name(last) && !is_head(tokens[last])) ++last;
    // A head that follows says it better (read_head), a known name that follows takes these words for its own.
    if (last < tokens.size() && runs_on(tokens[last]) && (is_head(tokens[last]) || scene.is_known(last))) return;
    while (first < last && !scene.is_rare(first)) ++first;
    while (last > first && !scene.is_rare(last - 1)) --last;
    if (first == last || tokens[first].shape == Shape::capital) return;  // a capital is more often a person or a place
    Sighting sighting;
    sighting.name = as_name(scene, first, last);
    sighting.points = strong > 0 ? 2 : 1;
    sighting.telling = Telling::yes;
    sighting.substance = Substance::yes;
    found.see(sighting, place);
}

void read_condition(const Scene& scene, std::size_t head, Place place, Candidates& found) {
    if (!scene.tokens()[head].is(Role::condition_head) || scene.is_known(head)) return;
    const std::size_t first = name_before(scene, head);
    if (first == head) return;
    if (first > 0 && runs_on(scene.tokens()[first]) && scene.is_known(first - 1)) return;
    if (head + 1 < scene.tokens().size() && runs_on(scene.tokens()[head + 1]) &&
        scene.tokens()[head + 1].is(Role::organisation))
        return;  // "Northern Cancer Center" names a body, "knee pain score" an instrument
    bool rare = false;
    for (std::size_t i = first; i < head; ++i) rare = rare || scene.is_rare(i);
    Sighting sighting;
    sighting.kind = EntityKind::condition;
    sighting.points = rare ? 3 : scene.tokens()[head - 1].is(Role::place) ? 2 : 1;
    sighting.name = as_name(scene, first, head + 1);
    found.see(sighting, place);
}

}  // namespace

void discover_by_frames(const Scene& scene, Place place, Candidates& found) {
    for (std::size_t at = 0; at < scene.tokens().size(); ++at) {
        const Token& token = scene.tokens()[at];
        if ((token.roles | token.phrase) == 0) continue;
        read_head(scene, at, place, found);
        read_frame(scene, at, place, found);
        read_condition(scene, at, place, found);
    }
}

}  // namespace evigrade::recognise
