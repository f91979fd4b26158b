#include "recognise/tokens.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"

namespace evigrade::recognise {
namespace {

bool is_ascii_word_byte(char c) {
    return is_ascii_alnum(c);
}

/// The length of a word of ASCII letters that are lower case but for the first; 0 for any other.
std::size_t plain_word(std::string_view text, std::size_t at, std::size_t end) {
    if (!is_ascii_alpha(text[at])) return 0;
    std::size_t last = at + 1;
    while (last < end && is_ascii_lower(text[last])) ++last;
    const bool ends = last == end || (static_cast<unsigned char>(text[last]) < 0x80 && !is_ascii_alnum(text[last]));
    return ends ? last - at : 0;
}

/// Reads on while letters and digits follow; counts what decides the shape and lowers ASCII letters into `lowered`.
std::size_t read_word(std::string_view text, std::size_t at, std::size_t end, std::array<char, 48>& lowered,
                      std::size_t& length, Shape& shape) {
    if (const std::size_t size = plain_word(text, at, end); size > 0) {  // nearly all
        shape = is_ascii_upper(text[at]) ? Shape::capital : Shape::lower;
        length = size;
        const std::size_t kept = std::min(size, lowered.size());
        std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(at), kept, lowered.begin());
        lowered[0] = ascii_lower(lowered[0]);
        return at + size;
    }
    std::size_t upper = 0, lower_count = 0, digits = 0, others = 0;
    const std::size_t begin = at;
    const bool first_upper = is_ascii_lower(text[at]) ? false : is_upper(decode(text, at).value);
    length = 0;
    if (text[at] == '&') {  // the one sign that is a word
        shape = Shape::other;
        lowered[length++] = '&';
        return at + 1;
    }
    while (at < end) {
        const char c = text[at];
        std::size_t size = 1;
        if (is_ascii_lower(c)) {
            ++lower_count;
        } else if (static_cast<unsigned char>(c) < 0x80) {
            if (!is_ascii_word_byte(c)) break;
            upper += is_ascii_upper(c);
            digits += is_ascii_digit(c);
        } else {
            const CodePoint point = decode(text, at);
            if (!is_letter(point.value) && !(point.value >= 0x2080 && point.value <= 0x2089)) break;
            size = point.length;
            ++others;
        }
        if (size == 1) {
            if (length < lowered.size()) lowered[length] = ascii_lower(c);
            ++length;
            ++at;
            continue;
        }
        for (std::size_t i = 0; i < size && at + i < end; ++i, ++length) {
            if (length < lowered.size()) lowered[length] = text[at + i];
        }
        at += size;
    }
    const bool all_upper = upper > 0 && lower_count == 0 && others == 0;
    if (digits == at - begin) {
        shape = Shape::digits;
    } else if (all_upper && at - begin > 1) {
        shape = Shape::upper;
    } else if (upper > (first_upper ? 1U : 0U) || (digits > 0 && upper > 0)) {
        shape = Shape::mixed;
    } else {
        shape = first_upper ? Shape::capital : lower_count > 0 ? Shape::lower : Shape::other;
    }
    return std::min(at, end);
}

/// Skips to the next word and says what lay between.
std::size_t skip_break(std::string_view text, std::size_t at, std::size_t end, std::size_t last_size, Break& seen) {
    // Nine gaps of ten are one blank.
    if (at + 1 < end && text[at] == ' ' && is_ascii_word_byte(text[at + 1])) {
        seen = Break::blank;
        return at + 1;
    }
    bool blank = false, comma = false, hard = false;
    std::size_t dashes = 0;
    const std::size_t begin = at;
    while (at < end) {
        const char c = text[at];
        std::size_t size = 1;
        if (static_cast<unsigned char>(c) < 0x80) {
            if (is_ascii_word_byte(c) || c == '&') break;
            if (is_ascii_space(c)) {
                blank = true;
            } else if (c == '-') {
                ++dashes;
            } else if (c == ',') {
                comma = true;
            } else if (c == '.' && last_size == 1) {
                blank = true;  // "O. sanctum"
            } else if (c != '\'' && c != '"' && c != '#') {
                hard = true;
            }
        } else {
            const CodePoint point = decode(text, at);
            if (is_letter(point.value)) break;
            size = point.length;
            const char32_t v = point.value;
            if (v >= 0x2010 && v <= 0x2012) {
                ++dashes;
            } else if (v == 0xA0 || (v >= 0x2000 && v <= 0x200A)) {
                blank = true;
            } else if (!(v >= 0x2018 && v <= 0x201D) && v != 0xAE && v != 0x2122 && v != 0xAD && v != 0x200B) {
                hard = true;
            }
        }
        at += size;
    }
    if (at == begin) {
        seen = Break::none;
    } else if (hard || dashes > 1 || (dashes == 1 && blank)) {
        seen = Break::hard;
    } else {
        seen = comma ? Break::comma : dashes == 1 ? Break::hyphen : blank ? Break::blank : Break::none;
    }
    return std::min(at, end);
}

/// "'s" after a word belongs to it and says nothing.
bool is_possessive(std::string_view text, const Token& token, const Token& before) {
    return token.span.size() == 1 && (text[token.span.begin] == 's' || text[token.span.begin] == 'S') &&
           token.before == Break::none && token.span.begin > before.span.end;
}

void find_phrases(const Cues& cues, std::vector<Token>& tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (!tokens[at].may_start_phrase) continue;
        const Cue* cue = cues.phrase([&](std::size_t i) {
            const std::size_t place = at + i;
            return place < tokens.size() && (i == 0 || runs_on(tokens[place])) ? tokens[place].hash : 0;
        });
        if (cue == nullptr) continue;
        tokens[at].phrase = cue->roles;
        tokens[at].phrase_words = cue->words;
        tokens[at].phrase_cue = cue;
    }
}

}  // namespace

void tokenise(std::string_view text, Span within, const Cues& cues, std::vector<Token>& out) {
    out.clear();
    std::array<char, 48> lowered{};
    std::size_t at = within.begin;
    for (bool first = true;; first = false) {
        Token token;
        at = skip_break(text, at, within.end, out.empty() ? 0 : out.back().span.size(), token.before);
        if (first) token.before = Break::hard;
        if (at >= within.end) break;
        std::size_t length = 0;
        const std::size_t begin = at;
        at = read_word(text, at, within.end, lowered, length, token.shape);
        token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
        if (!out.empty() && is_possessive(text, token, out.back())) continue;
        if (length <= lowered.size()) token.hash = Cues::hash_of({lowered.data(), length});
        const Cues::Known known = cues.word(token.hash);
        token.cue = known.cue;
        token.may_start_phrase = known.starts_phrase;
        token.roles = known.roles;
        out.push_back(token);
    }
    find_phrases(cues, out);
}

std::size_t words_of(const std::vector<Token>& tokens, std::size_t at, Role role) {
    if (at >= tokens.size()) return 0;
    if (tokens[at].starts(role)) return tokens[at].phrase_words;
    return tokens[at].is(role) ? 1 : 0;
}

std::size_t words_of_ending_at(const std::vector<Token>& tokens, std::size_t end, Role role) {
    constexpr std::size_t most = 4;
    for (std::size_t words = most; words > 0; --words) {
        if (words > end || end > tokens.size()) continue;
        if (words == 1 ? tokens[end - 1].is(role) : words_of(tokens, end - words, role) == words) return words;
    }
    return 0;
}

std::size_t token_at(const std::vector<Token>& tokens, std::uint32_t position) {
    const auto found = std::lower_bound(tokens.begin(), tokens.end(), position,
                                        [](const Token& token, std::uint32_t p) { return token.span.begin < p; });
    return static_cast<std::size_t>(found - tokens.begin());
}

}  // namespace evigrade::recognise
