// What is wrong or risky in how an article claims: phantom appeals, overclaims, silence on harms, contradictions.
#pragma once

#include <vector>

#include "evigrade/model/article.hpp"
#include "evigrade/model/claim.hpp"

namespace evigrade::link::reading {

/// Every code has a page in docs/checks.
std::vector<Finding> find_faults(const Article& article, const std::vector<Claim>& claims,
                                 const std::vector<Parameter>& parameters);

}  // namespace evigrade::link::reading
