// Names that are also everyday words: lead, cold, ice. data/lexicon/ambiguous.tsv says when they are meant as names.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "recognise/roster.hpp"
#include "recognise/tokens.hpp"

namespace evigrade::recognise {

class AmbiguousNames {
public:
    explicit AmbiguousNames(const Data& data);

    /// Whether the words at [first, last) are meant as the name here. The table speaks of names of one word or two.
    [[nodiscard]] bool is_meant(const std::vector<Token>& tokens, std::size_t first, std::size_t last) const;

private:
    using Hashes = std::unordered_set<std::uint64_t>;
    struct Rule {
        Hashes not_after, not_before;    ///< a neighbour that says it is no name
        Hashes only_after, only_before;  ///< one of these must stand beside it, where any are given
    };
    /// "Non-surgical", "a professor of acupuncture": no name is meant there.
    [[nodiscard]] bool never_meant(const std::vector<Token>& tokens, std::size_t first) const;

    std::unordered_map<std::uint64_t, Rule> rules_;  ///< by the one-word name
    Hashes never_after_;                             ///< one word or a pair of them
};

}  // namespace evigrade::recognise
