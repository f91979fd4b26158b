// The tokens of open mentions: runs of letters and digits, and single marks, each with its looks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "evigrade/lexicon.hpp"
#include "evigrade/model/span.hpp"
#include "recognise/abbreviations.hpp"
#include "recognise/mention_facts.hpp"
#include "recognise/words.hpp"

namespace evigrade::recognise {

/// Kinds of tokens: the transitions between labels depend on them.
enum class MentionKind : std::uint8_t { lower, capital, upper, mixed, number, hyphen, bracket, mark };

struct MentionToken {
    Span span;
    MentionKind kind = MentionKind::mark;
    std::uint64_t word = 0;    ///< lowered, digits alike
    std::uint64_t shape = 0;   ///< runs of capitals, small letters, digits
    std::uint8_t letters = 0;  ///< its length, at most 255
    WordFact fact;
    std::uint8_t listed = 0;  ///< kind of the lexicon's name it stands in, times 4, and its place in it; 0 outside
    std::uint8_t phrase = 0;  ///< the same for WordNet's names
    std::uint8_t ending = 0;  ///< what its ending says that it names: 1 drug, 2 procedure, 3 condition
    std::uint32_t meant = 0;  ///< the token that heads its long form, plus one; 0 where it is no abbreviation
};

/// What tokens are looked up in. All must outlive it.
struct MentionSources {
    const Lexicon* lexicon = nullptr;
    const Affixes* affixes = nullptr;
    WordFacts facts;
};

/// The tokens of a text, and the abbreviations that it defines. Total.
struct MentionText {
    MentionText(std::string_view whole, const MentionSources& sources);

    std::string_view text;
    std::vector<MentionToken> tokens;
    std::vector<Definition> definitions;
    std::vector<LexiconHit> hits;

    [[nodiscard]] std::string_view in(std::size_t token) const { return tokens[token].span.in(text); }
    /// The first token that begins at or after `position`.
    [[nodiscard]] std::size_t token_at(std::uint32_t position) const;
    /// Where each sentence ends, in tokens: at a stop before a capital that follows a word of some length.
    [[nodiscard]] std::vector<std::size_t> sentence_ends() const;
};

}  // namespace evigrade::recognise
