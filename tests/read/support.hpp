// What the tests of this room share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evigrade/read.hpp"

namespace evigrade::test {

/// An article from bytes; fails the test where reading is refused.
Article article_of(std::string_view bytes, const std::string& name);
/// The texts of all blocks of one role.
std::vector<std::string> blocks_of(const Article& article, LayoutRole role);
/// The texts and targets of all marks of one kind, as "text -> target".
std::vector<std::string> marks_of(const Article& article, MarkKind kind);
bool has_finding(const Article& article, std::string_view code);
/// What holds for every article: valid text without control characters; blocks in order, in bounds, not empty, on
/// code-point bounds; marks likewise. Says what is wrong, or "".
std::string law_broken(const Article& article);

}  // namespace evigrade::test
