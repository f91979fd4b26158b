#include "segment/running_heads.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "evigrade/base/text.hpp"
#include "segment/words.hpp"

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

bool is_page_line(std::string_view line) {
    constexpr std::size_t longest = 24;
    static constexpr std::array<std::string_view, 4> names{"page", "seite", "página", "pagina"};
    static constexpr std::array<std::string_view, 5> joints{"of", "von", "de", "sur", "p"};
    if (line.empty() || line.size() > longest) return false;
    const std::string plain = plain_words(line);
    int numbers = 0;
    bool named = false;
    for (const std::string_view word : split(plain, ' ')) {
        const bool number = word.size() <= 4 && std::all_of(word.begin(), word.end(), is_ascii_digit);
        const bool name = std::find(names.begin(), names.end(), word) != names.end();
        if (!number && !name && std::find(joints.begin(), joints.end(), word) == joints.end()) return false;
        numbers += number ? 1 : 0;
        named = named || name;
    }
    const auto dash = [](std::string_view sign) { return sign == "-" || sign == "–" || sign == "—"; };
    const std::size_t space = line.find(' ');
    const bool between_dashes =
        space != std::string_view::npos && dash(line.substr(0, space)) && dash(line.substr(line.rfind(' ') + 1));
    return numbers >= 1 && numbers <= 2 && (named || between_dashes);
}

}  // namespace evigrade::segment
