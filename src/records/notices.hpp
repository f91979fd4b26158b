// Retractions and other notices, as records tell of them.
#pragma once

#include <string_view>

#include "evigrade/model/record.hpp"

namespace evigrade::records {

/// A relation in the words by which a record cites the other publication:
/// "Lancet. 2010 Feb 6;375(9713):445. doi: 10.1016/S0140-6736(10)60175-4. PMID: 20137807".
Relation cited_notice(RelationKind kind, std::string_view words);

/// The state that a record's own relations and publication types give it. A correction never makes a retraction, and a
/// notice ("Retraction of Publication") is itself not retracted.
void take_state_of_notices(BibRecord& record);

}  // namespace evigrade::records
