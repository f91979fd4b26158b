// Blocks that repeat what somebody else wrote.
#pragma once

#include <string_view>
#include <vector>

#include "segment/cues.hpp"
#include "segment/piece.hpp"

namespace evigrade::segment {

/// Sets the voice of paragraphs that are one quotation, and of what follows "The article concludes:".
void mark_quotations(std::string_view text, std::vector<Piece>& pieces, const Cues& cues);

}  // namespace evigrade::segment
