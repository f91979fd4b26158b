#include "learn/direction.hpp"

namespace evigrade::learn {

DirectionReader::DirectionReader(const Data& data) : table_(data, "cues/direction.tsv"), negation_(data) {}

EffectDirection DirectionReader::read(std::string_view text, std::string_view, std::string_view, std::string_view) const {
    const Words words(text);
    const std::vector<bool> denied = negation_.reach(words);
    int up = 0;
    int down = 0;
    int same = 0;
    for (const VoteCast& cast : table_.cast(words, "any")) {
        const int weight = cast.vote->weight;
        if (cast.vote->says == "no_difference") same += weight;
        if (cast.vote->says == "increased") (denied[cast.first] ? same : up) += weight;
        if (cast.vote->says == "decreased") (denied[cast.first] ? same : down) += weight;
    }
    if (same >= up && same >= down) return EffectDirection::no_difference;
    return up >= down ? EffectDirection::increased : EffectDirection::decreased;
}

}  // namespace evigrade::learn
