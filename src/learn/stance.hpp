// What evidence says of a claim.
#pragma once

#include <cstdint>
#include <string_view>

#include "evigrade/base/data.hpp"
#include "evigrade/model/names.hpp"
#include "learn/negation.hpp"
#include "learn/votes.hpp"

namespace evigrade::learn {

class StanceReader {
public:
  explicit StanceReader(const Data &data);
  [[nodiscard]] Stance read(std::string_view claim,
                            std::string_view evidence) const;

private:
  struct Tone {
    int yes = 0;     ///< something is asserted
    int no = 0;      ///< words that say no
    int denied = 0;  ///< assertions that a negation reaches
    int unclear = 0; ///< nobody knows
    int mixed = 0;
  };
  [[nodiscard]] static bool against(const Tone &tone);
  /// What a claim is about: whether "safe" agrees with it.
  enum class About : std::uint8_t { benefit, harm };
  [[nodiscard]] Tone tone_of(const Words &words, About about) const;

  VoteTable table_;
  NegationReader negation_;
};

} // namespace evigrade::learn
