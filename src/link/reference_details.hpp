// The parts of a reference that are read by their shape: date, edition, identifiers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/model/bibliography.hpp"
#include "link/reference_features.hpp"

namespace evigrade::link {

/// The year among tokens labelled as date (else among those of no part), with month and day beside it.
std::optional<Date> date_of(std::string_view text, const std::vector<ReferenceToken>& tokens,
                            const std::vector<Part>& labels);

/// "4th" of "4th Edition", "2" of "2. Aufl."
std::optional<std::string> edition_of(std::string_view text, const std::vector<ReferenceToken>& tokens);

/// The first identifier of each kind.
void set_identifiers(const std::vector<Identifier>& identifiers, BibItem& item);

}  // namespace evigrade::link
