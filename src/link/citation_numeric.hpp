// Numeric citations in running text: brackets, parentheses, superscripts, and superscripts that lost their raise.
#pragma once

#include <string_view>
#include <vector>

#include "link/citation_index.hpp"
#include "link/citation_text.hpp"
#include "link/citation_words.hpp"

namespace evigrade::link {

/// How an article prints its numbers. One style an article: "(3)" is a citation only where "[3]" is not.
/// Words tell of their own: "see ref. 3".
enum class NumberStyle : std::uint8_t { bracket, parenthesis, raised, glued, spaced, told };

struct NumericCandidate {
    NumberStyle style = NumberStyle::bracket;
    Span span;
    std::vector<int> numbers;  ///< ranges expanded
};

/// A number in brackets or raised may be this great and still be a citation, whose entry is missing.
int beyond(const CitationIndex& index);

/// Everything in a block that may be a numeric citation, in order.
void find_numbers(std::string_view text, const std::vector<Piece>& pieces, const CitationIndex& index,
                  const CitationWords& words, std::vector<NumericCandidate>& out);

/// Superscript marks that hold nothing but numbers of the list, or little beyond it.
void find_raised_numbers(const Article& article, const CitationIndex& index, const CitationWords& words,
                         std::vector<NumericCandidate>& out);

/// The candidates of the article's own style. `named` is how many entries author-year citations have reached.
std::vector<NumericCandidate> of_one_style(std::vector<NumericCandidate> candidates, const CitationIndex& index,
                                           std::size_t named, std::string_view text);

/// "1,3-5" as {1, 3, 4, 5}; nothing where the text is anything else or names a number beyond `greatest`.
std::vector<int> numbers_in(std::string_view text, int greatest);

}  // namespace evigrade::link
