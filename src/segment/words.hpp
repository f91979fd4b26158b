// Text brought into the shape in which cue tables are written.
#pragma once

#include <string>
#include <string_view>

namespace evigrade::segment {

/// ASCII letters lowered, every run of other than letters and digits one blank, none at the ends: "Don't miss: 7." becomes
/// "don t miss 7". Letters beyond ASCII stay as they are.
std::string plain_words(std::string_view text);

/// plain_words() without a number in front ("7. References", "IV References") and behind ("References (12)").
std::string heading_words(std::string_view text);

}  // namespace evigrade::segment
