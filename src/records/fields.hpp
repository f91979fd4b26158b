// What the line formats need beside normal.hpp: identifiers that stand in the middle of a text, serial numbers mixed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "evigrade/model/record.hpp"
#include "records/normal.hpp"

namespace evigrade::records {

/// The first DOI in a text, wherever it stands, lower case: "Lancet. 2010;375:445. doi: 10.1016/a.1. PMID: 1".
std::optional<std::string> doi_in(std::string_view text);
/// "PMC4756000", wherever it stands.
std::optional<std::string> pmcid_in(std::string_view text);
/// The first ISSN and the first ISBN in a field that may mix them go to the item, unless it has them already.
void note_serials(BibItem& item, std::string_view text);
/// A date whose year stands in another field: "Sep 1", "16 DEC". Where the text names another year, the year alone.
Date within_year(std::string_view text, int year);
/// Whether anything in the item says what it describes.
bool identifies(const BibItem& item);
/// Whether a record has any field at all: a year or an abstract alone is little, and still somebody's record.
bool says_anything(const BibRecord& record);

}  // namespace evigrade::records
