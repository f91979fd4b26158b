// Whether line breaks part paragraphs or only lines.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "segment/lines.hpp"

namespace evigrade::segment {

class Wrapping {
public:
    Wrapping(std::string_view text, const std::vector<Line>& lines);

    /// Whether line `i` goes on with the paragraph that began at line `first`. Precondition: first < i < lines.size().
    [[nodiscard]] bool continues(std::size_t first, std::size_t i) const;

private:
    [[nodiscard]] std::string_view line(std::size_t i) const { return lines_[i].span.in(text_); }
    [[nodiscard]] bool breaks_inside_sentence(std::size_t i) const;
    /// Words of a justified line that the reader of a PDF took for lines of their own.
    [[nodiscard]] bool is_stretched(std::size_t i) const;

    std::string_view text_;
    const std::vector<Line>& lines_;
    std::vector<std::uint32_t> widths_;  ///< of the column that a line stands in; empty where lines are paragraphs
};

}  // namespace evigrade::segment
