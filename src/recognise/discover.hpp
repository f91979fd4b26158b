// Treatments and conditions that no lexicon knows, found by the words around them and by their own shape.
#pragma once

#include <string_view>
#include <vector>

#include "recognise/candidates.hpp"
#include "recognise/roster.hpp"
#include "recognise/tokens.hpp"
#include "recognise/words.hpp"

namespace evigrade::recognise {

/// One block as discovery sees it: its words, and which of them known names already take.
class Scene {
public:
    Scene(std::string_view text, const std::vector<Token>& tokens, const std::vector<Piece>& pieces, const Roster& roster,
          const PlainWords& plain);

    [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
    [[nodiscard]] std::string_view text(std::size_t first, std::size_t last) const;
    /// The word in lower case.
    [[nodiscard]] std::string word(std::size_t at) const;
    [[nodiscard]] bool is_known(std::size_t at) const { return known_[at] != nothing; }
    [[nodiscard]] bool is_known_as(std::size_t at, EntityKind kind) const;
    /// A word that a treatment's own name may hold.
    [[nodiscard]] bool may_name(std::size_t at) const;
    /// A word of no everyday and no lexicon's English.
    [[nodiscard]] bool is_rare(std::size_t at) const;
    /// "oncologic therapy", "clinical surgery": an adjective says what sort, it does not name.
    [[nodiscard]] bool is_adjective(std::size_t at) const;
    /// The byte after the word, as far as the article goes.
    [[nodiscard]] std::string_view rest(std::size_t at) const { return text_.substr(tokens_[at].span.end); }

private:
    static constexpr std::uint8_t nothing = 255;
    std::string_view text_;
    const std::vector<Token>& tokens_;
    const PlainWords& plain_;
    std::vector<std::uint8_t> known_;  ///< for each token the kind of the name that takes it, or nothing
};

/// "X therapy", "X capsules", "injections of X", "X syndrome".
void discover_by_frames(const Scene& scene, Place place, Candidates& found);
/// Drug endings, product names, Latin plant names, the subject of a title.
void discover_by_shape(const Scene& scene, const Affixes& affixes, Place place, Candidates& found);

}  // namespace evigrade::recognise
