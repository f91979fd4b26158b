#include "segment/running_heads.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "evigrade/base/text.hpp"

namespace evigrade::segment {
namespace {

constexpr std::size_t edge = 3;  ///< lines at the top and at the bottom of a page that may be its head or foot
constexpr std::uint32_t longest_head = 160;

/// The line with its numbers taken out: "264 S. Yadav et al." and "266 S. Yadav et al." are one head.
std::string without_numbers(std::string_view line) {
    std::string out;
    for (const char c : line) {
        if (!is_ascii_digit(c) && !is_ascii_space(c)) out += ascii_lower(c);
    }
    return out;
}

bool is_page_number(std::string_view line) {
    const auto digits = std::count_if(line.begin(), line.end(), is_ascii_digit);
    const auto letters = std::count_if(line.begin(), line.end(), is_ascii_alpha);
    return digits >= 1 && digits <= 5 && (letters == 0 || (letters <= 6 && starts_with_ignoring_case(line, "page")));
}

/// The lines at the edges of all pages.
std::vector<std::size_t> edge_lines(const std::vector<Line>& lines) {
    std::vector<std::size_t> out;
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin;
        while (end < lines.size() && lines[end].page == lines[begin].page) ++end;
        for (std::size_t i = begin; i < end; ++i) {
            if ((i < begin + edge || i + edge >= end) && lines[i].columns <= longest_head) out.push_back(i);
        }
        begin = end;
    }
    return out;
}

}  // namespace

void mark_running_heads(std::string_view text, std::vector<Line>& lines) {
    if (lines.empty() || lines.back().page == lines.front().page) return;
    const std::vector<std::size_t> edges = edge_lines(lines);
    std::unordered_map<std::string, std::size_t> times;
    for (const std::size_t i : edges) ++times[without_numbers(lines[i].span.in(text))];
    for (const std::size_t i : edges) {
        const std::string_view line = lines[i].span.in(text);
        const std::string key = without_numbers(line);
        if (is_page_number(line) || (key.size() >= 8 && times[key] >= 2)) lines[i].role = LineRole::running_head;
    }
}

}  // namespace evigrade::segment
