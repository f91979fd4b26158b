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
    explicit DirectionReader(const Data& data);
    [[nodiscard]] EffectDirection read(std::string_view text, std::string_view intervention, std::string_view comparator,
                                       std::string_view outcome) const;

private:
    VoteTable table_;
    NegationReader negation_;
};

}  // namespace evigrade::learn
