// The rule written a second time, slowly and plainly, and held against the program.
#include <algorithm>
#include <optional>
#include <set>

#include <catch2/catch.hpp>

#include "grade/bodies.hpp"
#include "grade/worlds.hpp"

using namespace evigrade;
using namespace evigrade::test;

namespace {

/// Whether the synthesis covers the study, as docs/grading.md says it.
bool covers(const EvidenceItem& synthesis, const EvidenceItem& study) {
    if (!synthesis.covers) return !synthesis.year || !study.year || *study.year <= *synthesis.year;
    return std::count(synthesis.covers->begin(), synthesis.covers->end(), study.study) > 0;
}

/// Halves of halves: the largest weight / 2, the next / 4 …
std::uint64_t gap_sum(std::multiset<std::uint64_t, std::greater<>> weights) {
    std::uint64_t total = 0;
    std::uint64_t divisor = 2;
    for (const std::uint64_t weight : weights) {
        total += (weight << 40) / divisor;
        divisor *= 2;
    }
    return total;
}

std::uint64_t sum_with(const std::vector<const Unit*>& side, const Unit* synthesis) {
    std::multiset<std::uint64_t, std::greater<>> weights;
    std::uint64_t opinion = 0;
    for (const Unit* unit : side) {
        if (unit->kind == UnitKind::opinion) opinion = std::max(opinion, unit->weight);
        if (unit->kind != UnitKind::study || (synthesis && covers(synthesis->item, unit->item))) continue;
        weights.insert(unit->weight);
    }
    if (opinion > 0) weights.insert(opinion);
    if (synthesis) weights.insert(synthesis->weight);
    return gap_sum(weights);
}

std::uint64_t best_sum(const std::vector<const Unit*>& side) {
    std::uint64_t best = sum_with(side, nullptr);
    for (const Unit* unit : side) {
        if (unit->kind == UnitKind::synthesis) best = std::max(best, sum_with(side, unit));
    }
    return best;
}

std::vector<const Unit*> side_of(const Grade& grade, Direction direction) {
    std::vector<const Unit*> out;
    for (const Unit& unit : grade.units) {
        if (unit.weight > 0 && unit.item.direction == direction) out.push_back(&unit);
    }
    return out;
}

/// The side without the studies that some review of the other side covers and is no weaker than.
std::vector<const Unit*> without_set_aside(std::vector<const Unit*> side, const std::vector<const Unit*>& other) {
    const auto gone = [&](const Unit* unit) {
        return std::any_of(other.begin(), other.end(), [&](const Unit* review) {
            return review->kind == UnitKind::synthesis && unit->kind == UnitKind::study && review->weight >= unit->weight &&
                   covers(review->item, unit->item);
        });
    };
    side.erase(std::remove_if(side.begin(), side.end(), gone), side.end());
    return side;
}

}  // namespace

TEST_CASE("the program counts what the rule says, written a second time") {
    CHECK(law_holds([](const std::vector<Gene>& genes, std::uint64_t) {
        const Grade grade = graded(studies_of(genes));
        const auto support = side_of(grade, Direction::support);
        const auto oppose = side_of(grade, Direction::oppose);
        return grade.support == best_sum(support) && grade.oppose == best_sum(oppose) &&
               grade.weighed_support == best_sum(without_set_aside(support, oppose)) &&
               grade.weighed_oppose == best_sum(without_set_aside(oppose, support));
    }));
}

TEST_CASE("a study's steps are what its record says, counted a second time") {
    CHECK(law_holds([](const std::vector<Gene>& genes, std::uint64_t) {
        const auto items = studies_of(genes);
        const Grade grade = graded(items);
        return std::all_of(items.begin(), items.end(), [&](const EvidenceItem& it) {
            const auto& steps = unit_of(grade, it.study).item.steps;
            const auto has = [&](StepCode code) {
                return std::any_of(steps.begin(), steps.end(), [&](const LedgerStep& step) { return step.code == code; });
            };
            const bool trial = it.design == Design::randomized_trial;
            const bool comparative = trial || it.design == Design::nonrandomized_trial || it.design == Design::cohort ||
                                     it.design == Design::case_control;
            const auto arm = it.smallest_arm ? it.smallest_arm : it.participants;
            return has(StepCode::risk_of_bias) == it.risk_of_bias &&
                   has(StepCode::tiny_sample) == (comparative && arm && *arm < 20) &&
                   has(StepCode::unclear_allocation) == (trial && it.allocation == Allocation::random_claimed) &&
                   has(StepCode::editorial_concern) == (it.state == EditorialState::concern) &&
                   has(StepCode::single_case) == (it.design == Design::case_report);
        });
    }));
}
