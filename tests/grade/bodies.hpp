// Small bodies of evidence for the tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "evigrade/grade.hpp"

namespace evigrade::test {

inline const grade::Policy& policy() {
    static const grade::Policy rules{Data()};
    return rules;
}

inline EvidenceItem item(std::string study, Design design, Direction direction = Direction::support) {
    EvidenceItem out;
    out.study = std::move(study);
    out.design = design;
    out.direction = direction;
    out.year = 2010;
    return out;
}

inline Body body(std::vector<EvidenceItem> items, Purpose purpose = Purpose::benefit) {
    return {purpose, std::move(items), {}};
}

inline Grade graded(std::vector<EvidenceItem> items, Purpose purpose = Purpose::benefit) {
    return grade::grade(body(std::move(items), purpose), policy());
}

/// The unit of a study; the grade must have it.
inline const Unit& unit_of(const Grade& grade, std::string_view study) {
    for (const Unit& unit : grade.units) {
        if (unit.item.study == study) return unit;
    }
    static const Unit nothing;
    return nothing;
}

}  // namespace evigrade::test
