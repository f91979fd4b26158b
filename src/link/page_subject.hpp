// The study that a page is about: a summary of one paper bears the paper's own title.
#pragma once

#include <vector>

#include "evigrade/model/article.hpp"
#include "evigrade/model/claim.hpp"

namespace evigrade::link {

/// Adds the citation that the title of a study's summary page is, in its place, unless one stands there already.
void cite_page_subject(const Article& article, std::vector<Citation>& citations);

}  // namespace evigrade::link
