// Whether a line of plain text is a heading.
#pragma once

#include <cstdint>
#include <string_view>

#include "segment/cues.hpp"

namespace evigrade::segment {

/// What stands around a line.
struct HeadingPlace {
    bool first = false;
    bool last = false;
    bool gap_before = false;      ///< an empty line, the start of the text, or a new page
    bool gap_after = false;       ///< an empty line or the end of the text
    bool after_finished = false;  ///< the line before ends with a stop
    bool before_item = false;     ///< a list item follows
    std::uint32_t next_columns = 0;
};

/// Short, capitalised or a question, without a full stop, and standing apart. In doubt it is a paragraph.
bool reads_as_heading(std::string_view line, const HeadingPlace& place, const Cues& cues);

/// Length of a heading such as "References:" in front of entries on the same line, colon included; 0 where there is none.
std::size_t inline_heading(std::string_view line, const Cues& cues);

/// The level that a number in front tells: 2 for "1. Introduction", 3 for "2.1. Participants"; 2 without a number.
std::uint8_t numbered_level(std::string_view line);

/// Bytes of a Markdown heading's marks ("## ") at the start of a line.
std::size_t heading_marks(std::string_view line);

}  // namespace evigrade::segment
