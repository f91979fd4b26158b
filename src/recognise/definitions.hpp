// What the abbreviations of an article stand for.
#pragma once

#include <string_view>
#include <vector>

#include "recognise/local_names.hpp"
#include "recognise/roster.hpp"
#include "recognise/tokens.hpp"

namespace evigrade::recognise {

/// Reads the abbreviations that a block defines into `names`: the known entity that the long form is or ends with, a new
/// one where its last word tells what it is, else nobody's name.
void read_definitions(std::string_view text, Span block, const std::vector<Token>& tokens, const std::vector<Piece>& pieces,
                      const Cues& cues, Roster& roster, LocalNames& names);

}  // namespace evigrade::recognise
