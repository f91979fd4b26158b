// render: answers and records as text. JSON exactly as DESIGN 4 fixes it; tables and sentences for people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/model/article.hpp"
#include "evigrade/model/bibliography.hpp"
#include "evigrade/model/claim.hpp"
#include "evigrade/model/entity.hpp"

namespace evigrade::render {

/// The article record of DESIGN 4.1 (schema evigrade.article/1) as one line of JSON without a line end.
/// Bytes that are no UTF-8 are replaced.
std::string article_record(const Article& article, const Mentions& mentions, const Linked& linked);

/// One CSL-JSON item as JSON, without a line end. `id` is left to the caller where it is "".
std::string csl_item(const BibItem& item, std::string_view id = {});

/// How text for people may look.
enum class Style : std::uint8_t { plain, coloured };
struct Page {
    std::size_t width = 80;
    Style style = Style::plain;
};

enum class Tone : std::uint8_t { normal, strong, dim, good, bad, warning };
/// The text in a tone, control characters made visible; plain pages leave it unstyled.
std::string toned(std::string_view text, Tone tone, const Page& page);

/// The text broken at blanks to fit the page, every line indented.
std::string wrapped(std::string_view text, const Page& page, std::size_t indent = 0);

enum class Align : std::uint8_t { left, right };
struct Column {
    std::string title;
    Align align = Align::left;
};
/// An aligned table that fits the page: the widest left-aligned columns wrap inside their cells.
std::string table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows, const Page& page);

}  // namespace evigrade::render
