// Parts of JATS that stand in the front and in the back of an article.
#pragma once

#include <pugixml.hpp>

#include "evigrade/model/bibliography.hpp"

namespace evigrade::records {

/// The people of one role ("author", "editor") among the children of a node: names, collectives, groups of both.
/// Without a role on an element, it is an author's.
std::vector<Name> jats_people(const pugi::xml_node& node, std::string_view role);

/// One entry of the reference list, from its elements: of JATS ("element-citation", "mixed-citation") and of the NLM
/// tag sets before it ("citation", "nlm-citation").
BibItem jats_reference(const pugi::xml_node& ref);

}  // namespace evigrade::records
