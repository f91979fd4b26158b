// How much the wording of a sentence asserts, and whether it reports a harm: two readings by cue votes.
#pragma once

#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/base/phrases.hpp"
#include "evigrade/model/names.hpp"
#include "learn/negation.hpp"
#include "learn/votes.hpp"

namespace evigrade::learn {

class StrengthReader {
public:
    explicit StrengthReader(const Data& data);
    [[nodiscard]] Strength read(std::string_view text) const;

private:
    VoteTable table_;
};

class HarmReader {
public:
    explicit HarmReader(const Data& data);
    [[nodiscard]] bool read(std::string_view text) const;

private:
    struct Ending {
        std::string_view letters;
        std::string_view says;
        std::size_t least;  ///< letters that a word must have
    };
    void learn_substances(const Data& data);
    /// For each word, whether a medicine's name ends with it: one of the lexicon, or one known by its ending.
    [[nodiscard]] std::vector<bool> medicines(const Words& words) const;
    [[nodiscard]] bool ends_like(std::string_view word, std::string_view answer) const;

    VoteTable table_;
    NegationReader negation_;
    std::vector<Ending> endings_;
    Phrases substances_;  ///< those that the lexicon knows by name
};

}  // namespace evigrade::learn
