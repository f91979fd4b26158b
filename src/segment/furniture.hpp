// What on the page is not the article speaking.
#pragma once

#include <string_view>
#include <vector>

#include "segment/cues.hpp"
#include "segment/piece.hpp"

namespace evigrade::segment {

/// Sets boilerplate, voice and the metadata kind where words, section headings and shape tell. In doubt text is content.
void mark_furniture(std::string_view text, std::vector<Piece>& pieces, const Cues& cues);

}  // namespace evigrade::segment
