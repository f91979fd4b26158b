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
bool holds(StepCause when, const EvidenceItem& item, std::uint32_t tiny) {
    switch (when) {
        case StepCause::risk_of_bias:
            return item.risk_of_bias;
        case StepCause::surrogate:
            return item.outcome_kind == OutcomeKind::surrogate;
        case StepCause::random_claimed:
            return item.allocation == Allocation::random_claimed;
        case StepCause::concern:
            return item.state == EditorialState::concern;
        case StepCause::arm_below_tiny:
            return smallest_group(item).value_or(tiny) < tiny;
        case StepCause::caller:
        case StepCause::level_table:
            return false;
    }
    return false;
}

/// Calls `add(code, rule, times)` for each rule whose step the item does not carry yet.
template <class Add>
void each_own_step(const EvidenceItem& item, const Policy::Level& level, const Policy& policy, const Add& add) {
    const auto& rules = policy.tables().steps;
    const std::uint32_t tiny = policy.tiny_arm();
    for (std::size_t i = 0; i < step_count; ++i) {
        const StepRule& rule = rules[i];
        int times = rule.when == StepCause::level_table ? level.steps : 0;
        if (rule.applies[static_cast<std::size_t>(item.design)] && holds(rule.when, item, tiny)) times = 1;
        if (times == 0) continue;
        const auto code = static_cast<StepCode>(i);
        const auto given =
            std::count_if(item.steps.begin(), item.steps.end(), [&](const LedgerStep& step) { return step.code == code; });
        if (times > given) add(code, rule, times - static_cast<int>(given));
    }
}

void put_in(std::string& text, std::string_view slot, const std::string& value) {
    const auto at = text.find(slot);
    if (at != std::string::npos) text.replace(at, slot.size(), value);
}

std::string reason(const StepRule& rule, const EvidenceItem& item, const Policy::Level& level, std::uint32_t tiny) {
    std::string text = rule.reason;
    put_in(text, "{arm}", std::to_string(smallest_group(item).value_or(0)));
    put_in(text, "{tiny}", std::to_string(tiny));
    put_in(text, "{level_source}", level.source);
    return text;
}

}  // namespace

int own_steps(const EvidenceItem& item, const Policy::Level& level, const Policy& policy) {
    int out = 0;
    each_own_step(item, level, policy, [&](StepCode, const StepRule&, int times) { out += times; });
    return out;
}

void add_study_steps(EvidenceItem& item, const Policy::Level& level, const Policy& policy) {
    std::vector<LedgerStep> own;
    each_own_step(item, level, policy, [&](StepCode code, const StepRule& rule, int times) {
        own.insert(own.end(), static_cast<std::size_t>(times), {code, reason(rule, item, level, policy.tiny_arm())});
    });
    item.steps.insert(item.steps.begin(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
}

}  // namespace evigrade::grade
