// From labels of tokens to mentions, and what abbreviations make agree.
#pragma once

#include <cstdint>
#include <vector>

#include "recognise/mention_tokens.hpp"

namespace evigrade::recognise {

/// Tokens [first, last) that name one thing.
struct LabelledMention {
    std::size_t first = 0, last = 0;
    bool chemical = false;
    bool operator==(const LabelledMention&) const = default;
};

/// The mentions that labels spell, in order. A mention may begin without a beginning and stop without an end: labels
/// come from a model.
std::vector<LabelledMention> labelled_mentions(const std::vector<std::uint8_t>& labels);

/// Labels the mention's tokens.
void label_mention(std::vector<std::uint8_t>& labels, const LabelledMention& mention);

/// A short form is what its long form is, wherever it stands: labels of the short forms are set by those of the long.
void settle_abbreviations(const MentionText& text, std::vector<std::uint8_t>& labels);

/// A word left out that ends as drugs' names do ("-mab", "-pril") is a chemical.
void settle_endings(const MentionText& text, std::vector<std::uint8_t>& labels);

/// No name begins or ends with a mark or half a bracket: "- hepatitis" is hepatitis. What locates a part of a molecule
/// belongs to its name: "22-oxacalcitriol". Precondition: a label for each token.
void settle_edges(const MentionText& text, std::vector<std::uint8_t>& labels);

/// A name that is a mention in most of its places is one in all: labels of the places left out are set.
void settle_repeats(const MentionText& text, std::vector<std::uint8_t>& labels);

}  // namespace evigrade::recognise
