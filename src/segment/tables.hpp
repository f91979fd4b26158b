// Tables and captions in text that lost its tables.
#pragma once

#include <string_view>
#include <vector>

#include "segment/cues.hpp"
#include "segment/piece.hpp"

namespace evigrade::segment {

/// Marks captions ("Table II", "Fig. 3: …"), and the short lines that stand among rows of numbers as parts of their table.
void mark_tables(std::string_view text, std::vector<Piece>& pieces, const Cues& cues);

}  // namespace evigrade::segment
