// Citation keys: first author, year, first telling word of the title.
#pragma once

#include <string>

#include "evigrade/model/bibliography.hpp"

namespace evigrade::catalog {

/// "moftah2013mesotherapy": lower-case letters and digits of ASCII. From the item alone, so two items may have the same.
std::string citation_key(const BibItem& item);

}  // namespace evigrade::catalog
