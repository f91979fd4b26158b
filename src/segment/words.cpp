#include "segment/words.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"

namespace evigrade::segment {
namespace {

bool is_number(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return is_ascii_digit(c); });
}

/// The typographic block U+2000-206F holds blanks, dashes and quotes, U+00A0-00BF signs: no letters of any word.
bool is_sign(char32_t c) {
    return (c >= 0x2000 && c <= 0x206F) || (c >= 0x80 && c <= 0xBF) || c == 0xFFFD || (c >= 0x2190 && c <= 0x2BFF);
}

}  // namespace

std::string plain_words(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    const auto blank = [&] {
        if (!out.empty() && out.back() != ' ') out += ' ';
    };
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (is_ascii_alnum(c)) {
            out += ascii_lower(c);
            ++i;
        } else if (static_cast<unsigned char>(c) < 0x80) {
            blank();
            ++i;
        } else {
            const CodePoint point = decode(text, i);
            if (is_sign(point.value) && point.value != U'©') {
                blank();
            } else {
                out += text.substr(i, point.length);
            }
            i += point.length;
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string heading_words(std::string_view text) {
    text = trim(text);
    const std::size_t number = std::min(text.find_first_not_of("0123456789.)"), text.size());
    const std::size_t roman = std::min(text.find_first_not_of("IVX"), text.size());
    const auto strip = [&](std::size_t length) {
        const std::string_view rest = text.substr(length);
        const std::string_view words = trim(rest);
        const bool parted = rest.size() > words.size() || (length > 0 && text[length - 1] == '.');
        if (length > 0 && parted && !words.empty() && is_ascii_alpha(words.front())) text = words;
    };
    if (number > 0) {
        strip(number);
    } else if (roman > 0 && text.substr(roman, 1) == ".") {
        strip(roman + 1);
    }
    std::string words = plain_words(text);
    const std::size_t blank = words.rfind(' ');
    if (blank != std::string::npos && is_number(std::string_view(words).substr(blank + 1))) words.erase(blank);
    return words;
}

}  // namespace evigrade::segment
