// An article as its faults are looked for: what is cited near a sentence, what the sentence names, what the page tells of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "evigrade/model/article.hpp"
#include "evigrade/model/claim.hpp"
#include "evigrade/model/entity.hpp"
#include "evigrade/model/segmentation.hpp"
#include "link/fault_words.hpp"

namespace evigrade::link::faults {

class Scene {
public:
    Scene(const Article& article, const Segmentation& segmentation, const Mentions& mentions, const Linked& linked,
          const FaultWords& words);

    [[nodiscard]] const Article& article() const { return article_; }
    [[nodiscard]] const Linked& linked() const { return linked_; }
    [[nodiscard]] const FaultWords& words() const { return words_; }
    [[nodiscard]] Look look(const Claim& claim) const { return words_.look(claim.text); }

    /// Whether a citation stands up to `before` sentences in front of the claim or `after` behind it, in its block, in
    /// the sentence that introduces its list, or in the paragraph that it is pulled out of.
    [[nodiscard]] bool cites_near(const Claim& claim, std::size_t before, std::size_t after) const;
    /// The sentence around a byte, or nothing; whether it is the article's own, no comment and no boilerplate.
    [[nodiscard]] std::string_view sentence_at(std::uint32_t at) const;
    [[nodiscard]] bool is_of_article(std::uint32_t at) const;
    /// What stands in the sentence that introduces the claim's list or quotation.
    [[nodiscard]] Look introduction(const Claim& claim) const;
    /// Whether the claim is a heading.
    [[nodiscard]] bool is_heading(const Claim& claim) const;
    /// Whether the article cites anything behind the claim.
    [[nodiscard]] bool cites_later(const Claim& claim) const;
    /// Whether the sentence itself names a treatment, or points at one with its first word.
    [[nodiscard]] bool speaks_of_treatment(const Claim& claim) const;
    /// Whether the sentence itself names a condition or an outcome.
    [[nodiscard]] bool names_target(const Claim& claim) const;
    /// The page is a summary, a press release or a report of one study, and says so in its title.
    [[nodiscard]] bool tells_of_one_study() const { return one_study_; }
    /// A paper's own results rest on the paper.
    [[nodiscard]] bool is_paper() const;

private:
    [[nodiscard]] std::optional<std::size_t> sentence_of(std::uint32_t at) const;
    [[nodiscard]] bool names(const Claim& claim, EntityKind a, EntityKind b) const;
    [[nodiscard]] bool cited_in(Span span) const;
    [[nodiscard]] Look look_at(std::size_t sentence) const;

    const Article& article_;
    const Segmentation& segmentation_;
    const Mentions& mentions_;
    const Linked& linked_;
    const FaultWords& words_;
    bool one_study_;
};

/// The article's own claims; what a forum or a comment says is not the writer's.
bool is_own(const Claim& claim);
/// A benefit, or how it comes about, stated as a fact.
bool promises(const Claim& claim);

}  // namespace evigrade::link::faults
