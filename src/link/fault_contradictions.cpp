// Two things said of one treatment that cannot both hold.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "link/fault_finders.hpp"

namespace evigrade::link::faults {
namespace {

std::string shown(double number) {
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string shown(const Parameter& parameter) {
    const std::string low = shown(parameter.low);
    return (parameter.low == parameter.high ? low : low + "-" + shown(parameter.high)) + " " + parameter.unit;
}

/// Two ranges for one thing that do not say the same. A narrower range inside a wider one is no contradiction.
bool disagree(const Parameter& a, const Parameter& b) {
    const bool inside = (a.low <= b.low && b.high <= a.high) || (b.low <= a.low && a.high <= b.high);
    return !inside;
}

/// The article's own advice: no regimen of a trial, no package on offer, nothing that holds for some people only.
bool is_advice(const Scene& scene, const Parameter& parameter) {
    const bool comparable = parameter.kind == ParameterKind::onset || parameter.kind == ParameterKind::depth ||
                            (parameter.kind == ParameterKind::sessions && !parameter.population);
    if (!comparable || !parameter.treatment || !scene.is_of_article(parameter.span.begin)) return false;
    const std::string_view sentence = scene.sentence_at(parameter.span.begin);
    const auto& all = scene.linked().parameters;
    const bool priced = std::any_of(all.begin(), all.end(), [&](const Parameter& other) {
        return other.kind == ParameterKind::cost && scene.sentence_at(other.span.begin).data() == sentence.data();
    });
    return !priced && !scene.words().look(sentence).has(Role::study);
}

void of_parameters(const Scene& scene, std::vector<Finding>& out) {
    using Key = std::pair<std::string, std::string>;
    std::map<Key, std::vector<const Parameter*>> seen;
    for (const Parameter& parameter : scene.linked().parameters) {
        if (!is_advice(scene, parameter)) continue;
        auto& earlier = seen[{*parameter.treatment, std::string(to_text(parameter.kind)) + parameter.unit}];
        const auto other =
            std::find_if(earlier.begin(), earlier.end(), [&](const Parameter* p) { return disagree(*p, parameter); });
        if (other != earlier.end()) {
            out.push_back(
                {"self_contradiction", Severity::warning, parameter.span,
                 std::string(to_text(parameter.kind)) + ": " + shown(parameter) + " here, " + shown(**other) + " above."});
        }
        if (earlier.size() < 8) earlier.push_back(&parameter);
    }
}

bool has_cue(const Claim& claim, std::string_view code) {
    return std::any_of(claim.cues.begin(), claim.cues.end(), [&](const Cue& cue) { return cue.code == code; });
}

/// Painless in one sentence, uncomfortable in another, of the same treatment.
void of_pain(const std::vector<Claim>& claims, std::vector<Finding>& out) {
    std::map<std::string, const Claim*> painless;
    std::map<std::string, const Claim*> painful;
    for (const Claim& claim : claims) {
        if (!is_own(claim) || claim.kind != ClaimKind::safety) continue;
        for (const std::string& treatment : claim.treatments) {
            if (has_cue(claim, "painless")) painless.try_emplace(treatment, &claim);
            if (has_cue(claim, "painful")) painful.try_emplace(treatment, &claim);
        }
    }
    for (const auto& [treatment, claim] : painless) {
        const auto other = painful.find(treatment);
        if (other == painful.end()) continue;
        const Claim* later =
            std::max(claim, other->second, [](const Claim* a, const Claim* b) { return a->span < b->span; });
        out.push_back(
            {"self_contradiction", Severity::warning, later->span, "Painless in one place and uncomfortable in another."});
    }
}

}  // namespace

void find_contradictions(const Scene& scene, std::vector<Finding>& out) {
    of_parameters(scene, out);
    of_pain(scene.linked().claims, out);
}

}  // namespace evigrade::link::faults
