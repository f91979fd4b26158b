#include <algorithm>

#include "link/claim_judge.hpp"

namespace evigrade::link::reading {
namespace {

/// Words of efficacy are many and common: together they count no more than this, and effects no more than that.
constexpr int most_of_words = 8;
constexpr int most_of_effects = 10;
constexpr std::uint32_t relief_window = 16;
/// A yardstick outside a concession outweighs what words of efficacy add up to.
constexpr int yardstick_in_main = 6;

int& of(KindScores& scores, ClaimKind kind) {
    return scores[static_cast<std::size_t>(kind)];
}

/// A cue in a concession counts half: the main assertion decides.
int weight_here(const SentenceView& view, const CueHit& hit, int weight) {
    return view.role(hit) == ClauseRole::concessive ? weight : 2 * weight;
}

/// Whether what an effect happens to is tissue, a receptor, a process: then it is how a treatment works, not what it does.
bool of_mechanism(const SentenceView& view, const EffectFound& found) {
    return std::any_of(view.hits.begin(), view.hits.end(), [&](const CueHit& hit) {
        if (hit.row->decides != Decides::kind || hit.row->as<ClaimKind>() != ClaimKind::mechanism || hit.row->weight < 2)
            return false;
        const bool behind = hit.first >= found.hit->last && hit.first < found.hit->last + 5 &&
                            view.clauses[hit.first] == view.clauses[found.hit->first];
        return behind || (found.object && hit.first <= found.object_token && found.object_token < hit.last);
    });
}

bool speaks_of_harm(const EffectFound& found) {
    const bool of_harm = found.object && *found.object == Object::side_effect;
    const bool causes_harm = found.sign == Sign::against && found.effect == Effect::cause && !found.negated;
    const bool damages = found.effect == Effect::bad && found.hit->row->code == "worsen" && !found.negated;
    const bool raises_bad =
        found.sign == Sign::against && found.effect == Effect::up && found.object && *found.object == Object::bad;
    const bool raises = found.effect == Effect::up || found.effect == Effect::cause;
    const bool spares = raises && found.negated && found.object == Object::bad;
    return of_harm || causes_harm || raises_bad || damages || spares;
}

void add_effects(const Evidence& evidence, KindScores& scores) {
    int efficacy = 0;
    for (const EffectFound& found : evidence.effects) {
        if (found.sign == Sign::open && found.effect != Effect::mixed) continue;
        const int weight = weight_here(evidence.view, *found.hit, found.hit->row->weight);
        if (speaks_of_harm(found)) {
            of(scores, ClaimKind::safety) += weight;
        } else if (of_mechanism(evidence.view, found)) {
            of(scores, ClaimKind::mechanism) += weight;
        } else {
            efficacy += weight + (found.object && *found.object != Object::neutral ? 1 : 0);
        }
    }
    of(scores, ClaimKind::efficacy) += std::min(efficacy, most_of_effects);
}

/// "Compared with controls", whatever else the sentence names.
bool is_against_inert(const SentenceView& view) {
    constexpr std::uint32_t window = 3;
    const auto& hits = view.hits;
    return std::any_of(hits.begin(), hits.end(), [&](const CueHit& than) {
        if (than.row->decides != Decides::comparator || than.row->value != "than") return false;
        return std::any_of(hits.begin(), hits.end(), [&](const CueHit& hit) {
            const bool inert = hit.row->decides == Decides::comparator && hit.row->value == "inert";
            return inert && hit.first >= than.last && hit.first < than.last + window;
        });
    });
}

/// Another treatment as the yardstick makes a comparison; a placebo, a sham or no treatment does not.
void add_comparison(const Evidence& evidence, KindScores& scores) {
    int words = 0;
    int comparative = 0;
    bool in_main = false;
    bool other = evidence.setting.yardsticks > 0;
    for (const CueHit& hit : evidence.view.hits) {
        if (hit.row->decides != Decides::comparator) continue;
        if (hit.row->value == "other") other = true;
        if (hit.row->value == "than") words = std::max(words, weight_here(evidence.view, hit, hit.row->weight));
        in_main = in_main || (hit.row->value == "than" && evidence.view.role(hit) != ClauseRole::concessive);
        if (hit.row->value == "comparative") comparative = hit.row->weight;
    }
    if (is_against_inert(evidence.view) && evidence.setting.yardsticks == 0) other = false;
    if (words > 0 && other) of(scores, ClaimKind::comparison) += 3 * words + (in_main ? yardstick_in_main : 0);
    if (comparative > 0 && evidence.setting.heading_kind == ClaimKind::comparison)
        of(scores, ClaimKind::comparison) += 4 * comparative;
}

bool tells_of_harm(const Evidence& evidence) {
    return std::any_of(evidence.effects.begin(), evidence.effects.end(), speaks_of_harm);
}

/// A symptom that the treatment relieves, or fails to, is no harm of it: "reduces pain, discomfort and swelling", "did not
/// lower the incidence of cancer, nor of stroke or death". A mere symptom ("redness") is none either behind a benefit,
/// unless some other word tells of harm: "helps those who are allergic".
bool is_relieved(const Evidence& evidence, const CueHit& symptom) {
    if (symptom.row->as<ClaimKind>() != ClaimKind::safety) return false;
    const bool mere = symptom.row->code == "symptom" && symptom.row->weight < 2 && !tells_of_harm(evidence);
    return std::any_of(evidence.effects.begin(), evidence.effects.end(), [&](const EffectFound& found) {
        const bool relief = found.effect == Effect::down || found.effect == Effect::good;
        const bool of_bad = found.object == Object::bad && (found.sign == Sign::favour || found.negated);
        const bool behind = found.hit->first < symptom.first && symptom.first < found.hit->last + relief_window;
        const bool together = evidence.view.clauses[symptom.first] == evidence.view.clauses[found.hit->first];
        return relief && behind && ((of_bad && together) || (mere && found.sign == Sign::favour));
    });
}

/// "Fell within two weeks": when something happened is no direction for use.
bool tells_of_change(const Evidence& evidence) {
    return std::any_of(evidence.effects.begin(), evidence.effects.end(),
                       [](const EffectFound& found) { return found.sign != Sign::open && found.hit->row->weight > 1; });
}

/// Whether a placebo, a sham or no treatment is spoken of: then results are told, and no directions given.
bool held_against_nothing(const SentenceView& view) {
    return std::any_of(view.hits.begin(), view.hits.end(), [](const CueHit& hit) {
        return hit.row->decides == Decides::comparator && hit.row->value == "inert";
    });
}

/// "To maintain the results, come every three months": what it is for, said before what is to be done.
bool opens_with_purpose(const SentenceView& view, const EffectFound& effect) {
    return effect.hit->first == 1 && is_one_of(view.tokens[0], {"to"});
}

/// "A single 25 mg dose reduced symptoms": a result is told, whatever was given for it.
bool tells_of_result(const Evidence& evidence) {
    return std::any_of(evidence.effects.begin(), evidence.effects.end(), [&](const EffectFound& found) {
        const Token& verb = evidence.view.tokens[found.hit->last - 1];
        const bool past =
            verb.span.in(evidence.view.text).ends_with("ed") || is_one_of(verb, {"cut", "fell", "beat", "rose"});
        return found.sign != Sign::open && found.object && past;
    });
}

/// "600 mg reduced pain" is about pain, "a cheap steroid reduces deaths" about deaths, and "5% once a day was no worse than
/// 2%" about which is better, and "safe at doses below 350 mg" about safety: dose and price are said by the way.
void take_back_asides(const Evidence& evidence, KindScores& scores) {
    constexpr int by_the_way = 4;
    const auto& effects = evidence.effects;
    const bool measured = std::any_of(effects.begin(), effects.end(), [&](const EffectFound& e) {
        return e.sign != Sign::open && e.object && e.hit->row->weight > 1 && !opens_with_purpose(evidence.view, e);
    });
    const bool compared = std::any_of(effects.begin(), effects.end(), [&](const EffectFound& e) {
        return e.sign != Sign::open &&
               std::any_of(evidence.view.hits.begin(), evidence.view.hits.end(), [&](const CueHit& hit) {
                   return hit.row->decides == Decides::comparator && hit.row->value == "than" && hit.first <= e.hit->last &&
                          e.hit->first < hit.last;
               });
    });
    int& dosage = of(scores, ClaimKind::dosage);
    int& cost = of(scores, ClaimKind::cost);
    if (compared) dosage = 0;
    const bool safe = std::any_of(evidence.objects.begin(), evidence.objects.end(),
                                  [](const ObjectHere& object) { return object.object == Object::safe; });
    if (safe) dosage = 0;
    if (measured && held_against_nothing(evidence.view)) dosage = std::min(dosage, 2 * by_the_way);
    if (measured) dosage = std::max(0, dosage - by_the_way);
    if (measured && tells_of_result(evidence)) dosage = std::min(dosage, std::max(0, of(scores, ClaimKind::efficacy) - 1));
    if (measured) cost = std::max(0, cost - by_the_way);
}

}  // namespace

KindScores score_kinds(const Evidence& evidence) {
    KindScores scores{};
    int efficacy = 0;
    const bool when_only = tells_of_change(evidence) || evidence.setting.treatment == TreatmentBy::topic;
    for (const CueHit& hit : evidence.view.hits) {
        if (hit.row->decides == Decides::kind && !is_relieved(evidence, hit)) {
            const int weight = weight_here(evidence.view, hit, hit.row->weight);
            const auto kind = hit.row->as<ClaimKind>();
            if (kind == ClaimKind::dosage && hit.row->code == "time" && when_only) continue;
            (kind == ClaimKind::efficacy ? efficacy : of(scores, kind)) += weight;
        }
        if (hit.row->decides == Decides::object && hit.row->as<Object>() == Object::side_effect) {
            of(scores, ClaimKind::safety) += weight_here(evidence.view, hit, hit.row->weight);
        }
        if (hit.row->decides == Decides::absence) efficacy += evidence.view.role(hit) == ClauseRole::concessive ? 1 : 5;
    }
    of(scores, ClaimKind::efficacy) += std::min(efficacy, most_of_words);
    add_effects(evidence, scores);
    take_back_asides(evidence, scores);
    add_comparison(evidence, scores);
    if (evidence.setting.stem_kind) of(scores, *evidence.setting.stem_kind) += 8;
    if (evidence.setting.heading_kind && evidence.setting.heading_kind != ClaimKind::comparison)
        of(scores, *evidence.setting.heading_kind) += 2;
    return scores;
}

std::optional<ClaimKind> best_kind(const KindScores& scores) {
    const auto best = std::max_element(scores.begin(), scores.end());
    if (*best <= 0) return std::nullopt;
    return static_cast<ClaimKind>(best - scores.begin());
}

}  // namespace evigrade::link::reading
