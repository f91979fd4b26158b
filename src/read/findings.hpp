// The defects that reading itself can see.
#pragma once

#include <cstddef>
#include <string>

#include "evigrade/model/article.hpp"

namespace evigrade::read {

/// Bytes that made no sense in the article's encoding; nothing happens for 0.
void note_broken_encoding(Article& article, std::size_t replaced, const std::string& charset);
/// Control characters that were removed; nothing happens for 0.
void note_controls(Article& article, std::size_t removed);
/// Markup that was not followed to its end, and why.
void note_markup_cut(Article& article, const std::string& reason);
/// A source that holds no text.
void note_empty(Article& article);

}  // namespace evigrade::read
