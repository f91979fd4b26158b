// From bytes of any encoding to UTF-8. The door to uchardet and iconv.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace evigrade::read {

struct Decoded {
    std::string text;          ///< valid UTF-8
    std::string charset;       ///< the encoding it was read as
    std::size_t replaced = 0;  ///< bytes that made no sense in it; each became U+FFFD
};

/// A byte order mark decides, then UTF-8 where the bytes are valid (or nearly valid) UTF-8, then what the document
/// declares (XML declaration, meta charset), then uchardet's guess, then windows-1252.
Decoded decode_bytes(std::string_view bytes);

}  // namespace evigrade::read
