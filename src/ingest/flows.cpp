#include "ingest/flows.hpp"

#include <algorithm>
#include <set>

#include "evigrade/base/text.hpp"
#include "ingest/work.hpp"

namespace evigrade::ingest {
namespace {

Purpose purpose_of(StudyResultDirection direction) {
    return direction == StudyResultDirection::harm || direction == StudyResultDirection::safe ? Purpose::harm
                                                                                              : Purpose::benefit;
}

/// Support of a claimed harm, or of a claimed benefit; nothing where the result decides neither way.
std::optional<Direction> direction_of(StudyResultDirection direction) {
    switch (direction) {
        case StudyResultDirection::supports:
        case StudyResultDirection::harm:
            return Direction::support;
        case StudyResultDirection::refutes:
        case StudyResultDirection::safe:
            return Direction::oppose;
        case StudyResultDirection::mixed:
        case StudyResultDirection::insufficient:
            break;
    }
    return std::nullopt;
}

/// What the claim says that its studies found; nothing for a mixed finding.
std::optional<Direction> direction_of(const Claim& claim) {
    if (claim.stance == Stance::mixed) return std::nullopt;
    const bool positive = claim.kind == ClaimKind::safety ? claim.stance == Stance::harm : claim.stance == Stance::supports;
    return positive ? Direction::support : Direction::oppose;
}

/// One claim's search for ways.
class Search {
public:
    Search(Work& work, const Claim& claim, Purpose purpose)
        : work_(work), claim_(claim), purpose_(purpose), conditions_(conditions_of(work, claim)) {}

    void follow(const std::string& named, const std::string& via, const std::vector<LedgerStep>& steps, const Relay* only) {
        const std::string id = work_.decisions.same(named);
        const auto* facts = work_.study(id);
        if (facts == nullptr || !seen_.insert(id).second || seen_.size() > 16) return;
        const Study study = facts->study;
        const bool relays = follow_relays(study, steps);
        if (relays) return;  // a path, not an opinion of its own
        if (study.results.empty()) {
            if (!only) from_words(study, via, steps);
        } else {
            from_results(study, via, steps, only);
        }
    }

    std::vector<Flow> take() {
        const auto key = [](const Flow& flow) {
            return std::make_tuple(flow.study, flow.purpose, flow.treatment, flow.condition, flow.direction, flow.zero,
                                   flow.steps.size(), flow.via);
        };
        std::stable_sort(out_.begin(), out_.end(), [&](const Flow& a, const Flow& b) { return key(a) < key(b); });
        out_.erase(std::unique(out_.begin(), out_.end(), [&](const Flow& a, const Flow& b) { return key(a) == key(b); }),
                   out_.end());
        return std::move(out_);
    }

    /// A new citation starts afresh: a study may be reached by several.
    void restart() { seen_.clear(); }

private:
    bool concerns(const std::string& treatment, const std::string& condition) {
        const auto near = [&](const std::vector<std::string>& own, const std::string& other) {
            return std::any_of(own.begin(), own.end(), [&](const std::string& id) { return work_.related(id, other); });
        };
        return near(claim_.treatments, treatment) && (conditions_.empty() || near(conditions_, condition));
    }

    /// Whether the study relays another for what the claim is about. One that is on record is reached without a step.
    bool follow_relays(const Study& study, const std::vector<LedgerStep>& steps) {
        bool any = false;
        for (const auto& relay : study.relays) {
            if (!concerns(relay.treatment, relay.condition)) continue;
            const auto* there = work_.study(work_.decisions.same(relay.study));
            if (there == nullptr || !bears_on(there->study, relay)) continue;
            auto further = steps;
            if (there->origin == StudyOrigin::cited)
                further.push_back({StepCode::relayed, "known through " + study.label + " alone"});
            follow(relay.study, study.id, further, &relay);
            any = true;
        }
        return any;
    }

    /// Whether the study relayed has a result for what the relay names and the claim asks.
    bool bears_on(const Study& study, const Relay& relay) {
        return study.results.empty() ||
               std::any_of(study.results.begin(), study.results.end(), [&](const StudyResult& result) {
                   return purpose_of(result.direction) == purpose_ && work_.related(result.treatment, relay.treatment) &&
                          work_.related(result.condition, relay.condition);
               });
    }

    void from_words(const Study& study, const std::string& via, const std::vector<LedgerStep>& steps) {
        const auto direction = direction_of(claim_);
        for (const auto& treatment : claim_.treatments) {
            for (const auto& condition : claim_.targets) {
                out_.push_back({study.id, treatment, condition, purpose_, direction.value_or(Direction::support),
                                direction ? ZeroReason::none : ZeroReason::inconclusive, OutcomeKind::unknown, via, steps});
            }
        }
    }

    void from_results(const Study& study, const std::string& via, const std::vector<LedgerStep>& steps, const Relay* only) {
        const auto said = direction_of(claim_);
        for (const auto& result : study.results) {
            if (purpose_of(result.direction) != purpose_ || !concerns(result.treatment, result.condition)) continue;
            if (only &&
                !(work_.related(result.treatment, only->treatment) && work_.related(result.condition, only->condition)))
                continue;
            const auto found = direction_of(result.direction);
            ZeroReason zero = ZeroReason::none;
            if (!found)
                zero = ZeroReason::inconclusive;
            else if (said && *said != *found)
                zero = ZeroReason::directions_disagree;
            out_.push_back({study.id, result.treatment, result.condition, purpose_, found.value_or(Direction::support), zero,
                            result.outcome_kind, via, steps});
        }
    }

    Work& work_;
    const Claim& claim_;
    Purpose purpose_;
    std::vector<std::string> conditions_;  ///< to which the study must belong; empty: any
    std::set<std::string> seen_;
    std::vector<Flow> out_;
};

}  // namespace

std::optional<Purpose> purpose_of(const Claim& claim) {
    if (claim.voice == Voice::forum || claim.voice == Voice::comment) return std::nullopt;
    if (claim.stance == Stance::neutral || claim.stance == Stance::insufficient) return std::nullopt;
    if (claim.kind == ClaimKind::efficacy && claim.stance != Stance::harm) return Purpose::benefit;
    if (claim.kind == ClaimKind::safety && claim.stance != Stance::refutes) return Purpose::harm;
    return std::nullopt;
}

std::vector<std::string> conditions_of(Work& work, const Claim& claim) {
    std::vector<std::string> out;
    for (const auto& target : claim.targets) {
        const bool outcome = !work.texts("SELECT 1 FROM entity WHERE id = ?1 AND kind = 'outcome'", target).empty();
        if (!outcome || claim.kind == ClaimKind::safety) out.push_back(target);
        if (!outcome) continue;
        for (auto& condition :
             work.texts("SELECT p.parent FROM entity_parent AS p JOIN entity AS e ON e.id = p.parent WHERE "
                        "p.entity = ?1 AND e.kind = 'condition' ORDER BY p.place",
                        target))
            out.push_back(std::move(condition));
    }
    return out;
}

std::vector<Flow> flows_of(Work& work, const Claim& claim, const std::vector<Cited>& cited) {
    const auto purpose = purpose_of(claim);
    if (!purpose) return {};
    Search search(work, claim, *purpose);
    for (const auto& one : cited) {
        std::vector<LedgerStep> steps;
        if (one.identity == Identity::implicit) {
            steps.push_back(
                {StepCode::implicit_citation, "the prose alone says which study is meant: " + squeeze(one.citation)});
        }
        if (one.identity == Identity::weak) {
            steps.push_back({StepCode::weak_match, "which study is meant is in doubt: " + squeeze(one.citation)});
        }
        search.restart();
        search.follow(one.study, "", steps, nullptr);
    }
    return search.take();
}

}  // namespace evigrade::ingest
