// Prose that points at a study by who did it and where: "researchers at Cairo University found", "a study from Japan".
#pragma once

#include <string_view>
#include <vector>

#include "evigrade/model/claim.hpp"
#include "link/citation_text.hpp"
#include "link/citation_words.hpp"

namespace evigrade::link {

/// One citation for each group or study whose place is named. Which study is meant only its year can tell, if one is given.
void find_researchers(std::string_view text, const std::vector<Piece>& pieces, const CitationWords& words,
                      std::vector<Citation>& out);

}  // namespace evigrade::link
