// Pages that gumbo must not see: tags stripped in one linear pass, blocks where block tags stood.
#pragma once

#include <string_view>

#include "read/document.hpp"
#include "read/page.hpp"

namespace evigrade::read {

void read_flat(std::string_view html, DocumentBuilder& builder, Page& page);

}  // namespace evigrade::read
