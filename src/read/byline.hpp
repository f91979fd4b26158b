// What the first lines of a text tell: its title, who wrote it, when.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evigrade::read {

struct Byline {
    std::optional<std::string> author;
    std::optional<std::string> published;
};

/// One line of an article's head. `kind_of` tells what words introduce: "published", "author", or "".
Byline read_byline(std::string_view line, const std::function<std::string_view(std::string_view)>& kind_of);

/// The line that is the title, if one is: the first line that is no furniture and no sentence.
std::optional<std::string> title_in_lines(const std::vector<std::string_view>& lines,
                                          const std::function<bool(std::string_view)>& is_furniture);

}  // namespace evigrade::read
