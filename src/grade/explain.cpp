// The derivation of a grade as lines for people.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "evigrade/base/hash.hpp"
#include "evigrade/base/text.hpp"
#include "grade/tables.hpp"

namespace evigrade::grade {

namespace {

std::string in_points(std::uint64_t side) {
    return fmt::format("{:.4g}", points(side));
}

const std::string& label(const Unit& unit) {
    return unit.item.label.empty() ? unit.item.study : unit.item.label;
}

std::string why_nothing(const Unit& unit) {
    if (unit.covered_by) return fmt::format("covered by {}, which stands for it", *unit.covered_by);
    switch (unit.zero) {
        case ZeroReason::no_level:
            return fmt::format("{} has no level", to_text(unit.item.design));
        case ZeroReason::retracted:
            return "retracted";
        case ZeroReason::directions_disagree:
            return "what is said of its result disagrees";
        case ZeroReason::unresolved:
            return "which study is meant is not known";
        case ZeroReason::uncited:
            return "no claim cites it";
        case ZeroReason::inconclusive:
            return "its result points neither way";
        case ZeroReason::none:
            break;
    }
    if (unit.kind == UnitKind::opinion) return "another opinion counts already";
    return "its studies come to at least as much without it";
}

void add_ledger(std::vector<std::string>& lines, const Unit& unit, const Policy& policy) {
    if (unit.level) lines.push_back(fmt::format("      level {}: {}", *unit.level, unit.level_source));
    for (const auto& step : unit.item.steps) {
        lines.push_back(
            fmt::format("      +1 {} ({}): {}", to_text(step.code), policy.tables().step(step.code).sense, step.why));
    }
    if (unit.set_aside_by) {
        lines.push_back(fmt::format("      the verdict leaves it out: {} has taken it into account", *unit.set_aside_by));
    }
}

void add_side(std::vector<std::string>& lines, const Grade& grade, Direction direction, const Policy& policy) {
    const bool support = direction == Direction::support;
    const auto sum = support ? grade.support : grade.oppose;
    const int units = support ? grade.support_units : grade.oppose_units;
    lines.push_back(
        fmt::format("{} {} points from {} unit{}", to_text(direction), in_points(sum), units, units == 1 ? "" : "s"));
    for (const Unit& unit : grade.units) {
        if (!unit.counted || unit.item.direction != direction) continue;
        lines.push_back(fmt::format("  {}. {}: {}, effective level {}, weight 1/{}, halved {} time{}: {}", unit.rank,
                                    label(unit), to_text(unit.item.design), unit.effective_level,
                                    1U << (unit.effective_level - 1), unit.rank, unit.rank == 1 ? "" : "s",
                                    in_points(unit.share)));
        add_ledger(lines, unit, policy);
    }
}

}  // namespace

std::vector<std::string> explain(const Grade& grade, Purpose purpose, const Policy& policy) {
    std::vector<std::string> lines;
    lines.push_back(fmt::format("{}: {} | {}", to_text(grade.verdict), in_points(grade.support), in_points(grade.oppose)));
    lines.push_back(sentence(grade, purpose, policy));
    if (grade.weighed_support != grade.support || grade.weighed_oppose != grade.oppose) {
        lines.push_back(
            fmt::format("the verdict weighs {} | {}: studies that a review of the other side covers are left out",
                        in_points(grade.weighed_support), in_points(grade.weighed_oppose)));
    }
    add_side(lines, grade, Direction::support, policy);
    add_side(lines, grade, Direction::oppose, policy);
    const bool rest = std::any_of(grade.units.begin(), grade.units.end(), [](const Unit& unit) { return !unit.counted; });
    if (rest) lines.emplace_back("shown, and not counted");
    for (const Unit& unit : grade.units) {
        if (unit.counted) continue;
        lines.push_back(fmt::format("  {}: {}: {}", label(unit), to_text(unit.item.design), why_nothing(unit)));
        add_ledger(lines, unit, policy);
    }
    lines.push_back("rules in force: " + policy.fingerprint());
    return lines;
}

std::vector<RuleTable> rules(const Policy& policy) {
    std::vector<RuleTable> out;
    for (const auto& file : policy.tables().files) {
        const std::string_view name = std::string_view(file.name).substr(file.name.find('/') + 1);
        if (!name.ends_with(".tsv")) continue;
        RuleTable rules{std::string(name.substr(0, name.size() - 4)), {}, {}, {}, content_id(file.bytes)};
        for (const auto line : split(file.bytes, '\n')) {
            if (!line.starts_with('#')) break;
            rules.about.emplace_back(trim(line.substr(1)));
        }
        const Table table(file.bytes);
        rules.columns.assign(table.columns().begin(), table.columns().end());
        for (std::size_t row = 0; row < table.rows(); ++row) {
            auto& cells = rules.rows.emplace_back();
            for (std::size_t column = 0; column < rules.columns.size(); ++column)
                cells.emplace_back(table.cell(row, column));
        }
        out.push_back(std::move(rules));
    }
    return out;
}

}  // namespace evigrade::grade
