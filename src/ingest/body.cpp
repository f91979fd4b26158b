#include "ingest/body.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include "ingest/work.hpp"

namespace evigrade::ingest {
namespace {

/// A study with several outcomes counts by the one that matters most to patients.
OutcomeKind best_outcome(const std::vector<const Flow*>& flows, Direction direction) {
    OutcomeKind best = OutcomeKind::unknown;
    for (const auto* flow : flows) {
        if (flow->direction != direction || flow->outcome_kind == OutcomeKind::unknown) continue;
        if (flow->outcome_kind == OutcomeKind::patient_important) return OutcomeKind::patient_important;
        best = flow->outcome_kind;
    }
    return best;
}

std::vector<const Flow*> those(const std::vector<const Flow*>& flows, const std::function<bool(const Flow&)>& test) {
    std::vector<const Flow*> out;
    std::copy_if(flows.begin(), flows.end(), std::back_inserter(out), [&](const Flow* flow) { return test(*flow); });
    return out;
}

}  // namespace

Contribution best_of(const std::vector<Flow>& flows, const std::string& treatment) {
    std::vector<const Flow*> all;
    for (const auto& flow : flows) all.push_back(&flow);
    auto counting = those(all, [](const Flow& flow) { return flow.zero == ZeroReason::none; });
    auto nearest = counting.empty() ? all : counting;
    const auto exact = those(nearest, [&](const Flow& flow) { return flow.treatment == treatment; });
    if (!exact.empty()) nearest = exact;
    // The fewest steps decide; then the content of the way, so that no order of rows does.
    const Flow& best = **std::min_element(nearest.begin(), nearest.end(), [](const Flow* a, const Flow* b) {
        return std::make_tuple(a->steps.size(), text_of(a->steps), a->treatment, a->condition) <
               std::make_tuple(b->steps.size(), text_of(b->steps), b->treatment, b->condition);
    });
    Contribution out{best.direction, best.zero,      best_outcome(nearest, best.direction),
                     best.treatment, best.condition, best.steps};
    const bool disagree =
        std::any_of(nearest.begin(), nearest.end(), [&](const Flow* flow) { return flow->direction != best.direction; });
    if (disagree && out.zero == ZeroReason::none) out.zero = ZeroReason::directions_disagree;
    if (best.treatment != treatment && best.purpose == Purpose::benefit) {
        out.steps.push_back({StepCode::narrower_treatment, best.treatment + " is a kind of " + treatment});
    }
    return out;
}

EvidenceItem item_of(Work& work, const std::string& id, const Contribution& contribution) {
    EvidenceItem item;
    item.study = id;
    item.direction = contribution.direction;
    item.outcome_kind = contribution.outcome_kind;
    item.steps = contribution.steps;
    item.zero = contribution.zero;
    const auto* stored = work.study(id);
    if (stored == nullptr) return item;
    const Study& study = stored->study;
    item.label = study.label;
    item.design = study.design();
    item.design_from = study.design_from();
    item.year = study.year;
    item.participants = study.participants;
    item.smallest_arm = study.smallest_arm;
    item.allocation = study.allocation;
    item.risk_of_bias = study.risk_of_bias;
    item.state = study.state;
    item.covers = study.covers;
    item.reviews = study.reviews;
    item.feature = study.feature;
    return item;
}

}  // namespace evigrade::ingest
