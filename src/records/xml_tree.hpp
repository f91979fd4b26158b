// Small questions to the tree of one record.
#pragma once

#include <pugixml.hpp>

#include <initializer_list>
#include <optional>
#include <string>

#include "evigrade/model/bibliography.hpp"

namespace evigrade::records {

/// All text below a node, white space squeezed; "" of no node.
std::string text_of(const pugi::xml_node& node);
/// The node that a path of element names leads to: the first child of each name.
pugi::xml_node at(pugi::xml_node node, std::initializer_list<const char*> path);
/// The text at the end of a path, or nothing.
std::optional<std::string> said_at(const pugi::xml_node& node, std::initializer_list<const char*> path);
/// The first descendant of this name, in document order, or no node.
pugi::xml_node find_below(const pugi::xml_node& node, std::string_view name);

}  // namespace evigrade::records
