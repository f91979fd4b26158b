// Heads, feet and numbers of printed pages.
#pragma once

#include <string_view>
#include <vector>

#include "segment/lines.hpp"

namespace evigrade::segment {

/// Marks lines at the edges of pages that come again on other pages (numbers aside), and page numbers there.
/// A text without form feeds has none.
void mark_running_heads(std::string_view text, std::vector<Line>& lines);

/// "Page 12", "Page 12 of 20", "- 12 -", "12 | Page": a page's number, and nothing else that it could be.
bool is_page_line(std::string_view line);

}  // namespace evigrade::segment
