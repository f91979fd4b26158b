// From what a person asks for to a decision that can be logged: whom it is about, whether it makes sense, when it is made.
#pragma once

#include <string>

#include "evigrade/ingest.hpp"
#include "store/database.hpp"

namespace evigrade::ingest {

/// The decision in full, with its anchor and id; errors say what was not understood.
Result<Decision> decision_of(store::Database& database, const Wish& wish, const Signature& signature);
/// The undo of an entry of the log, named by its id or a unique beginning.
Result<Decision> undo_of(store::Database& database, const std::string& id, const Signature& signature);

/// Whether field, value and subject fit together: for decisions that come from elsewhere.
Status sensible(const Decision& decision);

}  // namespace evigrade::ingest
