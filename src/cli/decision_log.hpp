// A log of decisions as a file.
#pragma once

#include <string>
#include <vector>

#include "evigrade/base/result.hpp"
#include "evigrade/model/decision.hpp"

namespace evigrade::cli {

/// The entries of a JSON Lines file, "-" for standard input. A bad line refuses the whole file, and is named.
Result<std::vector<Decision>> read_log(const std::string& path);

}  // namespace evigrade::cli
