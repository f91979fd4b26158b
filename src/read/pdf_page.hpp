// The words of a PDF's pages and where they stand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/page.hpp"

namespace evigrade::read {

struct PdfBox {
    double x0 = 0;
    double y0 = 0;
    double x1 = 0;
    double y1 = 0;
    [[nodiscard]] double height() const { return y1 - y0; }
    [[nodiscard]] double width() const { return x1 - x0; }
};

struct PdfWord {
    PdfBox box;
    std::string text;
};

struct PdfLine {
    PdfBox box;
    std::vector<PdfWord> words;  ///< from left to right
};

struct PdfPage {
    double width = 0;
    double height = 0;
    std::vector<PdfLine> lines;
};

/// What `pdftotext -bbox-layout` prints, as pages; the document's own title and author go to `page`.
std::vector<PdfPage> pdf_pages(std::string_view xhtml, Page& page);

/// The text of a line: words that touch are one, as a superscript and its word do.
std::string text_of(const PdfLine& line);
/// Whether a blank stands between two words of a line.
bool apart(const PdfWord& before, const PdfWord& after);

}  // namespace evigrade::read
