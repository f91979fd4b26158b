// Heads, feet and numbers of printed pages.
#pragma once

#include <string_view>
#include <vector>

#include "segment/lines.hpp"

namespace evigrade::segment {

/// Marks lines at the edges of pages that come again on other pages (numbers aside), and page numbers there.
/// A text without form feeds has none.
void mark_running_heads(std::string_view text, std::vector<Line>& lines);

}  // namespace evigrade::segment
