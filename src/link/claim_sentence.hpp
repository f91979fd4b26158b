// One sentence as the claim reader sees it: words, cues, mentions, clauses, and how far each negation reaches.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "evigrade/model/entity.hpp"
#include "link/claim_cues.hpp"

namespace evigrade::link::reading {

/// A mention, by the tokens [first, last) that it covers.
struct MentionHere {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t entity = 0;
    EntityKind kind = EntityKind::treatment;
};

/// What a clause is to its sentence: "although …" concedes, "but …" has the last word.
enum class ClauseRole : std::uint8_t { main, concessive, contrast };

struct SentenceView {
    std::string_view text;  ///< of the whole article
    Span span;
    std::vector<Token> tokens;
    std::vector<CueHit> hits;
    std::vector<MentionHere> mentions;
    std::vector<std::uint8_t> negations;  ///< for each token: how many negations reach it
    std::vector<std::uint8_t> clauses;    ///< for each token: its clause, counted from 0
    std::vector<ClauseRole> roles;        ///< for each clause

    [[nodiscard]] bool negated(const CueHit& hit) const { return negations[hit.first] > 0; }
    [[nodiscard]] ClauseRole role(const CueHit& hit) const { return roles[clauses[hit.first]]; }
    [[nodiscard]] Span place(const CueHit& hit) const {
        return {tokens[hit.first].span.begin, tokens[hit.last - 1].span.end};
    }
    [[nodiscard]] const CueHit* first(Decides decides) const;
    /// The first hit whose row has this code.
    [[nodiscard]] const CueHit* coded(Decides decides, std::string_view code) const;
    [[nodiscard]] bool is_question() const;
};

/// What is reused from sentence to sentence of one article.
struct SentenceScratch {
    CueTable::Memo memo;
    std::size_t next_mention = 0;  ///< sentences come in order, and so do mentions
};

/// Fills `view` for text[span], a sentence or heading; sentences must be given in order.
void look_at(std::string_view text, Span span, const Mentions& mentions, const CueTable& cues, SentenceScratch& scratch,
             SentenceView& view);

}  // namespace evigrade::link::reading
