// What is wrong with how single claims are backed: overclaims, phantom appeals, nameless authorities, absences that
// nobody looked for.
#include <fmt/format.h>

#include <algorithm>

#include "evigrade/base/text.hpp"
#include "link/fault_finders.hpp"

namespace evigrade::link::faults {
namespace {

bool has_capital(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_ascii_upper);
}

/// The sentence is no assertion of the writer's: a condition, an instruction, a procedure, a belief, a report of research.
bool is_aside(const Look& look) {
    return look.has(Role::opens_aside) || look.has(Role::procedure) || look.has(Role::study);
}

void of_support(const Scene& scene, const Claim& claim, std::vector<Finding>& out) {
    constexpr std::size_t near = 2;
    if (!promises(claim) || claim.strength == Strength::none || claim.voice != Voice::article) return;
    if (claim.appeal != Appeal::none || claim.attributed_to) return;
    const Look look = scene.look(claim);
    if (is_aside(look)) return;
    const bool aims = scene.names_target(claim) || (look.has(Role::certain) && !claim.targets.empty());
    if (!scene.speaks_of_treatment(claim) || !aims) return;
    if (scene.cites_near(claim, near, near) || (scene.is_heading(claim) && scene.cites_later(claim))) return;
    if (is_aside(scene.introduction(claim))) return;
    const bool certain = claim.strength == Strength::causal && claim.hedge == Hedge::plain && look.has(Role::certain);
    if (certain)
        out.push_back({"overclaim", Severity::warning, claim.span, "The wording is certain, but nothing is cited for it."});
    else
        out.push_back(
            {"unsupported_claim", Severity::note, claim.span, "A benefit is claimed and nothing is cited for it."});
}

void of_phantom(const Scene& scene, const Claim& claim, std::vector<Finding>& out) {
    if (claim.appeal != Appeal::phantom || claim.stance == Stance::insufficient) return;
    if (scene.look(claim).has(Role::awaits)) return;
    if (scene.cites_near(claim, 0, 1)) return;
    if (scene.article().source_type == SourceType::news && scene.cites_later(claim)) return;
    out.push_back({"phantom_appeal", Severity::warning, claim.span, "Research is invoked, but nothing is cited."});
}

void of_authority(const Scene& scene, const Claim& claim, std::vector<Finding>& out) {
    const bool good = promises(claim) || (claim.kind == ClaimKind::safety && claim.stance == Stance::supports);
    if (!good || !claim.attributed_to || claim.appeal != Appeal::attributed || scene.cites_near(claim, 0, 0)) return;
    const std::string& who = *claim.attributed_to;
    const Look look = scene.words().look(who);
    if (!look.has(Role::people) || look.has(Role::named) || look.has(Role::study)) return;
    if (has_capital(std::string_view(who).substr(1)) || std::count(who.begin(), who.end(), ' ') >= 4) return;
    out.push_back(
        {"anonymous_authority", Severity::note, claim.span, fmt::format("\"{}\" is the authority, and has no name.", who)});
}

void of_absence(const Scene& scene, const Claim& claim, std::vector<Finding>& out) {
    if (claim.stance != Stance::insufficient && !claim.absence) return;
    const Look look = scene.look(claim);
    if (!look.has(Role::absolute_absence) || look.has(Role::bounded_absence)) return;
    if (claim.attributed_to || scene.cites_near(claim, 1, 1)) return;
    if (const Look before = scene.introduction(claim); before.has(Role::bounded_absence) || before.has(Role::study)) return;
    out.push_back({"absolute_absence", Severity::warning, claim.span,
                   "Evidence is said not to exist at all; say what was searched, and when."});
}

}  // namespace

void find_in_claims(const Scene& scene, std::vector<Finding>& out) {
    if (scene.is_paper() || scene.article().source_type == SourceType::forum) return;
    for (const Claim& claim : scene.linked().claims) {
        if (!is_own(claim)) continue;
        of_authority(scene, claim, out);
        if (scene.tells_of_one_study()) continue;
        of_phantom(scene, claim, out);
        of_support(scene, claim, out);
        of_absence(scene, claim, out);
    }
}

}  // namespace evigrade::link::faults
