// Which citations a sentence rests on: its own, the group that closes it, or the work that "the author" points back to.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "evigrade/model/article.hpp"
#include "evigrade/model/claim.hpp"
#include "evigrade/model/segmentation.hpp"
#include "link/claim_sentence.hpp"

namespace evigrade::link::reading {

/// Follows an article's citations from sentence to sentence; sentences must be given in order.
class CitationTrail {
public:
    CitationTrail(const Article& article, const Segmentation& segmentation, const std::vector<Citation>& citations);

    /// Indexes of the citations that the sentence rests on. A sentence with citations of its own takes no others.
    [[nodiscard]] std::vector<std::size_t> of(const SentenceView& view, std::size_t sentence);
    /// What the sentence just asked about turned out to be. One that cites a work and claims nothing of it but a dose leaves
    /// it to the next to tell what was found.
    void was_claim(bool claim) { claimed_ = claim; }

private:
    [[nodiscard]] std::vector<std::size_t> own(std::size_t sentence) const;
    [[nodiscard]] std::vector<std::size_t> pointed_at(const SentenceView& view, std::size_t sentence) const;
    [[nodiscard]] bool closes(const Citation& citation, std::size_t sentence) const;

    const Article& article_;
    const Segmentation& segmentation_;
    const std::vector<Citation>& citations_;
    std::size_t next_ = 0;                         ///< first citation that is not behind the last sentence
    std::vector<std::vector<std::size_t>> rests_;  ///< by sentence
    std::vector<std::size_t> work_;                ///< the work last spoken of
    std::size_t work_block_ = 0;                   ///< where it was last spoken of
    std::size_t work_sentence_ = 0;                ///< the same, by sentence
    bool claimed_ = false;                         ///< the last sentence was a claim
    bool announces_ = false;                       ///< the last sentence ended with ":" and spoke of a work
    std::optional<std::size_t> list_;              ///< the list that a work was announced for
    std::optional<std::size_t> summarised_;        ///< the citation of the study that the whole page is about
};

}  // namespace evigrade::link::reading
