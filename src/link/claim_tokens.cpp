#include "link/claim_tokens.hpp"

#include "evigrade/base/text.hpp"

namespace evigrade::link::reading {
namespace {

/// The ASCII stand-in of a typographic mark, and how many bytes the mark takes; length 0 where there is none.
struct Typographic {
    char mark;
    std::uint32_t length;
};

Typographic general_punctuation(char last) {
    switch (last) {
        case '\x90':  // hyphen, non-breaking hyphen
        case '\x91':
            return {'-', 3};
        case '\x92':  // figure dash, en dash, em dash, bar
        case '\x93':
        case '\x94':
        case '\x95':
            return {'_', 3};
        case '\x98':
        case '\x99':
            return {'\'', 3};
        case '\x9C':
        case '\x9D':
            return {'"', 3};
        case '\xA2':  // bullet
        case '\xA6':
            return {'.', 3};
        case '\x89':  // thin blanks and the like
        case '\xAF':
            return {' ', 3};
        default:
            return {0, 0};
    }
}

/// Signs of money all read as "$"; the text under the span tells which.
Typographic typographic(std::string_view rest) {
    if (rest.size() < 2 || (static_cast<unsigned char>(rest[0]) & 0x80U) == 0) return {0, 0};
    if (rest[0] == '\xC2') {
        if (rest[1] == '\xA3' || rest[1] == '\xA5' || rest[1] == '\xA2') return {'$', 2};
        if (rest[1] == '\xA0') return {' ', 2};
        if (rest[1] == '\xB1') return {'+', 2};
        if (rest[1] == '\xAE') return {' ', 2};
        return {0, 0};
    }
    if (rest.size() < 3 || rest[0] != '\xE2') return {0, 0};
    if (rest[1] == '\x80') return general_punctuation(rest[2]);
    if (rest[1] == '\x82' && static_cast<unsigned char>(rest[2]) >= 0xA0U) return {'$', 3};
    if (rest[1] == '\x88' && rest[2] == '\x92') return {'_', 3};
    if (rest[1] == '\x89' && rest[2] == '\xA4') return {'<', 3};
    if (rest[1] == '\x89' && rest[2] == '\xA5') return {'>', 3};
    if (rest[1] == '\x84' && rest[2] == '\xA2') return {' ', 3};
    return {0, 0};
}

bool is_word_byte(char c) {
    return is_ascii_alnum(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

class Tokeniser {
public:
    Tokeniser(std::string_view text, Span where, std::vector<Token>& out)
        : text_(text), at_(where.begin), end_(where.end), out_(out) {}

    void run() {
        while (at_ < end_) {
            const char c = text_[at_];
            if (is_ascii_space(c)) {
                ++at_;
            } else if (const Typographic t = typographic(text_.substr(at_, end_ - at_)); t.length > 0) {
                t.mark == ' ' ? void(at_ += t.length) : mark(t.mark, t.length);
            } else if (is_word_byte(c)) {
                word();
            } else {
                mark(c, 1);
            }
        }
    }

private:
    void mark(char c, std::uint32_t length) {
        const bool inside =
            at_ > 0 && at_ + length < end_ && !is_ascii_space(text_[at_ - 1]) && !is_ascii_space(text_[at_ + length]);
        const bool silent = c == '\'' || c == '*' || (c == '-' && inside);
        if (c == '_' || (c == '-' && !inside)) c = '-';
        if (!silent) out_.push_back({{at_, at_ + length}, hash_step(hash_start, c), TokenKind::mark, c});
        at_ += length;
    }

    /// Whether the mark at `at` binds two parts of one token: an apostrophe in a word, a point or comma in a number.
    [[nodiscard]] std::uint32_t joint(std::uint32_t at, TokenKind kind) const {
        const Typographic t = typographic(text_.substr(at, end_ - at));
        const char c = t.length > 0 ? t.mark : text_[at];
        const std::uint32_t length = t.length > 0 ? t.length : 1;
        if (at + length >= end_) return 0;
        const char next = text_[at + length];
        if (c == '\'' && is_ascii_alpha(next)) return length;
        if (kind == TokenKind::number && (c == '.' || c == ',') && is_ascii_digit(next)) return length;
        return 0;
    }

    void word() {
        const std::uint32_t begin = at_;
        const TokenKind kind = is_ascii_digit(text_[at_]) ? TokenKind::number : TokenKind::word;
        std::uint64_t hash = hash_start;
        while (at_ < end_) {
            if (is_ascii_alnum(text_[at_])) {
                hash = hash_step(hash, ascii_lower(text_[at_++]));
            } else if (const std::uint32_t length = joint(at_, kind); length > 0) {
                at_ += length;
            } else if (is_word_byte(text_[at_]) && typographic(text_.substr(at_, end_ - at_)).length == 0) {
                hash = hash_step(hash, ascii_lower(text_[at_++]));
            } else {
                break;
            }
        }
        out_.push_back({{begin, at_}, hash, kind, 0});
    }

    std::string_view text_;
    std::uint32_t at_;
    std::uint32_t end_;
    std::vector<Token>& out_;
};

}  // namespace

void tokenise(std::string_view text, Span where, std::vector<Token>& out) {
    Tokeniser(text, where, out).run();
}

}  // namespace evigrade::link::reading
