#pragma once

#include <algorithm>
#include <string_view>

namespace evigrade::read {

/// The next line without its LF; `text` goes on behind it.
inline std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

}  // namespace evigrade::read
