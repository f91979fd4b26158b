// Cue tables that vote: every row is a phrase, where it counts, what it speaks
// for, and how loudly.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/base/phrases.hpp"

namespace evigrade::learn {

/// A row of data/cues/*.tsv with the columns phrase, zone, says, weight,
/// source.
struct Vote {
    std::string_view phrase;
    std::string_view zone;  ///< which part of the record it counts in; "any" for all
    std::string_view says;  ///< the answer that it speaks for
    int weight = 0;         ///< in tenths; below zero speaks against
    std::size_t row = 0;
};

struct VoteCast {
    const Vote* vote;
    std::uint32_t first;  ///< words [first, last) of the text
    std::uint32_t last;
};

/// Whether a row may speak more than once in a text.
enum class Repeats : std::uint8_t { once, every };

/// Immutable after loading; the data must outlive it.
class VoteTable {
public:
    VoteTable(const Data& data, std::string_view file);

    /// The votes cast by one text in one zone. A phrase that lies inside a longer
    /// one of the table that stands there too is silent ("randomly selected"
    /// silences "randomly"). In order of place.
    [[nodiscard]] std::vector<VoteCast> cast(const Words& words, std::string_view zone,
                                             Repeats repeats = Repeats::once) const;

    /// The rows of a zone none of whose phrases stands in the text.
    [[nodiscard]] std::vector<const Vote*> unspoken(const Words& words, std::string_view zone) const;

private:
    std::size_t rows_ = 0;
    std::vector<Vote> votes_;
    Phrases phrases_;
};

/// The sum of the votes for one answer.
int votes_for(const std::vector<VoteCast>& casts, std::string_view answer);

}  // namespace evigrade::learn
