#include "segment/reference_list.hpp"

#include <algorithm>
#include <optional>

#include "evigrade/base/text.hpp"
#include "segment/marker.hpp"
#include "segment/running_heads.hpp"
#include "segment/shape.hpp"

namespace evigrade::segment {
namespace {

constexpr std::size_t farthest_number = 4;  ///< lines of a running head that may part a list in two

/// Reads one list line by line.
class ReferenceListReader {
public:
    ReferenceListReader(std::string_view text, const std::vector<Line>& lines, std::size_t first, const Cues& cues)
        : text_(text), lines_(lines), first_(first), cues_(cues) {}

    Harvest read() {
        if (first_ >= lines_.size()) return {};
        numbered_ = marker_of(first_).ordinal;
        sign_ = marker_of(first_).sign;
        keyed_ = read_reference_key(line(first_)).length > 0;
        if (!numbered_ && !keyed_) judge_unnumbered();
        std::size_t i = first_;
        for (; i < lines_.size(); ++i) {
            if (lines_[i].role == LineRole::running_head || is_page_line(line(i))) {
                of_the_page_.push_back(lines_[i].span);
                continue;
            }
            if (ends_section(i)) break;
            if (numbered_ ? !take_numbered(i) : keyed_ ? !take_keyed(i) : !take_unnumbered(i)) break;
        }
        flush();
        harvest_.lines = i - first_;
        return std::move(harvest_);
    }

private:
    [[nodiscard]] std::string_view line(std::size_t i) const { return lines_[i].span.in(text_); }
    [[nodiscard]] Marker marker_of(std::size_t i) const { return read_reference_marker(line(i)); }

    [[nodiscard]] bool ends_section(std::size_t i) const {
        const Section section = cues_.section(line(i));
        return section != Section::other && !marker_of(i).ordinal;
    }

    void start(std::size_t i, const Marker& marker) {
        flush();
        open_ = ReferenceEntry{{lines_[i].span.begin + marker.length, lines_[i].span.end}, marker.ordinal, std::nullopt};
        of_the_page_.clear();
    }
    void extend(std::size_t i) {
        open_->span.end = lines_[i].span.end;
        open_->interruptions.insert(open_->interruptions.end(), of_the_page_.begin(), of_the_page_.end());
        of_the_page_.clear();
    }
    /// Whether line `i` goes on with an entry that the end of a page cut in two.
    [[nodiscard]] bool resumes(std::size_t i) const {
        if (of_the_page_.empty() || begins_with_author(line(i))) return false;
        const std::string_view before = open_->span.in(text_);
        return shape_of(line(i)).starts_small || !has_year(before) || !is_stop(last_sign(before));
    }
    void flush() {
        if (open_ && !open_->span.empty()) append_entries(text_, *open_, harvest_.entries);
        open_.reset();
    }

    /// Whether this number goes on with the list: the next one, or the first of a list that starts again.
    [[nodiscard]] bool follows(const Marker& marker) const {
        if (!marker.ordinal) return false;
        const bool next = open_ && *marker.ordinal == *numbered_ + 1 && sign_ != ' ' && marker.sign != ' ';  // "2.", "3)"
        if (marker.sign != sign_ && !next) return false;
        return !open_ || (*marker.ordinal > *numbered_ && *marker.ordinal <= *numbered_ + 3) || *marker.ordinal == 1;
    }

    bool take_numbered(std::size_t& i) {
        const Marker marker = marker_of(i);
        if (follows(marker)) {
            start(i, marker);
            numbered_ = marker.ordinal;
            return true;
        }
        if (!open_) return false;
        const bool joined = lines_[i].gap == 0;
        if (resumes(i) || continues_entry(i, joined)) {
            extend(i);
            return true;
        }
        for (std::size_t ahead = i + 1; ahead < std::min(i + 1 + farthest_number, lines_.size()); ++ahead) {
            const Marker next = marker_of(ahead);
            if (!next.ordinal || next.sign != sign_ || *next.ordinal != *numbered_ + 1) continue;
            i = ahead - 1;  // a running head parts the list; its lines stay outside every entry
            return true;
        }
        return false;
    }

    bool take_keyed(std::size_t i) {
        if (const KeyMarker marker = read_reference_key(line(i)); marker.length > 0) {
            start(i, {MarkerKind::bracket, marker.length, std::nullopt, ']'});
            open_->label = std::string(marker.key);
            return true;
        }
        if (!open_ || (lines_[i].gap > 0 && !resumes(i))) return false;
        extend(i);
        return true;
    }

    [[nodiscard]] bool continues_entry(std::size_t i, bool joined) const {
        const std::string_view before = open_->span.in(text_);
        const char last = before.empty() ? ' ' : before.back();
        const bool open_end = last != '.' && last != ']' && !is_ascii_digit(last) && last != '/' && last != ')';
        const LineShape shape = shape_of(line(i));
        if (joined && (shape.starts_small || open_end || lines_[i].indent > lines_[i - 1].indent)) return true;
        const bool address = line(i).starts_with("http") || line(i).starts_with("[") || line(i).starts_with("doi") ||
                             line(i).starts_with("DOI") || line(i).starts_with("PMID");
        if (address) return true;
        if (joined) return lines_[i - 1].columns >= 40 && lines_[i].columns <= lines_[i - 1].columns + 20;
        return false;
    }

    /// One entry a line, or several lines an entry? Judged by the first lines of the list.
    void judge_unnumbered() {
        std::size_t seen = 0;
        std::size_t whole = 0;
        for (std::size_t i = first_; i < std::min(first_ + 40, lines_.size()) && !ends_section(i); ++i) {
            ++seen;
            if (has_year(line(i)) || entry_traits(line(i)) >= 2) ++whole;
            if (lines_[i].indent > lines_[first_].indent) hanging_ = true;
            if (i > first_ && lines_[i].gap > 0) spaced_ = true;
        }
        line_each_ = whole * 10 >= seen * 8;
    }

    bool take_unnumbered(std::size_t i) {
        const int traits = entry_traits(line(i));
        const Line& here = lines_[i];
        if (!open_) {
            if (traits == 0 && !begins_with_author(line(i))) return false;
            start(i, read_marker(line(i)));
            return true;
        }
        const bool list_mark = read_marker(line(i)).kind == MarkerKind::bullet;
        if (!list_mark && resumes(i)) {
            extend(i);
            return true;
        }
        bool begins = here.gap > 0 || line_each_ || list_mark;
        if (!begins && hanging_) begins = here.indent <= lines_[first_].indent;
        if (!begins && !hanging_ && !spaced_) begins = begins_with_author(line(i)) && ended_before(i);
        if (!begins) {
            extend(i);
            return true;
        }
        const auto furniture = begins_with_author(line(i)) ? std::nullopt : cues_.furniture(line(i));
        if (furniture && (line_each_ || here.gap > 0)) return false;
        if (traits == 0 && here.role != LineRole::list_item) {  // an item may be no more than a title and its link
            if (here.gap == 0 && here.columns < 60 && shape_of(line(i)).starts_small) {
                extend(i);
                return true;
            }
            return false;
        }
        start(i, list_mark ? read_marker(line(i)) : Marker{});
        return true;
    }

    /// Whether the line before ends an entry: by a full stop, or by the pages of a whole one.
    [[nodiscard]] bool ended_before(std::size_t i) const {
        const char last = shape_of(line(i - 1)).last;
        return last == '.' || (is_ascii_digit(last) && entry_traits(open_->span.in(text_)) >= 3);
    }

    std::string_view text_;
    const std::vector<Line>& lines_;
    std::size_t first_;
    const Cues& cues_;
    std::optional<int> numbered_;  ///< the last number, in a numbered list
    char sign_ = 0;
    bool keyed_ = false;
    bool line_each_ = false;
    bool hanging_ = false;
    bool spaced_ = false;
    std::optional<ReferenceEntry> open_;
    std::vector<Span> of_the_page_;  ///< heads, feet and numbers of pages since the last line that was taken
    Harvest harvest_;
};

}  // namespace

void settle_further_reading(std::vector<ReferenceEntry>& entries) {
    const bool cites = std::any_of(entries.begin(), entries.end(),
                                   [](const ReferenceEntry& entry) { return entry.list == ReferenceListKind::cited; });
    for (ReferenceEntry& entry : entries) {
        if (!cites) entry.list = ReferenceListKind::cited;
        if (entry.list == ReferenceListKind::further_reading) entry.ordinal.reset();
    }
}

Harvest harvest_references(std::string_view text, const std::vector<Line>& lines, std::size_t first, const Cues& cues) {
    return ReferenceListReader(text, lines, first, cues).read();
}

}  // namespace evigrade::segment
