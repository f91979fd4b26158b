#include "evigrade/base/charset.hpp"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>

#include "evigrade/base/text.hpp"

namespace evigrade {
namespace {

constexpr std::string_view replacement_utf8 = "\xEF\xBF\xBD";

/// The length of the valid UTF-8 sequence at `at`, 0 where there is none.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) return 1;
    const CodePoint c = decode(bytes, at);
    return c.length > 1 ? c.length : 0;
}

struct Utf8Reading {
    Decoded decoded;
    std::size_t sequences = 0;  ///< valid sequences of more than one byte
};

Utf8Reading read_utf8(std::string_view bytes) {
    Utf8Reading reading;
    reading.decoded.charset = "UTF-8";
    std::string& out = reading.decoded.text;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t begin = at;
        while (at < bytes.size()) {
            const std::size_t length = sequence_length(bytes, at);
            if (length == 0) break;
            if (length > 1) ++reading.sequences;
            at += length;
        }
        out.append(bytes, begin, at - begin);
        if (at == bytes.size()) break;
        out += replacement_utf8;
        ++reading.decoded.replaced;
        ++at;
    }
    return reading;
}

std::optional<Decoded> convert(std::string_view bytes, const std::string& charset) {
    const auto close = [](iconv_t* handle) {
        iconv_close(*handle);
        delete handle;
    };
    iconv_t opened = iconv_open("UTF-8", charset.c_str());
    if (opened == reinterpret_cast<iconv_t>(-1)) return std::nullopt;  // NOLINT: iconv's own error value
    const std::unique_ptr<iconv_t, decltype(close)> handle(new iconv_t(opened), close);
    Decoded decoded{{}, charset, 0};
    decoded.text.reserve(bytes.size() + bytes.size() / 4);
    std::array<char, 65536> buffer{};
    auto* in = const_cast<char*>(bytes.data());  // NOLINT: iconv reads through a pointer that is not const
    std::size_t left = bytes.size();
    while (left > 0) {
        char* out = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t status = iconv(*handle, &in, &left, &out, &room);
        const int problem = errno;
        decoded.text.append(buffer.data(), buffer.size() - room);
        if (status != static_cast<std::size_t>(-1) || problem == E2BIG) continue;
        decoded.text += replacement_utf8;
        ++decoded.replaced;
        ++in;
        --left;
    }
    return decoded;
}

/// Zero bytes at every other place: UTF-16 without a byte order mark.
std::optional<std::string> wide_charset(std::string_view bytes) {
    const std::size_t pairs = std::min<std::size_t>(bytes.size() / 2, 2048);
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < pairs; ++i) {
        if (bytes[2 * i] == '\0') ++even;
        if (bytes[2 * i + 1] == '\0') ++odd;
    }
    if (pairs < 2) return std::nullopt;
    if (odd * 10 > pairs * 4 && even * 20 < pairs) return "UTF-16LE";
    if (even * 10 > pairs * 4 && odd * 20 < pairs) return "UTF-16BE";
    return std::nullopt;
}

std::optional<std::string> byte_order_mark(std::string_view bytes) {
    if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return "UTF-32";
    if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return "UTF-32";
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return "UTF-16";
    return std::nullopt;
}

/// What people write is not always what they mean: browsers read these names so.
std::string as_browsers_do(const std::string& name) {
    if (name == "iso-8859-1" || name == "latin1" || name == "latin-1" || name == "us-ascii" || name == "ascii")
        return "windows-1252";
    if (name == "iso-8859-9") return "windows-1254";
    if (name == "shift_jis" || name == "shift-jis" || name == "sjis" || name == "x-sjis") return "cp932";
    if (name == "gb2312" || name == "gbk") return "gb18030";
    if (name == "ks_c_5601-1987" || name == "euc-kr") return "cp949";
    return name;
}

/// The encoding that an XML declaration or a meta element at the head of the document names.
std::optional<std::string> declared_charset(std::string_view bytes) {
    const std::string head = lower(bytes.substr(0, 4096));
    std::size_t at = std::string::npos;
    if (head.starts_with("<?xml")) {
        at = head.substr(0, head.find("?>")).find("encoding=");
        if (at != std::string::npos) at += 9;
    }
    if (at == std::string::npos) {
        const std::size_t meta = head.find("<meta");
        at = meta == std::string::npos ? meta : head.find("charset=", meta);
        if (at == std::string::npos) return std::nullopt;
        at += 8;
    }
    while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
    std::string name;
    while (at < head.size() && name.size() < 40 && (is_ascii_alnum(head[at]) || head[at] == '-' || head[at] == '_'))
        name += head[at++];
    if (name.empty() || name.starts_with("utf-8") || name.starts_with("utf8") || name.starts_with("utf-7"))
        return std::nullopt;
    return as_browsers_do(name);
}

std::optional<std::string> guessed_charset(std::string_view bytes) {
    constexpr std::size_t enough = std::size_t{1} << 20;
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
    const std::string_view sample = bytes.substr(0, enough);
    if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return std::nullopt;
    uchardet_data_end(detector.get());
    const std::string name = lower(uchardet_get_charset(detector.get()));
    if (name.empty() || name.starts_with("utf-8")) return std::nullopt;
    return as_browsers_do(name);
}

}  // namespace

Decoded decode_bytes(std::string_view bytes) {
    if (const auto mark = byte_order_mark(bytes)) {
        if (auto decoded = convert(bytes, *mark)) return std::move(*decoded);
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) return read_utf8(bytes.substr(3)).decoded;
    if (const auto wide = wide_charset(bytes)) {
        if (auto decoded = convert(bytes, *wide)) return std::move(*decoded);
    }
    Utf8Reading utf8 = read_utf8(bytes);
    const bool shifts = bytes.find('\x1B') != std::string_view::npos;  // ISO-2022 hides in ASCII behind escapes
    if (utf8.decoded.replaced == 0 && !(shifts && utf8.sequences == 0)) return std::move(utf8.decoded);
    if (utf8.sequences > 0 && utf8.decoded.replaced <= utf8.sequences / 4 + 1) return std::move(utf8.decoded);
    for (const auto& charset : {declared_charset(bytes), guessed_charset(bytes)}) {
        if (!charset || (utf8.decoded.replaced == 0 && !charset->starts_with("iso-2022"))) continue;
        auto decoded = convert(bytes, *charset);
        if (decoded && decoded->replaced * 20 <= utf8.decoded.replaced + 20) return std::move(*decoded);
    }
    if (utf8.decoded.replaced == 0) return std::move(utf8.decoded);
    return convert(bytes, "windows-1252").value_or(std::move(utf8.decoded));
}

std::string charset_of(std::string_view beginning) {
    // A character cut at the end says nothing of the encoding.
    for (int cut = 0; cut < 4 && !beginning.empty() && static_cast<unsigned char>(beginning.back()) >= 0x80; ++cut)
        beginning.remove_suffix(1);
    return decode_bytes(beginning).charset;
}

}  // namespace evigrade
