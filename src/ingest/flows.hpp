// The ways by which evidence flows from a study, through a citation, to what a claim is about. DESIGN 3.2.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/claim.hpp"
#include "evigrade/model/grading.hpp"
#include "evigrade/model/trail.hpp"
#include "store/bodies.hpp"

namespace evigrade::ingest {

class Work;

/// A study that a claim cites.
struct Cited {
    std::string study;
    Identity identity = Identity::sure;
    std::string citation;  ///< as written
};

struct Flow {
    std::string study;
    std::string treatment;  ///< what the study is about, where that is known; else what the claim is about
    std::string condition;
    Purpose purpose = Purpose::benefit;
    Direction direction = Direction::support;
    ZeroReason zero = ZeroReason::none;
    OutcomeKind outcome_kind = OutcomeKind::unknown;
    std::string via;  ///< id of the publication that relays the study, or ""
    std::vector<LedgerStep> steps;
};

/// What a claim asks of its studies, or nothing where its kind, stance or voice carries no score.
std::optional<Purpose> purpose_of(const Claim& claim);

/// The conditions that limit which results a claim may rest on: its conditions, those that its outcomes are outcomes of
/// ("cancer incidence" of cancer), and all its targets for a harm. Other outcomes ("hair density") limit nothing: the
/// study's own condition decides.
std::vector<std::string> conditions_of(Work& work, const Claim& claim);

/// All ways from one claim to studies. Sorted, each once.
std::vector<Flow> flows_of(Work& work, const Claim& claim, const std::vector<Cited>& cited);

using store::steps_of;
using store::text_of;

}  // namespace evigrade::ingest
