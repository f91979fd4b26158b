// What the recogniser's tests share: a small lexicon, and articles of one block a line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "evigrade/recognise.hpp"

namespace evigrade::test {

/// Stands on a lexicon of two dozen rows and the program's own patterns.
const recognise::Recogniser& recogniser();

Segmentation one_block_a_line(const std::string& text);

Mentions recognised(const std::string& text);
/// "id@surface" of each mention.
std::vector<std::string> mentioned(const std::string& text);
/// Ids of the entities that are mentioned, sorted.
std::vector<std::string> ids(const Mentions& mentions);
/// The entity, or nullptr.
const Entity* entity(const Mentions& mentions, std::string_view id);

}  // namespace evigrade::test
