// Markdown becomes HTML first, as its inventors meant it: raw HTML inside it then needs no rule of its own.
// The door to md4c.
#pragma once

#include <string>
#include <string_view>

#include "evigrade/model/article.hpp"

namespace evigrade::read {

/// Whether the text uses Markdown at all: many files called .md are plain text saved from a page.
bool looks_like_markdown(std::string_view text);

/// The HTML of CommonMark with tables, bare links and footnotes; a footnote's definition becomes an
/// <x-footnote data-label="…"> where it stood, its marker stays text.
std::string markdown_to_html(std::string_view markdown);

/// Marks every "[^label]" of the text as a citation of that footnote.
void mark_footnote_markers(Article& article);

}  // namespace evigrade::read
