#include "segment/heading.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"
#include "segment/shape.hpp"

namespace evigrade::segment {
namespace {

constexpr std::size_t longest_heading_line = 160;  ///< bytes
constexpr std::uint32_t most_words = 18;
constexpr std::uint32_t few_words = 8;

/// Without a stop at the end: by its capitals, or by its shortness above a longer text.
bool unfinished_heading(const LineShape& shape, const HeadingPlace& place, std::uint32_t bytes) {
    if (shape.title_case()) return true;
    if (shape.words <= few_words) return true;
    return shape.words <= most_words && place.next_columns > 2 * bytes;
}

}  // namespace

std::size_t heading_marks(std::string_view line) {
    std::size_t marks = 0;
    while (marks < line.size() && marks < 7 && line[marks] == '#') ++marks;
    if (marks == 0 || marks > 6 || marks >= line.size() || line[marks] != ' ') return 0;
    while (marks < line.size() && is_ascii_space(line[marks])) ++marks;
    return marks;
}

std::size_t inline_heading(std::string_view line, const Cues& cues) {
    constexpr std::size_t longest = 40;
    const std::size_t colon = line.substr(0, longest).find(':');
    if (colon == std::string_view::npos || colon + 2 >= line.size()) return 0;
    const std::string_view rest = trim(line.substr(colon + 1));
    if (rest.empty() || cues.section(line.substr(0, colon)) != Section::references) return 0;
    return entry_traits(rest) >= 2 ? colon + 1 : 0;
}

std::uint8_t numbered_level(std::string_view line) {
    const std::size_t end = std::min(line.find_first_not_of("0123456789."), line.size());
    std::uint8_t level = 2;
    for (std::size_t i = 1; i + 1 < end && level < 6; ++i) {
        if (line[i] == '.' && is_ascii_digit(line[i + 1])) ++level;
    }
    return level;
}

bool reads_as_heading(std::string_view line, const HeadingPlace& place, const Cues& cues) {
    if (line.size() > (place.first ? 2 * longest_heading_line : longest_heading_line)) return false;
    if (heading_marks(line) > 0) return true;
    const bool apart = place.gap_before || place.after_finished;
    const LineShape shape = shape_of(line);
    if (shape.letters < 2 || shape.words > (place.first ? 2 * most_words : most_words) || shape.starts_small) return false;
    if (cues.section(line) != Section::other) return apart || shape.upper_case() || shape.title_case();
    const bool numbered = numbered_level(line) > 2 && shape.words <= few_words && shape.capitals >= 2 && !shape.finished();
    if (numbered && place.next_columns > line.size()) return true;  // "2.1. Participants"
    if (!apart || shape.last == '.' || shape.last == ',' || shape.last == ';')
        return shape.trails_off && apart && shape.title_case();
    if (shape.last == ':') return shape.upper_case() && !place.before_item;
    if (shape.last == '!') return shape.title_case() && place.gap_before;
    if (shape.last == '?') return shape.title_case() || cues.asks(line) || place.first;
    if (place.first) return true;
    if (shape.trails_off) return shape.title_case();
    const bool quoted = line.front() == '"' || line.starts_with("“") || line.starts_with("…");
    if (quoted && !shape.title_case()) return false;
    return unfinished_heading(shape, place, static_cast<std::uint32_t>(line.size()));
}

}  // namespace evigrade::segment
