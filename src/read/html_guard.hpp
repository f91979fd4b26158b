// Gumbo is quadratic in nesting and in attributes; this looks at the tags first, in linear time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "evigrade/read.hpp"

namespace evigrade::read {

/// Why gumbo must not see this page, in words; nothing where it may.
std::optional<std::string> unfit_for_gumbo(std::string_view html, const Limits& limits);

}  // namespace evigrade::read
