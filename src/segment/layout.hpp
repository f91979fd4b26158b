// Articles whose markup says what their blocks are.
#pragma once

#include "evigrade/model/article.hpp"
#include "segment/cues.hpp"
#include "segment/piece.hpp"

namespace evigrade::segment {

/// The article's own layout as pieces; the reference list by role, or else under its heading.
Draft draft_of_layout(const Article& article, const Cues& cues);

}  // namespace evigrade::segment
