#include "link/claim_judge.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"
#include "link/claim_numbers.hpp"

namespace evigrade::link::reading {
namespace {

constexpr std::size_t fewest_words = 2;

/// Whether what stands above the sentence says what it is about.
bool announced(const Setting& setting) {
    const bool section = setting.section == SectionSort::results || setting.section == SectionSort::closing;
    return section || setting.heading_kind || setting.stem_kind;
}

/// Popular prose goes on about a treatment without naming it; a paper names what it speaks of.
bool carries_on(const Setting& setting) {
    return setting.follows_claim && setting.genre == Genre::popular;
}

bool says_something(const EffectFound& found) {
    return found.sign != Sign::open || found.effect == Effect::mixed;
}

/// "The gains lasted", "it was no better than a sugar pill": such words make sense of a treatment only, so that the one in
/// force is meant. Others ("reduces", "causes") may speak of the disease as well.
bool presupposes_treatment(const Evidence& evidence) {
    return std::any_of(evidence.effects.begin(), evidence.effects.end(), [](const EffectFound& found) {
        constexpr std::array<std::string_view, 6> codes{"maintained", "varies", "alike", "no-better", "nothing", "respond"};
        return says_something(found) && std::find(codes.begin(), codes.end(), found.hit->row->code) != codes.end();
    });
}

/// "Boosts energy", "Deeper sleep": what a list on a page about one treatment promises of it.
bool is_promise(const Evidence& evidence) {
    constexpr std::uint32_t in_front = 3;
    const Setting& setting = evidence.setting;
    if (setting.genre != Genre::popular || setting.treatment != TreatmentBy::topic) return false;
    return std::any_of(evidence.effects.begin(), evidence.effects.end(), [](const EffectFound& found) {
        const bool welcome = found.effect == Effect::good || found.object.value_or(Object::neutral) != Object::neutral;
        return found.sign != Sign::open && found.hit->first < in_front && welcome;
    });
}

int score_place(const Evidence& evidence) {
    int score = 0;
    const Setting& setting = evidence.setting;
    switch (setting.treatment) {
        case TreatmentBy::mention:
            score += 2;
            break;
        case TreatmentBy::anaphor:
            score += 1;
            break;
        case TreatmentBy::pronoun:
            break;
        case TreatmentBy::topic:
            score -= announced(setting) || carries_on(setting) || presupposes_treatment(evidence) ? 0 : 1;
            break;
        case TreatmentBy::nothing:
            score -= 2;
            break;
    }
    if (setting.section == SectionSort::methods) score -= 3;
    const bool unnamed = setting.treatment == TreatmentBy::topic || setting.treatment == TreatmentBy::pronoun;
    if (setting.section == SectionSort::background && unnamed) score -= 1;
    if (setting.section == SectionSort::results || setting.section == SectionSort::closing) score += 1;
    if (setting.place == Place::item && setting.stem_kind) score += 4;
    if (setting.place == Place::item && !setting.stem_kind && is_promise(evidence)) score += 2;
    if (setting.cites) score += 1;
    return score;
}

/// "Depression raises the risk of stroke" on a page about a treatment: a disease is the subject, and nothing gets better.
bool tells_of_disease(const Evidence& evidence) {
    constexpr std::uint32_t in_front = 3;
    const auto& mentions = evidence.view.mentions;
    if (evidence.setting.treatment != TreatmentBy::topic || announced(evidence.setting) || mentions.empty()) return false;
    const bool side_effect = std::any_of(evidence.objects.begin(), evidence.objects.end(),
                                         [](const ObjectHere& object) { return object.object == Object::side_effect; });
    if (side_effect || mentions.front().kind != EntityKind::condition || mentions.front().first >= in_front) return false;
    return std::none_of(evidence.effects.begin(), evidence.effects.end(), [](const EffectFound& found) {
        return found.sign == Sign::favour || found.effect == Effect::null || found.effect == Effect::mixed;
    });
}

bool tells_outcome(const Evidence& evidence) {
    return std::any_of(evidence.effects.begin(), evidence.effects.end(), says_something) ||
           evidence.view.first(Decides::absence) != nullptr;
}

/// A title or heading is a claim only where it answers: "Acupuncture works!", "Study finds cupping effective".
bool heading_asserts(const Evidence& evidence) {
    if (evidence.setting.treatment != TreatmentBy::mention || evidence.view.is_question()) return false;
    const bool verb = evidence.view.coded(Decides::detection, "asserting-title") != nullptr;
    const bool announces = evidence.view.coded(Decides::detection, "announcing-title") != nullptr;
    return verb && !announces && tells_outcome(evidence);
}

void explain(const Evidence& evidence, const Judgement& judgement, std::vector<Cue>& cues) {
    for (const CueHit& hit : evidence.view.hits) {
        const Decides decides = hit.row->decides;
        if (decides == Decides::section || decides == Decides::clause || decides == Decides::detection) continue;
        if (decides == Decides::kind && hit.row->as<ClaimKind>() != judgement.kind) continue;
        std::string_view shown = to_text(decides);
        if (decides == Decides::effect || decides == Decides::object) shown = "stance";
        cues.push_back({evidence.view.place(hit), std::string(shown), std::string(hit.row->code)});
    }
}

/// "Some people have memory problems", "1 in 100 patients lose weight" under "Side effects" need no verb of effect.
bool names_harm_under_safety(const Evidence& evidence) {
    if (evidence.setting.heading_kind != ClaimKind::safety) return false;
    const bool often = evidence.view.coded(Decides::detection, "how-often") != nullptr ||
                       evidence.view.coded(Decides::detection, "background") != nullptr;
    return often || std::any_of(evidence.objects.begin(), evidence.objects.end(), [](const ObjectHere& o) {
               return o.object == Object::bad || o.object == Object::side_effect;
           });
}

/// The highest kind score; but "study", "patients" and "results" alone, without an effect, assert nothing.
int weight_of_assertion(const Evidence& evidence, KindScores kinds, const std::optional<AbsenceKind>& absence) {
    const bool effect = std::any_of(evidence.effects.begin(), evidence.effects.end(), says_something);
    if (evidence.setting.place == Place::item && evidence.setting.stem_kind)
        return kinds[static_cast<std::size_t>(*evidence.setting.stem_kind)];
    int& efficacy = kinds[static_cast<std::size_t>(ClaimKind::efficacy)];
    if (!effect && !absence) efficacy = std::min(efficacy, 2);
    const int best = *std::max_element(kinds.begin(), kinds.end());
    if (names_harm_under_safety(evidence)) return std::max(best, 4);
    return !effect && !absence && best < 4 ? -4 : best;
}

/// "One in twelve people has an unwanted effect": how common a harm is tells of the treatment, not of a disease.
bool speaks_of_harm_done(const Evidence& evidence) {
    return evidence.setting.heading_kind == ClaimKind::safety ||
           std::any_of(evidence.objects.begin(), evidence.objects.end(),
                       [](const ObjectHere& o) { return o.object == Object::side_effect && o.weight > 2; });
}

/// Whether a cue is the sentence's first word, or the first behind a label: "Objective: to evaluate …".
bool opens(const SentenceView& view, const CueHit& cue) {
    return cue.first == 0 || (cue.first <= 3 && view.tokens[cue.first - 1].mark == ':');
}

/// What a cue of detection adds here. Words on how common a disease is or where it comes from weigh only where no treatment
/// is named beside them; the verbs of titles count for titles alone.
int detection_weight(const Evidence& evidence, const CueHit& cue) {
    const std::string_view code = cue.row->code;
    const int weight = cue.row->weight;
    const bool named = evidence.setting.treatment == TreatmentBy::mention;
    if (code == "own-work") return evidence.setting.genre == Genre::paper ? weight : 0;
    if (code == "about-people") {
        // "…, says Dr Jones, professor of medicine": who says it does not weaken what is said.
        const CueHit* says = evidence.view.first(Decides::attribution);
        return says == nullptr || cue.first < says->first ? weight : 0;
    }
    if (code == "opening") return opens(evidence.view, cue) ? weight : 0;
    // "People with gout …" tells of gout; further on they are people who were treated.
    if (code == "sufferers") return named || !opens(evidence.view, cue) ? 1 : weight;
    const bool tells = std::any_of(evidence.effects.begin(), evidence.effects.end(), says_something);
    if (code == "in-group") return tells ? weight : 0;
    // "No difference at 6 months after randomisation": among results, words of method say how they were come by.
    if (code == "method" && tells && evidence.setting.section == SectionSort::results) return std::max(weight, -1);
    if (code == "background") return named || speaks_of_harm_done(evidence) ? 0 : weight;
    return code == "asserting-title" ? 0 : weight;
}

int threshold(const Setting& setting) {
    const bool named = setting.treatment == TreatmentBy::mention || setting.treatment == TreatmentBy::anaphor;
    if (setting.genre != Genre::paper)
        return named || setting.heading_kind || carries_on(setting) ? named_threshold : claim_threshold;
    const bool tells_results = setting.section == SectionSort::results || setting.section == SectionSort::closing;
    return tells_results ? paper_result_threshold : paper_threshold;
}

/// "Table 1. Role of zinc in clinical studies" is all words of research, and says nothing; some captions tell results.
bool asserts_here(const Evidence& evidence, int score) {
    if (evidence.setting.place == Place::heading) return heading_asserts(evidence);
    if (evidence.setting.place == Place::caption && !tells_outcome(evidence)) return false;
    return score >= threshold(evidence.setting);
}

}  // namespace

int score_claim(const Evidence& evidence, const KindScores& kinds, const std::optional<AbsenceKind>& absence) {
    int score = score_place(evidence);
    score += std::min(weight_of_assertion(evidence, kinds, absence), 8) / 2;
    const auto signed_effects = std::count_if(evidence.effects.begin(), evidence.effects.end(), says_something);
    score += static_cast<int>(std::min<std::ptrdiff_t>(signed_effects, 2));
    if (absence) score += 3;
    for (const CueHit& hit : evidence.view.hits) {
        if (hit.row->decides == Decides::detection) score += detection_weight(evidence, hit);
        if (hit.row->decides == Decides::appeal) score += 1;
    }
    // How a disease works is no claim on a treatment that the sentence does not speak of.
    const bool unspoken = evidence.setting.treatment == TreatmentBy::topic && !announced(evidence.setting);
    if (unspoken && best_kind(kinds) == ClaimKind::mechanism) score -= 4;
    if (tells_of_disease(evidence) && !absence) score -= 4;
    const auto& tokens = evidence.view.tokens;
    if (!tokens.empty() && tokens.back().mark == ':' && signed_effects == 0 && !absence) score -= 2;
    if (evidence.view.is_question()) score -= 6;
    return score;
}

Judgement judge(const SentenceView& view, const Setting& setting) {
    const auto objects = objects_of(view);
    auto effects = effects_of(view, objects);
    const auto numbers = compare_numbers(view, objects, effects);
    if (numbers) effects.push_back(numbers->effect());
    const auto chance = numbers ? std::nullopt : left_to_chance(view, objects);
    if (chance) effects.push_back(chance->effect());
    const auto equal = as_much_as_nothing(view, objects);
    if (equal) effects.push_back(equal->effect());
    const Evidence evidence{view, objects, effects, setting};
    Judgement out;
    const KindScores kinds = score_kinds(evidence);
    out.absence = read_absence(evidence);
    out.score = score_claim(evidence, kinds, out.absence);
    const auto words =
        std::count_if(view.tokens.begin(), view.tokens.end(), [](const Token& t) { return t.kind != TokenKind::mark; });
    const bool long_enough = static_cast<std::size_t>(words) >= (setting.stem_kind ? std::size_t{1} : fewest_words);
    out.is_claim = long_enough && setting.treatment != TreatmentBy::nothing && asserts_here(evidence, out.score);
    if (!out.is_claim) return out;
    out.kind = best_kind(kinds).value_or(ClaimKind::efficacy);
    out.stance = read_stance(evidence, out.kind, out.absence);
    // "Growth may slow" under "Side effects"
    const bool unnamed = setting.treatment == TreatmentBy::topic || setting.treatment == TreatmentBy::pronoun;
    if (unnamed && setting.heading_kind == ClaimKind::safety && out.kind == ClaimKind::efficacy &&
        out.stance == Stance::refutes) {
        out.kind = ClaimKind::safety;
        out.stance = Stance::harm;
    }
    if (out.stance != Stance::insufficient && out.stance != Stance::mixed) out.absence.reset();
    out.hedge = read_hedge(view);
    out.strength = read_strength(evidence, out.kind, out.stance, out.hedge);
    out.source = read_source(evidence);
    explain(evidence, out, out.cues);
    return out;
}

}  // namespace evigrade::link::reading
