#include "grade/side.hpp"

#include <algorithm>

#include "grade/coverage.hpp"

namespace evigrade::grade {

namespace {

constexpr std::size_t whole_shift = 40;  // weights have 20 bits, sums 60

bool heavier(const std::vector<Unit>& units, std::size_t a, std::size_t b) {
    if (units[a].weight != units[b].weight) return units[a].weight > units[b].weight;
    return units[a].item.study < units[b].item.study;
}

/// Calls `visit(unit, rank)` for each counted unit, by rank, until it says false.
template <class Covers, class Visit>
void walk(const std::vector<Unit>& units, const std::vector<std::size_t>& base, std::optional<std::size_t> synthesis,
          const Covers& covers, const Visit& visit) {
    std::size_t rank = 1;
    for (const std::size_t at : base) {
        if (synthesis && heavier(units, *synthesis, at)) {
            if (!visit(*synthesis, rank++)) return;
            synthesis.reset();
        }
        if (covers(at)) continue;
        if (!visit(at, rank++)) return;
    }
    if (synthesis) visit(*synthesis, rank);
}

constexpr auto covers_nothing = [](std::size_t) { return false; };

template <class Covers>
std::uint64_t sum_of(const std::vector<Unit>& units, const std::vector<std::size_t>& base,
                     std::optional<std::size_t> synthesis, const Covers& covers) {
    std::uint64_t total = 0;
    walk(units, base, synthesis, covers, [&](std::size_t at, std::size_t rank) {
        total += share(units[at].weight, rank);
        return rank < last_rank;
    });
    return total;
}

/// Takes a synthesis where it gives the side more; between two that give the same, the heavier, then the first id.
void consider(const std::vector<Unit>& units, Choice& best, std::uint64_t total, std::size_t synthesis) {
    const bool better_tie = total == best.sum && best.synthesis && heavier(units, synthesis, *best.synthesis);
    if (total > best.sum || better_tie) best = {total, synthesis};
}

void consider_listed(const std::vector<Unit>& units, const Side& side, Choice& best) {
    Coverage coverage(units, side.base);
    for (const std::size_t synthesis : side.syntheses) {
        if (!units[synthesis].item.covers) continue;
        coverage.take(synthesis);
        consider(units, best, sum_of(units, side.base, synthesis, [&](std::size_t at) { return coverage.covers(at); }),
                 synthesis);
    }
}

/// The syntheses without a list, from the latest year to the earliest: each covers less than the one before, and a study
/// that is no longer covered joins the others once. Only as many are kept as can have a share.
void consider_by_year(const std::vector<Unit>& units, const Side& side, Choice& best) {
    const auto year = [&](std::size_t at) { return units[at].item.year; };
    const auto later = [&](std::size_t a, std::size_t b) { return *year(a) > *year(b); };
    std::vector<std::size_t> syntheses;
    for (const std::size_t at : side.syntheses) {
        if (!units[at].item.covers) syntheses.push_back(at);
    }
    if (syntheses.empty()) return;
    const auto dated = std::stable_partition(syntheses.begin(), syntheses.end(), [&](std::size_t at) { return !year(at); });
    std::stable_sort(dated, syntheses.end(), later);
    std::vector<std::size_t> studies;
    std::vector<std::size_t> uncovered;
    for (const std::size_t at : side.base) {
        if (units[at].kind != UnitKind::study) uncovered.push_back(at);
        if (units[at].kind == UnitKind::study && year(at)) studies.push_back(at);
    }
    std::stable_sort(studies.begin(), studies.end(), later);
    auto next = studies.begin();
    for (const std::size_t synthesis : syntheses) {
        for (; year(synthesis) && next != studies.end() && *year(*next) > *year(synthesis); ++next) {
            const auto place = std::upper_bound(uncovered.begin(), uncovered.end(), *next,
                                                [&](std::size_t a, std::size_t b) { return heavier(units, a, b); });
            uncovered.insert(place, *next);
            if (uncovered.size() > last_rank) uncovered.pop_back();
        }
        consider(units, best, sum_of(units, uncovered, synthesis, covers_nothing), synthesis);
    }
}

}  // namespace

std::uint64_t share(std::uint64_t weight, std::size_t rank) {
    if (rank <= whole_shift) return weight << (whole_shift - rank);
    return rank <= last_rank ? weight >> (rank - whole_shift) : 0;
}

Side side_of(const std::vector<Unit>& units, Direction direction) {
    Side side;
    std::optional<std::size_t> opinion;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const Unit& unit = units[i];
        if (unit.weight == 0 || unit.item.direction != direction) continue;
        if (unit.kind == UnitKind::study) side.base.push_back(i);
        if (unit.kind == UnitKind::synthesis) side.syntheses.push_back(i);
        if (unit.kind == UnitKind::opinion && (!opinion || heavier(units, i, *opinion))) opinion = i;
    }
    if (opinion) side.base.push_back(*opinion);
    const auto order = [&](std::size_t a, std::size_t b) { return heavier(units, a, b); };
    std::sort(side.base.begin(), side.base.end(), order);
    std::sort(side.syntheses.begin(), side.syntheses.end(), order);
    return side;
}

Choice best_choice(const std::vector<Unit>& units, const Side& side) {
    Choice best{sum_of(units, side.base, std::nullopt, covers_nothing), std::nullopt};
    consider_listed(units, side, best);
    consider_by_year(units, side, best);
    return best;
}

std::vector<std::size_t> counted(const std::vector<Unit>& units, const Side& side, const Choice& choice) {
    Coverage coverage(units, side.base);
    if (choice.synthesis) coverage.take(*choice.synthesis);
    std::vector<std::size_t> out;
    walk(
        units, side.base, choice.synthesis, [&](std::size_t at) { return choice.synthesis && coverage.covers(at); },
        [&](std::size_t at, std::size_t) {
            out.push_back(at);
            return true;
        });
    return out;
}

}  // namespace evigrade::grade
