#include "segment/wrapping.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"
#include "segment/marker.hpp"

namespace evigrade::segment {
namespace {

constexpr std::uint32_t widest_wrap = 150;    ///< columns; a longer line was not wrapped by anyone
constexpr std::uint32_t widest_joined = 400;  ///< columns; PDF readers join lines where they take a hyphen out
constexpr std::uint32_t narrowest_wrap = 30;  ///< columns of a newspaper's column
constexpr std::size_t neighbourhood = 4;      ///< lines on each side that show how wide a column is

std::uint32_t first_word_columns(std::string_view line) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    return static_cast<std::uint32_t>(std::min<std::size_t>(blank, widest_wrap));
}

bool ends_sentence_like(std::string_view line) {
    const char last = line.back();
    return last == '.' || last == '!' || last == '?' || last == ':' || last == '"' || line.ends_with("”");
}

}  // namespace

Wrapping::Wrapping(std::string_view text, const std::vector<Line>& lines) : text_(text), lines_(lines) {
    std::size_t pairs = 0;
    std::size_t inside = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
        if (lines_[i].gap > 0 || lines_[i - 1].columns < narrowest_wrap || lines_[i - 1].columns > widest_wrap) continue;
        ++pairs;
        if (breaks_inside_sentence(i)) ++inside;
    }
    if (inside < 2 || inside * 10 < pairs * 3) return;
    widths_.resize(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const std::size_t begin = i > neighbourhood ? i - neighbourhood : 0;
        const std::size_t end = std::min(lines_.size(), i + neighbourhood + 1);
        for (std::size_t j = begin; j < end; ++j) {
            if (lines_[j].columns <= widest_wrap) widths_[i] = std::max(widths_[i], lines_[j].columns);
        }
    }
}

bool Wrapping::breaks_inside_sentence(std::size_t i) const {
    return is_ascii_lower(line(i).front()) && !ends_sentence_like(line(i - 1));
}

bool Wrapping::is_stretched(std::size_t i) const {
    constexpr std::uint32_t few_columns = 16;
    return i + 1 < lines_.size() && lines_[i - 1].columns <= few_columns && lines_[i].columns <= few_columns &&
           lines_[i + 1].gap == 0 && breaks_inside_sentence(i + 1);
}

bool Wrapping::continues(std::size_t first, std::size_t i) const {
    const Line& before = lines_[i - 1];
    const Line& here = lines_[i];
    if (widths_.empty() || here.gap > 0 || here.page != before.page || before.columns > widest_joined) return false;
    if (here.role != LineRole::text || before.role != LineRole::text) return false;
    if (read_marker(line(i)).kind != MarkerKind::none) return false;
    if (breaks_inside_sentence(i) || is_stretched(i)) return true;
    if (before.columns < narrowest_wrap) return false;
    const bool under_way = i > first + 1 || before.columns * 10 >= widths_[i - 1] * 6;
    if (under_way && !ends_sentence_like(line(i - 1))) return true;
    return before.columns + 1 + first_word_columns(line(i)) > widths_[i - 1];
}

}  // namespace evigrade::segment
