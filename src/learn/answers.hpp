// What kind of thing a question asks, and which way the clauses of a text answer it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "evigrade/base/data.hpp"
#include "learn/votes.hpp"

namespace evigrade::learn {

using Stems = std::unordered_set<std::string>;

/// What a question's word and its answer's have in common: the first letters.
std::string short_stem(std::string_view word);

/// The part of a question that asks, by its first word: "Statins in old age: are they safe?" asks "are they safe?".
std::size_t asking_from(const Words& question);

/// A stretch of an answer without contrast inside: words [first, last).
struct Clause {
    std::size_t first;
    std::size_t last;
    bool granted = false;    ///< "although it is safe, …": said before something else is held against it
    std::size_t shared = 0;  ///< the question's words that stand in it
};

/// Cuts a text at its sentences' ends and at the marks `but` and `though` among `casts`.
std::vector<Clause> clauses_of(std::string_view text, const Words& words, const std::vector<VoteCast>& casts,
                               const Stems& asked);

/// The clause that takes up most of the question's words; the first of several. Precondition: there are clauses.
std::size_t nearest(const std::vector<Clause>& clauses);

/// What speaks for yes and for no, in tenths.
struct Answer {
    int yes = 0;
    int no = 0;
    void add(const VoteCast& cast, bool denied);
    void add(const Answer& other);
    /// "yes", "no", "both" or "nothing".
    [[nodiscard]] std::string_view word() const;
};

/// What each clause answers, and all of them together.
struct Answers {
    std::vector<Answer> clauses;
    Answer whole;
    Answer main;  ///< without what is only granted
    void add(const Answers& other);
};

class AnswerReader {
public:
    explicit AnswerReader(const Data& data) : table_(data, "cues/answers.tsv") {}

    /// The kinds of thing that a question asks of, by the part that asks or, where that tells none, by all its words; in
    /// alphabetical order. "fact" where nothing tells.
    [[nodiscard]] std::vector<std::string_view> kinds(const Words& question) const;
    /// Which way a text answers a question of one kind.
    [[nodiscard]] Answers read(std::string_view kind, const Words& words, const std::vector<bool>& denied,
                               const std::vector<Clause>& clauses) const;
    /// The words of `text` that answer so, each with what it says: `"omitted" says no where need is asked`. At most `most`.
    [[nodiscard]] std::vector<std::string> words_for(bool yes, std::string_view kind, std::string_view text,
                                                     const Words& words, const std::vector<bool>& denied,
                                                     std::size_t most) const;

private:
    VoteTable table_;
};

}  // namespace evigrade::learn
