// Bytes of a file, of standard input; what kind of document they are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "evigrade/base/result.hpp"
#include "evigrade/model/article.hpp"
#include "evigrade/read.hpp"

namespace evigrade::read {

/// All bytes of a file, or of standard input for "-".
Result<std::string> load(const std::string& path, const Limits& limits);

/// The format that a name and the first bytes show. An error for what is certainly no article: archives, images,
/// programs, databases.
Result<ArticleFormat> format_of(std::string_view bytes, const std::string& name);

/// Whether a file name has the extension of an article.
bool has_article_extension(std::string_view name);

}  // namespace evigrade::read
