// A reference string cut below white space: words, numbers, single marks, and identifiers taken whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evigrade::link {

enum class IdentifierKind : std::uint8_t { none, doi, pmid, pmcid, arxiv, isbn, issn, url };

/// An identifier found by its pattern.
struct Identifier {
    IdentifierKind kind = IdentifierKind::none;
    std::size_t begin = 0;  ///< where it stands, its own prefix ("doi:", a resolver) included
    std::size_t end = 0;
    std::string value;  ///< as BibItem keeps it
};

/// The identifier that begins at `at`, if one does. Linear in what it reads.
std::optional<Identifier> identifier_at(std::string_view text, std::size_t at);

/// The identifier that an address leads to: "https://pubmed.ncbi.nlm.nih.gov/1", "https://journal.org/doi/full/10.1111/abc".
std::optional<Identifier> identifier_in(std::string_view address);

enum class TokenKind : std::uint8_t { word, number, mark, identifier };

struct ReferenceToken {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    TokenKind kind = TokenKind::word;
    bool after_space = false;      ///< white space (or nothing) stands before it
    bool capital = false;          ///< a word's first letter
    char32_t mark = 0;             ///< of a mark; variants of dashes and quotes unified
    std::uint32_t identifier = 0;  ///< of an identifier: its place in ReferenceTokens::identifiers

    [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
    [[nodiscard]] std::uint32_t size() const { return end - begin; }
    [[nodiscard]] bool is_mark(char32_t wanted) const { return kind == TokenKind::mark && mark == wanted; }
};

struct ReferenceTokens {
    std::vector<ReferenceToken> tokens;
    std::vector<Identifier> identifiers;
};

/// Whether it is this word, in any case.
bool is_word(std::string_view text, const ReferenceToken& token, std::string_view word);

/// Precondition: fewer than 2^32 bytes.
ReferenceTokens tokenise_reference(std::string_view text);

}  // namespace evigrade::link
