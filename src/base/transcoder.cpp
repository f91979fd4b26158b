#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "evigrade/base/charset.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// windows-1252 of 0x80 to 0x9F; what the standard leaves open is read as the control character of Latin-1.
constexpr std::array<char16_t, 32> windows_1252{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

char32_t as_windows_1252(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0xA0 ? windows_1252[byte - 0x80U] : byte;
}

/// The first byte at or after `at` that is not ASCII.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    while (at + 8 <= text.size()) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        if ((word & high_bits) != 0) break;
        at += 8;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at;
}

/// How many bytes the character that begins with this byte takes; 1 for what cannot begin one.
std::size_t announced_length(char first) {
    const auto byte = static_cast<unsigned char>(first);
    if (byte >= 0xF0 && byte < 0xF5) return 4;
    if (byte >= 0xE0) return byte < 0xF0 ? 3 : 1;
    return byte >= 0xC2 ? 2 : 1;
}

/// Whether the rest of the text may be the beginning of a character.
bool may_go_on(std::string_view rest) {
    return rest.size() < announced_length(rest.front()) && std::all_of(rest.begin() + 1, rest.end(), [](char c) {
               return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
           });
}

/// Where valid UTF-8 ends.
std::size_t valid_until(std::string_view text, std::size_t at) {
    for (at = skip_ascii(text, at); at < text.size(); at = skip_ascii(text, at)) {
        const CodePoint c = decode(text, at);
        if (c.length < 2) break;
        at += c.length;
    }
    return at;
}

}  // namespace

struct Transcoder::Converter {
    explicit Converter(iconv_t opened) : handle(opened) {}
    ~Converter() { iconv_close(handle); }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    iconv_t handle;
};

Transcoder::Transcoder(const std::string& charset) {
    if (charset == "UTF-8") return;
    iconv_t opened = iconv_open("UTF-8", charset.c_str());
    if (opened != reinterpret_cast<iconv_t>(-1)) converter_ = std::make_unique<Converter>(opened);  // NOLINT: iconv's error
}

Transcoder::~Transcoder() = default;
Transcoder::Transcoder(Transcoder&&) noexcept = default;
Transcoder& Transcoder::operator=(Transcoder&&) noexcept = default;

std::string_view Transcoder::feed(std::string_view piece) {
    return converter_ ? convert(piece) : feed_utf8(piece);
}

std::string_view Transcoder::finish() {
    out_.clear();
    if (converter_ && !carry_.empty()) out_ = "\xEF\xBF\xBD";
    if (!converter_) {
        for (const char c : carry_) append_utf8(out_, as_windows_1252(c));
    }
    carry_.clear();
    return out_;
}

std::string_view Transcoder::feed_utf8(std::string_view piece) {
    if (!begun_ && carry_.size() + piece.size() < utf8_mark.size()) {
        carry_ += piece;
        if (utf8_mark.starts_with(carry_)) return {};
        piece = {};
    }
    std::string joined;
    if (!carry_.empty()) {
        joined = std::move(carry_) + std::string(piece);
        carry_.clear();
        piece = joined;
    }
    if (!std::exchange(begun_, true) && piece.starts_with(utf8_mark)) piece.remove_prefix(utf8_mark.size());
    std::size_t at = valid_until(piece, 0);
    if (at == piece.size() && joined.empty()) return piece;
    out_.assign(piece, 0, at);
    while (at < piece.size()) {
        if (may_go_on(piece.substr(at))) {
            carry_ = piece.substr(at);
            break;
        }
        append_utf8(out_, as_windows_1252(piece[at]));
        const std::size_t end = valid_until(piece, at + 1);
        out_.append(piece, at + 1, end - at - 1);
        at = end;
    }
    return out_;
}

std::string_view Transcoder::convert(std::string_view piece) {
    std::string joined = std::move(carry_) + std::string(piece);
    carry_.clear();
    out_.clear();
    std::array<char, 65536> buffer{};
    char* in = joined.data();
    std::size_t left = joined.size();
    while (left > 0) {
        char* out = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t status = iconv(converter_->handle, &in, &left, &out, &room);
        const int problem = errno;
        out_.append(buffer.data(), buffer.size() - room);
        if (status != static_cast<std::size_t>(-1) || problem == E2BIG) continue;
        if (problem == EINVAL) {
            carry_.assign(in, left);
            break;
        }
        out_ += "\xEF\xBF\xBD";
        ++in;
        --left;
    }
    return out_;
}

}  // namespace evigrade
