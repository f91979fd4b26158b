// Training of linear models by liblinear: logistic regression, one label against the others. Only the trainer links it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "learn/linear.hpp"
#include "learn/linear_pack.hpp"

namespace evigrade::bench {

struct LinearRow {
    std::string id;
    std::string group;  ///< rows of one group are never parted in cross-validation
    std::string text;   ///< for showing errors
    std::size_t label;
    learn::LinearInput input;
};

struct LinearTraining {
    double cost = 0.05;
    std::size_t seen_least = 2;  ///< rows that a feature must be seen in
};

learn::LinearWeights train(const std::vector<LinearRow>& rows, std::size_t labels, const LinearTraining& training);

/// Prints accuracy and F1 by label over all folds, and the first `errors` rows that came out wrong.
void cross_validate(const std::vector<LinearRow>& rows, const std::vector<std::string>& labels,
                    const LinearTraining& training, std::size_t folds, std::size_t errors);

}  // namespace evigrade::bench
