#include "bench/linear_training.hpp"

#include <linear.h>

#include <cstdio>
#include <iostream>
#include <map>
#include <unordered_map>

#include "evigrade/base/hash.hpp"

namespace evigrade::bench {
namespace {

using Index = std::map<std::uint32_t, int>;  // feature hash -> column, from 1

Index columns(const std::vector<LinearRow>& rows, std::size_t seen_least) {
    std::map<std::uint32_t, std::size_t> seen;
    for (const auto& row : rows) {
        for (const auto& feature : row.input.features()) ++seen[feature.hash];
    }
    Index index;
    for (const auto& [hash, times] : seen) {
        if (times >= seen_least) index.emplace(hash, static_cast<int>(index.size()) + 1);
    }
    return index;
}

}  // namespace

learn::LinearWeights train(const std::vector<LinearRow>& rows, std::size_t labels, const LinearTraining& training) {
    const Index index = columns(rows, training.seen_least);
    const int bias = static_cast<int>(index.size()) + 1;
    std::vector<std::vector<feature_node>> nodes;
    std::vector<feature_node*> starts;
    std::vector<double> answers;
    for (const auto& row : rows) {
        auto& list = nodes.emplace_back();
        for (const auto& feature : row.input.features()) {
            if (const auto column = index.find(feature.hash); column != index.end()) list.push_back({column->second, 1.0});
        }
        list.push_back({bias, 1.0});
        list.push_back({-1, 0.0});
        answers.push_back(static_cast<double>(row.label));
    }
    for (auto& list : nodes) starts.push_back(list.data());
    problem task{};
    task.l = static_cast<int>(rows.size());
    task.n = bias;
    task.y = answers.data();
    task.x = starts.data();
    task.bias = 1.0;
    parameter settings{};
    settings.solver_type = L2R_LR;
    settings.C = training.cost;
    settings.eps = 0.001;
    set_print_string_function([](const char*) {});
    model* trained = ::train(&task, &settings);
    const auto weight = [&](int column, std::size_t label) {
        for (int at = 0; at < trained->nr_class; ++at) {
            if (trained->label[at] != static_cast<int>(label)) continue;
            if (trained->nr_class > 2) return trained->w[(column - 1) * trained->nr_class + at];
            return (at == 0 ? 0.5 : -0.5) * trained->w[column - 1];
        }
        return 0.0;
    };
    learn::LinearWeights weights;
    for (std::size_t label = 0; label < labels; ++label) weights.biases.push_back(weight(bias, label));
    for (const auto& [hash, column] : index) {
        auto& row = weights.rows[hash];
        for (std::size_t label = 0; label < labels; ++label) row.push_back(weight(column, label));
    }
    free_and_destroy_model(&trained);
    return weights;
}

void cross_validate(const std::vector<LinearRow>& rows, const std::vector<std::string>& labels,
                    const LinearTraining& training, std::size_t folds, std::size_t errors) {
    std::vector<std::vector<std::size_t>> table(labels.size(), std::vector<std::size_t>(labels.size()));
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<LinearRow> others;
        for (const auto& row : rows) {
            if (hash64(row.group) % folds != fold) others.push_back(row);
        }
        const std::string bytes = learn::pack(train(others, labels.size(), training));
        const auto model = learn::LinearModel::open(bytes);
        for (const auto& row : rows) {
            if (hash64(row.group) % folds != fold) continue;
            const auto decision = model->decide(row.input);
            ++table[row.label][decision.label];
            if (decision.label == row.label || errors == 0) continue;
            --errors;
            std::cout << labels[row.label] << " read as " << labels[decision.label] << ": " << row.text << "\n   ";
            for (const auto& reason : model->reasons(row.input, decision, 6)) std::cout << " [" << reason << "]";
            std::cout << "\n";
        }
    }
    double sum = 0;
    std::size_t right = 0;
    std::size_t all = 0;
    for (std::size_t label = 0; label < labels.size(); ++label) {
        std::size_t said = 0;
        std::size_t real = 0;
        for (std::size_t other = 0; other < labels.size(); ++other) {
            said += table[other][label];
            real += table[label][other];
        }
        all += real;
        right += table[label][label];
        const double f1 =
            2.0 * static_cast<double>(table[label][label]) / static_cast<double>(std::max<std::size_t>(1, said + real));
        sum += f1;
        std::printf("%s F1 %.3f\n", labels[label].c_str(), f1);
    }
    std::printf("macro-F1 %.4f, accuracy %.4f\n", sum / static_cast<double>(labels.size()),
                static_cast<double>(right) / static_cast<double>(all));
}

}  // namespace evigrade::bench
