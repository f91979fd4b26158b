// Text against list: what the citations and the reference list say of each other that does not agree.
#pragma once

#include <vector>

#include "evigrade/model/article.hpp"
#include "link/citation_author_year.hpp"

namespace evigrade::link {

/// Findings in order of their spans. `named` are the author-year citations with what they say.
std::vector<Finding> check_integrity(const Article& article, const std::vector<Citation>& citations,
                                     const std::vector<AuthorYearFound>& named, const CitationIndex& index);

}  // namespace evigrade::link
