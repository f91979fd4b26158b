// One side of a body: which units count, and what they come to.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "evigrade/grade.hpp"

namespace evigrade::grade {

/// The units of one direction that carry weight, the heaviest first, equals by study id; indexes into the units given.
struct Side {
    std::vector<std::size_t> base;  ///< the primary studies and the best opinion
    std::vector<std::size_t> syntheses;
};
Side side_of(const std::vector<Unit>& units, Direction direction);

/// What counts of a side: its sum, and the synthesis that stands for the studies it covers, where that gives more.
struct Choice {
    std::uint64_t sum = 0;
    std::optional<std::size_t> synthesis;
};
Choice best_choice(const std::vector<Unit>& units, const Side& side);

/// No weight reaches beyond this rank.
constexpr std::size_t last_rank = 60;

/// A unit's part of its side: weight / 2^rank, in units of 2^-60. Ranks start at 1.
std::uint64_t share(std::uint64_t weight, std::size_t rank);

/// The units that a choice counts, by rank.
std::vector<std::size_t> counted(const std::vector<Unit>& units, const Side& side, const Choice& choice);

}  // namespace evigrade::grade
