#include "segment/plain.hpp"

#include <algorithm>
#include <utility>

#include "evigrade/base/text.hpp"
#include "segment/heading.hpp"
#include "segment/lines.hpp"
#include "segment/reference_list.hpp"
#include "segment/running_heads.hpp"
#include "segment/shape.hpp"
#include "segment/wrapping.hpp"

namespace evigrade::segment {
namespace {

std::vector<Line> lines_without_heads(std::string_view text) {
    std::vector<Line> lines = lines_of(text);
    mark_running_heads(text, lines);
    return lines;
}

class PlainReader {
public:
    PlainReader(std::string_view text, const std::optional<std::string>& title, const Cues& cues)
        : text_(text), title_(title), cues_(cues), lines_(lines_without_heads(text)), wrapping_(text, lines_) {}

    Draft read() {
        for (std::size_t i = 0; i < lines_.size();) i = take(i);
        return std::move(draft_);
    }

private:
    [[nodiscard]] std::string_view line(std::size_t i) const { return lines_[i].span.in(text_); }

    /// The line after the last one that continues line `i`.
    [[nodiscard]] std::size_t paragraph_end(std::size_t i) const {
        std::size_t end = i + 1;
        while (end < lines_.size() && wrapping_.continues(i, end) && cues_.section(line(end)) == Section::other) ++end;
        return end;
    }

    Piece& add(std::size_t i, std::size_t end, BlockKind kind) {
        Piece piece;
        piece.block.span = {lines_[i].span.begin, lines_[end - 1].span.end};
        piece.block.kind = kind;
        piece.indent = lines_[i].indent;
        piece.gap = lines_[i].gap;
        draft_.pieces.push_back(std::move(piece));
        return draft_.pieces.back();
    }

    /// Takes what begins at line `i`; gives the next line.
    std::size_t take(std::size_t i) {
        if (lines_[i].role == LineRole::running_head) {
            add(i, i + 1, BlockKind::metadata).block.boilerplate = Boilerplate::navigation;
            return i + 1;
        }
        if (const std::size_t length = inline_heading(line(i), cues_)) return take_inline_heading(i, length);
        const Marker marker = read_marker(line(i));
        if (numbered_heading(i, marker)) return take_heading(i);
        if (marker.kind != MarkerKind::none && marker.length < line(i).size()) return take_item(i, marker);
        if (const std::size_t items = bare_items(i)) return take_bare_items(i, items);
        const std::size_t end = is_byline(i) ? i + 1 : paragraph_end(i);
        if (end == i + 1 && !is_row(i, end) && is_heading(i)) return take_heading(i);
        add(i, end, !has_words(line(i)) ? BlockKind::metadata : is_row(i, end) ? BlockKind::table : BlockKind::paragraph);
        return end;
    }

    [[nodiscard]] bool is_row(std::size_t i, std::size_t end) const { return end == i + 1 && reads_as_table_row(line(i)); }

    std::size_t take_item(std::size_t i, const Marker& marker) {
        std::size_t end = paragraph_end(i);
        const std::uint32_t content = std::max(lines_[i].indent + 2, std::uint32_t{2});
        while (end < lines_.size() && lines_[end].gap == 0 && lines_[end].indent >= content && lines_[i].columns <= 130 &&
               read_marker(line(end)).kind == MarkerKind::none)
            ++end;
        Piece& piece = add(i, end, BlockKind::list_item);
        piece.block.span.begin += marker.length;
        piece.block.ordinal = marker.ordinal;
        piece.marker = marker.kind;
        piece.sign = marker.sign;
        return end;
    }

    /// "By Jane Smith | Updated March 3, 2021" near the top goes on in no other line.
    [[nodiscard]] bool is_byline(std::size_t i) const {
        constexpr std::size_t opening_lines = 8;
        if (i == 0 || i >= opening_lines || is_stop(last_sign(line(i)))) return false;
        const auto furniture = cues_.furniture(line(i));
        return furniture && furniture->kind == BlockKind::metadata;
    }

    /// How many short lines from `i` on are items that lost their bullets: below a colon, or set in from the text above.
    [[nodiscard]] std::size_t bare_items(std::size_t i) const {
        constexpr std::uint32_t longest = 80;
        if (draft_.pieces.empty()) return 0;
        const Piece& above = draft_.pieces.back();
        const bool introduced = above.block.kind == BlockKind::paragraph && last_sign(above.in(text_)) == ':';
        const bool set_in = lines_[i].indent >= above.indent + 2 && above.block.kind != BlockKind::list_item;
        if (!introduced && !set_in) return 0;
        std::size_t end = i;
        while (end < lines_.size() && (end == i || lines_[end].gap == 0) && lines_[end].indent == lines_[i].indent &&
               lines_[end].columns <= longest && lines_[end].role == LineRole::text && !is_stop(last_sign(line(end))) &&
               last_sign(line(end)) != ':' && read_marker(line(end)).kind == MarkerKind::none && has_words(line(end)) &&
               (end == i || !wrapping_.continues(i, end)))
            ++end;
        const bool parted = end == lines_.size() || lines_[end].gap > 0;
        return parted && end - i >= (introduced ? 2U : 3U) ? end - i : 0;
    }

    std::size_t take_bare_items(std::size_t i, std::size_t items) {
        for (std::size_t end = i + items; i < end; ++i) add(i, i + 1, BlockKind::list_item).marker = MarkerKind::bullet;
        return i;
    }

    /// "References: 1. Smith A. …" on one line.
    std::size_t take_inline_heading(std::size_t i, std::size_t length) {
        Line& whole = lines_[i];
        Piece& piece = add(i, i + 1, BlockKind::heading);
        piece.block.span.end = whole.span.begin + static_cast<std::uint32_t>(length);
        piece.block.level = 2;
        whole.span.begin = piece.block.span.end;
        while (is_ascii_space(text_[whole.span.begin])) ++whole.span.begin;
        return take_list_of_references(i, Section::references);
    }

    std::size_t take_list_of_references(std::size_t i, Section section) {
        Harvest harvest = harvest_references(text_, lines_, i, cues_);
        if (section != Section::references && !looks_like_references(harvest)) return i;
        if (section == Section::further_reading) {
            for (ReferenceEntry& entry : harvest.entries) entry.list = ReferenceListKind::further_reading;
        }
        take_references(harvest, i);
        return i + harvest.lines;
    }

    std::size_t take_heading(std::size_t i) {
        Piece& piece = add(i, i + 1, BlockKind::heading);
        const std::size_t marks = heading_marks(line(i));
        piece.block.span.begin += static_cast<std::uint32_t>(marks);
        piece.block.level = is_title(i) ? std::uint8_t{1} : numbered_level(line(i));
        const Section section = cues_.section(line(i));
        if (!may_hold_references(section)) return i + 1;
        return take_list_of_references(i + 1, section);
    }

    /// The first line, or what repeats the title.
    [[nodiscard]] bool is_title(std::size_t i) const {
        return i == 0 || line(i) == line(0) || (title_ && line(i) == *title_);
    }

    [[nodiscard]] bool looks_like_references(const Harvest& harvest) const {
        const auto likely = std::count_if(harvest.entries.begin(), harvest.entries.end(), [&](const ReferenceEntry& entry) {
            return entry_traits(entry.span.in(text_)) >= 2;
        });
        return likely > 0 && static_cast<std::size_t>(likely) * 10 >= harvest.entries.size() * 6;
    }

    /// Entries become pieces; lines that lie between them (running heads) become metadata.
    void take_references(const Harvest& harvest, std::size_t first) {
        std::size_t entry = 0;
        for (std::size_t i = first; i < first + harvest.lines; ++i) {
            const Span span = lines_[i].span;
            while (entry < harvest.entries.size() && harvest.entries[entry].span.end <= span.begin) ++entry;
            if (entry < harvest.entries.size() && harvest.entries[entry].span.overlaps(span)) {
                for (; entry < harvest.entries.size() && harvest.entries[entry].span.begin < span.end; ++entry)
                    add_reference(harvest.entries[entry], i);
                --entry;
            } else {
                add(i, i + 1, BlockKind::metadata);
            }
        }
        draft_.references.insert(draft_.references.end(), harvest.entries.begin(), harvest.entries.end());
    }

    void add_reference(const ReferenceEntry& entry, std::size_t i) {
        if (!draft_.pieces.empty() && draft_.pieces.back().block.span == entry.span) return;
        Piece& piece = add(i, i + 1, BlockKind::reference);
        piece.block.span = entry.span;
        piece.block.ordinal = entry.ordinal;
        piece.block.label = entry.label;
    }

    /// "1. Introduction" above running text, and not one of several items.
    [[nodiscard]] bool numbered_heading(std::size_t i, const Marker& marker) const {
        if (marker.kind != MarkerKind::number) return false;
        const std::string_view title = line(i).substr(marker.length);
        if (cues_.section(title) != Section::other) return true;
        const LineShape shape = shape_of(title);
        if (shape.words == 0 || shape.words > 8 || shape.finished() || shape.last == ':' || shape.starts_small) return false;
        if (i + 1 >= lines_.size()) return false;
        if (numbered_level(line(i + 1)) > 2 && line(i + 1).starts_with(std::to_string(*marker.ordinal) + ".")) return true;
        const Marker next = read_marker(line(i + 1));
        if (next.kind != MarkerKind::none)
            return next.ordinal && !follows_item(marker) && *next.ordinal > *marker.ordinal + 1;
        if (lines_[i + 1].indent > lines_[i].indent) return false;
        return lines_[i + 1].columns > 2 * lines_[i].columns || (lines_[i + 1].gap == 0 && lines_[i + 1].columns >= 60);
    }

    /// Whether the last block is the item before this one.
    [[nodiscard]] bool follows_item(const Marker& marker) const {
        if (draft_.pieces.empty() || draft_.pieces.back().block.kind != BlockKind::list_item) return false;
        return draft_.pieces.back().block.ordinal == *marker.ordinal - 1;
    }

    [[nodiscard]] bool is_heading(std::size_t i) const {
        constexpr std::uint32_t longest = 320;
        if (lines_[i].span.size() > longest) return false;
        HeadingPlace place;
        place.first = i == 0;
        place.last = i + 1 == lines_.size();
        place.gap_before = i == 0 || lines_[i].gap > 0 || lines_[i].page != lines_[i - 1].page;
        place.gap_after = place.last || lines_[i + 1].gap > 0;
        place.after_finished = i == 0 || is_stop(last_sign(line(i - 1)));
        place.next_columns = place.last ? 0 : lines_[i + 1].columns;
        place.before_item = !place.last && read_marker(line(i + 1)).kind != MarkerKind::none;
        return reads_as_heading(line(i), place, cues_) || (title_ && line(i) == *title_);
    }

    std::string_view text_;
    const std::optional<std::string>& title_;
    const Cues& cues_;
    std::vector<Line> lines_;
    Wrapping wrapping_;
    Draft draft_;
};

}  // namespace

Draft draft_of_plain_text(std::string_view text, const std::optional<std::string>& title, const Cues& cues) {
    return PlainReader(text, title, cues).read();
}

}  // namespace evigrade::segment
