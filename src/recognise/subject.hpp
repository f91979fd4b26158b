// What an article is about by its own title, where no lexicon knows it: "The Skeptic's Guide to Embracing Homeopathy".
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "recognise/discover.hpp"

namespace evigrade::recognise {

/// Follows the words of the title through the article, to see whether it speaks of one as of a treatment.
class Subject {
public:
    /// Takes up the title's words. May be called for more than one title.
    void read_title(const Scene& title);
    /// Counts the title's words in one block, and how often a cue of treatment stands beside them.
    void follow(const Scene& block);
    /// Hands on the words that the article treats as treatments.
    void report(Candidates& found) const;

private:
    struct Word {
        std::string name;
        bool rare = false;
        std::size_t seen = 0;
        std::size_t cued = 0;
    };
    std::map<std::uint64_t, Word> words_;
};

}  // namespace evigrade::recognise
