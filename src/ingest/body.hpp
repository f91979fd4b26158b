// From ways to bodies: one item a study, its best way chosen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/grading.hpp"
#include "ingest/flows.hpp"

namespace evigrade::ingest {

class Work;

/// What one study brings to one question.
struct Contribution {
    Direction direction = Direction::support;
    ZeroReason zero = ZeroReason::none;
    OutcomeKind outcome_kind = OutcomeKind::unknown;
    std::string treatment;  ///< what the study itself is about
    std::string condition;
    std::vector<LedgerStep> steps;
};

/// The best of the ways that lead one study to `treatment`; all of them reach it. Ways to the treatment itself go before
/// ways to its kinds; where the nearest disagree on the direction, the study counts nothing.
Contribution best_of(const std::vector<Flow>& flows, const std::string& treatment);

/// A body's item: the study's stored facts, and what it brings.
EvidenceItem item_of(Work& work, const std::string& id, const Contribution& contribution);

}  // namespace evigrade::ingest
