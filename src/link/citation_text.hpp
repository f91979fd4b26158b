// The running text of an article as the finders of citations see it: blocks cut into words, numbers and marks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/text.hpp"
#include "evigrade/model/article.hpp"
#include "evigrade/model/claim.hpp"
#include "evigrade/model/segmentation.hpp"

namespace evigrade::link {

enum class PieceKind : std::uint8_t { word, number, mark };

struct Piece {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    PieceKind kind = PieceKind::word;
    bool after_space = false;
    bool capital = false;     ///< a word that begins with a capital letter
    char32_t mark = 0;        ///< of a mark; dashes are '-', round quotes straight
    std::uint32_t roles = 0;  ///< of a word: a bit for each role that it plays in CitationWords

    [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
    [[nodiscard]] bool is(char32_t wanted) const { return kind == PieceKind::mark && mark == wanted; }
};

/// Whether the piece is this word, in whatever case.
inline bool is_word(std::string_view text, const Piece& piece, std::string_view word) {
    return piece.kind == PieceKind::word && piece.end - piece.begin == word.size() &&
           starts_with_ignoring_case(piece.in(text), word);
}

/// Words may hold hyphens and apostrophes between letters ("O'Connor", "Suárez-Pinilla").
std::vector<Piece> pieces_of(std::string_view text, Span block);

/// The blocks in which citations are looked for: not the list itself, not what is not of the article.
std::vector<Span> citing_blocks(const Article& article, const Segmentation& segmentation);

/// A number of at most six digits, or nothing.
std::optional<int> number_of(std::string_view digits);

}  // namespace evigrade::link
