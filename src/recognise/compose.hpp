// Treatments made of known parts: substance and procedure, route and substance, modifier and procedure, two as one.
#pragma once

#include <string_view>
#include <vector>

#include "recognise/roster.hpp"
#include "recognise/tokens.hpp"

namespace evigrade::recognise {

/// Joins neighbouring names of one block into composed treatments. `pieces` are in order and do not overlap,
/// before and after.
void compose(std::string_view text, const std::vector<Token>& tokens, std::vector<Piece>& pieces, Roster& roster);

}  // namespace evigrade::recognise
