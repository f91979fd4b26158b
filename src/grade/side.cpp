#include "grade/side.hpp"

#include <algorithm>
#include <map>

#include "grade/coverage.hpp"

namespace evigrade::grade {

namespace {

constexpr std::size_t whole_shift = 40;  // weights have 20 bits, sums 60
constexpr std::size_t last_rank = 60;    // no weight reaches beyond it

bool heavier(const std::vector<Unit>& units, std::size_t a, std::size_t b) {
    if (units[a].weight != units[b].weight) return units[a].weight > units[b].weight;
    return units[a].item.study < units[b].item.study;
}

/// Calls `visit(unit, rank)` for each counted unit, by rank, until it says false.
template <class Covers, class Visit>
void walk(const std::vector<Unit>& units, const Side& side, std::optional<std::size_t> synthesis, const Covers& covers,
          const Visit& visit) {
    std::size_t rank = 1;
    for (const std::size_t at : side.base) {
        if (synthesis && heavier(units, *synthesis, at)) {
            if (!visit(*synthesis, rank++)) return;
            synthesis.reset();
        }
        if (covers(at)) continue;
        if (!visit(at, rank++)) return;
    }
    if (synthesis) visit(*synthesis, rank);
}

/// The syntheses among which the best one is: of those without a list, only the heaviest of each year.
std::vector<std::size_t> candidates(const std::vector<Unit>& units, const std::vector<std::size_t>& syntheses) {
    std::map<std::optional<int>, std::size_t> seen;
    std::vector<std::size_t> out;
    for (const std::size_t at : syntheses) {
        if (units[at].item.covers || seen.try_emplace(units[at].item.year, at).second) out.push_back(at);
    }
    return out;
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
    const auto sum = [&](std::optional<std::size_t> synthesis, const auto& covers) {
        std::uint64_t total = 0;
        walk(units, side, synthesis, covers, [&](std::size_t at, std::size_t rank) {
            total += share(units[at].weight, rank);
            return rank < last_rank;
        });
        return total;
    };
    Choice best{sum(std::nullopt, [](std::size_t) { return false; }), std::nullopt};
    Coverage coverage(units, side.base);
    for (const std::size_t synthesis : candidates(units, side.syntheses)) {
        coverage.take(synthesis);
        const std::uint64_t total = sum(synthesis, [&](std::size_t at) { return coverage.covers(at); });
        if (total > best.sum) best = {total, synthesis};
    }
    return best;
}

std::vector<std::size_t> counted(const std::vector<Unit>& units, const Side& side, const Choice& choice) {
    Coverage coverage(units, side.base);
    if (choice.synthesis) coverage.take(*choice.synthesis);
    std::vector<std::size_t> out;
    walk(
        units, side, choice.synthesis, [&](std::size_t at) { return choice.synthesis && coverage.covers(at); },
        [&](std::size_t at, std::size_t) {
            out.push_back(at);
            return true;
        });
    return out;
}

}  // namespace evigrade::grade
