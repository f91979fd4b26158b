// What evidence says of a claim.
#pragma once

#include <string_view>

#include "evigrade/base/data.hpp"
#include "evigrade/model/names.hpp"
#include "learn/negation.hpp"
#include "learn/votes.hpp"

namespace evigrade::learn {

class StanceReader {
public:
    explicit StanceReader(const Data& data);
    [[nodiscard]] Stance read(std::string_view claim, std::string_view evidence) const;

private:
    struct Tone {
        int yes = 0;      ///< something is asserted
        int no = 0;       ///< something is denied
        int unclear = 0;  ///< nobody knows
        int mixed = 0;
    };
    [[nodiscard]] Tone tone_of(const Words& words) const;

    VoteTable table_;
    NegationReader negation_;
};

}  // namespace evigrade::learn
