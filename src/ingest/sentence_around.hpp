// The sentence that a citation stands in, for figures to be held against the study cited.
#pragma once

#include <string_view>

#include "evigrade/model/span.hpp"

namespace evigrade::ingest {

/// The bounds of the sentence around a span. A raised number behind the full stop belongs to the sentence before it.
/// Precondition: span.end <= text.size().
Span sentence_around(std::string_view text, Span span);

}  // namespace evigrade::ingest
