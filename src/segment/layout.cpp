#include "segment/layout.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "evigrade/base/text.hpp"
#include "segment/heading.hpp"
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

constexpr std::uint8_t lowest_level = 6;  ///< of headings

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
    return section == Section::references || (may_hold_references(section) && piece.block.kind == BlockKind::heading);
}

/// Lines of the pieces that may hold entries: up to the next heading.
struct ListReach {
    std::vector<Line> lines;
    std::size_t end = 0;  ///< index of the first piece beyond
};

ListReach reach_of(std::string_view text, const std::vector<Piece>& pieces, std::size_t first, const Cues& cues) {
    ListReach reach;
    reach.end = first;
    for (; reach.end < pieces.size(); ++reach.end) {
        const Piece& piece = pieces[reach.end];
        const Block& block = piece.block;
        if (block.kind == BlockKind::heading || block.boilerplate != Boilerplate::none || block.voice == Voice::comment)
            break;
        if (opens_references(piece, text, cues)) break;
        std::vector<Line> lines = lines_of(text.substr(0, block.span.end).substr(block.span.begin));
        for (Line& line : lines) {
            line.span.begin += block.span.begin;
            line.span.end += block.span.begin;
            const bool opens = line.span.begin == block.span.begin;
            line.gap = opens ? 1 : line.gap;
            if (opens && block.kind == BlockKind::list_item) line.role = LineRole::list_item;
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

Piece piece_of(const ReferenceEntry& entry) {
    Piece piece;
    piece.block.span = entry.span;
    piece.block.kind = BlockKind::reference;
    piece.block.ordinal = entry.ordinal;
    piece.block.label = entry.label;
    return piece;
}

/// The entries below the heading at piece `i`; none where what stands there is no reference list.
std::vector<ReferenceEntry> entries_below(std::string_view text, const std::vector<Piece>& pieces, std::size_t i,
                                          const Cues& cues) {
    if (!opens_references(pieces[i], text, cues)) return {};
    if (i + 1 < pieces.size() && pieces[i + 1].block.kind == BlockKind::footnote) return {};
    const ListReach reach = reach_of(text, pieces, i + 1, cues);
    Harvest harvest = harvest_references(text, reach.lines, 0, cues);
    const bool further = cues.section(pieces[i].in(text)) == Section::further_reading;
    const int traits = further ? 2 : 1;
    const auto likely = std::count_if(harvest.entries.begin(), harvest.entries.end(), [&](const ReferenceEntry& entry) {
        return entry_traits(entry.span.in(text)) >= traits;
    });
    if (static_cast<std::size_t>(likely) * 2 < harvest.entries.size()) return {};
    for (ReferenceEntry& entry : harvest.entries) {
        if (further) entry.list = ReferenceListKind::further_reading;
    }
    adopt_ordinals(harvest.entries, pieces, i + 1);
    return std::move(harvest.entries);
}

/// Puts one piece an entry in the place of the pieces that the entries of a list cover.
void take_references_by_heading(std::string_view text, Draft& draft, const Cues& cues) {
    std::vector<Piece> out;
    out.reserve(draft.pieces.size());
    std::uint32_t covered = 0;
    for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
        if (draft.pieces[i].block.span.begin < covered) continue;
        std::vector<ReferenceEntry> entries = entries_below(text, draft.pieces, i, cues);
        out.push_back(std::move(draft.pieces[i]));
        if (entries.empty()) continue;
        out.back().block.kind = BlockKind::heading;
        for (const ReferenceEntry& entry : entries) out.push_back(piece_of(entry));
        covered = entries.back().span.end;
        draft.references.insert(draft.references.end(), entries.begin(), entries.end());
    }
    draft.pieces = std::move(out);
}

/// Parts "References:" from the entries that stand behind it in one paragraph.
void part_inline_headings(std::string_view text, std::vector<Piece>& pieces, const Cues& cues) {
    std::vector<Piece> out;
    out.reserve(pieces.size());
    for (Piece& piece : pieces) {
        const bool open = piece.block.kind == BlockKind::paragraph;
        const std::size_t length = open ? inline_heading(piece.in(text), cues) : 0;
        if (length > 0) {
            Piece heading = piece;
            heading.block.kind = BlockKind::heading;
            heading.block.level = lowest_level;
            heading.block.span.end = heading.block.span.begin + static_cast<std::uint32_t>(length);
            piece.block.span = tidy(text, {heading.block.span.end, piece.block.span.end});
            out.push_back(std::move(heading));
        }
        out.push_back(std::move(piece));
    }
    pieces = std::move(out);
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

/// Footnotes that cite beside a list are entries as well, behind it; their numbers are none of the list's.
void add_citing_footnotes(std::string_view text, Draft& draft) {
    for (Piece& piece : draft.pieces) {
        if (piece.block.kind != BlockKind::footnote || !piece.block.label || entry_traits(piece.in(text)) < 3) continue;
        piece.block.kind = BlockKind::reference;
        draft.references.push_back({piece.block.span, std::nullopt, piece.block.label});
    }
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
    part_inline_headings(article.text, draft.pieces, cues);
    take_references_by_role(draft);
    if (draft.references.empty()) take_references_by_heading(article.text, draft, cues);
    if (draft.references.empty()) {
        take_references_from_footnotes(article.text, draft);
    } else {
        add_citing_footnotes(article.text, draft);
    }
    return draft;
}

}  // namespace evigrade::segment
