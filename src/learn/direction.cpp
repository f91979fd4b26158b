#include "learn/direction.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace evigrade::learn {
namespace {

/// The marks with, for each, whether the outcome is named within a few words.
std::vector<bool> near_outcome(const std::vector<Mark>& marks) {
    constexpr std::size_t reach = 6;
    std::vector<bool> near(marks.size());
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i] != Mark::outcome) continue;
        const std::size_t from = i > reach ? i - reach : 0;
        const std::size_t to = std::min(marks.size(), i + reach + 1);
        std::fill(near.begin() + static_cast<std::ptrdiff_t>(from), near.begin() + static_cast<std::ptrdiff_t>(to), true);
    }
    return near;
}

}  // namespace

bool told_by_comparator(const std::vector<Mark>& marks) {
    const auto arm = [](Mark mark) { return mark == Mark::intervention || mark == Mark::comparator; };
    const auto speaks = [](Mark mark) { return mark == Mark::more || mark == Mark::less; };
    auto turn = std::find(std::find_if(marks.begin(), marks.end(), speaks), marks.end(), Mark::than);
    if (turn == marks.end()) turn = std::find(marks.begin(), marks.end(), Mark::than);
    const auto before = std::find_if(std::make_reverse_iterator(turn), marks.rend(), arm);
    const auto after = std::find_if(turn, marks.end(), arm);
    if (before != marks.rend()) return *before == Mark::comparator && (after == marks.end() || *after == Mark::intervention);
    // "Compared with aspirin, placebo …": what comes after the yardstick is what is told of.
    const auto told = std::find_if(after, marks.end(), [&](Mark mark) { return arm(mark) && mark != *after; });
    return after != marks.end() && *after == Mark::intervention && told != marks.end();
}

EffectDirection direction_by_votes(const std::vector<Mark>& marks) {
    const std::vector<bool> near = near_outcome(marks);
    int more = 0;
    int less = 0;
    int same = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const int weight = near[i] ? 2 : 1;  // what is said beside the outcome's own words counts double
        const Mark mark = marks[i];
        if (mark == Mark::more) more += 2 * weight;
        if (mark == Mark::less) less += 2 * weight;
        if (mark == Mark::not_more || mark == Mark::not_less) same += 2 * weight;
        if (mark == Mark::same || mark == Mark::chance) same += 5 * weight;
        if (mark == Mark::significant) same -= 2 * weight;
    }
    if (same >= more && same >= less) return EffectDirection::no_difference;
    return (more >= less) != told_by_comparator(marks) ? EffectDirection::increased : EffectDirection::decreased;
}

DirectionReader::DirectionReader(const Data& data) : marker_(data) {
    if (const auto bytes = data.find("models/direction.bin")) model_ = LinearModel::open(*bytes);
}

DirectionReading DirectionReader::read(std::string_view text, const DirectionQuestion& question) const {
    DirectionReading reading;
    if (!model_) {
        reading.direction = direction_by_votes(marker_.mark(Words(text), question));
        return reading;
    }
    const LinearInput input = describe(text, question);
    const auto decision = model_->decide(input);
    reading.direction = static_cast<EffectDirection>(decision.label);
    constexpr std::size_t shown = 5;
    reading.cues = model_->reasons(input, decision, shown);
    return reading;
}

}  // namespace evigrade::learn
