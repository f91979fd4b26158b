// schema.org data inside a page. The door to JSON.
#pragma once

#include <string_view>

#include "read/page.hpp"

namespace evigrade::read {

/// Adds what a JSON-LD block says of the page. Broken JSON says nothing.
void read_json_ld(std::string_view json, Page& page);

}  // namespace evigrade::read
