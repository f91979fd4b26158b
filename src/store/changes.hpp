// Grades that changed, each with those that only follow from it.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "evigrade/model/change.hpp"
#include "store/database.hpp"

namespace evigrade::store {

using BodyName = std::tuple<std::string, Purpose, std::string>;  ///< treatment, purpose, condition

/// What the studies that are about a body's own treatment and condition bring to it, as text.
using OwnEvidence = std::map<BodyName, std::string>;
OwnEvidence own_evidence(Database& database);

/// Puts each change whose own evidence is the same before and after under the first change below it: a treatment's kinds
/// and a condition's narrower forms pass theirs on. The order stays.
std::vector<GradeChange> grouped(Database& database, std::vector<GradeChange> changes, const OwnEvidence& before,
                                 const OwnEvidence& after);

}  // namespace evigrade::store
