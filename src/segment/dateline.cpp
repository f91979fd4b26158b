#include "segment/dateline.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"
#include "segment/shape.hpp"

namespace evigrade::segment {
namespace {

constexpr std::size_t opening_blocks = 10;    ///< where a dateline may stand
constexpr std::size_t longest_dateline = 90;  ///< bytes of a dateline

/// Length of the dateline that a paragraph begins with, its dash included; 0 where there is none.
std::size_t dateline_length(std::string_view paragraph) {
    const std::string_view head = paragraph.substr(0, longest_dateline);
    std::size_t capitals = 0;
    while (capitals < head.size() && is_ascii_upper(head[capitals])) ++capitals;
    if (capitals < 3) return 0;
    for (const std::string_view dash : {" - ", " – ", " — ", " -- "}) {
        const std::size_t at = head.find(dash);
        if (at == std::string_view::npos) continue;
        const std::string_view line = head.substr(0, at);
        const bool agency = line.ends_with(')') || line.find("/PR") != std::string_view::npos;
        if (line.find(". ") == std::string_view::npos && (agency || has_year(line))) return at + dash.size();
    }
    return 0;
}

}  // namespace

void part_datelines(std::string_view text, std::vector<Piece>& pieces) {
    for (std::size_t i = 0; i < std::min(opening_blocks, pieces.size()); ++i) {
        if (pieces[i].block.kind != BlockKind::paragraph) continue;
        const std::size_t length = dateline_length(pieces[i].in(text));
        if (length == 0 || length >= pieces[i].block.span.size()) continue;
        Piece report = pieces[i];
        report.block.span.begin += static_cast<std::uint32_t>(length);
        while (!report.block.span.empty() && is_ascii_space(text[report.block.span.begin])) ++report.block.span.begin;
        Block& dateline = pieces[i].block;
        dateline.kind = BlockKind::metadata;
        dateline.span.end =
            dateline.span.begin + static_cast<std::uint32_t>(trim(dateline.span.in(text).substr(0, length)).size());
        pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(report));
        return;
    }
}

}  // namespace evigrade::segment
