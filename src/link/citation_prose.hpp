// Prose that points at a study without a citation: "a 2008 study in the Journal of Infectious Diseases".
#pragma once

#include <string_view>
#include <vector>

#include "link/citation_index.hpp"
#include "link/citation_text.hpp"
#include "link/citation_words.hpp"

namespace evigrade::link {

/// Pointers that name a journal. One that fits an entry of the list resolves to it.
void find_prose(std::string_view text, const std::vector<Piece>& pieces, const CitationIndex& index,
                const CitationWords& words, std::vector<Citation>& out);

}  // namespace evigrade::link
