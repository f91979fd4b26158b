// The block of YAML (between ---) or TOML (between +++) lines that site generators put on top of a page.
#pragma once

#include <string_view>

#include "read/page.hpp"

namespace evigrade::read {

/// Reads the front matter into `page` and returns what follows it; the whole text where there is none.
std::string_view take_front_matter(std::string_view text, Page& page);

}  // namespace evigrade::read
