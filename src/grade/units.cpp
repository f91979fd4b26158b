#include "grade/units.hpp"

#include <algorithm>
#include <tuple>

#include "grade/study_steps.hpp"

namespace evigrade::grade {

namespace {

Unit unit_of(const EvidenceItem& item, Purpose purpose, const Policy& policy) {
    const auto& level = policy.level(item, purpose);
    Unit unit;
    unit.item = item;
    unit.kind = level.unit;
    unit.level = level.level;
    unit.level_source = level.source;
    add_study_steps(unit.item, level, policy);
    if (item.state == EditorialState::retracted) {
        unit.zero = ZeroReason::retracted;
    } else if (item.zero != ZeroReason::none) {
        unit.zero = item.zero;
    } else if (item.study.empty()) {
        unit.zero = ZeroReason::unresolved;
    } else if (!level.level) {
        unit.zero = ZeroReason::no_level;
    }
    if (level.level) {
        const auto steps = std::min<std::size_t>(unit.item.steps.size(), highest_effective_level);
        unit.effective_level = std::clamp(*level.level + static_cast<int>(steps), 1, highest_effective_level);
    }
    if (unit.zero == ZeroReason::none) unit.weight = full_weight >> (unit.effective_level - 1);
    return unit;
}

/// Every field that could tell two paths to one study apart, so that the choice between equals never depends on order.
auto identity(const EvidenceItem& item) {
    return std::tie(item.direction, item.design, item.design_from, item.label, item.year, item.participants,
                    item.smallest_arm, item.allocation, item.outcome_kind, item.risk_of_bias, item.state, item.covers,
                    item.zero, item.claims, item.reviews, item.feature, item.effect);
}

bool steps_before(const std::vector<LedgerStep>& a, const std::vector<LedgerStep>& b) {
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(),
        [](const LedgerStep& x, const LedgerStep& y) { return std::tie(x.code, x.why) < std::tie(y.code, y.why); });
}

/// By study, and the best path of each study first.
bool better_path(const Unit& a, const Unit& b) {
    if (a.item.study != b.item.study) return a.item.study < b.item.study;
    if (a.weight != b.weight) return a.weight > b.weight;
    if (a.zero != b.zero) return a.zero < b.zero;
    if (identity(a.item) != identity(b.item)) return identity(a.item) < identity(b.item);
    return steps_before(a.item.steps, b.item.steps);
}

using Paths = std::vector<Unit>::iterator;

/// What all paths to a study say together may take its weight away: it was retracted, or its direction is in dispute.
ZeroReason shared_zero(Paths first, Paths last) {
    const auto has = [&](ZeroReason zero) {
        return std::any_of(first, last, [&](const Unit& unit) { return unit.zero == zero; });
    };
    if (has(ZeroReason::retracted)) return ZeroReason::retracted;
    if (has(ZeroReason::directions_disagree)) return ZeroReason::directions_disagree;
    const bool disputed = std::any_of(first, last, [&](const Unit& unit) {
        return unit.weight > 0 && first->weight > 0 && unit.item.direction != first->item.direction;
    });
    return disputed ? ZeroReason::directions_disagree : first->zero;
}

Unit merged(Paths first, Paths last) {
    const ZeroReason zero = shared_zero(first, last);
    std::vector<std::string> claims;
    for (auto path = first; path != last; ++path) {
        claims.insert(claims.end(), path->item.claims.begin(), path->item.claims.end());
    }
    std::sort(claims.begin(), claims.end());
    claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
    Unit unit = std::move(*first);
    unit.item.claims = std::move(claims);
    unit.zero = zero;
    if (zero != ZeroReason::none) unit.weight = 0;
    return unit;
}

}  // namespace

std::vector<Unit> units_of(const Body& body, const Policy& policy) {
    std::vector<Unit> paths;
    paths.reserve(body.items.size());
    for (const auto& item : body.items) paths.push_back(unit_of(item, body.purpose, policy));
    std::sort(paths.begin(), paths.end(), better_path);
    std::vector<Unit> units;
    for (auto first = paths.begin(); first != paths.end();) {
        const auto last =
            std::find_if(first, paths.end(), [&](const Unit& unit) { return unit.item.study != first->item.study; });
        units.push_back(merged(first, last));
        first = last;
    }
    return units;
}

}  // namespace evigrade::grade
