// The order in which a person reads a page: columns one after the other.
#pragma once

#include <vector>

#include "read/pdf_page.hpp"

namespace evigrade::read {

/// A stretch of a page that is read from top to bottom: a column, or what runs across the columns.
struct PdfColumn {
    double left = 0;
    double right = 0;
    std::vector<PdfLine> lines;  ///< whole visual lines, from top to bottom
};

/// Takes the page apart.
std::vector<PdfColumn> reading_order(PdfPage page);

}  // namespace evigrade::read
