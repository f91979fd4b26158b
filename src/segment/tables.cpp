#include "segment/tables.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"
#include "segment/shape.hpp"

namespace evigrade::segment {
namespace {

constexpr std::size_t longest_caption = 300;      ///< bytes
constexpr std::size_t longest_column_head = 120;  ///< bytes of a line that may head a column
constexpr std::size_t most_heads = 4;             ///< such lines between two rows, or above the first

bool is_open(const Block& block) {
    return block.kind == BlockKind::paragraph || block.kind == BlockKind::heading;
}

/// A line without a stop, as the heads of columns and groups of rows are.
bool may_head_column(std::string_view text, const Piece& piece, const Cues& cues) {
    const std::string_view line = piece.in(text);
    return is_open(piece.block) && piece.block.level != 1 && line.size() <= longest_column_head &&
           !is_stop(last_sign(line)) && cues.section(line) == Section::other;
}

void make(Block& block, BlockKind kind) {
    block.kind = kind;
    block.level = 0;
}

void mark_captions(std::string_view text, std::vector<Piece>& pieces, const Cues& cues) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!is_open(pieces[i].block) || pieces[i].block.span.size() > longest_caption) continue;
        const auto label = cues.caption_label(pieces[i].in(text));
        if (label == 0) continue;
        make(pieces[i].block, BlockKind::caption);
        const bool alone = label == pieces[i].block.span.size();
        if (alone && i + 1 < pieces.size() && is_open(pieces[i + 1].block) &&
            pieces[i + 1].block.span.size() <= longest_caption && shape_of(pieces[i + 1].in(text)).words <= 25)
            make(pieces[++i].block, BlockKind::caption);
    }
}

}  // namespace

void mark_tables(std::string_view text, std::vector<Piece>& pieces, const Cues& cues) {
    mark_captions(text, pieces, cues);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].block.kind != BlockKind::table) continue;
        std::size_t head = i;
        while (head > 0 && i - head < most_heads && may_head_column(text, pieces[head - 1], cues)) --head;
        const bool bounded = head > 0 && (pieces[head - 1].block.kind == BlockKind::table ||
                                          pieces[head - 1].block.kind == BlockKind::caption);
        if (!bounded) continue;
        for (; head < i; ++head) make(pieces[head].block, BlockKind::table);
    }
}

}  // namespace evigrade::segment
