#include "learn/direction.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "evigrade/base/text.hpp"

namespace evigrade::learn {
namespace {

/// Words of a name, cut to six letters; small words left out.
std::unordered_set<std::string> stems(std::string_view name) {
  const Words words(name);
  std::unordered_set<std::string> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words.word(i).size() >= 3)
      out.emplace(words.word(i).substr(0, 6));
  }
  return out;
}

/// The places of a name's words in a text.
std::vector<bool> places(const Words &words,
                         const std::unordered_set<std::string> &wanted) {
  std::vector<bool> out(words.size());
  for (std::size_t i = 0; i < words.size(); ++i)
    out[i] = wanted.contains(std::string(words.word(i).substr(0, 6)));
  return out;
}

/// For each word, how many words lie between it and the nearest marked one;
/// `words.size()` where none is marked.
std::vector<std::size_t> distances(const std::vector<bool> &marked) {
  std::vector<std::size_t> out(marked.size(), marked.size());
  std::size_t run = marked.size();
  for (std::size_t i = 0; i < marked.size(); ++i)
    out[i] = run = marked[i] ? 0 : run + 1;
  run = marked.size();
  for (std::size_t i = marked.size(); i-- > 0;)
    out[i] = std::min(out[i], run = marked[i] ? 0 : run + 1);
  return out;
}

/// Whether the sentence tells it from the comparator's side: "placebo had more
/// pain than aspirin", or, without a turn, "pain was higher in the placebo
/// group".
bool told_the_other_way(const std::vector<bool> &intervention,
                        const std::vector<bool> &comparator, std::size_t turn) {
  const auto at = static_cast<std::ptrdiff_t>(turn);
  const auto before = [&](const std::vector<bool> &marked) {
    return std::count(marked.begin(), marked.begin() + at, true);
  };
  const auto after = [&](const std::vector<bool> &marked) {
    return std::count(marked.begin() + at, marked.end(), true);
  };
  if (turn == intervention.size())
    return before(intervention) == 0 && before(comparator) > 0;
  return after(intervention) > 0 && before(intervention) == 0 &&
         before(comparator) > 0 && after(comparator) == 0;
}

/// Adds up P values: above zero where most are 0.05 or more, below zero where
/// most are smaller.
int chance_says(const Words &words) {
  int sum = 0;
  for (std::size_t i = 0; i + 3 < words.size(); ++i) {
    if (words.word(i) != "p" || words.word(i + 1).size() != 1)
      continue;
    const char sign = words.word(i + 1).front();
    std::size_t at = i + 2;
    if (words.word(at) == "0" && at + 2 < words.size())
      ++at;
    if (at + 1 >= words.size() || words.word(at) != "." ||
        !is_ascii_digit(words.word(at + 1).front()))
      continue;
    const std::string_view digits = words.word(at + 1);
    const bool small =
        digits.front() == '0' && (digits.size() == 1 || digits[1] < '5');
    if (sign == '<' || (sign == '=' && small))
      --sum;
    if (sign == '>' || (sign == '=' && !small))
      ++sum;
  }
  return sum;
}

} // namespace

DirectionReader::DirectionReader(const Data &data)
    : table_(data, "cues/direction.tsv"), negation_(data) {}

DirectionReader::Tally DirectionReader::tally(const Words &words,
                                              std::string_view outcome) const {
  const std::vector<bool> denied = negation_.reach(words);
  const std::vector<std::size_t> far = distances(places(words, stems(outcome)));
  // Better means less where the outcome is something bad.
  const bool bad = votes_for(table_.cast(Words(outcome), "outcome"), "bad") > 0;
  constexpr std::size_t near = 6;
  Tally tally;
  tally.turn = words.size();
  for (const VoteCast &cast : table_.cast(words, "any", Repeats::every)) {
    // What is said beside the outcome's own words counts double.
    const int weight = cast.vote->weight * (far[cast.first] <= near ? 2 : 1);
    const std::string_view says = cast.vote->says;
    const bool more = says == "increased" || says == (bad ? "worse" : "better");
    const bool less = says == "decreased" || says == (bad ? "better" : "worse");
    if (says == "no_difference")
      tally.same += weight;
    if (more)
      (denied[cast.first] ? tally.same : tally.up) += weight;
    if (less)
      (denied[cast.first] ? tally.same : tally.down) += weight;
    if (says == "turn")
      tally.turn = std::min<std::size_t>(tally.turn, cast.first);
  }
  return tally;
}

EffectDirection DirectionReader::read(std::string_view text,
                                      std::string_view intervention,
                                      std::string_view comparator,
                                      std::string_view outcome) const {
  const Words words(text);
  Tally tally = this->tally(words, outcome);
  const int chance = chance_says(words);
  if (chance > 0)
    tally.same += 30;
  if (chance < 0)
    tally.same -= 10;
  if (tally.same >= tally.up && tally.same >= tally.down)
    return EffectDirection::no_difference;
  const auto own = stems(intervention);
  auto other = stems(comparator);
  for (const std::string &stem : own)
    other.erase(stem);
  const bool reversed =
      told_the_other_way(places(words, own), places(words, other), tally.turn);
  return (tally.up >= tally.down) != reversed ? EffectDirection::increased
                                              : EffectDirection::decreased;
}

} // namespace evigrade::learn
