// PDF files, by pdftotext of poppler-utils as a child process. Poppler's licence forbids linking it here.
#pragma once

#include <string_view>

#include "evigrade/base/result.hpp"
#include "evigrade/model/article.hpp"
#include "evigrade/read.hpp"
#include "read/page.hpp"

namespace evigrade::read {

/// Fills the article's text, marks and findings. Errors: no pdftotext, an encrypted file, a file that is damaged
/// beyond reading, a limit passed.
Status read_pdf(std::string_view bytes, const Limits& limits, Article& article, Page& page);

}  // namespace evigrade::read
