// A trie over folded words: all names of the lexicon, matched in one pass.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/words.hpp"

namespace evigrade::lexicon {

/// Whether a name matches in any case and form, letter by letter in any case, or only as it is written: "AIDS" is
/// not "aids", and "PM" is not one "PMS".
enum class CaseRule : std::uint8_t { any, same_letters, as_written };

/// "SAMe" and "AIDS" are read as written; "prp" has no vowel and can be no English word, so its letters will do.
CaseRule case_rule_of(std::string_view name);

class NameTrie {
public:
    /// Room for about this many names, so that loading does not rehash.
    explicit NameTrie(std::size_t names);

    /// Adds a name of `entity`. `name` must outlive the trie. The first entity to claim a name keeps it.
    void add(std::string_view name, std::uint32_t entity);

    /// The longest name that starts at words[at]; nothing where none does.
    struct Match {
        std::uint32_t entity = 0;
        std::size_t words = 0;  ///< how many the name takes
    };
    [[nodiscard]] std::optional<Match> longest(std::string_view text, const std::vector<Word>& words, std::size_t at) const;

    /// The entity that the whole of `name` names, case put aside.
    [[nodiscard]] std::optional<std::uint32_t> exactly(std::string_view name) const;

    [[nodiscard]] const Alphabet& alphabet() const { return alphabet_; }
    /// No name has more words.
    [[nodiscard]] std::size_t longest_name() const { return longest_name_; }

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t parent = 0;
        std::uint32_t child = 0;
    };
    struct Ending {
        std::uint32_t entity = 0;
        CaseRule rule = CaseRule::any;
        std::string_view name;
        std::uint32_t next = 0;  ///< further ending of the same node; 0 is none
    };

    [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint64_t key) const;
    /// step() from the root.
    [[nodiscard]] std::uint32_t first_step(std::uint64_t key) const;
    std::uint32_t step_or_add(std::uint32_t node, std::uint64_t key);
    void add_ending(std::uint32_t node, Ending ending);
    [[nodiscard]] const Ending* ending_for(std::uint32_t node, std::string_view surface) const;
    void grow();

    Alphabet alphabet_;
    /// A bit for each hash of a name's first word: nearly all words of a text are turned away by it.
    std::vector<std::uint64_t> first_words_;
    std::vector<Slot> slots_;  ///< open addressing; child 0 marks an empty slot
    struct Node {
        std::uint32_t first_ending = 0;  ///< 0 is none
        std::uint32_t children = 0;      ///< a bit for each key of a step from here: turns most words away
    };
    std::vector<Node> nodes_;
    std::vector<Ending> endings_;
    std::size_t longest_name_ = 0;
    std::vector<Word> scratch_;  ///< of add()
};

}  // namespace evigrade::lexicon
