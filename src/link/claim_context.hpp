// What is in force where a sentence stands: its section, its list's stem, the treatments and targets spoken of.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "evigrade/model/article.hpp"
#include "evigrade/model/entity.hpp"
#include "evigrade/model/segmentation.hpp"
#include "link/claim_judge.hpp"
#include "link/claim_sentence.hpp"

namespace evigrade::link::reading {

/// Entities, by index into Mentions::entities, in order of mention.
using EntityList = std::vector<std::uint32_t>;

/// What a heading or a stem says of what follows it.
struct Announcement {
    std::optional<ClaimKind> kind;
    std::optional<Stance> stance;
    SectionSort section = SectionSort::body;
    EntityList treatments;
    EntityList targets;
};
/// Reads a heading ("Side effects") or a stem ("Those who should not undergo it include:").
Announcement announce(const SentenceView& view);

/// The treatments and targets that a sentence is about.
struct Subjects {
    EntityList treatments;
    EntityList targets;
    EntityList yardsticks;  ///< what it compares with
    /// How many treatments it compares with; of one treatment two ways too: "supervised exercise … than home exercise".
    std::size_t held_against = 0;
    TreatmentBy by = TreatmentBy::nothing;
};

/// Follows an article from block to block and remembers what it speaks of.
class Context {
public:
    Context(const Article& article, const Segmentation& segmentation, const Mentions& mentions);

    /// A heading that makes a claim of its own ("Acupuncture eases pain") does not say what kind the rest is of.
    void enter_heading(std::size_t block, const SentenceView& view, bool is_claim);
    void enter_block(std::size_t block);
    /// Whom or what the sentence is about, by mention, by pronoun or by what is in force.
    [[nodiscard]] Subjects subjects(const SentenceView& view, std::size_t sentence) const;
    /// To be called after each sentence, whether it was a claim or not.
    void leave(const SentenceView& view, const Subjects& subjects, std::size_t sentence, const Judgement& judgement);
    /// Whether list items take the sentence's sense ("It can help with:"): then they are the claims, and it is none.
    [[nodiscard]] bool introduces_list(std::size_t sentence) const { return stems_[sentence].has_value(); }
    [[nodiscard]] Setting setting(std::size_t sentence) const;

private:
    void inherit_section(std::size_t block);
    [[nodiscard]] const Announcement* heading_of(std::size_t block) const;
    [[nodiscard]] const Announcement* stem_of(std::size_t block) const;
    /// Whether a treatment is of the class that a noun names: a vaccine, surgery, a diet.
    [[nodiscard]] bool is_a(std::uint32_t entity, std::string_view noun) const;
    /// "The shot": the last treatment of that class; nothing where none was named.
    [[nodiscard]] EntityList last_of_class(std::string_view noun) const;
    /// "The diet" on a page about the ketogenic diet: the kind of it that is in force; else what is named.
    [[nodiscard]] std::uint32_t kind_meant(const SentenceView& view, const MentionHere& mention) const;
    /// What the sentence's pronoun or noun stands for.
    [[nodiscard]] EntityList meant_by(const CueHit* anaphor, const Announcement* heading) const;

    const Segmentation& segmentation_;
    const Mentions& mentions_;
    EntityList topic_;
    EntityList topic_targets_;
    EntityList last_;
    EntityList last_two_;
    EntityList seen_;                                    ///< treatments named so far, the latest last
    std::vector<std::optional<Announcement>> headings_;  ///< by block
    std::vector<std::size_t> above_;                     ///< blocks of the headings that the last one stands under
    std::vector<std::optional<Announcement>> stems_;     ///< by sentence; only those that introduce a list
};

}  // namespace evigrade::link::reading
