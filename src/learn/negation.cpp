#include "learn/negation.hpp"

#include <algorithm>
#include <optional>

namespace evigrade::learn {
namespace {

/// The first word of `phrase` inside `words`, if it stands there.
std::optional<std::size_t> place_of(const Words& words, const Words& phrase) {
    if (phrase.size() == 0) return std::nullopt;
    Phrases wanted;
    std::string joined;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        if (phrase.word(i) == "*") return std::nullopt;
        joined += phrase.word(i);
        joined += ' ';
    }
    wanted.add(joined, 0);
    const auto hits = wanted.find(words);
    if (hits.empty()) return std::nullopt;
    return hits.front().first;
}

}  // namespace

NegationReader::NegationReader(const Data& data) : table_(data, "cues/negation.tsv") {}

std::vector<bool> NegationReader::reach(const Words& words, Commas commas) const {
    std::vector<bool> reached(words.size());
    // The column `weight` says how many words a denial reaches; `stop` ends it wherever it stands.
    const std::vector<VoteCast> casts = table_.cast(words, "any", Repeats::every);
    std::vector<bool> stops(words.size());
    for (const VoteCast& cast : casts) {
        if (cast.vote->says == "stop") stops[cast.first] = true;
    }
    for (std::size_t i = 0; commas == Commas::stop && i < words.size(); ++i) {
        if (words.word(i) == ",") stops[i] = true;
    }
    std::size_t ahead = 0;  // words before this one are reached already
    std::size_t behind = 0;
    for (const VoteCast& cast : casts) {
        const auto far = static_cast<std::size_t>(std::max(cast.vote->weight, 0));
        if (cast.vote->says == "before") {
            const std::size_t end = std::min(words.size(), cast.last + far);
            for (std::size_t i = std::max<std::size_t>(cast.last, ahead); i < end && !stops[i]; ++i) {
                reached[i] = true;
                ahead = i + 1;
            }
        } else if (cast.vote->says == "after") {
            const std::size_t floor = std::max(behind, cast.first > far ? cast.first - far : 0);
            for (std::size_t i = cast.first; i > floor && !stops[i - 1]; --i) reached[i - 1] = true;
            behind = cast.first;
        }
    }
    return reached;
}

bool NegationReader::negated(std::string_view text, std::string_view phrase) const {
    const Words words(text);
    const auto place = place_of(words, Words(phrase));
    return place && reach(words)[*place];
}

}  // namespace evigrade::learn
