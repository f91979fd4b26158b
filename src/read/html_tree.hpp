// Questions to gumbo's tree that need no state.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evigrade::read {

/// Where main, article and h1 elements begin in the source, sorted.
std::vector<std::size_t> offsets_of_main_parts(const GumboNode& root);
/// The text below an element, at most `limit` bytes of it.
std::string text_of(const GumboElement& element, std::size_t limit);

bool is_heading_tag(GumboTag tag);
/// 1 to 6. Precondition: is_heading_tag(tag).
std::uint8_t heading_level(GumboTag tag);
/// A block of a few words without blocks inside, as a heading is.
bool is_short_line(const GumboElement& element);
/// Our own element for a Markdown footnote.
bool is_footnote_element(const GumboElement& element);
/// header, footer and aside: inside an article they are usually its own.
bool may_belong_to_article(GumboTag tag);

/// The key under which other places link to this element: its id, or its footnote label.
std::optional<std::string> label_of(const GumboElement& element);
std::optional<int> number_attribute(const GumboElement& element, const char* name);
/// "https://schema.org/Comment" becomes "comment".
std::string schema_type(std::string_view itemtype);

/// A link from a footnote back to the text.
bool is_way_back(std::string_view key);
bool looks_like_citation_key(std::string_view key);
/// "[3]", "12", "1,2-4": the text of a numeric citation.
bool is_citation_text(std::string_view text);

/// Whether a table only arranges the page: it holds other tables, headings, lists or long prose.
bool is_layout_table(const GumboElement& table);
struct TableCell {
    const GumboElement* element;
    bool first_of_row;
};
/// Captions and cells, row by row.
std::vector<TableCell> cells_of(const GumboElement& table);

}  // namespace evigrade::read
