// Comments in a file that ask the linter for silence, each with a reason.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/model/names.hpp"
#include "evigrade/model/span.hpp"

namespace evigrade::check {

/// How far a suppression reaches: over the block that it stands in or in front of, or over the file.
enum class Reach : std::uint8_t { block, file };

struct Suppression {
    Span span;  ///< in the source: from the mark to the end of the comment or line
    Reach reach = Reach::block;
    std::vector<std::string> codes;
    std::string reason;  ///< "" where none is given
};

/// `<!-- evigrade-ignore CODE, CODE: reason -->` in HTML, XML and Markdown; in text a line of its own,
/// `evigrade-ignore CODE: reason`, perhaps behind #, // or %. `evigrade-ignore-file` reaches over the whole file.
std::vector<Suppression> suppressions_in(std::string_view source, ArticleFormat format);

}  // namespace evigrade::check
