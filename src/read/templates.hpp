// Program fragments that site generators leave in their pages: PHP, Jekyll and Liquid, Blade, ERB.
#pragma once

#include <string>
#include <string_view>

namespace evigrade::read {

/// The page without them. One linear pass.
std::string without_templates(std::string_view page);

}  // namespace evigrade::read
