#include <algorithm>

#include "link/claim_judge.hpp"

namespace evigrade::link::reading {
namespace {

int& of(KindScores& scores, ClaimKind kind) {
    return scores[static_cast<std::size_t>(kind)];
}

/// A cue in a concession counts half: the main assertion decides.
int weight_here(const SentenceView& view, const CueHit& hit, int weight) {
    return view.role(hit) == ClauseRole::concessive ? weight : 2 * weight;
}

void add_effects(const Evidence& evidence, KindScores& scores) {
    for (const EffectFound& found : evidence.effects) {
        if (found.sign == Sign::open && found.effect != Effect::mixed) continue;
        const int weight = weight_here(evidence.view, *found.hit, found.hit->row->weight);
        const bool of_harm = found.object && *found.object == Object::side_effect;
        const bool causes_harm = found.sign == Sign::against && found.effect == Effect::cause;
        const bool damages = found.effect == Effect::bad && found.hit->row->code == "worsen" && !found.negated;
        const bool raises_bad =
            found.sign == Sign::against && found.effect == Effect::up && found.object && *found.object == Object::bad;
        if (of_harm || causes_harm || raises_bad || damages) {
            of(scores, ClaimKind::safety) += weight;
        } else {
            of(scores, ClaimKind::efficacy) += weight;
            if (found.object && *found.object != Object::neutral) of(scores, ClaimKind::efficacy) += 1;
        }
    }
}

/// Another treatment as the yardstick makes a comparison; a placebo, a sham or no treatment does not.
void add_comparison(const Evidence& evidence, KindScores& scores) {
    int words = 0;
    bool inert = false;
    bool other = evidence.setting.yardsticks > 0;
    for (const CueHit& hit : evidence.view.hits) {
        if (hit.row->decides != Decides::comparator) continue;
        if (hit.row->value == "inert") inert = true;
        if (hit.row->value == "other") other = true;
        if (hit.row->value == "than") words = std::max(words, hit.row->weight);
    }
    if (words == 0 || !other) return;
    of(scores, ClaimKind::comparison) += inert ? words : 3 * words;
}

}  // namespace

KindScores score_kinds(const Evidence& evidence) {
    KindScores scores{};
    for (const CueHit& hit : evidence.view.hits) {
        if (hit.row->decides == Decides::kind)
            of(scores, hit.row->as<ClaimKind>()) += weight_here(evidence.view, hit, hit.row->weight);
        if (hit.row->decides == Decides::object && hit.row->as<Object>() == Object::side_effect) {
            of(scores, ClaimKind::safety) += weight_here(evidence.view, hit, hit.row->weight);
        }
        if (hit.row->decides == Decides::absence) of(scores, ClaimKind::efficacy) += 2;
    }
    add_effects(evidence, scores);
    add_comparison(evidence, scores);
    if (evidence.setting.stem_kind) of(scores, *evidence.setting.stem_kind) += 8;
    if (evidence.setting.heading_kind) of(scores, *evidence.setting.heading_kind) += 2;
    return scores;
}

std::optional<ClaimKind> best_kind(const KindScores& scores) {
    const auto best = std::max_element(scores.begin(), scores.end());
    if (*best <= 0) return std::nullopt;
    return static_cast<ClaimKind>(best - scores.begin());
}

}  // namespace evigrade::link::reading
