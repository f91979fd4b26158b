// Which lines of a column belong together.
#pragma once

#include <string>
#include <string_view>

#include "read/pdf_order.hpp"

namespace evigrade::read {

/// What matters of a line for the paragraph it is in.
struct LineShape {
    std::string text;
    double left = 0;
    double right = 0;
    double base = 0;         ///< where its letters stand
    double size = 0;         ///< height of its letters
    bool has_cells = false;  ///< it is a row of a table
};
LineShape shape_of(const PdfLine& line);

/// Measures of a column that its lines are held against.
struct ColumnShape {
    double left = 0;
    double right = 0;
    double leading = 0;  ///< usual distance from line to line
};
ColumnShape shape_of(const PdfColumn& column);

enum class Style { prose, references };

/// Whether `line` begins a new paragraph after `before`, which stands above it in the same column.
bool begins_paragraph(const LineShape& before, const LineShape& line, const ColumnShape& column, Style style);
/// The same for the first line of a column and the last line of the column before it.
bool begins_paragraph_in_next_column(const LineShape& before, const ColumnShape& its_column, const LineShape& line);

/// "References", "Literature cited": what follows is a list of references.
bool heads_references(std::string_view line);
bool ends_sentence(std::string_view line);

}  // namespace evigrade::read
