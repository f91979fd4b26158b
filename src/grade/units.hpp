// From the items of a body to its units: the study's own steps, the effective level, one unit for each study.
#pragma once

#include <vector>

#include "evigrade/grade.hpp"

namespace evigrade::grade {

constexpr int highest_effective_level = 16;
constexpr std::uint64_t full_weight = std::uint64_t{1} << 20;

/// The units of a body, by study id: one for each study, by its best path. Ranks and shares are not yet given.
std::vector<Unit> units_of(const Body& body, const Policy& policy);

}  // namespace evigrade::grade
