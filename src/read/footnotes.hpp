// Footnotes of Markdown, which CommonMark does not know.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace evigrade::read {

/// The label of a footnote definition that begins this line ("[^label]: text"), and where its text begins.
struct FootnoteStart {
    std::string_view label;
    std::size_t text;
};
std::optional<FootnoteStart> footnote_start(std::string_view line);

/// The Markdown with each definition wrapped as a raw <x-footnote> block where it stands.
std::string with_footnote_blocks(std::string_view markdown);

}  // namespace evigrade::read
