#include "catalog/sentence.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "evigrade/base/text.hpp"

namespace evigrade::catalog {
namespace {

constexpr std::array<std::string_view, 13> number_words{"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                        "seven", "eight", "nine", "ten",   "eleven", "twelve"};

bool begins_group(std::string_view text, std::size_t at) {
    const auto digit = [&](std::size_t i) { return i < text.size() && is_ascii_digit(text[i]); };
    return digit(at) && digit(at + 1) && digit(at + 2) && !digit(at + 3);
}

/// How many bytes part two groups of thousands at `at`: a comma, a blank, a narrow blank; 0 where nothing does.
std::size_t group_gap(std::string_view text, std::size_t at) {
    for (const std::string_view gap : {",", " ", "\u00A0", "\u2009", "\u202F"}) {
        if (text.substr(at).starts_with(gap) && begins_group(text, at + gap.size())) return gap.size();
    }
    return 0;
}

/// Reads a number at `at` and moves behind it.
double number_at(std::string_view text, std::size_t& at) {
    std::string digits;
    const std::size_t start = at;
    while (at < text.size()) {
        if (is_ascii_digit(text[at])) {
            digits += text[at++];
            continue;
        }
        const std::size_t gap = at - start <= 3 || digits.size() > 3 ? group_gap(text, at) : 0;
        if (gap == 0) break;
        at += gap;
    }
    if (at + 1 < text.size() && text[at] == '.' && is_ascii_digit(text[at + 1])) {
        digits += text[at++];
        while (at < text.size() && is_ascii_digit(text[at])) digits += text[at++];
    }
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

}  // namespace

std::vector<Piece> pieces_of(std::string_view sentence) {
    std::vector<Piece> out;
    bool glued = false;
    for (std::size_t at = 0; at < sentence.size();) {
        if (is_ascii_space(sentence[at])) {
            glued = false;
            ++at;
            continue;
        }
        Piece piece;
        piece.glued = glued;
        if (is_ascii_digit(sentence[at])) {
            piece.number = number_at(sentence, at);
        } else {
            const std::size_t begin = at;
            while (at < sentence.size() && is_ascii_alpha(sentence[at])) ++at;
            if (at == begin) at += decode(sentence, at).length;
            piece.word = lower(sentence.substr(begin, at - begin));
            const auto named = std::find(number_words.begin(), number_words.end(), piece.word);
            if (named != number_words.end()) piece.number = static_cast<double>(named - number_words.begin());
        }
        out.push_back(std::move(piece));
        glued = true;
    }
    return out;
}

}  // namespace evigrade::catalog
