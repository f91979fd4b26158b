// Steps of a transaction that more than one door needs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "evigrade/base/result.hpp"
#include "evigrade/model/decision.hpp"

namespace evigrade::ingest {

class Work;

/// The one article that an id, the beginning of one, a path or an address means.
Result<std::int64_t> find_article(Work& work, const std::string& asked);
/// Marks everything that an article's rows hold up, then removes them.
void take_out(Work& work, std::int64_t article);
/// Adds entries to the log and brings everything up to date; how many were new.
std::size_t take_decisions(Work& work, const std::vector<Decision>& entries);

}  // namespace evigrade::ingest
