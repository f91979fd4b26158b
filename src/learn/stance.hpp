// What evidence says of a claim.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/learn.hpp"
#include "learn/answers.hpp"
#include "learn/linear.hpp"
#include "learn/negation.hpp"
#include "learn/votes.hpp"

namespace evigrade::learn {

/// How loudly a text says yes, no, or that nobody knows.
struct Tone {
    int yes = 0;      ///< something is asserted
    int no = 0;       ///< words that say no
    int denied = 0;   ///< assertions that a negation reaches
    int unclear = 0;  ///< nobody knows
    int mixed = 0;

    /// A denial is rarer than an assertion and weighs double.
    [[nodiscard]] bool against() const { return no + 2 * denied > yes; }
};

class StanceReader {
public:
    explicit StanceReader(const Data& data);
    /// A question is answered yes or no by the model of data/models, a statement by the cues' votes; that nobody knows,
    /// by the votes in both.
    [[nodiscard]] StanceReading read(std::string_view claim, std::string_view evidence) const;

    /// What the model is asked of a question and its answer: for reading and for training. Closed.
    [[nodiscard]] LinearInput describe(std::string_view question, std::string_view answer) const;

private:
    /// What a claim is about: whether "safe" agrees with it.
    enum class About : std::uint8_t { benefit, harm };
    [[nodiscard]] Tone tone_of(const Words& words, About about) const;
    [[nodiscard]] About about(const Words& claim) const;
    /// The words that tell a person why: up to three that answer as was decided.
    [[nodiscard]] std::vector<std::string> words_that_answer(std::string_view question, std::string_view answer,
                                                             Stance stance) const;
    [[nodiscard]] Stance by_votes(std::string_view claim, std::string_view evidence) const;

    VoteTable table_;
    AnswerReader answers_;
    NegationReader negation_;
    std::optional<LinearModel> model_;
};

}  // namespace evigrade::learn
