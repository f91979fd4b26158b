// HTML pages, and what Markdown becomes. The door to gumbo.
#pragma once

#include <string_view>

#include "evigrade/model/article.hpp"
#include "evigrade/read.hpp"
#include "read/landmarks.hpp"
#include "read/page.hpp"

namespace evigrade::read {

/// Fills the article's text, layout, marks and findings, and what the page says of itself.
void read_html(std::string_view html, const Landmarks& landmarks, const Limits& limits, Article& article, Page& page);

}  // namespace evigrade::read
