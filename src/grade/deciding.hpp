// The side that decides a verdict, and the units of it that the words describe.
#pragma once

#include <vector>

#include "evigrade/grade.hpp"

namespace evigrade::grade {

/// The direction that a verdict speaks of; of a contested question the stronger side, support where they are equal.
Direction deciding_direction(const Grade& grade);

/// The units of one direction that the verdict weighs, the heaviest first. Empty where the side comes to nothing.
std::vector<const Unit*> weighed_units(const Grade& grade, Direction direction);

}  // namespace evigrade::grade
