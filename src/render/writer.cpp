#include "render/writer.hpp"

#include <array>

#include "evigrade/base/text.hpp"
#include "render/json.hpp"

namespace evigrade::render {
namespace {

/// ASCII that a JSON string holds as it is.
constexpr auto plain_ascii = [] {
    std::array<bool, 256> plain{};
    for (std::size_t c = 0x20; c < 0x80; ++c) plain[c] = c != '"' && c != '\\';
    return plain;
}();

/// How many bytes from here on stand in a JSON string as they are. Stops at what must be escaped and at broken UTF-8.
std::size_t plain_bytes(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (plain_ascii[byte]) {
            ++at;
            continue;
        }
        if (byte < 0x80) return at;
        const CodePoint c = decode(text, at);
        if (c.length == 1) return at;
        at += c.length;
    }
    return at;
}

/// "\n", "\u001f" …: of what `plain_bytes` stops at, all but broken UTF-8.
void append_escaped(std::string& out, char c) {
    static constexpr std::string_view escaped = "\"\\\b\f\n\r\t";
    static constexpr std::string_view letters = "\"\\bfnrt";
    static constexpr std::string_view hexadecimal = "0123456789abcdef";
    out += '\\';
    if (const std::size_t at = escaped.find(c); at != std::string_view::npos) {
        out += letters[at];
        return;
    }
    out += "u00";
    out += hexadecimal[static_cast<unsigned char>(c) >> 4U];
    out += hexadecimal[static_cast<unsigned char>(c) & 0xFU];
}

}  // namespace

void Writer::value(std::string_view text) {
    comma();
    const std::size_t begin = out_.size();
    out_ += '"';
    for (std::string_view rest = text;;) {
        const std::size_t length = plain_bytes(rest);
        out_ += rest.substr(0, length);
        if (length == rest.size()) break;
        if (static_cast<unsigned char>(rest[length]) >= 0x80) {  // broken: as every other answer writes it
            out_.resize(begin);
            out_ += one_line(Json(std::string(text)));
            return;
        }
        append_escaped(out_, rest[length]);
        rest.remove_prefix(length + 1);
    }
    out_ += '"';
}

void Writer::value(double number) {
    raw(one_line(Json(number)));
}

}  // namespace evigrade::render
