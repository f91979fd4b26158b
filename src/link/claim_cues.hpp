// The cue tables data/cues/claim_*.tsv: phrases that decide how a sentence is read, found in one pass over its words.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "evigrade/base/data.hpp"
#include "link/claim_cue_names.hpp"
#include "link/claim_flat_index.hpp"
#include "link/claim_tokens.hpp"

namespace evigrade::link::reading {

/// One row of a table.
struct CueRow {
    Decides decides = Decides::kind;
    std::string_view code;    ///< the row's name in explanations; the phrase itself where the table gives none
    std::string_view value;   ///< as written; meaning depends on `decides`
    std::uint8_t number = 0;  ///< `value` as the enumerator that `decides` calls for
    int weight = 1;

    template <class E>
    [[nodiscard]] E as() const {
        return static_cast<E>(number);
    }
};

/// A cue found: tokens [first, last).
struct CueHit {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    const CueRow* row = nullptr;
};

/// All cue phrases as one trie over words. Immutable after loading; shared between threads.
class CueTable {
public:
    explicit CueTable(const Data& data);

    /// Positions in `Memo::symbols`.
    struct Range {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    /// Which symbols of the trie each distinct word stands for; one for each article, so that a word is looked up once.
    struct Memo {
        FlatIndex places{2048};     ///< hash of a word -> place in `ranges`
        std::vector<Range> ranges;  ///< of each word
        std::vector<std::uint32_t> symbols;
    };

    /// The hits in order of first token. Of two that decide the same, one inside the other, the longer stands.
    void match(std::string_view text, const std::vector<Token>& tokens, Memo& memo, std::vector<CueHit>& hits) const;

    [[nodiscard]] const std::vector<CueRow>& rows() const { return rows_; }

private:
    /// A word sequence that phrases begin with.
    struct Node {
        std::uint64_t may_go_on = 0;  ///< a bit for each symbol that leads on, modulo 64: turns most words away
        std::uint32_t by_any = 0;     ///< the node behind any one word; 0 for none
        std::uint32_t ends = 0;       ///< the first of `ends_` for the phrases that end here; 0 for none
        std::uint32_t symbol = 0;     ///< of the edge that was added first, and where it leads: most nodes have no other
        std::uint32_t next = 0;
    };
    struct End {
        std::uint32_t row = 0;
        std::uint32_t next = 0;  ///< further end of the same node; 0 for none
    };
    /// A sentence by what its words stand for.
    struct Walk {
        const std::vector<Token>& tokens;
        const std::vector<std::uint32_t>& symbols;
        std::vector<Range> words;  ///< what each token stands for, in `symbols`
        std::vector<CueHit>& hits;
    };

    void add(std::string_view phrase, std::uint32_t row);
    void end(std::uint32_t node, std::uint32_t row);
    std::uint32_t grow(std::uint32_t node, std::uint32_t symbol);
    std::uint32_t symbol(std::string_view word);
    Range symbols(std::string_view text, const Token& token, Memo& memo) const;
    void walk(Walk& walk, std::uint32_t first, std::uint32_t at, std::uint32_t node) const;

    std::vector<CueRow> rows_;
    FlatIndex words_;     ///< hash of a whole word -> symbol
    FlatIndex prefixes_;  ///< hash of a stem -> symbol
    /// A bit for each stem's hash: nearly all beginnings of words are turned away by it.
    std::array<std::uint64_t, 512> stem_bits_{};
    FlatIndex edges_{std::size_t{1} << 17U};  ///< node << 32 | symbol -> node; room for all, so that loading moves none
    /// What a phrase's first word leads to, with what tells whether it is worth following.
    struct First {
        std::uint64_t may_go_on = 0;  ///< as of the node
        std::uint32_t node = 0;       ///< behind the root; 0 for none: most words begin no phrase
        bool always = false;          ///< a phrase ends there, or any word may follow
    };
    [[nodiscard]] static bool leads_on(const First& first, const Walk& walk, std::uint32_t next);
    std::vector<First> first_;  ///< by symbol
    std::vector<Node> nodes_;
    std::vector<End> ends_;
    std::unordered_set<std::uint64_t> number_words_;
    std::uint32_t symbol_count_ = 2;
};

}  // namespace evigrade::link::reading
