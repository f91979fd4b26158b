#include "link/reference_shapes.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"

namespace evigrade::link {
namespace {

using learn::join;

enum Coarse : std::uint8_t {
    lower_word = 1,
    capital_word,
    upper_word,
    mixed_word,
    initial,
    small_letter,
    digits,
    year,
    named
};

bool looks_like_year(std::string_view digits_text) {
    if (digits_text.size() != 4) return false;
    const auto century = digits_text.substr(0, 2);
    return century == "18" || century == "19" || (century == "20" && digits_text[2] < '4') || century == "17";
}

Coarse coarse_of(std::string_view word, const ReferenceToken& token) {
    std::size_t letters = 0;
    std::size_t uppers = 0;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = decode(word, at);
        at += c.length;
        ++letters;
        uppers += is_upper(c.value) ? 1U : 0U;
    }
    if (letters == 1) return token.capital ? initial : small_letter;
    if (uppers == 0) return lower_word;
    if (uppers == letters) return upper_word;
    return uppers == 1 && token.capital ? capital_word : mixed_word;
}

std::uint64_t length_class(std::size_t n) {
    return n <= 4 ? n : n <= 7 ? 5 : 6;
}

/// Affixes by bytes; a letter cut in half is as good a feature as any.
void shape_word(TokenShape& shape, std::string_view word, const ReferenceToken& token) {
    const std::string low = lower(word);
    shape.word = word_hash(word);
    shape.prefix3 = join(1, word_hash(std::string_view(low).substr(0, 3)));
    shape.suffix3 = join(2, word_hash(std::string_view(low).substr(low.size() - std::min<std::size_t>(3, low.size()))));
    shape.suffix4 = join(3, word_hash(std::string_view(low).substr(low.size() - std::min<std::size_t>(4, low.size()))));
    const Coarse coarse = coarse_of(word, token);
    shape.coarse = coarse;
    shape.form = shape.coarse * 16U + length_class(word.size());
    shape.family = coarse == initial ? 2 : token.capital ? 1 : 0;
}

void shape_number(TokenShape& shape, std::string_view number) {
    const bool is_year = looks_like_year(number);
    shape.coarse = is_year ? year : digits;
    shape.form = shape.coarse * 16U + std::min<std::size_t>(number.size(), 9);
    shape.word = number.size() <= 2 ? word_hash(number)
                                    : join(shape.form, number.size() == 4 ? word_hash(number.substr(0, 2))
                                                                          : word_hash(number.substr(0, 1)));
    shape.prefix3 = shape.suffix3 = shape.suffix4 = shape.form;
    shape.family = is_year ? 4 : 3;
    shape.group = 1;
}

std::uint8_t family_of_mark(char32_t mark) {
    switch (mark) {
        case '.':
            return 6;
        case ',':
            return 7;
        case ';':
        case ':':
            return 8;
        case '(':
        case '[':
            return 9;
        case ')':
        case ']':
            return 10;
        case '"':
            return 11;
        case '\'':
        case '-':
        case '/':
            return 12;
        default:
            return 13;
    }
}

void shape_mark(TokenShape& shape, const ReferenceToken& token) {
    shape.coarse = 32 + token.mark;
    shape.form = shape.coarse * 16U;
    shape.word = shape.prefix3 = shape.suffix3 = shape.suffix4 = join(9, token.mark);
    shape.family = family_of_mark(token.mark);
    shape.group = 2;
}

}  // namespace

TokenShape own_shape(std::string_view text, const ReferenceToken& token) {
    TokenShape shape;
    const std::string_view bytes = token.in(text);
    switch (token.kind) {
        case TokenKind::word:
            shape_word(shape, bytes, token);
            break;
        case TokenKind::number:
            shape_number(shape, bytes);
            break;
        case TokenKind::mark:
            shape_mark(shape, token);
            break;
        case TokenKind::identifier:
            shape.coarse = named;
            shape.form = named * 16U + (!bytes.empty() ? static_cast<unsigned char>(ascii_lower(bytes[0])) % 16U : 0U);
            shape.word = shape.prefix3 = shape.suffix3 = shape.suffix4 = join(10, shape.form);
            shape.family = 5;
            shape.group = 3;
            break;
    }
    shape.form = shape.form * 2 + (token.after_space ? 1U : 0U);
    return shape;
}

TokenShape TokenShape::outside() {
    TokenShape shape;
    shape.word = shape.form = shape.coarse = 0xED6E;
    return shape;
}

std::uint64_t word_hash(std::string_view word) {
    std::uint64_t h = 0xCBF29CE484222325ULL;
    for (const char c : word) h = (h ^ static_cast<unsigned char>(ascii_lower(c))) * 0x100000001B3ULL;
    return h;
}

}  // namespace evigrade::link
