// What a result sentence says of an outcome: more, less, or no difference.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/learn.hpp"
#include "learn/direction_marks.hpp"
#include "learn/linear.hpp"

namespace evigrade::learn {

class DirectionReader {
public:
    explicit DirectionReader(const Data& data);
    /// By the model of data/models; by the cues' votes alone where there is none.
    [[nodiscard]] DirectionReading read(std::string_view text, const DirectionQuestion& question) const;

    /// What the model is asked: for reading and for training. Closed.
    [[nodiscard]] LinearInput describe(std::string_view text, const DirectionQuestion& question) const;

private:
    DirectionMarker marker_;
    std::optional<LinearModel> model_;
};

/// The answer of the marks alone: what most of them say, turned round where the comparator's side tells it.
EffectDirection direction_by_votes(const std::vector<Mark>& marks);
/// Whether the sentence tells it from the comparator's side: "placebo had more pain than aspirin", "compared with aspirin,
/// placebo had more pain", or, with one arm named, "pain was higher in the placebo group".
bool told_by_comparator(const std::vector<Mark>& marks);

}  // namespace evigrade::learn
