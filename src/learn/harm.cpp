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

/// A harm is reported where a treatment, something bad and a tie between the two stand together, none of them denied.
bool HarmReader::read(std::string_view text) const {
    const Words words(text);
    const std::vector<bool> denied = negation_.reach(words);
    int treatment = 0;
    int bad = 0;
    int tie = 0;
    int against = 0;
    for (const VoteCast& cast : table_.cast(words, "any", Repeats::every)) {
        if (cast.vote->says == "against") against += cast.vote->weight;
        if (denied[cast.first]) continue;
        if (cast.vote->says == "treatment") treatment += cast.vote->weight;
        if (cast.vote->says == "bad") bad += cast.vote->weight;
        if (cast.vote->says == "tie") tie += cast.vote->weight;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (denied[i]) continue;
        if (ends_like(words.word(i), "treatment")) treatment += 10;
        if (ends_like(words.word(i), "bad")) bad += 10;
    }
    for (const auto& name : substances_.find(words)) {
        if (!denied[name.first]) treatment += 10;
    }
    // In a title of few words a medicine and an illness are tied by standing together.
    constexpr std::size_t few = 10;
    const int enough = words.size() <= few ? 30 : 36;
    return std::min(treatment, 15) + std::min(bad, 15) + std::min(tie, 20) - against >= enough;
}

}  // namespace evigrade::learn
