// What the sequence model of open mentions sees of a token: words, affixes, shapes, senses, lexicons, abbreviations.
#pragma once

#include <cstdint>

#include "learn/sequence.hpp"
#include "recognise/mention_tokens.hpp"

namespace evigrade::recognise {

/// Labels of tokens: outside, then for chemicals and diseases each: begins, inside, ends, alone.
enum class MentionLabel : std::uint8_t {
    outside,
    chemical_begins,
    chemical_inside,
    chemical_ends,
    chemical_alone,
    disease_begins,
    disease_inside,
    disease_ends,
    disease_alone,
};
inline constexpr std::size_t mention_labels = 9;

/// Describes tokens [first, last), a sentence. `out` is cleared first.
void describe_mentions(const MentionText& text, std::size_t first, std::size_t last, learn::SequenceInput& out);

}  // namespace evigrade::recognise
