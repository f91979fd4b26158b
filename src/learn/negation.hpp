// What a negation reaches: words that deny, how far they reach, and what stops them (after NegEx and ConText).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/base/phrases.hpp"
#include "learn/votes.hpp"

namespace evigrade::learn {

/// Whether a comma ends what a negation reaches. It does in running text ("without fever, the dose fell"); a list of
/// findings goes on ("denies fever, chills").
enum class Commas : std::uint8_t { pass, stop };

class NegationReader {
public:
    explicit NegationReader(const Data& data);

    /// For each word, whether a negation reaches it. Linear in the words.
    [[nodiscard]] std::vector<bool> reach(const Words& words, Commas commas = Commas::pass) const;
    /// Whether a place where `phrase` stands in `text` is denied. False where it does not stand there.
    [[nodiscard]] bool negated(std::string_view text, std::string_view phrase) const;

private:
    VoteTable table_;
};

}  // namespace evigrade::learn
