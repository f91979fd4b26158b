// What a result sentence says of an outcome: more, less, or no difference.
#pragma once

#include <string_view>

#include "evigrade/base/data.hpp"
#include "evigrade/learn.hpp"
#include "learn/negation.hpp"
#include "learn/votes.hpp"

namespace evigrade::learn {

class DirectionReader {
public:
  explicit DirectionReader(const Data &data);
  [[nodiscard]] EffectDirection read(std::string_view text,
                                     std::string_view intervention,
                                     std::string_view comparator,
                                     std::string_view outcome) const;

private:
  struct Tally {
    int up = 0;
    int down = 0;
    int same = 0;
    std::size_t turn = 0; ///< the word behind which the comparator is expected;
                          ///< the number of words where there is none
  };
  [[nodiscard]] Tally tally(const Words &words, std::string_view outcome) const;

  VoteTable table_;
  NegationReader negation_;
};

} // namespace evigrade::learn
