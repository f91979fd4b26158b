#include "learn/design.hpp"

#include <algorithm>
#include <cmath>

namespace evigrade::learn {
namespace {

constexpr std::size_t designs = Names<Design>::values.size();

struct Ballot {
    std::array<int, designs> votes{};
    std::array<std::vector<std::pair<int, std::string>>, designs> words;

    void take(const VoteTable& table, std::string_view text, std::string_view zone, int factor) {
        const Words words_of_text(text);
        for (const VoteCast& cast : table.cast(words_of_text, zone)) {
            const auto design = from_text<Design>(cast.vote->says);
            if (!design) continue;
            const auto at = static_cast<std::size_t>(*design);
            votes[at] += factor * cast.vote->weight;
            const std::uint32_t begin = words_of_text.begin(cast.first);
            words[at].emplace_back(factor * cast.vote->weight,
                                   std::string(text.substr(begin, words_of_text.end(cast.last - 1) - begin)));
        }
    }

    /// Words whose absence speaks: an abstract without a word of patients,
    /// methods or results discusses.
    void take_silence(const VoteTable& table, std::string_view text) {
        for (const Vote* vote : table.unspoken(Words(text), "silence")) {
            if (const auto design = from_text<Design>(vote->says)) of(*design) += vote->weight;
        }
    }

    int& of(Design design) { return votes[static_cast<std::size_t>(design)]; }
};

/// Whatever observes people without treating them lends each other weight: the
/// shape is told apart last.
int observational(Ballot& ballot) {
    return ballot.of(Design::cohort) + ballot.of(Design::cross_sectional) + ballot.of(Design::case_control);
}

/// An experiment speaks of treatments too: once it stands on strong words of its
/// own, what tells of treating people counts for the animals that are treated,
/// and half of it for the trial that allots treatments at random.
void lend_treatment(Ballot& ballot) {
    const int treatment = std::max(ballot.of(Design::nonrandomized_trial), 0);
    constexpr int random_words = 44;  // "randomized" and one more
    constexpr int animal_words = 26;
    if (ballot.of(Design::randomized_trial) >= random_words) ballot.of(Design::randomized_trial) += treatment / 2;
    if (ballot.of(Design::animal) >= animal_words) ballot.of(Design::animal) += treatment;
}

}  // namespace

DesignReader::DesignReader(const Data& data) : table_(data, "cues/design.tsv") {}

DesignReading DesignReader::read(std::string_view title, std::string_view abstract,
                                 const std::vector<std::string>& types) const {
    Ballot ballot;
    ballot.take(table_, title, "title", 1);
    ballot.take(table_, abstract, "abstract", 1);
    if (!abstract.empty()) ballot.take_silence(table_, abstract);
    for (const std::string& type : types) ballot.take(table_, type, "types", 1);
    // A meta-analysis is a systematic review that pools: its votes count for
    // both.
    const int review = ballot.of(Design::systematic_review);
    if (ballot.of(Design::meta_analysis) > 0) ballot.of(Design::meta_analysis) += std::max(review, 0);
    lend_treatment(ballot);
    const int people = observational(ballot);
    Design widest = Design::cohort;
    for (const Design design : {Design::cross_sectional, Design::case_control}) {
        if (ballot.of(design) > ballot.of(widest)) widest = design;
    }
    ballot.of(widest) = people;

    DesignReading reading;
    int best = 0;
    int second = 0;
    for (std::size_t i = 0; i < designs; ++i) {
        if (ballot.votes[i] > best) {
            second = best;
            best = ballot.votes[i];
            reading.design = static_cast<Design>(i);
        } else {
            second = std::max(second, ballot.votes[i]);
        }
    }
    constexpr int least = 8;  // weaker words than these name no design
    if (best < least) return {};
    reading.confidence = 1.0 / (1.0 + std::exp(-static_cast<double>(best - second) / 15.0));
    auto& cues = ballot.words[static_cast<std::size_t>(reading.design)];
    std::stable_sort(cues.begin(), cues.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < cues.size() && i < 5; ++i) reading.cues.push_back(std::move(cues[i].second));
    return reading;
}

}  // namespace evigrade::learn
