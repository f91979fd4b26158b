#include "segment/lists.hpp"

#include <algorithm>
#include <optional>

#include "segment/shape.hpp"

namespace evigrade::segment {
namespace {

constexpr std::size_t deepest = 200;  ///< levels kept apart; Block::level holds no more

/// An item that further items may follow or stand below.
struct OpenItem {
    std::size_t block = 0;
    std::uint32_t indent = 0;
    MarkerKind marker = MarkerKind::none;
    char sign = 0;
    std::size_t list = 0;
    std::optional<int> ordinal;
};

/// Nests the items of the list that is being read.
class Lists {
public:
    void close() { open_.clear(); }

    void take(std::vector<Piece>& pieces, std::size_t i) {
        Piece& piece = pieces[i];
        while (!open_.empty() && !belongs_below(piece) && !is_sibling(piece)) open_.pop_back();
        const bool sibling = !open_.empty() && is_sibling(piece);
        const std::size_t list = sibling ? open_.back().list : next_list_++;
        if (sibling) open_.pop_back();
        if (!open_.empty()) piece.block.parent = open_.back().block;
        if (open_.size() < deepest) open_.push_back({i, piece.indent, piece.marker, piece.sign, list, piece.block.ordinal});
        piece.block.list = list;
        piece.block.level = static_cast<std::uint8_t>(open_.size());
    }

private:
    [[nodiscard]] bool same_marks(const Piece& piece) const {
        return open_.back().marker == piece.marker &&
               (piece.marker == MarkerKind::bullet || open_.back().sign == piece.sign);
    }
    [[nodiscard]] bool is_sibling(const Piece& piece) const {
        const OpenItem& last = open_.back();
        if (!same_marks(piece)) return false;
        const std::uint32_t apart = last.indent > piece.indent ? last.indent - piece.indent : piece.indent - last.indent;
        if (apart > 1) return false;
        return !piece.block.ordinal || !last.ordinal || *piece.block.ordinal > *last.ordinal;
    }
    /// Deeper, or bullets right below a numbered item.
    [[nodiscard]] bool belongs_below(const Piece& piece) const {
        const OpenItem& last = open_.back();
        if (piece.indent > last.indent + 1) return true;
        return piece.indent == last.indent && last.marker == MarkerKind::number && piece.marker == MarkerKind::bullet;
    }

    std::vector<OpenItem> open_;
    std::size_t next_list_ = 0;
};

/// The latest heading of each level.
class Sections {
public:
    [[nodiscard]] std::optional<std::size_t> current() const {
        return open_.empty() ? std::nullopt : std::optional(open_.back().block);
    }
    void take(Piece& piece, std::size_t i) {
        const std::uint8_t level = std::max<std::uint8_t>(piece.block.level, 1);
        while (!open_.empty() && open_.back().level >= level) open_.pop_back();
        piece.block.heading = current();
        open_.push_back({i, level});
    }

private:
    struct Open {
        std::size_t block;
        std::uint8_t level;
    };
    std::vector<Open> open_;
};

bool introduces(std::string_view sentence) {
    return sentence.ends_with(':') || sentence.ends_with("：");
}

/// The last sentence of a block, if it introduces what follows.
std::optional<std::size_t> introduction(std::string_view text, const Segmentation& segmentation, const Block& block) {
    if (block.sentence_count == 0) return std::nullopt;
    const std::size_t last = block.first_sentence + block.sentence_count - 1;
    if (!introduces(segmentation.sentences[last].span.in(text))) return std::nullopt;
    return last;
}

}  // namespace

void tie_blocks(std::vector<Piece>& pieces) {
    Lists lists;
    Sections sections;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        Piece& piece = pieces[i];
        if (piece.block.kind == BlockKind::heading) {
            lists.close();
            if (piece.block.boilerplate == Boilerplate::none) {
                sections.take(piece, i);
            } else {
                piece.block.heading = sections.current();  // the page's own headings head nothing of the article
            }
            continue;
        }
        piece.block.heading = sections.current();
        if (piece.block.kind == BlockKind::list_item) {
            lists.take(pieces, i);
        } else {
            lists.close();
        }
    }
}

void find_numbered_paragraphs(std::string_view text, std::vector<Piece>& pieces) {
    const auto marker_at = [&](std::size_t i) {
        return i < pieces.size() && pieces[i].block.kind == BlockKind::paragraph ? read_marker(pieces[i].in(text))
                                                                                 : Marker{};
    };
    for (std::size_t i = 0; i < pieces.size();) {
        std::size_t end = i;
        while (marker_at(end).ordinal == static_cast<int>(end - i) + 1) ++end;
        if (end - i < 2) {
            i = std::max(end, i + 1);
            continue;
        }
        for (; i < end; ++i) {
            const Marker marker = marker_at(i);
            if (marker.length >= pieces[i].block.span.size()) continue;
            pieces[i].block.kind = BlockKind::list_item;
            pieces[i].block.span.begin += marker.length;
            pieces[i].block.ordinal = marker.ordinal;
            pieces[i].marker = marker.kind;
            pieces[i].sign = marker.sign;
        }
    }
}

void find_unheaded_references(std::string_view text, Draft& draft) {
    if (!draft.references.empty()) return;
    constexpr std::size_t fewest = 3;
    for (std::size_t i = 0; i < draft.pieces.size();) {
        std::size_t end = i;
        while (end < draft.pieces.size() && draft.pieces[end].block.kind == BlockKind::list_item &&
               draft.pieces[end].block.ordinal && entry_traits(draft.pieces[end].in(text)) >= 2)
            ++end;
        if (end - i < fewest) {
            i = std::max(end, i + 1);
            continue;
        }
        for (; i < end; ++i) {
            Block& block = draft.pieces[i].block;
            block.kind = BlockKind::reference;
            draft.references.push_back({block.span, block.ordinal, block.label});
        }
    }
}

void tie_stems(std::string_view text, Segmentation& segmentation) {
    std::vector<Block>& blocks = segmentation.blocks;
    std::optional<std::size_t> stem;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        Block& block = blocks[i];
        if (block.kind != BlockKind::list_item) {
            const bool opens =
                block.kind == BlockKind::paragraph || block.kind == BlockKind::quote || block.kind == BlockKind::heading;
            stem = opens ? introduction(text, segmentation, block) : std::nullopt;
        } else if (block.parent) {
            block.stem = introduction(text, segmentation, blocks[*block.parent]);
            if (!block.stem) block.stem = blocks[*block.parent].stem;
        } else {
            block.stem = stem;
        }
    }
}

}  // namespace evigrade::segment
