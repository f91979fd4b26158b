// Reference lists: where they end, and where one entry ends and the next begins.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "evigrade/model/segmentation.hpp"
#include "segment/cues.hpp"
#include "segment/lines.hpp"

namespace evigrade::segment {

/// What the lines under a heading such as "References" hold.
struct Harvest {
    std::vector<ReferenceEntry> entries;
    std::size_t lines = 0;  ///< how many of the lines belong to the list, from the first; what follows is text again
};

/// Reads entries off `lines[first...]` until the list ends.
Harvest harvest_references(std::string_view text, const std::vector<Line>& lines, std::size_t first, const Cues& cues);

/// A list for further reading beside one of what is cited loses its numbers; alone, it is what is cited.
void settle_further_reading(std::vector<ReferenceEntry>& entries);

/// Splits an entry that runs on into the next ones ("… 2004;1:1. 2. Jones B. …"), and appends what comes of it.
void append_entries(std::string_view text, ReferenceEntry entry, std::vector<ReferenceEntry>& out);

}  // namespace evigrade::segment
