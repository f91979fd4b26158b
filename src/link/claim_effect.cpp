#include "link/claim_effect.hpp"

#include <algorithm>

namespace evigrade::link::reading {
namespace {

constexpr std::uint32_t forward_window = 9;
constexpr std::uint32_t words_back_to_object = 10;

bool is_effect(const CueHit& hit) {
    return hit.row->decides == Decides::effect;
}

/// "Researchers report", "experts caution": a verb of saying does nothing to anybody.
bool is_only_said(const SentenceView& view, const CueHit& effect) {
    return std::any_of(view.hits.begin(), view.hits.end(), [&](const CueHit& hit) {
        const bool around = hit.first <= effect.first && effect.last <= hit.last;
        return hit.row->decides == Decides::attribution && around && hit.last - hit.first > effect.last - effect.first;
    });
}

/// "If the first course is not successful, …", "whether infants would benefit": supposed or asked, and not said.
bool is_supposed(const SentenceView& view, const CueHit& effect) {
    std::uint32_t first = effect.first;
    while (first > 0 && view.clauses[first - 1] == view.clauses[effect.first] && view.tokens[first - 1].mark != ',') --first;
    return is_one_of(view.tokens[first], {"if", "unless", "whether"});
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

/// "Side effects, including nausea, were alike": nausea stands for the harm that it is named as.
const ObjectHere* named_as_harm(const SentenceView& view, const std::vector<ObjectHere>& objects,
                                const ObjectHere& example) {
    const auto harm = std::find_if(objects.begin(), objects.end(), [&](const ObjectHere& object) {
        const bool before = object.last <= example.first && example.first < object.last + words_back_to_object;
        return object.object == Object::side_effect && before && view.clauses[object.first] == view.clauses[example.first];
    });
    return example.object == Object::bad && harm != objects.end() ? &*harm : &example;
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

/// "Causes pain", and neither "fell sharply", "fell in patients with" nor "was more common with": the word behind is what it
/// happens to.
bool is_transitive(const SentenceView& view, const CueHit& effect) {
    if (effect.last >= view.tokens.size() || effect.row->code == "of-subject") return false;
    if (effect.first > 0 && is_one_of(view.tokens[effect.first - 1], {"was", "were", "is", "are", "be", "been"}))
        return false;
    const Token& next = view.tokens[effect.last];
    return next.kind == TokenKind::word && !next.span.in(view.text).ends_with("ly") &&
           !is_one_of(next,
                      {"in",  "by",    "from", "with", "at",     "after",  "on",     "during",  "to",     "over", "for",
                       "and", "among", "than", "of",   "as",     "when",   "if",     "between", "within", "was",  "were",
                       "is",  "are",   "more", "less", "faster", "sooner", "better", "further", "most",   "least"});
}

/// "Inflammation", "the virus", and not "patients with depression": a disease that is its clause's subject.
bool heads_clause(const SentenceView& view, const ObjectHere& disease) {
    constexpr std::uint32_t longest = 3;
    for (std::uint32_t back = 1; back <= longest && back <= disease.first; ++back) {
        const Token& before = view.tokens[disease.first - back];
        if (before.kind == TokenKind::mark || is_one_of(before, {"the", "a", "an", "this", "these", "such"})) return true;
        if (view.clauses[disease.first - back] != view.clauses[disease.first]) return true;
        if (is_one_of(before, {"of", "with", "for", "from", "against", "to", "than", "in", "without", "and", "or"}))
            return false;
    }
    return disease.first <= longest;
}

/// Whether nothing but helping words stand between a subject and its verb: "inflammation is known to cause".
bool leads_to(const SentenceView& view, std::uint32_t subject, std::uint32_t verb) {
    constexpr std::uint32_t shortest = 2;  ///< words of any kind may stand between
    if (verb <= subject + shortest) return true;
    return std::all_of(view.tokens.begin() + subject, view.tokens.begin() + verb, [](const Token& token) {
        return is_one_of(
            token, {"is",   "are",   "was",   "were",    "can",      "may",    "might", "could", "will", "has",   "have",
                    "been", "known", "shown", "thought", "believed", "likely", "often", "also",  "to",   "itself"});
    });
}

/// Whether a treatment, by name or by pronoun, stands before a token: then the token's verb may be its.
bool is_spoken_of_before(const SentenceView& view, std::uint32_t token) {
    const bool named = std::any_of(view.mentions.begin(), view.mentions.end(), [&](const MentionHere& mention) {
        const bool given = mention.kind == EntityKind::treatment || mention.kind == EntityKind::ingredient;
        return given && mention.first < token;
    });
    return named || std::any_of(view.hits.begin(), view.hits.end(), [&](const CueHit& hit) {
               return hit.row->decides == Decides::anaphor && hit.row->value != "work" && hit.last <= token;
           });
}

/// "Depression raises the risk of heart disease and causes fatigue": what the disease does is no doing of a treatment.
/// `goes_on`: the verb before it was the disease's.
bool is_doing_of_disease(const SentenceView& view, const std::vector<ObjectHere>& objects, const CueHit& effect,
                         bool goes_on) {
    if (!is_transitive(view, effect) || is_spoken_of_before(view, effect.first)) return false;
    if (goes_on && effect.first > 0 && is_one_of(view.tokens[effect.first - 1], {"and", "or", "also"})) return true;
    return std::any_of(objects.begin(), objects.end(), [&](const ObjectHere& o) {
        const bool before = o.last <= effect.first && leads_to(view, o.last, effect.first);
        return o.object == Object::bad && before && view.clauses[o.first] == view.clauses[effect.first] &&
               heads_clause(view, o);
    });
}

/// "Reductions in pain were greater": a change that is compared. The comparison tells which way it went.
bool names_change(const SentenceView& view, const CueHit& effect) {
    const bool noun = effect.last < view.tokens.size() && is_one_of(view.tokens[effect.last], {"in", "of", "from"});
    const bool changes = effect.row->as<Effect>() == Effect::up || effect.row->as<Effect>() == Effect::down ||
                         effect.row->as<Effect>() == Effect::good;
    return noun && changes;
}

bool compares(const SentenceView& view, const CueHit& effect) {
    return is_one_of(view.tokens[effect.first],
                     {"greater", "larger", "bigger", "higher", "lower", "smaller", "less", "more", "faster", "slower"});
}

void settle_compared_changes(const SentenceView& view, std::vector<EffectFound>& effects) {
    for (std::size_t i = 0; i + 1 < effects.size(); ++i) {
        EffectFound& change = effects[i];
        EffectFound& comparison = effects[i + 1];
        const bool together = view.clauses[change.hit->first] == view.clauses[comparison.hit->first];
        if (!together || !names_change(view, *change.hit) || !compares(view, *comparison.hit) || change.sign == Sign::open)
            continue;
        const bool smaller = comparison.effect == Effect::down || comparison.effect == Effect::bad;
        comparison.sign = smaller != comparison.negated ? flip(change.sign) : change.sign;
        comparison.object = change.object;
        comparison.object_token = change.object_token;
        change.sign = Sign::open;
    }
}

}  // namespace

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

std::vector<ObjectHere> objects_of(const SentenceView& view) {
    std::vector<ObjectHere> out;
    for (const CueHit& hit : view.hits) {
        if (hit.row->decides == Decides::object)
            out.push_back({hit.first, hit.last, hit.row->as<Object>(), hit.row->weight});
    }
    for (const MentionHere& mention : view.mentions) {
        if (mention.kind != EntityKind::condition && mention.kind != EntityKind::outcome) continue;
        // "sleep apnoea" is no sleep: the longer name of a condition wins over a word in it
        if (mention.kind == EntityKind::condition)
            std::erase_if(out, [&](const ObjectHere& o) {
                const bool inside = mention.first <= o.first && o.last <= mention.last;
                return inside && o.last - o.first < mention.last - mention.first && o.object == Object::good;
            });
        const bool told = std::any_of(out.begin(), out.end(),
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
    bool of_disease = false;
    for (const CueHit& hit : view.hits) {
        if (!is_effect(hit) || is_only_said(view, hit)) continue;
        EffectFound found;
        found.hit = &hit;
        found.effect = hit.row->as<Effect>();
        found.negated = view.negated(hit);
        const bool of_subject = hit.row->code == "of-subject";  // "insomnia scores fell": never what comes behind
        const ObjectHere* object = of_subject ? nullptr : object_after(view, objects, hit);
        const bool takes_its_own = found.effect == Effect::cause || (hit.row->code == "promote" && is_transitive(view, hit));
        if (object == nullptr && !takes_its_own) object = object_before(view, objects, hit);
        if (object != nullptr && found.effect == Effect::null) object = named_as_harm(view, objects, *object);
        if (object != nullptr) {
            found.object = object->object;
            found.object_token = object->first;
            found.negated = found.negated || denies_object(view, hit, *object);
            if (says_it_itself(*object, hit)) found.effect = is_unwelcome(object->object) ? Effect::bad : Effect::good;
        }
        settle(found);
        of_disease = is_doing_of_disease(view, objects, hit, of_disease);
        if (of_disease || is_supposed(view, hit)) found.sign = Sign::open;
        out.push_back(found);
    }
    settle_compared_changes(view, out);
    return out;
}

}  // namespace evigrade::link::reading
