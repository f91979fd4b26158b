// What ties blocks together: sections, lists, nesting, and the sentences that introduce lists.
#pragma once

#include <string_view>
#include <vector>

#include "evigrade/model/segmentation.hpp"
#include "segment/piece.hpp"

namespace evigrade::segment {

/// Sets heading, level, parent and list of every block.
void tie_blocks(std::vector<Piece>& pieces);

/// Paragraphs of a markup that are numbered by hand ("1. …", "2. …") become list items.
void find_numbered_paragraphs(std::string_view text, std::vector<Piece>& pieces);

/// Numbered items or paragraphs in a row that look like bibliographic entries become the reference list of an article
/// that has no other.
void find_unheaded_references(std::string_view text, Draft& draft);

/// Sets the stem of every list item. Sentences must be there.
void tie_stems(std::string_view text, Segmentation& segmentation);

}  // namespace evigrade::segment
