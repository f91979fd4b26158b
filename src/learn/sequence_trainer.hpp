// Trains a SequenceModel: a conditional random field, maximised by stochastic gradient steps with AdaGrad.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "learn/sequence.hpp"

namespace evigrade::learn {

struct SequenceTraining {
    std::size_t epochs = 12;
    std::size_t rounds = 1;         ///< how often it is trained anew, in another order; the model is the mean of all rounds
    float rate = 0.2F;              ///< of the AdaGrad steps
    float shrink = 1e-5F;           ///< pull of every seen weight towards 0, for each step that touches it
    std::size_t seen_least = 2;     ///< features seen more rarely are left out
    std::uint64_t seed = 1;         ///< of the order of examples
    std::uint32_t buckets = 30000;  ///< size of the table: 64 bytes each, for three features
    float blind = 0;                ///< share of features not seen at each visit, so that the others learn to do without
    std::array<float, SequenceLayout::lanes> lean{};  ///< taken off each label after training: the others are found oftener
};

class SequenceTrainer {
public:
    explicit SequenceTrainer(std::size_t labels) : labels_(labels) {}

    /// Precondition: one label for each token, all below the number of labels.
    void add(const SequenceInput& input, const std::vector<std::uint8_t>& labels);

    /// Trains on all examples; `report` hears the mean loss of each epoch. Gives the model's bytes.
    std::string train(const SequenceTraining& training, const std::function<void(std::size_t, double)>& report);

    /// Different features kept.
    [[nodiscard]] std::size_t features() const { return hashes_.size(); }

private:
    static constexpr std::size_t lanes = SequenceLayout::lanes;
    using Row = std::array<float, lanes>;
    using Moves = std::array<Row, lanes>;
    struct Example {
        std::size_t first_token = 0;
        std::size_t tokens = 0;
    };

    void begin(std::size_t seen_least);
    void keep(const std::vector<std::uint8_t>& kept);
    void forget();
    void run_epochs(const SequenceTraining& training, std::size_t round,
                    const std::function<void(std::size_t, double)>& report);
    void add_to_mean(float share);
    double learn(const Example& example, const SequenceTraining& training);
    void forward(const Example& example);
    void draw_blind(const Example& example, float share);
    void backward(const Example& example, const SequenceTraining& training);
    void step(float& weight, float& sum, float gradient, const SequenceTraining& training) const;
    [[nodiscard]] float mass(std::size_t id) const;
    [[nodiscard]] std::vector<std::uint32_t> by_mass() const;
    [[nodiscard]] std::vector<std::uint8_t> fitting(std::uint32_t buckets) const;
    [[nodiscard]] std::string packed(std::uint32_t buckets) const;

    std::size_t labels_;
    std::unordered_map<std::uint32_t, std::uint32_t> ids_;
    std::vector<std::uint32_t> hashes_;  ///< of each id
    std::vector<std::uint32_t> seen_;    ///< of each id
    std::vector<std::uint32_t> features_;
    std::vector<std::size_t> feature_ends_;
    std::vector<std::uint8_t> kinds_;
    std::vector<std::uint8_t> golds_;
    std::vector<Example> examples_;
    std::vector<Row> weights_, sums_, mean_;  ///< of each id; sums of squared gradients
    std::vector<Moves> moves_, move_sums_, move_exps_, mean_moves_;
    std::vector<std::uint8_t> blind_;  ///< of each feature of the example at hand: 1 where it is not seen
    float louder_ = 1;                 ///< by how much the seen ones speak for the others
    std::uint64_t dice_ = 1;
    std::vector<Row> alpha_, emission_;
    std::vector<float> scale_;
};

}  // namespace evigrade::learn
