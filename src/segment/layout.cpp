#include "segment/layout.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "evigrade/base/text.hpp"
#include "segment/lines.hpp"
#include "segment/lists.hpp"
#include "segment/reference_list.hpp"
#include "segment/shape.hpp"

namespace evigrade::segment {
namespace {

constexpr std::uint32_t columns_a_level = 4;  ///< list depth as the indentation that plain text would have

BlockKind kind_of(LayoutRole role) {
    switch (role) {
        case LayoutRole::title:
        case LayoutRole::heading:
        case LayoutRole::abstract_heading:
            return BlockKind::heading;
        case LayoutRole::byline:
            return BlockKind::metadata;
        case LayoutRole::list_item:
            return BlockKind::list_item;
        case LayoutRole::quote:
            return BlockKind::quote;
        case LayoutRole::preformatted:
            return BlockKind::preformatted;
        case LayoutRole::table_cell:
            return BlockKind::table;
        case LayoutRole::caption:
            return BlockKind::caption;
        case LayoutRole::footnote:
            return BlockKind::footnote;
        case LayoutRole::reference:
            return BlockKind::reference;
        default:
            return BlockKind::paragraph;
    }
}

Boilerplate boilerplate_of(LayoutRole role) {
    switch (role) {
        case LayoutRole::navigation:
            return Boilerplate::navigation;
        case LayoutRole::advert:
            return Boilerplate::advert;
        case LayoutRole::author_box:
            return Boilerplate::author_box;
        case LayoutRole::related:
            return Boilerplate::related;
        case LayoutRole::legal:
            return Boilerplate::legal;
        default:
            return Boilerplate::none;
    }
}

Voice voice_of(LayoutRole role) {
    switch (role) {
        case LayoutRole::quote:
            return Voice::quoted;
        case LayoutRole::comment:
            return Voice::comment;
        case LayoutRole::forum:
            return Voice::forum;
        default:
            return Voice::article;
    }
}

/// The span without white space at its ends, and inside the text whatever the layout says.
Span tidy(std::string_view text, Span span) {
    span.end = std::min(span.end, static_cast<std::uint32_t>(text.size()));
    span.begin = std::min(span.begin, span.end);
    while (!span.empty() && is_ascii_space(text[span.begin])) ++span.begin;
    while (!span.empty() && is_ascii_space(text[span.end - 1])) --span.end;
    return span;
}

std::optional<Piece> piece_of(std::string_view text, const LayoutBlock& layout) {
    Piece piece;
    piece.block.span = tidy(text, layout.span);
    if (piece.block.span.empty()) return std::nullopt;
    piece.block.kind = kind_of(layout.role);
    piece.block.level = layout.role == LayoutRole::title ? std::uint8_t{1} : layout.level;
    piece.block.ordinal = layout.ordinal;
    piece.block.label = layout.label;
    piece.block.voice = voice_of(layout.role);
    piece.block.boilerplate = boilerplate_of(layout.role);
    if (piece.block.kind == BlockKind::list_item || piece.block.kind == BlockKind::reference) {
        const Marker marker = read_marker(piece.in(text));
        if (marker.length < piece.block.span.size() && (marker.ordinal || marker.kind == MarkerKind::bullet)) {
            piece.block.span.begin += marker.length;
            if (!piece.block.ordinal) piece.block.ordinal = marker.ordinal;
        }
    }
    if (piece.block.kind != BlockKind::list_item && piece.block.kind != BlockKind::heading) piece.block.level = 0;
    if (piece.block.kind == BlockKind::list_item) {
        piece.indent = std::uint32_t{layout.level} * columns_a_level;
        piece.marker = piece.block.ordinal ? MarkerKind::number : MarkerKind::bullet;
    }
    return piece;
}

bool opens_references(const Piece& piece, std::string_view text, const Cues& cues) {
    if (piece.block.kind != BlockKind::heading && piece.block.kind != BlockKind::paragraph) return false;
    const Section section = cues.section(piece.in(text));
    return section == Section::references || (section == Section::notes && piece.block.kind == BlockKind::heading);
}

/// Lines of the pieces that may hold entries: up to the next heading.
struct Reach {
    std::vector<Line> lines;
    std::size_t end = 0;  ///< index of the first piece beyond
};

Reach reach_of(std::string_view text, const std::vector<Piece>& pieces, std::size_t first) {
    Reach reach;
    reach.end = first;
    for (; reach.end < pieces.size(); ++reach.end) {
        const Block& block = pieces[reach.end].block;
        if (block.kind == BlockKind::heading || block.boilerplate != Boilerplate::none || block.voice == Voice::comment)
            break;
        std::vector<Line> lines = lines_of(text.substr(0, block.span.end).substr(block.span.begin));
        for (Line& line : lines) {
            line.span.begin += block.span.begin;
            line.span.end += block.span.begin;
            line.gap = line.span.begin == block.span.begin ? 1 : line.gap;
            reach.lines.push_back(line);
        }
    }
    return reach;
}

/// Ordinals that the markup's own numbering gave, for entries that begin where a list item does.
void adopt_ordinals(std::vector<ReferenceEntry>& entries, const std::vector<Piece>& pieces, std::size_t first) {
    std::size_t piece = first;
    for (ReferenceEntry& entry : entries) {
        while (piece < pieces.size() && pieces[piece].block.span.end <= entry.span.begin) ++piece;
        if (piece == pieces.size()) return;
        if (pieces[piece].block.span.begin != entry.span.begin) continue;
        if (!entry.ordinal) entry.ordinal = pieces[piece].block.ordinal;
        if (!entry.label) entry.label = pieces[piece].block.label;
    }
}

/// Replaces the pieces that the entries cover by one piece an entry.
void replace_by_entries(Draft& draft, std::size_t first, std::size_t end, const std::vector<ReferenceEntry>& entries) {
    std::vector<Piece> pieces;
    for (const ReferenceEntry& entry : entries) {
        Piece piece;
        piece.block.span = entry.span;
        piece.block.kind = BlockKind::reference;
        piece.block.ordinal = entry.ordinal;
        piece.block.label = entry.label;
        pieces.push_back(std::move(piece));
    }
    const auto at = draft.pieces.begin() + static_cast<std::ptrdiff_t>(first);
    const auto next = draft.pieces.erase(at, draft.pieces.begin() + static_cast<std::ptrdiff_t>(end));
    draft.pieces.insert(next, std::make_move_iterator(pieces.begin()), std::make_move_iterator(pieces.end()));
    draft.references.insert(draft.references.end(), entries.begin(), entries.end());
}

void take_references_by_heading(std::string_view text, Draft& draft, const Cues& cues) {
    for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
        if (!opens_references(draft.pieces[i], text, cues)) continue;
        const Reach reach = reach_of(text, draft.pieces, i + 1);
        Harvest harvest = harvest_references(text, reach.lines, 0, cues);
        if (harvest.entries.empty() || draft.pieces[i + 1].block.kind == BlockKind::footnote) continue;
        const auto likely = std::count_if(harvest.entries.begin(), harvest.entries.end(), [&](const ReferenceEntry& entry) {
            return entry_traits(entry.span.in(text)) >= 1;
        });
        if (static_cast<std::size_t>(likely) * 2 < harvest.entries.size()) continue;
        const std::uint32_t last = harvest.entries.back().span.end;
        std::size_t end = i + 1;
        while (end < reach.end && draft.pieces[end].block.span.begin < last) ++end;
        adopt_ordinals(harvest.entries, draft.pieces, i + 1);
        draft.pieces[i].block.kind = BlockKind::heading;
        replace_by_entries(draft, i + 1, end, harvest.entries);
    }
}

void take_references_by_role(Draft& draft) {
    for (const Piece& piece : draft.pieces) {
        const Block& block = piece.block;
        if (block.kind == BlockKind::reference) draft.references.push_back({block.span, block.ordinal, block.label});
    }
}

/// Footnotes that cite are the reference list of an article that has no other.
void take_references_from_footnotes(std::string_view text, Draft& draft) {
    std::vector<ReferenceEntry> entries;
    std::size_t citing = 0;
    for (const Piece& piece : draft.pieces) {
        if (piece.block.kind != BlockKind::footnote) continue;
        entries.push_back({piece.block.span, piece.block.ordinal, piece.block.label});
        if (entry_traits(piece.in(text)) >= 1) ++citing;
    }
    if (citing * 2 < entries.size()) return;
    for (Piece& piece : draft.pieces) {
        if (piece.block.kind == BlockKind::footnote && entry_traits(piece.in(text)) >= 1)
            piece.block.kind = BlockKind::reference;
    }
    draft.references = std::move(entries);
}

}  // namespace

Draft draft_of_layout(const Article& article, const Cues& cues) {
    Draft draft;
    std::uint32_t covered = 0;
    for (const LayoutBlock& layout : article.layout) {
        auto piece = piece_of(article.text, layout);
        if (!piece || piece->block.span.begin < covered) continue;
        covered = piece->block.span.end;
        draft.pieces.push_back(std::move(*piece));
    }
    find_numbered_paragraphs(article.text, draft.pieces);
    take_references_by_role(draft);
    if (draft.references.empty()) take_references_by_heading(article.text, draft, cues);
    if (draft.references.empty()) take_references_from_footnotes(article.text, draft);
    return draft;
}

}  // namespace evigrade::segment
