#include "link/claim_effect.hpp"

#include <algorithm>

namespace evigrade::link::reading {
namespace {

constexpr std::uint32_t forward_window = 9;
constexpr std::uint32_t words_back_to_object = 10;

bool is_effect(const CueHit& hit) {
    return hit.row->decides == Decides::effect;
}

/// The nearest object behind the effect's words, up to the next effect or the clause's end.
const ObjectHere* object_after(const SentenceView& view, const std::vector<ObjectHere>& objects, const CueHit& effect) {
    std::uint32_t limit = std::min(effect.last + forward_window, static_cast<std::uint32_t>(view.tokens.size()));
    for (const CueHit& hit : view.hits) {
        const bool other = is_effect(hit) && hit.row->as<Effect>() != Effect::none && hit.row->as<Effect>() != Effect::only;
        if (other && hit.first >= effect.last) limit = std::min(limit, hit.first);
    }
    for (const ObjectHere& object : objects) {
        if (object.first < effect.first || object.last <= effect.last) continue;
        if (object.first >= limit || view.clauses[object.first] != view.clauses[effect.first]) return nullptr;
        return &object;
    }
    return nullptr;
}

const ObjectHere* object_before(const SentenceView& view, const std::vector<ObjectHere>& objects, const CueHit& effect) {
    const ObjectHere* nearest = nullptr;
    for (const ObjectHere& object : objects) {
        if (object.last > effect.first) break;
        if (object.last + words_back_to_object > effect.first && view.clauses[object.first] == view.clauses[effect.first])
            nearest = &object;
    }
    return nearest;
}

/// "Relieves no pain", "brings no benefit": what is denied is what the effect would happen to.
bool denies_object(const SentenceView& view, const CueHit& effect, const ObjectHere& object) {
    if (object.first == 0 || object.first < effect.last || view.negated(effect)) return false;
    return view.tokens[object.first - 1].hash == word_hash("no") && object.first - 1 >= effect.last;
}

bool is_unwelcome(Object object) {
    return object == Object::bad || object == Object::side_effect;
}

/// "Less pain", "symptom reduction": the object's own phrase already says which way it went.
bool says_it_itself(const ObjectHere& object, const CueHit& effect) {
    const auto way = effect.row->as<Effect>();
    return (way == Effect::up || way == Effect::down) && object.first <= effect.first && object.last >= effect.last &&
           (object.object == Object::good || object.object == Object::bad);
}

Sign flip(Sign sign) {
    return static_cast<Sign>(-static_cast<int>(sign));
}

Sign sign_of(const EffectFound& found) {
    const bool unwelcome = found.object && is_unwelcome(*found.object);
    switch (found.effect) {
        case Effect::good:
            return Sign::favour;
        case Effect::bad:
        case Effect::null:
        case Effect::limit:
            return Sign::against;
        case Effect::up:
            return unwelcome ? Sign::against : Sign::favour;
        case Effect::down:
            return found.object && *found.object == Object::good ? Sign::against : Sign::favour;
        case Effect::cause:
            return !found.object || *found.object == Object::neutral ? Sign::open : unwelcome ? Sign::against : Sign::favour;
        case Effect::mixed:
        case Effect::only:
        case Effect::none:
            return Sign::open;
    }
    return Sign::open;
}

/// "No difference in relapses" speaks against; "no difference in adverse events" does not.
void settle(EffectFound& found) {
    found.sign = sign_of(found);
    if (found.effect == Effect::only || found.effect == Effect::null) {
        const bool of_harm = found.object && *found.object == Object::side_effect;
        const bool says_nothing_changed = found.effect == Effect::null ? !found.negated : found.negated;
        found.sign = !says_nothing_changed ? Sign::open : of_harm ? Sign::favour : Sign::against;
        if (says_nothing_changed) found.effect = Effect::null;
        return;
    }
    if (found.negated) found.sign = flip(found.sign);
}

}  // namespace

std::vector<ObjectHere> objects_of(const SentenceView& view) {
    std::vector<ObjectHere> out;
    for (const CueHit& hit : view.hits) {
        if (hit.row->decides == Decides::object)
            out.push_back({hit.first, hit.last, hit.row->as<Object>(), hit.row->weight});
    }
    const std::size_t known = out.size();
    for (const MentionHere& mention : view.mentions) {
        if (mention.kind != EntityKind::condition && mention.kind != EntityKind::outcome) continue;
        const bool told = std::any_of(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(known),
                                      [&](const ObjectHere& o) { return o.first < mention.last && mention.first < o.last; });
        if (!told)
            out.push_back(
                {mention.first, mention.last, mention.kind == EntityKind::condition ? Object::bad : Object::neutral, 0});
    }
    std::stable_sort(out.begin(), out.end(), [](const ObjectHere& a, const ObjectHere& b) { return a.first < b.first; });
    return out;
}

std::vector<EffectFound> effects_of(const SentenceView& view, const std::vector<ObjectHere>& objects) {
    std::vector<EffectFound> out;
    for (const CueHit& hit : view.hits) {
        if (!is_effect(hit)) continue;
        EffectFound found;
        found.hit = &hit;
        found.effect = hit.row->as<Effect>();
        found.negated = view.negated(hit);
        const bool of_subject = hit.row->code == "of-subject";  // "insomnia scores fell": never what comes behind
        const ObjectHere* object = of_subject ? nullptr : object_after(view, objects, hit);
        if (object == nullptr && found.effect != Effect::cause) object = object_before(view, objects, hit);
        if (object != nullptr) {
            found.object = object->object;
            found.object_token = object->first;
            found.negated = found.negated || denies_object(view, hit, *object);
            if (says_it_itself(*object, hit)) found.effect = is_unwelcome(object->object) ? Effect::bad : Effect::good;
        }
        settle(found);
        out.push_back(found);
    }
    return out;
}

}  // namespace evigrade::link::reading
