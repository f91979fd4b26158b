// Small questions to an XML tree.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace evigrade::read {

/// The element's name without its namespace prefix.
std::string_view local_name(const pugi::xml_node& node);
/// All text below a node, in order, white space folded; no recursion, so depth does not matter.
std::string xml_text(const pugi::xml_node& node);
/// The text of the first child of this name, "" where there is none.
std::string child_text(const pugi::xml_node& node, const char* name);

}  // namespace evigrade::read
