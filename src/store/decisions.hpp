// The log of decisions as rows, and what of it stands.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/model/decision.hpp"
#include "store/database.hpp"

namespace evigrade::store {

/// The id that follows from a decision's content.
std::string decision_id(const Decision& decision);

/// Adds an entry; one that is there already changes nothing. Answers whether it was new.
bool put_decision(Database& database, const Decision& decision);
/// The whole log, oldest first, then by id.
std::vector<Decision> get_decisions(Database& database);

/// What has become of each entry of a log in the order of get_decisions: of all that were not undone on one point the
/// latest stands. Depends on the set of entries alone, never on the order in which they came.
std::vector<DecisionStanding> standings(const std::vector<Decision>& log);

/// The point that a decision settles: two decisions with the same one cannot both stand.
std::string point_of(const Decision& decision);

/// Copies of rows that a decision stands in place of. Copied where none is there yet; put back and forgotten.
void keep_study(Database& database, std::string_view study);
void restore_study(Database& database, std::string_view study);
bool has_kept_study(Database& database, std::string_view study);

/// The claim that a decision means: by id, else by its sentence in an article of the same file or title.
std::optional<std::int64_t> find_claim(Database& database, const Decision& decision);
/// The article that a decision means, by id, else by file or title.
std::optional<std::int64_t> find_article(Database& database, const Decision& decision);
/// The study that a decision means: by id, else the one to which a publication like its first report belongs now.
std::optional<std::string> find_study(Database& database, const Decision& decision);

}  // namespace evigrade::store
