// Writes the file of a linear model. The training itself stands in tests/bench, beside the library that does it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace evigrade::learn {

/// What a training came to: real numbers, one a label.
struct LinearWeights {
    std::vector<double> biases;
    std::map<std::uint32_t, std::vector<double>> rows;  ///< by feature hash
};

/// The bytes that LinearModel opens. Weights are scaled so that the heaviest just fits; rows that come to nothing are
/// left out. Preconditions: from 2 to LinearLayout::most_labels labels; rows as long as `biases`.
std::string pack(const LinearWeights& weights);

}  // namespace evigrade::learn
