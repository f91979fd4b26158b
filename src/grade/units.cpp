#include "grade/units.hpp"

#include <algorithm>
#include <tuple>

#include "grade/study_steps.hpp"

namespace evigrade::grade {

namespace {

/// One way to a study, weighed; the item itself stays where it is.
struct Path {
    const EvidenceItem* item;
    const Policy::Level* level;
    int effective_level = 0;
    ZeroReason zero = ZeroReason::none;
    std::uint64_t weight = 0;
};

ZeroReason zero_of(const EvidenceItem& item, const Policy::Level& level) {
    if (item.state == EditorialState::retracted) return ZeroReason::retracted;
    if (item.zero != ZeroReason::none) return item.zero;
    if (item.study.empty()) return ZeroReason::unresolved;
    return level.level ? ZeroReason::none : ZeroReason::no_level;
}

Path path_of(const EvidenceItem& item, Purpose purpose, const Policy& policy) {
    const auto& level = policy.level(item, purpose);
    Path path{&item, &level, 0, zero_of(item, level), 0};
    if (level.level) {
        const auto given = static_cast<int>(std::min<std::size_t>(item.steps.size(), highest_effective_level));
        const int steps = given + own_steps(item, level, policy);
        path.effective_level = std::clamp(*level.level + steps, 1, highest_effective_level);
    }
    if (path.zero == ZeroReason::none) path.weight = full_weight >> (path.effective_level - 1);
    return path;
}

/// Every field that could tell two paths to one study apart, so that the choice between equals never depends on order.
auto identity(const EvidenceItem& item) {
    return std::tie(item.direction, item.design, item.design_from, item.label, item.year, item.participants,
                    item.smallest_arm, item.allocation, item.outcome_kind, item.risk_of_bias, item.state, item.covers,
                    item.zero, item.claims, item.reviews, item.feature, item.effect, item.effect_from);
}

bool steps_before(const std::vector<LedgerStep>& a, const std::vector<LedgerStep>& b) {
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(),
        [](const LedgerStep& x, const LedgerStep& y) { return std::tie(x.code, x.why) < std::tie(y.code, y.why); });
}

/// By study, and the best path of each study first.
bool better_path(const Path& a, const Path& b) {
    if (const int order = a.item->study.compare(b.item->study); order != 0) return order < 0;
    if (a.weight != b.weight) return a.weight > b.weight;
    if (a.zero != b.zero) return a.zero < b.zero;
    if (identity(*a.item) != identity(*b.item)) return identity(*a.item) < identity(*b.item);
    return steps_before(a.item->steps, b.item->steps);
}

using Paths = std::vector<Path>::const_iterator;

/// What all paths to a study say together may take its weight away: it was retracted, or its direction is in dispute.
ZeroReason shared_zero(Paths first, Paths last) {
    const auto has = [&](ZeroReason zero) {
        return std::any_of(first, last, [&](const Path& path) { return path.zero == zero; });
    };
    if (has(ZeroReason::retracted)) return ZeroReason::retracted;
    if (has(ZeroReason::directions_disagree)) return ZeroReason::directions_disagree;
    const bool disputed = std::any_of(first, last, [&](const Path& path) {
        return path.weight > 0 && first->weight > 0 && path.item->direction != first->item->direction;
    });
    return disputed ? ZeroReason::directions_disagree : first->zero;
}

/// The claims of all paths, each once.
std::vector<std::string> claims_of(Paths first, Paths last) {
    std::vector<std::string> claims;
    for (auto path = first; path != last; ++path) {
        claims.insert(claims.end(), path->item->claims.begin(), path->item->claims.end());
    }
    std::sort(claims.begin(), claims.end());
    claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
    return claims;
}

Unit unit_of(Paths first, Paths last, const Policy& policy) {
    Unit unit;
    unit.item = *first->item;
    unit.item.claims = claims_of(first, last);
    unit.kind = first->level->unit;
    unit.level = first->level->level;
    unit.level_source = first->level->source;
    unit.effective_level = first->effective_level;
    unit.zero = shared_zero(first, last);
    unit.weight = unit.zero == ZeroReason::none ? first->weight : 0;
    add_study_steps(unit.item, *first->level, policy);
    return unit;
}

}  // namespace

std::vector<Unit> units_of(const Body& body, const Policy& policy) {
    std::vector<Path> paths;
    paths.reserve(body.items.size());
    for (const auto& item : body.items) paths.push_back(path_of(item, body.purpose, policy));
    std::sort(paths.begin(), paths.end(), better_path);
    std::vector<Unit> units;
    units.reserve(paths.size());
    for (auto first = paths.cbegin(); first != paths.cend();) {
        const auto last =
            std::find_if(first, paths.cend(), [&](const Path& path) { return path.item->study != first->item->study; });
        units.push_back(unit_of(first, last, policy));
        first = last;
    }
    return units;
}

}  // namespace evigrade::grade
