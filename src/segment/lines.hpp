// The lines of a plain text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "evigrade/model/span.hpp"

namespace evigrade::segment {

/// What a line is beside being text.
enum class LineRole : std::uint8_t {
    text,
    running_head,  ///< a head, foot or number of a printed page
    list_item,     ///< the first line of an item that the markup marks
};

/// A line that holds something; empty lines are counted by the one after them.
struct Line {
    Span span;                  ///< without white space at the ends
    std::uint32_t indent = 0;   ///< columns before the text; a tab goes to the next multiple of four
    std::uint32_t columns = 0;  ///< code points of the text
    std::uint32_t gap = 0;      ///< empty lines in front
    std::uint32_t page = 0;     ///< form feeds in front
    LineRole role = LineRole::text;
};

std::vector<Line> lines_of(std::string_view text);

}  // namespace evigrade::segment
