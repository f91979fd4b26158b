#include "learn/stance.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace evigrade::learn {
namespace {

/// Words of some length, cut to a stem of six letters: what a claim and its
/// evidence may have in common.
std::unordered_set<std::string> content(const Words &words) {
  std::unordered_set<std::string> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words.word(i);
    if (word.size() >= 5)
      out.emplace(word.substr(0, 6));
  }
  return out;
}

/// The share of the claim's words that the evidence takes up.
double shared_part(const Words &claim, const Words &evidence) {
  const auto wanted = content(claim);
  if (wanted.empty())
    return 1;
  const auto have = content(evidence);
  const auto common =
      std::count_if(wanted.begin(), wanted.end(),
                    [&](const std::string &w) { return have.contains(w); });
  return static_cast<double>(common) / static_cast<double>(wanted.size());
}

} // namespace

/// A denial is rarer than an assertion and weighs double.
bool StanceReader::against(const Tone &tone) {
  return tone.no + 2 * tone.denied > tone.yes;
}

StanceReader::StanceReader(const Data &data)
    : table_(data, "cues/stance.tsv"), negation_(data) {}

StanceReader::Tone StanceReader::tone_of(const Words &words,
                                         About about) const {
  Tone tone;
  const std::vector<bool> denied = negation_.reach(words);
  for (const VoteCast &cast : table_.cast(words, "any", Repeats::every)) {
    const int weight = cast.vote->weight;
    if (cast.vote->says == "supports")
      (denied[cast.first] ? tone.denied : tone.yes) += weight;
    if (cast.vote->says == "safe")
      (denied[cast.first] != (about == About::harm) ? tone.no : tone.yes) +=
          weight;
    if (cast.vote->says == "refutes")
      tone.no += weight;
    if (cast.vote->says == "insufficient")
      tone.unclear += weight;
    if (cast.vote->says == "mixed")
      tone.mixed += weight;
  }
  return tone;
}

Stance StanceReader::read(std::string_view claim,
                          std::string_view evidence) const {
  const Words claim_words(claim);
  const Words evidence_words(evidence);
  const bool of_harm = votes_for(table_.cast(claim_words, "claim"), "harm") > 0;
  const Tone tone =
      tone_of(evidence_words, of_harm ? About::harm : About::benefit);
  // Whoever asks a question hands in an answer to it; a statement may be met by
  // words about something else.
  const bool asked = claim.find('?') != std::string_view::npos;
  constexpr double related = 0.1;
  if (!asked && shared_part(claim_words, evidence_words) < related)
    return Stance::neutral;
  const int clear = std::max(tone.yes, tone.no + tone.denied);
  if (tone.unclear > clear)
    return Stance::insufficient;
  if (tone.mixed > clear)
    return Stance::mixed;
  // A claim that itself denies is supported by what denies.
  const Tone own = tone_of(claim_words, About::benefit);
  const bool denies = !asked && against(own);
  return against(tone) == denies ? Stance::supports : Stance::refutes;
}

} // namespace evigrade::learn
