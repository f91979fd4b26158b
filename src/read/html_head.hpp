// What a page says of itself: title, meta elements, JSON-LD, time elements.
#pragma once

#include <gumbo.h>

#include "read/page.hpp"

namespace evigrade::read {

void read_head(const GumboNode& root, Page& page);

}  // namespace evigrade::read
