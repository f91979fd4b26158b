#include "link/finding.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "evigrade/base/text.hpp"

namespace evigrade::link::reading {
namespace {

bool is_own(const Claim& claim) {
    return claim.voice == Voice::article || claim.voice == Voice::quoted;
}

bool promises(const Claim& claim) {
    const bool benefit =
        claim.kind == ClaimKind::efficacy || claim.kind == ClaimKind::comparison || claim.kind == ClaimKind::mechanism;
    return benefit && claim.stance == Stance::supports;
}

/// A paper's own results rest on the paper; a summary's on the study it tells of.
bool rests_on_itself(SourceType type) {
    switch (type) {
        case SourceType::journal_article:
        case SourceType::preprint:
        case SourceType::guideline:
        case SourceType::study_summary:
        case SourceType::reference_work:
            return true;
        default:
            return false;
    }
}

void of_support(const Claim& claim, std::vector<Finding>& out) {
    if (!promises(claim) || !claim.citations.empty()) return;
    const bool certain =
        claim.strength == Strength::causal && claim.hedge == Hedge::plain && claim.kind != ClaimKind::mechanism;
    if (certain) {
        out.push_back({"overclaim", Severity::warning, claim.span, "The wording is certain, but nothing is cited for it."});
    } else {
        out.push_back(
            {"unsupported_claim", Severity::note, claim.span, "A benefit is claimed and nothing is cited for it."});
    }
}

void of_one_claim(const Claim& claim, std::vector<Finding>& out) {
    if (claim.appeal == Appeal::phantom) {
        out.push_back({"phantom_appeal", Severity::warning, claim.span, "Research is invoked, but nothing is cited."});
    }
    if (claim.absence && claim.absence->kind == AbsenceKind::author_found_none && claim.citations.empty()) {
        out.push_back({"absolute_absence", Severity::warning, claim.span,
                       "Evidence is said not to exist at all; say what was searched, and when."});
    }
    if (claim.attributed_to && claim.appeal == Appeal::attributed && claim.citations.empty()) {
        const bool named = std::any_of(claim.attributed_to->begin(), claim.attributed_to->end(), is_ascii_upper);
        if (!named) {
            out.push_back({"anonymous_authority", Severity::note, claim.span,
                           "\"" + *claim.attributed_to + "\" is the authority, and has no name."});
        }
    }
}

/// An article that promises benefits and names no harm at all.
void of_silence(const std::vector<Claim>& claims, std::vector<Finding>& out) {
    const auto benefits =
        std::count_if(claims.begin(), claims.end(), [](const Claim& c) { return is_own(c) && promises(c); });
    const bool harms =
        std::any_of(claims.begin(), claims.end(), [](const Claim& c) { return is_own(c) && c.kind == ClaimKind::safety; });
    if (benefits < 3 || harms) return;
    const auto first = std::find_if(claims.begin(), claims.end(), [](const Claim& c) { return is_own(c) && promises(c); });
    out.push_back({"missing_harms", Severity::warning, first->span,
                   std::to_string(benefits) + " benefits are claimed, and not one harm or the absence of harm."});
}

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

void of_parameters(const std::vector<Parameter>& parameters, std::vector<Finding>& out) {
    using Key = std::pair<std::string, std::string>;
    std::map<Key, std::vector<const Parameter*>> seen;
    for (const Parameter& parameter : parameters) {
        const bool comparable = parameter.kind == ParameterKind::onset || parameter.kind == ParameterKind::depth ||
                                (parameter.kind == ParameterKind::sessions && !parameter.population);
        if (!comparable || !parameter.treatment) continue;
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

std::vector<Finding> find_faults(const Article& article, const std::vector<Claim>& claims,
                                 const std::vector<Parameter>& parameters) {
    std::vector<Finding> out;
    for (const Claim& claim : claims) {
        if (!is_own(claim)) continue;
        of_one_claim(claim, out);
        if (!rests_on_itself(article.source_type)) of_support(claim, out);
    }
    if (article.source_type != SourceType::forum) of_silence(claims, out);
    of_parameters(parameters, out);
    of_pain(claims, out);
    std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) { return a.span < b.span; });
    return out;
}

}  // namespace evigrade::link::reading
