#include "grade/reasons.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"
#include "grade/effect.hpp"
#include "grade/tables.hpp"

namespace evigrade::grade {

namespace {

constexpr std::uint32_t usual_information_size = 400;
constexpr int most_per_reason = 2;
/// The five reasons to rate down and the three to rate up (Guyatt 2008).
constexpr std::array<std::string_view, 8> judged_reasons{"risk_of_bias",  "inconsistency",    "indirectness",
                                                         "imprecision",   "publication_bias", "large_effect",
                                                         "dose_response", "confounding"};
constexpr std::ptrdiff_t down_count = 5;
constexpr double large = 2.0;
constexpr double very_large = 5.0;

/// What the body around the leading unit shows.
struct Facts {
    const Unit& lead;
    int bodies_of_data = 0;  ///< studies and syntheses weighed, on both sides
    bool contested = false;
    bool both_sides = false;
    std::optional<std::uint64_t> participants;  ///< of the leading side; nothing where too little is known
    std::uint64_t information_size = usual_information_size;
    std::optional<Effect> effect;
};

/// People in the weighed units of one side. Where some do not say, the rest may be enough, but cannot be too few.
std::optional<std::uint64_t> participants(const Grade& grade, Direction direction, std::uint64_t enough) {
    std::uint64_t sum = 0;
    bool all_known = true;
    for (const Unit& unit : grade.units) {
        if (!unit.weighed || unit.item.direction != direction || unit.kind == UnitKind::opinion) continue;
        if (unit.item.participants) {
            sum += *unit.item.participants;
        } else {
            all_known = false;
        }
    }
    if (!all_known && sum < enough) return std::nullopt;
    return sum;
}

Facts facts_of(const Grade& grade, const Unit& lead, const Policy& policy) {
    Facts out{lead, 0, grade.verdict == Verdict::contested, false, std::nullopt, 0, std::nullopt};
    out.information_size = policy.tables().number("information_size", usual_information_size);
    for (const Unit& unit : grade.units) out.bodies_of_data += unit.weighed && unit.kind != UnitKind::opinion ? 1 : 0;
    out.both_sides = grade.weighed_support > 0 && grade.weighed_oppose > 0;
    if (lead.kind != UnitKind::opinion) out.participants = participants(grade, lead.item.direction, out.information_size);
    if (lead.item.effect) out.effect = parse_effect(*lead.item.effect);
    return out;
}

bool has_step(const Unit& unit, std::string_view code) {
    return std::any_of(unit.item.steps.begin(), unit.item.steps.end(),
                       [&](const LedgerStep& step) { return to_text(step.code) == code; });
}

/// How many times over the effect is, either way; nothing for a difference, or where the interval includes no effect.
std::optional<double> fold_of(const std::optional<Effect>& effect) {
    if (!effect || effect->measure != Measure::ratio || !effect->low) return std::nullopt;
    if (*effect->low <= 1.0 && *effect->high >= 1.0) return 1.0;
    return std::max(effect->value, 1.0 / effect->value);
}

bool inconsistency(std::string_view trigger, const Facts& facts) {
    const bool several = facts.bodies_of_data >= 2;
    if (trigger == "contested") return facts.contested;
    if (trigger == "both_sides") return facts.both_sides && !facts.contested;
    return trigger == "one_way" && several && !facts.both_sides;
}

bool imprecision(std::string_view trigger, const Facts& facts) {
    const bool counted_already = has_step(facts.lead, "tiny_sample") || has_step(facts.lead, "single_case");
    const bool interval = facts.effect && facts.effect->low;
    const bool spans =
        interval && *facts.effect->low <= facts.effect->no_effect() && *facts.effect->high >= facts.effect->no_effect();
    if (trigger == "few_participants") {
        return !counted_already && facts.participants && *facts.participants < facts.information_size;
    }
    if (trigger == "enough_participants") return facts.participants && *facts.participants >= facts.information_size;
    // An interval around no effect speaks against a claim that it works, not against one that it does not.
    const bool claims_effect = facts.lead.item.direction == Direction::support;
    if (trigger == "interval_with_no_effect") return claims_effect && spans;
    return trigger == "interval_without_no_effect" && interval && !spans;
}

bool large_effect(std::string_view trigger, const Facts& facts) {
    const auto fold = fold_of(facts.effect);
    const bool observational = facts.lead.level.value_or(0) >= 2 && facts.lead.item.design != Design::randomized_trial;
    if (!observational) return false;
    if (trigger == "dramatic_effect") return facts.lead.item.feature == DesignFeature::dramatic_effect;
    // What an article says of an effect may cast doubt; it lifts nothing.
    if (!fold || facts.lead.item.effect_from == DesignSource::secondary) return false;
    if (trigger == "large_ratio") return *fold >= large && *fold < very_large;
    if (trigger == "very_large_ratio") return *fold >= very_large;
    return trigger == "small_ratio" && *fold < large;
}

constexpr std::array<std::string_view, 7> directness_steps{
    "surrogate_outcome", "narrower_treatment", "other_route", "other_population",
    "implicit_citation", "weak_match",         "relayed"};

bool holds(std::string_view reason, std::string_view trigger, const Facts& facts) {
    const Unit& lead = facts.lead;
    if (trigger.starts_with("step:")) return has_step(lead, trigger.substr(5));
    if (trigger == "allocation_described") return lead.item.allocation == Allocation::random_described;
    if (trigger == "allocation_not_random") return lead.item.allocation == Allocation::not_random;
    if (trigger == "direct") {
        return lead.kind != UnitKind::opinion && std::none_of(directness_steps.begin(), directness_steps.end(),
                                                              [&](std::string_view code) { return has_step(lead, code); });
    }
    if (reason == "inconsistency") return inconsistency(trigger, facts);
    if (reason == "imprecision") return imprecision(trigger, facts);
    return reason == "large_effect" && large_effect(trigger, facts);
}

std::string filled(std::string_view pattern, const Facts& facts) {
    std::string text(pattern);
    const auto fill = [&](std::string_view slot, const std::string& value) {
        const auto at = text.find(slot);
        if (at != std::string::npos) text.replace(at, slot.size(), value);
    };
    fill("{participants}", std::to_string(facts.participants.value_or(0)));
    fill("{information_size}", std::to_string(facts.information_size));
    const bool told = facts.lead.item.effect_from == DesignSource::secondary;
    fill("{effect}", facts.lead.item.effect.value_or("") + (told ? ", as an article gives it," : ""));
    return text;
}

}  // namespace

std::vector<Reason> reasons_of(const Grade& grade, const Unit& lead, const Policy& policy) {
    const Facts facts = facts_of(grade, lead, policy);
    const Table table(policy.tables().file("certainty_reasons.tsv"));
    std::vector<Reason> out;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto name = table.at(row, "reason");
        if (!holds(name, table.at(row, "trigger"), facts)) continue;
        if (out.empty() || out.back().name != name) {
            const auto sense = table.at(row, "sense") == "up" ? ReasonSense::up : ReasonSense::down;
            out.push_back({std::string(name), sense, 0, ""});
        }
        Reason& reason = out.back();
        const auto amount = static_cast<int>(whole_number(table.at(row, "amount")).value_or(0));
        reason.amount = std::min(reason.amount + amount, most_per_reason);
        reason.text += (reason.text.empty() ? "" : "; ") + filled(table.at(row, "text"), facts);
    }
    return out;
}

std::vector<Reason> judged(std::vector<Reason> reasons, const std::vector<Judgement>& judgements) {
    for (const Judgement& judgement : judgements) {
        const auto* known = std::find(judged_reasons.begin(), judged_reasons.end(), judgement.reason);
        if (known == judged_reasons.end()) continue;
        const auto sense = known - judged_reasons.begin() < down_count ? ReasonSense::down : ReasonSense::up;
        std::string text = judgement.reason + ": judged by " + judgement.by + ": " + judgement.why;
        Reason reason{judgement.reason, sense, std::clamp(judgement.amount, 0, most_per_reason), std::move(text)};
        const auto same =
            std::find_if(reasons.begin(), reasons.end(), [&](const Reason& other) { return other.name == reason.name; });
        if (same == reasons.end()) {
            reasons.push_back(std::move(reason));
        } else {
            *same = std::move(reason);
        }
    }
    return reasons;
}

}  // namespace evigrade::grade
