// The design of a study from what its report says of itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evigrade/learn.hpp"
#include "learn/votes.hpp"

namespace evigrade::learn {

class DesignReader {
public:
    explicit DesignReader(const Data& data);
    [[nodiscard]] DesignReading read(std::string_view title, std::string_view abstract,
                                     const std::vector<std::string>& types) const;

private:
    VoteTable table_;
};

}  // namespace evigrade::learn
