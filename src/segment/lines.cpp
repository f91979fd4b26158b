#include "segment/lines.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"

namespace evigrade::segment {
namespace {

/// Bytes of white space at `at`: ASCII, the no-break space, the zero-width space and the byte order mark.
std::size_t space_length(std::string_view text, std::size_t at) {
    if (is_ascii_space(text[at])) return 1;
    if (text.substr(at, 2) == "\xC2\xA0") return 2;
    const std::string_view three = text.substr(at, 3);
    return three == "\xE2\x80\x8B" || three == "\xEF\xBB\xBF" ? 3 : 0;
}

/// Where the white space at the end of a line begins.
std::size_t end_of_text(std::string_view line, std::size_t begin, std::size_t end) {
    while (end > begin) {
        if (is_ascii_space(line[end - 1])) {
            --end;
        } else if (end >= begin + 2 && line.substr(end - 2, 2) == "\xC2\xA0") {
            end -= 2;
        } else {
            break;
        }
    }
    return end;
}

std::uint32_t count_columns(std::string_view text) {
    return static_cast<std::uint32_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    std::uint32_t gap = 0;
    std::uint32_t page = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view raw = text.substr(0, end);
        std::size_t begin = at;
        std::uint32_t indent = 0;
        while (begin < end) {
            const std::size_t length = space_length(raw, begin);
            if (length == 0) break;
            if (raw[begin] == '\f') ++page;
            indent = raw[begin] == '\t' ? indent / 4 * 4 + 4 : indent + (length < 3 ? 1 : 0);
            begin += length;
        }
        std::size_t stop = end;
        stop = end_of_text(raw, begin, stop);
        at = end + 1;
        if (begin >= stop) {
            ++gap;
            continue;
        }
        const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop)};
        lines.push_back({span, indent, count_columns(span.in(text)), gap, page, LineRole::text});
        gap = 0;
    }
    return lines;
}

}  // namespace evigrade::segment
