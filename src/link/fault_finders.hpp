// The searches for faults, each of one sort. All append to `out`, in no order.
#pragma once

#include <vector>

#include "evigrade/model/finding.hpp"
#include "link/fault_scene.hpp"

namespace evigrade::link::faults {

/// overclaim, unsupported_claim, phantom_appeal, anonymous_authority, absolute_absence
void find_in_claims(const Scene& scene, std::vector<Finding>& out);
/// missing_harms
void find_silence(const Scene& scene, std::vector<Finding>& out);
/// self_contradiction
void find_contradictions(const Scene& scene, std::vector<Finding>& out);
/// marketing_source, secondary_citation
void find_poor_sources(const Scene& scene, std::vector<Finding>& out);

}  // namespace evigrade::link::faults
