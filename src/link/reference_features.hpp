// What the sequence model sees of a reference string: words, shapes, punctuation, numerals, chunks, journal names.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "learn/sequence.hpp"
#include "link/reference_tokens.hpp"

namespace evigrade::link {

/// What a token of a reference string is part of. Punctuation belongs to the part before it, an opening bracket or
/// quote and the words that announce a part ("pp.", "doi:", "In:") to the part that follows.
enum class Part : std::uint8_t {
    other,
    family,  ///< an author's family name, particles included
    given,   ///< the rest of the authors: given names, "and", "et al."
    title,
    container,
    date,
    volume,
    issue,
    pages,
    publisher,
    place,
    identifier,
    editor,  ///< the rest of the editors
    label,   ///< the entry's own number
    editor_family,
};
inline constexpr std::size_t parts = 15;

/// Names of journals, matched word by word. Built from data/models/references.journals.tsv.
class JournalNames {
public:
    void add(std::string_view name);
    /// Of each token: 0 outside a journal's name, 1 its first token, 2 inside, 3 its last token, 4 a name of one token.
    [[nodiscard]] std::vector<std::uint8_t> places(std::string_view text, const std::vector<ReferenceToken>& tokens) const;

private:
    enum class Known : std::uint64_t { nothing, prefix, whole };
    [[nodiscard]] Known known(std::uint64_t hash) const;
    void learn(std::uint64_t hash, Known what);
    void grow();

    /// Hashes of folded words, joined, with the lowest two bits for what is known; each as near as may be behind the
    /// place that its highest bits give. A probe touches one cache line, where an unordered_map touches three.
    std::vector<std::uint64_t> places_ = std::vector<std::uint64_t>(16);
    std::size_t filled_ = 0;
};

/// The hash of a word as features and journal names see it: ASCII letters lowered.
std::uint64_t word_hash(std::string_view word);

/// Describes every token. `out` is cleared first.
void describe(std::string_view text, const std::vector<ReferenceToken>& tokens, const JournalNames& journals,
              learn::SequenceInput& out);

}  // namespace evigrade::link
