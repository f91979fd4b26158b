// The steps that follow from what is known of a study, whoever cites it.
#pragma once

#include "evigrade/grade.hpp"

namespace evigrade::grade {

/// How many steps the study's own facts add to those that came with the citation.
int own_steps(const EvidenceItem& item, const Policy::Level& level, const Policy& policy);

/// Adds the study's own steps (quality, size, outcome, allocation, editorial state) in front of those that came with the
/// citation. A step that the caller has already given is not given twice.
void add_study_steps(EvidenceItem& item, const Policy::Level& level, const Policy& policy);

}  // namespace evigrade::grade
