// From pages of words to running text: running heads out, columns in reading order, paragraphs joined.
#pragma once

#include <cstddef>
#include <vector>

#include "evigrade/model/article.hpp"
#include "read/pdf_page.hpp"

namespace evigrade::read {

/// Writes text and superscript marks; returns how many control characters were removed.
std::size_t write_pdf_text(std::vector<PdfPage> pages, Article& article);

/// Removes lines that come again at the head or foot of several pages, and page numbers.
void drop_running_heads(std::vector<PdfPage>& pages);

}  // namespace evigrade::read
