#include "segment/reference_list.hpp"

#include <algorithm>
#include <optional>

#include "evigrade/base/text.hpp"
#include "segment/marker.hpp"
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
        if (!numbered_) judge_unnumbered();
        std::size_t i = first_;
        for (; i < lines_.size(); ++i) {
            if (lines_[i].role == LineRole::running_head) continue;
            if (ends_section(i)) break;
            if (numbered_ ? !take_numbered(i) : !take_unnumbered(i)) break;
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
    }
    void extend(std::size_t i) { open_->span.end = lines_[i].span.end; }
    void flush() {
        if (open_ && !open_->span.empty()) append_entries(text_, *open_, harvest_.entries);
        open_.reset();
    }

    /// Whether this number goes on with the list: the next one, or the first of a list that starts again.
    [[nodiscard]] bool follows(const Marker& marker) const {
        if (!marker.ordinal || marker.sign != sign_) return false;
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
        if (continues_entry(i, joined)) {
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
        bool begins = here.gap > 0 || line_each_ || list_mark;
        if (!begins && hanging_) begins = here.indent <= lines_[first_].indent;
        if (!begins && !hanging_ && !spaced_) begins = begins_with_author(line(i)) && shape_of(line(i - 1)).last == '.';
        if (!begins) {
            extend(i);
            return true;
        }
        const auto furniture = begins_with_author(line(i)) ? std::nullopt : cues_.furniture(line(i));
        if (furniture && (line_each_ || here.gap > 0)) return false;
        if (traits == 0) {
            if (here.gap == 0 && here.columns < 60 && shape_of(line(i)).starts_small) {
                extend(i);
                return true;
            }
            return false;
        }
        start(i, list_mark ? read_marker(line(i)) : Marker{});
        return true;
    }

    std::string_view text_;
    const std::vector<Line>& lines_;
    std::size_t first_;
    const Cues& cues_;
    std::optional<int> numbered_;  ///< the last number, in a numbered list
    char sign_ = 0;
    bool line_each_ = false;
    bool hanging_ = false;
    bool spaced_ = false;
    std::optional<ReferenceEntry> open_;
    Harvest harvest_;
};

/// Where the entry numbered `next` begins inside `entry`, as the place of its number, or nothing.
std::optional<std::size_t> inner_number(std::string_view entry, std::size_t from, int next) {
    const std::string number = std::to_string(next);
    for (std::size_t at = entry.find(number, from); at != std::string_view::npos; at = entry.find(number, at + 1)) {
        const bool bracket = at > 0 && (entry[at - 1] == '[' || entry[at - 1] == '(');
        const std::size_t begin = bracket ? at - 1 : at;
        const std::size_t end = at + number.size();
        if (begin < 2 || end + 2 >= entry.size() || !is_ascii_space(entry[begin - 1])) continue;
        const char close = entry[end];
        if (bracket ? close != (entry[begin] == '[' ? ']' : ')') : close != '.') continue;
        std::size_t word = end + 1;
        if (!bracket && !is_ascii_space(entry[word])) continue;
        while (word < entry.size() && is_ascii_space(entry[word])) ++word;
        const std::string_view before = trim(entry.substr(0, begin));
        const char stop = before.empty() ? ' ' : before.back();
        const bool after_stop = stop == '.' || stop == ']' || is_ascii_digit(stop) || stop == '/';
        const bool capital =
            word < entry.size() && (is_ascii_upper(entry[word]) || static_cast<unsigned char>(entry[word]) >= 0xC3);
        if (after_stop && capital && entry_traits(entry.substr(from, begin - from)) >= 1) return begin;
    }
    return std::nullopt;
}

/// "Konda D, …", "de la Cruz M. …", "Brown, C. …": a family name with initials behind it, and nothing that a title begins
/// with.
bool begins_with_name(std::string_view text) {
    std::size_t words = 0;
    while (words < 4) {
        const std::size_t end = std::min(text.find_first_of(" ,.;:()"), text.size());
        const std::string_view word = text.substr(0, end);
        if (word.empty() || end + 2 >= text.size()) return false;
        const bool initials = words > 0 && word.size() <= 3 && std::all_of(word.begin(), word.end(), is_ascii_upper);
        if (initials) return text[end] == ',' || text[end] == '.';
        ++words;
        const bool comma = text[end] == ',';
        if (!comma && text[end] != ' ') return false;
        text.remove_prefix(end + (comma ? 2 : 1));
    }
    return false;
}

/// Whether a whole entry ends here: its pages, or the year behind its publisher.
bool ends_entry(std::string_view entry) {
    constexpr std::size_t shortest = 40;
    if (entry.size() < shortest || entry.back() != '.' || !is_ascii_digit(entry[entry.size() - 2])) return false;
    const bool published = entry.size() > 7 && entry[entry.size() - 7] == ';' && has_year(entry.substr(entry.size() - 5));
    return has_year(entry) && entry_traits(entry) >= (published ? 2 : 3);
}

/// Where the next entry begins inside one without numbers, or nothing. No entry is longer than what is looked at.
std::optional<std::size_t> inner_author(std::string_view entry) {
    constexpr std::size_t longest = 4096;
    entry = entry.substr(0, longest);
    for (std::size_t at = entry.find(". "); at != std::string_view::npos; at = entry.find(". ", at + 1)) {
        const std::string_view rest = entry.substr(at + 2);
        if (ends_entry(entry.substr(0, at + 1)) && begins_with_name(rest) && has_year(rest) && entry_traits(rest) >= 2)
            return at + 2;
    }
    return std::nullopt;
}

}  // namespace

void append_entries(std::string_view text, ReferenceEntry entry, std::vector<ReferenceEntry>& out) {
    while (entry.ordinal && entry.span.size() > 30) {
        const std::string_view raw = entry.span.in(text);
        const auto begin = inner_number(raw, 0, *entry.ordinal + 1);
        if (!begin) break;
        const Marker marker = read_reference_marker(raw.substr(*begin));
        const std::size_t kept = trim(raw.substr(0, *begin)).size();
        out.push_back({{entry.span.begin, entry.span.begin + static_cast<std::uint32_t>(kept)}, entry.ordinal, entry.label});
        entry.span.begin += static_cast<std::uint32_t>(*begin) + marker.length;
        entry.ordinal = *entry.ordinal + 1;
    }
    while (!entry.ordinal && !entry.label) {
        const auto begin = inner_author(entry.span.in(text));
        if (!begin) break;
        const auto next = entry.span.begin + static_cast<std::uint32_t>(*begin);
        out.push_back({{entry.span.begin, next - 1}, entry.ordinal, entry.label});
        entry.span.begin = next;
    }
    out.push_back(std::move(entry));
}

Harvest harvest_references(std::string_view text, const std::vector<Line>& lines, std::size_t first, const Cues& cues) {
    return ReferenceListReader(text, lines, first, cues).read();
}

}  // namespace evigrade::segment
