#include <algorithm>
#include <array>
#include <string>

#include "evigrade/base/text.hpp"
#include "grade/deciding.hpp"
#include "grade/reasons.hpp"
#include "grade/tables.hpp"

namespace evigrade::grade {

namespace {

constexpr std::array<std::string_view, 4> grade_words{"very low", "low", "moderate", "high"};
constexpr int reasons_down = 5;
constexpr int reasons_up = 3;
constexpr int last_cebm_level = 5;

int grade_number(std::string_view word) {
    const auto found = std::find(grade_words.begin(), grade_words.end(), word);
    return found == grade_words.end() ? 0 : static_cast<int>(found - grade_words.begin());
}

/// The row of a table by design and by what a review includes; the row without the latter where none fits.
std::string_view start(const Table& table, const EvidenceItem& item, std::string_view column) {
    const auto design = to_text(item.design);
    const std::string_view of = item.reviews ? to_text(*item.reviews) : std::string_view();
    std::string_view out;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table.at(row, "design") != design) continue;
        if (table.at(row, "of") == of) return table.at(row, column);
        if (table.at(row, "of").empty()) out = table.at(row, column);
    }
    return out;
}

std::string_view ceiling(const Policy::Tables& tables, int effective_level, std::string_view column) {
    const Table table(tables.file("certainty_ceilings.tsv"));
    const auto level = std::to_string(std::min(effective_level, last_cebm_level));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table.at(row, "effective_level") == level) return table.at(row, column);
    }
    return {};
}

std::string assessed_text(const Certainty& out) {
    return "(" + std::to_string(out.assessed_down) + " of " + std::to_string(reasons_down) +
           " reasons to rate down assessed, " + std::to_string(out.assessed_up) + " of " + std::to_string(reasons_up) +
           " to rate up)";
}

/// What one leading unit earns: the start of its design, and the reasons that bear on it.
struct Earned {
    int level = 0;
    std::vector<Reason> reasons;
};

Earned earned(const Grade& grade, const Unit& unit, const std::vector<Judgement>& judgements, const Policy& policy) {
    Earned out;
    out.reasons = judged(reasons_of(grade, unit, policy), judgements);
    int down = 0;
    int up = 0;
    for (const Reason& reason : out.reasons) (reason.sense == ReasonSense::down ? down : up) += reason.amount;
    const int begin = grade_number(start(Table(policy.tables().file("certainty_starts.tsv")), unit.item, "grade"));
    out.level = std::clamp(begin - down + (down == 0 ? up : 0), 0, 3);
    return out;
}

Certainty in_grade(const Grade& grade, const std::vector<const Unit*>& units, const std::vector<Judgement>& judgements,
                   const Policy& policy) {
    // Units of equal weight lead together; the body is as certain as the most certain of them.
    Earned best = earned(grade, *units.front(), judgements, policy);
    for (std::size_t i = 1; i < units.size() && units[i]->weight == units.front()->weight; ++i) {
        Earned other = earned(grade, *units[i], judgements, policy);
        if (other.level > best.level) best = std::move(other);
    }
    Certainty out;
    for (const Reason& reason : best.reasons) {
        (reason.sense == ReasonSense::down ? out.assessed_down : out.assessed_up) += 1;
        out.reasons.push_back(reason.text);
    }
    const std::string_view scale = out.assessed_down == reasons_down ? "grade" : "automatic";
    const int cap = grade_number(ceiling(policy.tables(), units.front()->effective_level, scale));
    const int level = std::min(best.level, cap);
    out.level = grade_words[static_cast<std::size_t>(level)];
    const bool lowest = level == 0 || out.assessed_down == reasons_down;
    out.text = out.level + (lowest ? " " : " or lower ") + assessed_text(out);
    return out;
}

Certainty in_sort(const std::vector<const Unit*>& units, const Policy& policy) {
    const Unit& lead = *units.front();
    Certainty out;
    const Table starts(policy.tables().file("certainty_starts.tsv"));
    std::string_view level = start(starts, lead.item, "sort");
    if (lead.item.outcome_kind == OutcomeKind::surrogate) level = "C";
    // "A" is before "C": the larger letter is the weaker recommendation.
    level = std::max(level, ceiling(policy.tables(), lead.effective_level, "sort"));
    out.level = level;
    out.reasons.push_back("outcome: " + std::string(to_text(lead.item.outcome_kind)));
    const bool lowest = level == "C";
    out.text = out.level + (lowest ? "" : " or lower: quality and consistency need a person's judgement");
    return out;
}

Certainty in_cebm(const std::vector<const Unit*>& units) {
    const Unit& lead = *units.front();
    Certainty out;
    out.level = std::to_string(std::min(lead.effective_level, last_cebm_level));
    out.reasons.push_back("level " + std::to_string(lead.level.value_or(0)) + ": " + lead.level_source);
    for (const auto& step : lead.item.steps) {
        out.reasons.push_back("one step down, " + std::string(to_text(step.code)) + ": " + step.why);
    }
    out.text = "level " + out.level + " (by design " + std::to_string(lead.level.value_or(0)) + ", steps down " +
               std::to_string(lead.item.steps.size()) + ")";
    return out;
}

Certainty nothing_to_rate() {
    Certainty out;
    out.level = "none";
    out.text = "none: no evidence that counts";
    return out;
}

}  // namespace

Certainty certainty(const Grade& grade, const std::vector<Judgement>& judgements, const Policy& policy) {
    const auto units = weighed_units(grade, deciding_direction(grade));
    return units.empty() ? nothing_to_rate() : in_grade(grade, units, judgements, policy);
}

Certainty certainty(const Grade& grade, Purpose /*purpose*/, const Policy& policy, Scheme scheme) {
    if (scheme == Scheme::grade) return certainty(grade, std::vector<Judgement>{}, policy);
    const auto units = weighed_units(grade, deciding_direction(grade));
    Certainty out = nothing_to_rate();
    if (!units.empty()) out = scheme == Scheme::sort ? in_sort(units, policy) : in_cebm(units);
    out.scheme = scheme;
    return out;
}

}  // namespace evigrade::grade
