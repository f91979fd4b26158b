#include "evigrade/grade.hpp"

#include <algorithm>
#include <numeric>

#include "grade/coverage.hpp"
#include "grade/side.hpp"
#include "grade/tables.hpp"
#include "grade/units.hpp"

namespace evigrade::grade {

namespace {

constexpr std::uint32_t usual_contested_ratio = 2;

/// Gives the counted units of a side their ranks and shares, and the covered ones the synthesis that stands for them.
int count_side(std::vector<Unit>& units, const Side& side, const Choice& choice) {
    const auto ranked = counted(units, side, choice);
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        Unit& unit = units[ranked[i]];
        unit.counted = true;
        unit.rank = static_cast<int>(i + 1);
        unit.share = share(unit.weight, i + 1);
    }
    if (choice.synthesis) {
        for (const std::size_t at : side.base) {
            if (!units[at].counted) units[at].covered_by = units[*choice.synthesis].item.study;
        }
    }
    return static_cast<int>(ranked.size());
}

/// A side as the verdict weighs it: without the studies that a review of the other side covers.
std::uint64_t weighed(std::vector<Unit>& units, const Side& side, const Side& other) {
    const auto aside = set_aside(units, side.base, other.syntheses);
    Side rest = side;
    rest.base.clear();
    for (const std::size_t at : side.base) {
        if (aside[at]) {
            units[at].set_aside_by = units[*aside[at]].item.study;
        } else {
            rest.base.push_back(at);
        }
    }
    const Choice choice = best_choice(units, rest);
    for (const std::size_t at : counted(units, rest, choice)) units[at].weighed = true;
    return choice.sum;
}

Verdict verdict_of(std::uint64_t support, std::uint64_t oppose, std::uint32_t ratio) {
    const std::uint64_t smaller = std::min(support, oppose);
    const std::uint64_t larger = std::max(support, oppose);
    if (larger == 0) return Verdict::none;
    // larger < ratio * smaller, without a product that could overflow
    if (smaller > 0 && larger / ratio < smaller) return Verdict::contested;
    return support > oppose ? Verdict::supported : Verdict::opposed;
}

bool shown_before(const Unit& a, const Unit& b) {
    if (a.counted != b.counted) return a.counted;
    if (a.counted && a.rank != b.rank) return a.rank < b.rank;
    if (a.counted && a.item.direction != b.item.direction) return a.item.direction < b.item.direction;
    return a.item.study < b.item.study;
}

/// Units are large: their places are sorted, then each moves once.
std::vector<Unit> in_order(std::vector<Unit> units) {
    std::vector<std::size_t> places(units.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) { return shown_before(units[a], units[b]); });
    std::vector<Unit> out;
    out.reserve(units.size());
    for (const std::size_t place : places) out.push_back(std::move(units[place]));
    return out;
}

}  // namespace

Grade grade(const Body& body, const Policy& policy) {
    Grade out;
    out.units = units_of(body, policy);
    const Side support = side_of(out.units, Direction::support);
    const Side oppose = side_of(out.units, Direction::oppose);
    const Choice for_it = best_choice(out.units, support);
    const Choice against_it = best_choice(out.units, oppose);
    out.support = for_it.sum;
    out.oppose = against_it.sum;
    out.support_units = count_side(out.units, support, for_it);
    out.oppose_units = count_side(out.units, oppose, against_it);
    out.weighed_support = weighed(out.units, support, oppose);
    out.weighed_oppose = weighed(out.units, oppose, support);
    const auto ratio = policy.tables().number("contested_ratio", usual_contested_ratio);
    out.verdict = verdict_of(out.weighed_support, out.weighed_oppose, std::max(ratio, 1U));
    out.units = in_order(std::move(out.units));
    return out;
}

}  // namespace evigrade::grade
