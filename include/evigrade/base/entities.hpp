// Character references, for readers that have no parser to resolve them.
#pragma once

#include <string>
#include <string_view>

namespace evigrade {

/// "&nbsp;", "&#8217;" and their like as characters; unknown ones stay as they are written. Linear.
std::string unescaped(std::string_view text);

}  // namespace evigrade
