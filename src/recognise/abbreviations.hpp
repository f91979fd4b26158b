// Abbreviations that a text defines: "platelet-rich plasma (PRP)", "PRP (platelet-rich plasma)".
#pragma once

#include <string_view>
#include <vector>

#include "evigrade/model/span.hpp"

namespace evigrade::recognise {

/// Places are bytes of the whole text.
struct Definition {
    Span shorter;
    Span longer;
};

/// By the method of Schwartz and Hearst (2003): every letter of the short form is found in the long form from right to
/// left, its first at the start of a word.
std::vector<Definition> find_definitions(std::string_view text, Span block);

}  // namespace evigrade::recognise
