#include <algorithm>

#include "link/claim_judge.hpp"

namespace evigrade::link::reading {
namespace {

/// What was counted on either side, and by whom: a concession does not outweigh its main clause.
struct Tally {
    int favour = 0;
    int against = 0;
    int conceded_favour = 0;
    int conceded_against = 0;
    int nulls = 0;
    int limits = 0;
    int mixed = 0;
    bool even = false;  ///< the groups compared came out alike: whatever else improved, it was not the treatment

    void add(Sign sign, bool conceded) {
        if (sign == Sign::favour) ++(conceded ? conceded_favour : favour);
        if (sign == Sign::against) ++(conceded ? conceded_against : against);
    }
    /// Where the main clause is silent, what was conceded is all there is.
    void settle() {
        if (favour + against + limits + nulls > 0) return;
        favour = conceded_favour;
        against = conceded_against;
    }
};

bool conceded(const SentenceView& view, const CueHit& hit) {
    return view.role(hit) == ClauseRole::concessive;
}

/// What an absence statement says to be unproven is not asserted: nothing behind it in its clause counts.
bool under_absence(const SentenceView& view, const CueHit& effect) {
    return std::any_of(view.hits.begin(), view.hits.end(), [&](const CueHit& hit) {
        return hit.row->decides == Decides::absence && hit.first <= effect.first &&
               view.clauses[hit.first] == view.clauses[effect.first];
    });
}

/// "Cannot be recommended to hasten recovery" promises no recovery.
bool under_limit(const Evidence& evidence, const EffectFound& effect) {
    return std::any_of(evidence.effects.begin(), evidence.effects.end(), [&](const EffectFound& limit) {
        const bool before = limit.effect == Effect::limit && limit.hit->first < effect.hit->first;
        return before && evidence.view.clauses[limit.hit->first] == evidence.view.clauses[effect.hit->first];
    });
}

Tally tally_effects(const Evidence& evidence) {
    Tally tally;
    for (const EffectFound& found : evidence.effects) {
        if (under_absence(evidence.view, *found.hit) || under_limit(evidence, found)) continue;
        const bool aside = conceded(evidence.view, *found.hit);
        if (found.effect == Effect::mixed) {
            ++tally.mixed;
        } else if (found.effect == Effect::null && found.sign == Sign::against) {
            ++(aside ? tally.conceded_against : tally.nulls);
            tally.even = tally.even || (!aside && found.hit->row->code == "alike");
        } else if (found.effect == Effect::limit && found.sign == Sign::against) {
            ++(aside ? tally.conceded_against : tally.limits);
        } else if (found.object != Object::side_effect) {
            tally.add(found.sign, aside);
        }
    }
    tally.settle();
    return tally;
}

/// The treatment that a clause names, by the first of its mentions.
std::optional<std::uint32_t> named_in_clause(const SentenceView& view, std::uint8_t clause) {
    for (const MentionHere& mention : view.mentions) {
        if (mention.kind == EntityKind::treatment && view.clauses[mention.first] == clause) return mention.entity;
    }
    return std::nullopt;
}

/// "EPA worked; DHA made no difference": two treatments, told apart clause by clause, and not two groups that came out
/// alike.
bool tells_of_two(const Evidence& evidence) {
    const SentenceView& view = evidence.view;
    const auto differ = [&](const EffectFound& one, const EffectFound& two) {
        const auto a = named_in_clause(view, view.clauses[one.hit->first]);
        const auto b = named_in_clause(view, view.clauses[two.hit->first]);
        return one.sign == Sign::favour && two.sign == Sign::against && a && b && *a != *b;
    };
    return std::any_of(evidence.effects.begin(), evidence.effects.end(), [&](const EffectFound& one) {
        return std::any_of(evidence.effects.begin(), evidence.effects.end(),
                           [&](const EffectFound& two) { return differ(one, two); });
    });
}

Stance of_effects(const Evidence& evidence) {
    const Tally tally = tally_effects(evidence);
    const int against = tally.against + tally.nulls;
    if (tally.mixed > 0) return Stance::mixed;
    if (tally.even && !tells_of_two(evidence)) return Stance::refutes;
    if (tally.favour > 0 && tally.limits > 0) return Stance::mixed;
    if (tally.favour > 0 && against > 0) return Stance::mixed;
    if (against + tally.limits > 0) return Stance::refutes;
    return Stance::supports;
}

/// Whether "or", "nor" or "and" stands just before a word.
bool joined(const SentenceView& view, std::uint32_t token) {
    for (std::uint32_t back = 1; back <= 2 && back <= token; ++back) {
        const std::uint64_t word = view.tokens[token - back].hash;
        if (word == word_hash("or") || word == word_hash("nor") || word == word_hash("and")) return true;
    }
    return false;
}

/// Objects named in one breath ("risk of serious side effects", "redness, swelling and itching") share what is said of one.
void speak_of(const Evidence& evidence, std::uint32_t token, std::vector<bool>& spoken) {
    const auto& objects = evidence.objects;
    const auto& clauses = evidence.view.clauses;
    const auto at = std::find_if(objects.begin(), objects.end(), [&](const ObjectHere& o) { return o.first == token; });
    spoken[token] = true;
    for (auto next = at; next != objects.end() && next + 1 != objects.end(); ++next) {
        const auto& [one, two] = std::pair(*next, *(next + 1));
        if ((two.first > one.last + 3 && !joined(evidence.view, two.first)) || clauses[one.first] != clauses[two.first])
            break;
        spoken[two.first] = true;
    }
    for (auto before = at; before != objects.end() && before != objects.begin(); --before) {
        const auto& [one, two] = std::pair(*(before - 1), *before);
        if (two.first > one.last + 3 || clauses[one.first] != clauses[two.first]) break;
        spoken[one.first] = true;
    }
}

bool is_harm(Object object) {
    return object == Object::side_effect || object == Object::bad;
}

void tally_harmful_effects(const Evidence& evidence, Tally& tally, std::vector<bool>& spoken) {
    for (const EffectFound& found : evidence.effects) {
        const bool aside = conceded(evidence.view, *found.hit);
        if (found.effect == Effect::bad && found.hit->row->code == "worsen") {
            tally.add(found.sign, aside);
            continue;
        }
        if (!found.object || !is_harm(*found.object) || found.sign == Sign::open || found.effect == Effect::good) continue;
        if (found.effect == Effect::limit || (found.effect == Effect::cause && !found.negated)) continue;
        tally.add(found.sign, aside);
        speak_of(evidence, found.object_token, spoken);
    }
}

/// "No downtime" denies by itself: the "no" of "no scars and no downtime" does not turn it round.
bool denied(const SentenceView& view, const ObjectHere& object) {
    const bool denies_itself = is_one_of(view.tokens[object.first], {"no", "non", "without", "not"});
    return view.negations[object.first] > 0 && !(object.object == Object::safe && denies_itself);
}

/// "It is unclear whether it is safe", "no evidence that it is safe".
bool doubted(const SentenceView& view, const ObjectHere& object) {
    const auto clause = view.clauses[object.first];
    for (std::uint32_t before = 0; before < object.first; ++before) {
        if (view.clauses[before] == clause && is_one_of(view.tokens[before], {"whether"})) return true;
    }
    return std::any_of(view.hits.begin(), view.hits.end(), [&](const CueHit& hit) {
        return hit.row->decides == Decides::absence && hit.last <= object.first && view.clauses[hit.last - 1] == clause;
    });
}

/// Whether the treatment is called safe outright; what it is safe for is then no harm of it.
bool calls_safe(const Evidence& evidence) {
    return std::any_of(evidence.objects.begin(), evidence.objects.end(), [&](const ObjectHere& object) {
        return object.object == Object::safe && !denied(evidence.view, object) && !doubted(evidence.view, object);
    });
}

/// A disease of the lexicon: whom it is given to rather than what it does, where a harm is told besides.
bool is_disease(const ObjectHere& object) {
    return object.object == Object::bad && object.weight == 0;
}

/// "Heart rate did not differ from placebo", "was not adversely affected": under safety, that nothing happened is good.
bool spares(const Evidence& evidence) {
    const auto told = [](const EffectFound& found) { return found.sign != Sign::open; };
    const auto spared = [&](const EffectFound& found) {
        return !told(found) || found.effect == Effect::null || (found.effect == Effect::bad && found.negated);
    };
    const auto& effects = evidence.effects;
    return std::any_of(effects.begin(), effects.end(), told) && std::all_of(effects.begin(), effects.end(), spared);
}

/// Whether a side effect is named that nothing denies.
bool names_harm(const Evidence& evidence) {
    return std::any_of(evidence.objects.begin(), evidence.objects.end(), [&](const ObjectHere& object) {
        return object.object == Object::side_effect && !denied(evidence.view, object);
    });
}

/// Harms named against harms denied. "No side effects" and "a lower risk of bleeding" are both denials.
Stance of_harms(const Evidence& evidence) {
    Tally tally;
    const SentenceView& view = evidence.view;
    std::vector<bool> spoken(view.tokens.size(), false);
    tally_harmful_effects(evidence, tally, spoken);
    bool safe_said = false;
    const bool safe = calls_safe(evidence);
    const bool told = tally.favour + tally.against > 0;
    for (const ObjectHere& object : evidence.objects) {
        if (spoken[object.first] || (!is_harm(object.object) && object.object != Object::safe)) continue;
        if (told && is_disease(object)) continue;
        if (object.object == Object::bad && safe && view.roles[view.clauses[object.first]] != ClauseRole::contrast) continue;
        const CueHit here{object.first, object.last, nullptr};
        const bool is_denied = denied(view, object);
        safe_said = safe_said || (object.object == Object::safe && !is_denied);
        tally.add(is_harm(object.object) == is_denied ? Sign::favour : Sign::against, conceded(view, here));
    }
    tally.settle();
    if (!names_harm(evidence) && spares(evidence)) return Stance::supports;
    if (tally.favour > 0 && tally.against > 0) return safe_said ? Stance::mixed : Stance::harm;
    return tally.favour > 0 ? Stance::supports : Stance::harm;
}

/// What a regulator's words say, by the column `code`; nothing for words that say no more than who regulates.
std::optional<Stance> of_regulation(const SentenceView& view, const CueHit& hit) {
    if (hit.row->decides != Decides::kind || hit.row->as<ClaimKind>() != ClaimKind::regulatory) return std::nullopt;
    if (hit.row->code == "warned") return Stance::harm;
    if (hit.row->code == "refused") return view.negated(hit) ? Stance::supports : Stance::refutes;
    if (hit.row->code == "approved") return view.negated(hit) ? Stance::refutes : Stance::supports;
    return std::nullopt;
}

/// The first word decides, unless "but" has the last: "approved as an anaesthetic, but off-label for depression".
Stance of_regulation(const Evidence& evidence) {
    std::optional<Stance> stance;
    bool contrasted = false;
    for (const CueHit& hit : evidence.view.hits) {
        const auto here = of_regulation(evidence.view, hit);
        const bool contrast = evidence.view.role(hit) == ClauseRole::contrast;
        if (!here || (stance && (contrasted || !contrast))) continue;
        stance = here;
        contrasted = contrast;
    }
    return stance.value_or(Stance::neutral);
}

/// Whether the main clause has something to say of its own: "while more research is needed, it is preferable to …".
bool asserts_in_main(const SentenceView& view) {
    return std::any_of(view.hits.begin(), view.hits.end(), [&](const CueHit& hit) {
        return hit.row->decides == Decides::kind && hit.row->weight > 1 && !conceded(view, hit);
    });
}

}  // namespace

std::optional<AbsenceKind> read_absence(const Evidence& evidence) {
    const SentenceView& view = evidence.view;
    const CueHit* contrast = nullptr;
    for (const CueHit& hit : view.hits) {
        if (hit.row->decides == Decides::clause && hit.row->as<Clause>() == Clause::contrast && hit.first > 0)
            contrast = &hit;
    }
    std::optional<AbsenceKind> found;
    for (const CueHit& hit : view.hits) {
        if (hit.row->decides != Decides::absence || hit.row->value.empty()) continue;
        if (view.negated(hit) && hit.row->code == "positive-if-negated") continue;
        const auto asserted_elsewhere = [&](const EffectFound& e) {
            if (e.sign == Sign::open || under_absence(view, *e.hit)) return false;
            if (conceded(view, hit) && !conceded(view, *e.hit)) return true;
            return contrast != nullptr && hit.first < contrast->first && e.hit->first > contrast->first;
        };
        if (std::any_of(evidence.effects.begin(), evidence.effects.end(), asserted_elsewhere)) continue;
        if (conceded(view, hit) && asserts_in_main(view)) continue;
        if (hit.row->as<AbsenceKind>() == AbsenceKind::reviewer_insufficient && calls_safe(evidence)) continue;
        if (!found) found = hit.row->as<AbsenceKind>();
    }
    return found;
}

Stance read_stance(const Evidence& evidence, ClaimKind kind, const std::optional<AbsenceKind>& absence) {
    if (absence && kind != ClaimKind::regulatory) {
        return *absence == AbsenceKind::conflicting ? Stance::mixed : Stance::insufficient;
    }
    const Setting& setting = evidence.setting;
    if (setting.place == Place::item && setting.stem_stance && setting.stem_kind == kind) return *setting.stem_stance;
    switch (kind) {
        case ClaimKind::regulatory:
            return of_regulation(evidence);
        case ClaimKind::safety:
            return setting.stem_stance ? *setting.stem_stance : of_harms(evidence);
        case ClaimKind::cost:
        case ClaimKind::dosage:
        case ClaimKind::composition:
            return Stance::neutral;
        default:
            return of_effects(evidence);
    }
}

}  // namespace evigrade::link::reading
