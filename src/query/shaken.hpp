// Grades that stood on studies which have since been retracted or come under concern.
#pragma once

#include <string>
#include <vector>

#include "evigrade/grade.hpp"
#include "evigrade/model/answer.hpp"
#include "query/echoes.hpp"
#include "store/database.hpp"

namespace evigrade::query {

/// The grades that a retracted or doubted study bore on: by treatment, condition, purpose. None for any other study.
std::vector<ShakenGrade> shaken_by(store::Database& database, const grade::Policy& policy, const std::string& study);

/// Of a body that was graded: itself, and then the other grades that its retracted and doubted studies bore on.
std::vector<ShakenGrade> shaken_in(store::Database& database, const grade::Policy& policy, const BodyOf& of,
                                   const Body& body);

}  // namespace evigrade::query
