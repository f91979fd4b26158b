// What each word of a result sentence stands for: an arm, the outcome, more, less, a P value.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/base/phrases.hpp"
#include "learn/negation.hpp"
#include "learn/votes.hpp"

namespace evigrade::learn {

enum class Mark : std::uint8_t {
    none,
    intervention,
    comparator,
    outcome,
    more,  ///< also "better" of a good outcome and "worse" of a bad one
    less,
    not_more,  ///< more, but a negation reaches it
    not_less,
    same,
    than,         ///< what follows is what was compared with
    significant,  ///< a small P value, or the word
    chance,       ///< a P value of 0.05 or more
    denial,
    ratio  ///< of odds, risks or hazards
};
/// A mark in plain words.
std::string_view to_text(Mark mark);

/// What is asked of a sentence.
struct DirectionQuestion {
    std::string_view intervention;
    std::string_view comparator;
    std::string_view outcome;
};

/// What a number is: a value of its own, or an aside: a P value, a spread, a part of a fraction or range.
enum class NumberRole : std::uint8_t { value, aside };
/// A number of the text: words [first, last).
struct NumberPlace {
    std::size_t first;
    std::size_t last;
    double value;
    NumberRole role;
};
/// Decimal numbers in order, with "." or "·" inside.
std::vector<NumberPlace> numbers(const Words& words);

class DirectionMarker {
public:
    explicit DirectionMarker(const Data& data) : table_(data, "cues/direction.tsv"), negation_(data) {}

    /// One mark a word.
    [[nodiscard]] std::vector<Mark> mark(const Words& words, const DirectionQuestion& question) const;
    /// Whether nobody wants more of the outcome.
    [[nodiscard]] bool unwanted(std::string_view outcome) const;

private:
    void mark_names(const Words& words, const DirectionQuestion& question, std::vector<Mark>& marks) const;

    VoteTable table_;
    NegationReader negation_;
};

}  // namespace evigrade::learn
