// Decisions, as other answers show them.
#pragma once

#include <string>
#include <vector>

#include "evigrade/model/decision.hpp"
#include "store/database.hpp"

namespace evigrade::query {

std::vector<DecisionRow> decision_rows(store::Database& database);
/// Those that hold for one claim, study, article or body, and those that were overruled there.
std::vector<DecisionRow> decisions_on(store::Database& database, const std::string& id);

}  // namespace evigrade::query
