#include "grade/deciding.hpp"

#include <algorithm>

namespace evigrade::grade {

Direction deciding_direction(const Grade& grade) {
    return grade.weighed_oppose > grade.weighed_support ? Direction::oppose : Direction::support;
}

std::vector<const Unit*> weighed_units(const Grade& grade, Direction direction) {
    std::vector<const Unit*> out;
    for (const Unit& unit : grade.units) {
        if (unit.weighed && unit.item.direction == direction) out.push_back(&unit);
    }
    std::stable_sort(out.begin(), out.end(), [](const Unit* a, const Unit* b) { return a->weight > b->weight; });
    return out;
}

}  // namespace evigrade::grade
