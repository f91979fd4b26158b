// Author-year citations in running text: "(Baran & Maibach, 2010)", "Konda & Thappa (2012)", "2019a, b".
#pragma once

#include <string_view>
#include <vector>

#include "link/citation_index.hpp"
#include "link/citation_text.hpp"

namespace evigrade::link {

struct AuthorYearFound {
    Citation citation;
    AuthorYear cited;
    std::optional<int> listed_year;
};

/// All author-year citations of one block, one for each work named, in order.
void find_author_year(std::string_view text, const std::vector<Piece>& pieces, const CitationIndex& index,
                      std::vector<AuthorYearFound>& out);

}  // namespace evigrade::link
