// From bytes of any encoding to UTF-8. The door to uchardet and iconv. Articles and bibliographic files need it alike,
// so it stands on the ground floor.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace evigrade {

struct Decoded {
    std::string text;          ///< valid UTF-8
    std::string charset;       ///< the encoding it was read as
    std::size_t replaced = 0;  ///< bytes that made no sense in it; each became U+FFFD
};

/// A byte order mark decides, then UTF-8 where the bytes are valid (or nearly valid) UTF-8, then what the document
/// declares (XML declaration, meta charset), then uchardet's guess, then windows-1252.
Decoded decode_bytes(std::string_view bytes);

/// The same decision from the beginning of a long text: "UTF-8", or a name that iconv knows.
std::string charset_of(std::string_view beginning);

/// From one encoding to UTF-8, piece by piece: pieces may end anywhere, also inside a character.
/// Text is nearly always UTF-8 already, and then no byte is copied. A byte that is no UTF-8 in a text of UTF-8 is read
/// as windows-1252: long texts are often joined from parts of different origin.
class Transcoder {
public:
    explicit Transcoder(const std::string& charset);
    ~Transcoder();
    Transcoder(Transcoder&&) noexcept;
    Transcoder& operator=(Transcoder&&) noexcept;

    /// Valid UTF-8, as a view into `piece` or into this object; good until the next call.
    std::string_view feed(std::string_view piece);
    /// What the last pieces left over. To be called once, at the end.
    std::string_view finish();

private:
    struct Converter;
    std::string_view feed_utf8(std::string_view piece);
    std::string_view convert(std::string_view piece);

    std::unique_ptr<Converter> converter_;  ///< nothing for UTF-8
    std::string carry_;                     ///< the beginning of a character whose end is still to come
    std::string out_;
    bool begun_ = false;
};

}  // namespace evigrade
