// "CARVER, Mass., September 19, 2017 - ": the place and date in front of a press report.
#pragma once

#include <string_view>
#include <vector>

#include "segment/piece.hpp"

namespace evigrade::segment {

/// Parts datelines from the sentence behind them, so that neither is taken for the other.
void part_datelines(std::string_view text, std::vector<Piece>& pieces);

}  // namespace evigrade::segment
