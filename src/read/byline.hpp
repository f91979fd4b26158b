// What the first lines of a text tell: its title, who wrote it, when.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evigrade::read {

struct Byline {
    std::vector<std::string> authors;
    std::optional<std::string> published;
};

/// One line of an article's head. `kind_of` tells what words introduce: "published", "author", "authors", or "".
Byline read_byline(std::string_view line, const std::function<std::string_view(std::string_view)>& kind_of);

/// The names in a line of nothing but names, as stands under a title: "Kowalski P, Lindqvist M", "Jane Roe, MD". Initials or
/// a degree must tell that they are people.
std::vector<std::string> names_alone(std::string_view line);

/// The line that is the title, if one is: the first line that is no furniture and no sentence.
std::optional<std::string> title_in_lines(const std::vector<std::string_view>& lines,
                                          const std::function<bool(std::string_view)>& is_furniture);

}  // namespace evigrade::read
