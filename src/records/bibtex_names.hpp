// Lists of names in BibTeX's own way of writing them.
#pragma once

#include <string_view>
#include <vector>

#include "evigrade/model/bibliography.hpp"
#include "records/latex.hpp"

namespace evigrade::records {

/// The names between "and"s: "First von Last", "von Last, First", "von Last, Jr, First", "given=..., family=..."
/// (BibLaTeX), an organisation where braces hold the whole name; "others" sets the item's mark.
void add_bibtex_names(std::string_view list, const Latex& latex, BibItem& item, std::vector<Name>& into);

}  // namespace evigrade::records
