// One stop in running text: what it is made of, what belongs to it, what follows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "segment/abbreviations.hpp"

namespace evigrade::segment {

/// Length in bytes of the sentence-ending sign at `at` (. ! ? … 。 ！ ？ ؟ ۔ ।), 0 where there is none.
std::size_t stop_length(std::string_view text, std::size_t at);

enum class StopKind : std::uint8_t {
    full_stop,  ///< a single "."
    ellipsis,   ///< "…" or several stops
    strong,     ///< contains "!" or "?", or is a full stop of a script without capitals
};

enum class Gap : std::uint8_t { blank, none };

/// A run of stops with the closing quotes, brackets and citation marks that stand on it.
struct Stop {
    std::size_t begin = 0;  ///< of the first sign
    std::size_t end = 0;    ///< after everything that belongs to it
    std::size_t next = 0;   ///< where the following text begins, or the text's size
    StopKind kind = StopKind::full_stop;
    Gap gap = Gap::blank;  ///< whether white space parts it from what follows
};

/// Reads the run of stops at `at`. Precondition: stop_length(text, at) > 0.
Stop read_stop(std::string_view text, std::size_t at);

/// Whether the sentence that began at `begin` ends with this stop.
bool ends_sentence(std::string_view text, std::size_t begin, const Stop& stop, const Abbreviations& abbreviations);

}  // namespace evigrade::segment
