#include <algorithm>
#include <charconv>

#include "evigrade/base/text.hpp"
#include "learn/strength.hpp"

namespace evigrade::learn {

HarmReader::HarmReader(const Data& data) : table_(data, "cues/harm.tsv"), negation_(data) {
    const Table endings(data.find("cues/harm_endings.tsv").value_or(std::string_view()));
    for (std::size_t row = 0; row < endings.rows(); ++row) {
        const std::string_view least = endings.at(row, "least");
        std::size_t letters = 0;
        std::from_chars(least.data(), least.data() + least.size(), letters);
        for (const std::string_view ending : split(endings.at(row, "ending"), '|'))
            endings_.push_back({ending, endings.at(row, "says"), letters});
    }
    learn_substances(data);
}

void HarmReader::learn_substances(const Data& data) {
    for (const std::string_view file : {"lexicon/treatments.tsv", "lexicon/ingredients.tsv"}) {
        const Table table(data.find(file).value_or(std::string_view()));
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (table.at(row, "substance") != "yes") continue;
            substances_.add(table.at(row, "name"), 0);
            for (const std::string_view alias : split(table.at(row, "aliases"), '|')) substances_.add(alias, 0);
        }
    }
}

bool HarmReader::ends_like(std::string_view word, std::string_view answer) const {
    return std::any_of(endings_.begin(), endings_.end(), [&](const Ending& ending) {
        return ending.says == answer && word.size() >= ending.least && word.ends_with(ending.letters);
    });
}

std::vector<bool> HarmReader::medicines(const Words& words) const {
    std::vector<bool> out(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) out[i] = ends_like(words.word(i), "treatment");
    for (const auto& name : substances_.find(words)) out[name.last - 1] = true;
    return out;
}

/// A harm is reported where a treatment, something bad and a tie between the two stand together, none of them denied.
bool HarmReader::read(std::string_view text) const {
    const Words words(text);
    const std::vector<bool> denied = negation_.reach(words);
    const std::vector<bool> medicine = medicines(words);
    int treatment = 0;
    int bad = 0;
    int tie = 0;
    int behind = 0;
    int against = 0;
    for (const VoteCast& cast : table_.cast(words, "any", Repeats::every)) {
        const int weight = cast.vote->weight;
        const std::string_view says = cast.vote->says;
        if (says == "against") against += weight;
        if (denied[cast.first]) continue;
        if (says == "treatment") treatment += weight;
        if (says == "bad") bad += weight;
        if (says == "tie") tie += weight;
        if (says == "behind" && cast.first > 0 && medicine[cast.first - 1]) behind = weight;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (denied[i]) continue;
        if (medicine[i]) treatment += 10;
        if (ends_like(words.word(i), "bad")) bad += 10;
    }
    // In a title of few words a medicine and an illness are tied by standing together.
    constexpr std::size_t few = 10;
    const int enough = words.size() <= few ? 32 : 41;
    return std::min(treatment, 15) + std::min(bad, 15) + std::min(tie, 20) + behind - against >= enough;
}

}  // namespace evigrade::learn
