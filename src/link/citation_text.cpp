#include "link/citation_text.hpp"

#include "evigrade/base/text.hpp"

namespace evigrade::link {
namespace {

char32_t plain(char32_t c) {
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
    if (c == 0x201C || c == 0x201D) return '"';
    if (c == 0x2018 || c == 0x2019) return '\'';
    return c;
}

bool is_blank(char32_t c) {
    return (c < 0x80 && is_ascii_space(static_cast<char>(c))) || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F;
}

bool is_joint(char32_t c) {
    const char32_t p = plain(c);
    return c == '-' || c == 0x2010 || c == 0x2011 || c == 0xAD || p == '\'';
}

std::size_t end_of_word(std::string_view text, std::size_t at, std::size_t end) {
    while (at < end) {
        if (is_ascii_alpha(text[at])) {
            ++at;
            continue;
        }
        const bool ascii = static_cast<unsigned char>(text[at]) < 0x80;
        if (ascii && text[at] != '-' && text[at] != '\'') break;
        const CodePoint c = decode(text, at);
        const bool letter = is_letter(c.value) || (c.value >= 0x300 && c.value < 0x370);
        if (!letter) {
            if (!is_joint(c.value) || at + c.length >= end || !is_letter(decode(text, at + c.length).value)) break;
        }
        at += c.length;
    }
    return at;
}

}  // namespace

std::vector<Piece> pieces_of(std::string_view text, Span block) {
    std::vector<Piece> out;
    out.reserve(block.size() / 5 + 4);
    bool after_space = true;
    for (std::size_t at = block.begin; at < block.end;) {
        if (text[at] == ' ') {
            after_space = true;
            ++at;
            continue;
        }
        const bool plain_letter = is_ascii_alpha(text[at]);
        const CodePoint c = plain_letter ? CodePoint{static_cast<unsigned char>(text[at]), 1} : decode(text, at);
        if (!plain_letter && is_blank(c.value)) {
            after_space = true;
            at += c.length;
            continue;
        }
        Piece piece;
        piece.begin = static_cast<std::uint32_t>(at);
        piece.after_space = after_space;
        if (plain_letter || is_letter(c.value)) {
            at = end_of_word(text, at, block.end);
            piece.capital = is_upper(c.value);
        } else if (c.value < 0x80 && is_ascii_digit(text[at])) {
            piece.kind = PieceKind::number;
            while (at < block.end && is_ascii_digit(text[at])) ++at;
        } else {
            piece.kind = PieceKind::mark;
            piece.mark = plain(c.value);
            at += c.length;
        }
        piece.end = static_cast<std::uint32_t>(at);
        after_space = false;
        out.push_back(piece);
    }
    return out;
}

std::vector<Span> citing_blocks(const Article& article, const Segmentation& segmentation) {
    std::vector<Span> out;
    for (const auto& block : segmentation.blocks) {
        const bool listed = block.kind == BlockKind::reference || block.kind == BlockKind::metadata;
        if (listed || block.boilerplate != Boilerplate::none || block.span.end > article.text.size()) continue;
        out.push_back(block.span);
    }
    return out;
}

std::optional<int> number_of(std::string_view digits) {
    if (digits.empty() || digits.size() > 6) return std::nullopt;
    int value = 0;
    for (const char c : digits) {
        if (!is_ascii_digit(c)) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace evigrade::link
