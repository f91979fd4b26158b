// What an article is about by its own title, where no lexicon knows it: "The Skeptic's Guide to Embracing Homeopathy".
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "recognise/discover.hpp"
#include "recognise/title_slots.hpp"

namespace evigrade::recognise {

/// Follows the words of the title through the article, to see whether it speaks of one as of a treatment.
class Subject {
public:
    /// Takes up the title's words. May be called for more than one title.
    void read_title(const Scene& title);
    /// Takes up what a heading may name.
    void read_heading(const Scene& heading) { read_slots(heading); }
    /// Counts the title's words in one block, and how often a cue of treatment stands beside them.
    void follow(const Scene& block, Place place);
    /// Hands on the words that the article treats as treatments.
    void report(Candidates& found) const;

private:
    struct Word {
        std::string name;
        bool rare = false;
        std::size_t seen = 0;
        std::size_t cued = 0;
    };
    /// What stands where a title or a heading names a treatment, and what the article says of it: "happiness training".
    struct Named {
        std::string name;
        std::vector<std::uint64_t> hashes;
        TitleSlot::Ground ground = TitleSlot::Ground::begins;
        bool telling = false;
        // outside of titles
        std::size_t seen = 0;
        std::size_t framed = 0;   ///< of these, given to somebody: "randomised to mewing"
        std::size_t headed = 0;   ///< of these, before a word of treatment: "mewing exercises"
        std::size_t defined = 0;  ///< of these, said to be one: "mewing is the practice of"
        [[nodiscard]] bool convinces() const;
    };
    void read_slots(const Scene& title);
    void follow_named(const Scene& block);

    std::map<std::uint64_t, Word> words_;
    std::vector<Named> named_;
};

}  // namespace evigrade::recognise
