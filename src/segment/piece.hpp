// A block in the making, with what the layout of its lines told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "evigrade/model/segmentation.hpp"
#include "segment/marker.hpp"

namespace evigrade::segment {

struct Piece {
    Block block;
    std::uint32_t indent = 0;  ///< columns before marker or text
    std::uint32_t gap = 0;     ///< empty lines in front
    MarkerKind marker = MarkerKind::none;
    char sign = 0;  ///< of the marker

    [[nodiscard]] std::string_view in(std::string_view text) const { return block.span.in(text); }
};

/// The blocks of an article with its reference list.
struct Draft {
    std::vector<Piece> pieces;
    std::vector<ReferenceEntry> references;
};

}  // namespace evigrade::segment
