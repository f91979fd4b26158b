// A sentence as words and numbers, for figures to be looked up in it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evigrade::catalog {

struct Piece {
    std::string word;              ///< lowered; of a number "", of a mark the mark
    std::optional<double> number;  ///< 17922 for "17,922" and "17 922", 9 for "nine"
    bool glued = false;            ///< no blank stands before it
};

/// Words split at hyphens; marks of one byte.
std::vector<Piece> pieces_of(std::string_view sentence);

}  // namespace evigrade::catalog
