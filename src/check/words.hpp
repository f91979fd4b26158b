// The words of a file as they are compared with those of the article that was read from it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace evigrade::check {

struct SourceWord {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint64_t hash;  ///< of the bytes as they are
};

enum class Markup : std::uint8_t { none, tags };

/// Runs of ASCII letters and digits. With tags: without what stands in tags, comments, scripts, styles and entities.
std::vector<SourceWord> source_words(std::string_view text, Markup markup);

}  // namespace evigrade::check
