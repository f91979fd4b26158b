#include "learn/stance.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace evigrade::learn {
namespace {

/// Words of some length, cut to a stem of six letters: what a claim and its evidence may have in common.
std::unordered_set<std::string> content(const Words& words) {
    std::unordered_set<std::string> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words.word(i);
        if (word.size() >= 5) out.emplace(word.substr(0, 6));
    }
    return out;
}

/// The share of the claim's words that the evidence takes up.
double shared_part(const Words& claim, const Words& evidence) {
    const auto wanted = content(claim);
    if (wanted.empty()) return 1;
    const auto have = content(evidence);
    const auto common = std::count_if(wanted.begin(), wanted.end(), [&](const std::string& w) { return have.contains(w); });
    return static_cast<double>(common) / static_cast<double>(wanted.size());
}

/// Doubt that is said several times weighs more than once: what is known beside it is told at greater length.
int loudness_of_doubt(const Tone& tone) {
    constexpr int several = 35;  // three phrases that say so
    return tone.unclear >= several ? tone.unclear * 4 / 3 : tone.unclear;
}

/// Whoever asks a question hands in an answer to it; a statement may be met by words about something else.
bool is_question(std::string_view claim) {
    return claim.find('?') != std::string_view::npos;
}

}  // namespace

StanceReader::StanceReader(const Data& data) : table_(data, "cues/stance.tsv"), answers_(data), negation_(data) {
    if (const auto bytes = data.find("models/stance.bin")) model_ = LinearModel::open(*bytes);
}

StanceReader::About StanceReader::about(const Words& claim) const {
    return votes_for(table_.cast(claim, "claim"), "harm") > 0 ? About::harm : About::benefit;
}

Tone StanceReader::tone_of(const Words& words, About about) const {
    Tone tone;
    const std::vector<bool> denied = negation_.reach(words);
    for (const VoteCast& cast : table_.cast(words, "any", Repeats::every)) {
        const int weight = cast.vote->weight;
        const std::string_view says = cast.vote->says;
        if (says == "supports") (denied[cast.first] ? tone.denied : tone.yes) += weight;
        if (says == "safe") (denied[cast.first] != (about == About::harm) ? tone.no : tone.yes) += weight;
        if (says == "refutes") tone.no += weight;
        if (says == "insufficient") tone.unclear += weight;
        if (says == "mixed") tone.mixed += weight;
    }
    return tone;
}

Stance StanceReader::by_votes(std::string_view claim, std::string_view evidence) const {
    const Words claim_words(claim);
    const Words evidence_words(evidence);
    const Tone tone = tone_of(evidence_words, about(claim_words));
    const bool asked = is_question(claim);
    constexpr double related = 0.1;
    if (!asked && shared_part(claim_words, evidence_words) < related) return Stance::neutral;
    const int clear = std::max(tone.yes, tone.no + tone.denied);
    if (loudness_of_doubt(tone) > clear) return Stance::insufficient;
    if (tone.mixed > clear) return Stance::mixed;
    // A claim that itself denies is supported by what denies.
    const bool denies = !asked && tone_of(claim_words, About::benefit).against();
    return tone.against() == denies ? Stance::supports : Stance::refutes;
}

StanceReading StanceReader::read(std::string_view claim, std::string_view evidence) const {
    StanceReading reading;
    reading.stance = by_votes(claim, evidence);
    const bool open = reading.stance != Stance::supports && reading.stance != Stance::refutes;
    // "Is it harmful?" turns the sense of "safe" round, which the trained questions hardly ever ask.
    const bool of_harm = about(Words(claim)) == About::harm;
    if (!model_ || !is_question(claim) || open || of_harm) return reading;
    const LinearInput input = describe(claim, evidence);
    const auto decision = model_->decide(input);
    constexpr Stance answers[] = {Stance::supports, Stance::refutes, Stance::insufficient};
    reading.stance = answers[decision.label];
    reading.cues = words_that_answer(claim, evidence, reading.stance);
    constexpr std::size_t shown = 5;
    for (auto& reason : model_->reasons(input, decision, shown)) reading.cues.push_back(std::move(reason));
    return reading;
}

std::vector<std::string> StanceReader::words_that_answer(std::string_view question, std::string_view answer,
                                                         Stance stance) const {
    std::vector<std::string> out;
    if (stance != Stance::supports && stance != Stance::refutes) return out;
    const Words words(answer);
    const std::vector<bool> denied = negation_.reach(words, Commas::stop);
    constexpr std::size_t most = 3;
    for (const std::string_view kind : answers_.kinds(Words(question))) {
        for (auto& one : answers_.words_for(stance == Stance::supports, kind, answer, words, denied, most - out.size()))
            out.push_back(std::move(one));
    }
    return out;
}

}  // namespace evigrade::learn
