// What stands in front of a list item: a bullet, a number, a letter.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace evigrade::segment {

enum class MarkerKind : std::uint8_t {
    none,
    bullet,   ///< • - *
    number,   ///< 1. 1)
    bracket,  ///< [1] (1)
    letter,   ///< a) (a)
};

struct Marker {
    MarkerKind kind = MarkerKind::none;
    std::uint32_t length = 0;  ///< bytes up to the item's own text
    std::optional<int> ordinal;
    char sign = 0;  ///< what tells markers of one kind apart: '.', ')', ']', or a bullet's last byte
};

/// The marker at the start of a trimmed line, `none` where there is none. A marker alone on its line is one too.
Marker read_marker(std::string_view line);

/// A number in front of a reference, which needs less: "1Smith", "1 Smith", "[1]Smith", "1.Smith" as well.
Marker read_reference_marker(std::string_view line);

/// A key in front of a reference: "[smith2019] Smith A. …", "[Knu97] Knuth D. …".
struct KeyMarker {
    std::string_view key;
    std::uint32_t length = 0;  ///< bytes up to the reference's own text; 0 where there is no key
};
KeyMarker read_reference_key(std::string_view line);

}  // namespace evigrade::segment
