#include "grade/study_steps.hpp"

#include <algorithm>
#include <string>

#include "grade/tables.hpp"

namespace evigrade::grade {

namespace {

/// People in the smallest group; all who took part where only that is known: no group is larger.
std::optional<std::uint32_t> smallest_group(const EvidenceItem& item) {
    return item.smallest_arm ? item.smallest_arm : item.participants;
}

/// Whether the fact that a rule names holds of this study.
bool holds(std::string_view when, const EvidenceItem& item, std::uint32_t tiny) {
    if (when == "risk_of_bias") return item.risk_of_bias;
    if (when == "surrogate") return item.outcome_kind == OutcomeKind::surrogate;
    if (when == "random_claimed") return item.allocation == Allocation::random_claimed;
    if (when == "concern") return item.state == EditorialState::concern;
    if (when == "arm_below_tiny") return smallest_group(item).value_or(tiny) < tiny;
    return false;
}

void fill(std::string& text, std::string_view slot, const std::string& value) {
    const auto at = text.find(slot);
    if (at != std::string::npos) text.replace(at, slot.size(), value);
}

std::string reason(const StepRule& rule, const EvidenceItem& item, const Policy::Level& level, std::uint32_t tiny) {
    std::string text = rule.reason;
    fill(text, "{arm}", std::to_string(smallest_group(item).value_or(0)));
    fill(text, "{tiny}", std::to_string(tiny));
    fill(text, "{level_source}", level.source);
    return text;
}

}  // namespace

void add_study_steps(EvidenceItem& item, const Policy::Level& level, const Policy& policy) {
    const auto& tables = policy.tables();
    const std::uint32_t tiny = policy.tiny_arm();
    std::vector<LedgerStep> own;
    for (std::size_t i = 0; i < step_count; ++i) {
        const auto code = static_cast<StepCode>(i);
        const StepRule& rule = tables.steps[i];
        const auto given = static_cast<int>(
            std::count_if(item.steps.begin(), item.steps.end(), [&](const LedgerStep& step) { return step.code == code; }));
        int times = 0;
        if (rule.when == "level_table") {
            times = level.steps;
        } else if (rule.applies[static_cast<std::size_t>(item.design)] && holds(rule.when, item, tiny)) {
            times = 1;
        }
        for (int k = given; k < times; ++k) own.push_back({code, reason(rule, item, level, tiny)});
    }
    item.steps.insert(item.steps.begin(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
}

}  // namespace evigrade::grade
