// A CSL-JSON item, inside a record or as one.
#pragma once

#include <string_view>

#include "evigrade/model/bibliography.hpp"
#include "render/writer.hpp"

namespace evigrade::render {

/// Absent fields are null for the keys that DESIGN 4.1 lists and left out otherwise; `id` first, where one is given.
void write(Writer& out, const BibItem& item, std::string_view id = {});

}  // namespace evigrade::render
