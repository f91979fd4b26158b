// One entry of a JATS reference list as a reader would print it.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <vector>

namespace evigrade::read {

/// As printed where the entry keeps its punctuation; else made from its elements:
/// "Family G, Family G. Title. Journal. Year;Volume(Issue):pages. doi:…".
std::string reference_text(const pugi::xml_node& ref);

/// The rows of a table, in order, whatever groups them.
std::vector<pugi::xml_node> rows_of(const pugi::xml_node& table);

}  // namespace evigrade::read
