// Plain text and PDF text: blocks told from nothing but lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "segment/cues.hpp"
#include "segment/piece.hpp"

namespace evigrade::segment {

/// Paragraphs (hard-wrapped ones joined), headings, list items, bylines, and the reference list under its heading.
/// Every sign of the text but white space, bullets, numbers and "#" lies in exactly one piece.
Draft draft_of_plain_text(std::string_view text, const std::optional<std::string>& title, const Cues& cues);

}  // namespace evigrade::segment
