// JATS XML, the format of journals and of PubMed Central. The door to pugixml.
#pragma once

#include <string_view>

#include "evigrade/model/article.hpp"
#include "read/page.hpp"

namespace evigrade::read {

/// Fills the article's text, layout, marks and findings, and what the record says of itself. No DTD is loaded and no
/// entity of a document's own is expanded. XML of another kind is read as flat text, with a finding.
void read_jats(std::string_view xml, Article& article, Page& page);

}  // namespace evigrade::read
