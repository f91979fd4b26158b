#include "learn/sequence_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <random>

namespace evigrade::learn {

void SequenceTrainer::add(const SequenceInput& input, const std::vector<std::uint8_t>& labels) {
    examples_.push_back({kinds_.size(), input.size()});
    for (std::size_t t = 0; t < input.size(); ++t) {
        for (const auto* feature = input.begin_of(t); feature != input.end_of(t); ++feature) {
            const auto [entry, fresh] = ids_.try_emplace(*feature, static_cast<std::uint32_t>(hashes_.size()));
            if (fresh) {
                hashes_.push_back(*feature);
                seen_.push_back(0);
            }
            ++seen_[entry->second];
            features_.push_back(entry->second);
        }
        feature_ends_.push_back(features_.size());
        kinds_.push_back(input.kind(t));
        golds_.push_back(labels[t]);
    }
}

/// Renumbers the features that are kept and forgets the others.
void SequenceTrainer::keep(const std::vector<std::uint8_t>& kept) {
    constexpr std::uint32_t gone = UINT32_MAX;
    std::vector<std::uint32_t> number(hashes_.size(), gone);
    std::uint32_t next = 0;
    for (std::size_t id = 0; id < hashes_.size(); ++id) {
        if (kept[id] == 0) continue;
        number[id] = next;
        hashes_[next] = hashes_[id];
        if (!weights_.empty()) weights_[next] = weights_[id];
        if (!sums_.empty()) sums_[next] = sums_[id];
        ++next;
    }
    hashes_.resize(next);
    if (!weights_.empty()) weights_.resize(next);
    if (!sums_.empty()) sums_.resize(next);
    std::size_t to = 0;
    std::size_t at = 0;
    for (auto& end : feature_ends_) {
        for (; at < end; ++at) {
            if (number[features_[at]] != gone) features_[to++] = number[features_[at]];
        }
        end = to;
    }
    features_.resize(to);
}

void SequenceTrainer::begin(std::size_t seen_least) {
    std::vector<std::uint8_t> kept(hashes_.size());
    for (std::size_t id = 0; id < kept.size(); ++id) kept[id] = seen_[id] >= seen_least ? 1 : 0;
    keep(kept);
    ids_.clear();
    seen_.clear();
    forget();
}

void SequenceTrainer::forget() {
    weights_.assign(hashes_.size(), Row{});
    sums_.assign(hashes_.size(), Row{});
    moves_.assign(SequenceInput::kinds, Moves{});
    move_sums_ = move_exps_ = moves_;
}

void SequenceTrainer::step(float& weight, float& sum, float gradient, const SequenceTraining& training) const {
    const float g = gradient - training.shrink * weight;
    sum += g * g;
    weight += training.rate * g / std::sqrt(sum + 1e-4F);
}

/// Draws which features are not seen this time.
void SequenceTrainer::draw_blind(const Example& example, float share) {
    const std::size_t begin = example.first_token == 0 ? 0 : feature_ends_[example.first_token - 1];
    blind_.assign(feature_ends_[example.first_token + example.tokens - 1] - begin, 0);
    louder_ = 1.0F / (1.0F - share);
    if (share <= 0) return;
    const auto bar = static_cast<std::uint32_t>(share * 4294967295.0F);
    for (auto& blind : blind_) {
        dice_ = dice_ * 6364136223846793005ULL + 1442695040888963407ULL;
        blind = static_cast<std::uint32_t>(dice_ >> 32U) < bar ? 1 : 0;
    }
}

/// Scaled forward probabilities, one row a token.
void SequenceTrainer::forward(const Example& example) {
    const std::size_t begin = example.first_token == 0 ? 0 : feature_ends_[example.first_token - 1];
    alpha_.resize(example.tokens);
    emission_.resize(example.tokens);
    scale_.resize(example.tokens);
    for (std::size_t t = 0; t < example.tokens; ++t) {
        const std::size_t token = example.first_token + t;
        Row score{};
        for (std::size_t f = token == 0 ? 0 : feature_ends_[token - 1]; f < feature_ends_[token]; ++f) {
            if (blind_[f - begin] != 0) continue;
            const Row& row = weights_[features_[f]];
            for (std::size_t i = 0; i < lanes; ++i) score[i] += row[i] * louder_;
        }
        const float top = *std::max_element(score.begin(), score.begin() + static_cast<std::ptrdiff_t>(labels_));
        for (std::size_t i = 0; i < lanes; ++i) emission_[t][i] = i < labels_ ? std::exp(score[i] - top) : 0.0F;
        Row& here = alpha_[t];
        here = emission_[t];
        if (t > 0) {
            Row reach{};
            const Moves& moves = move_exps_[kinds_[token]];
            for (std::size_t i = 0; i < labels_; ++i) {
                for (std::size_t j = 0; j < lanes; ++j) reach[j] += alpha_[t - 1][i] * moves[i][j];
            }
            for (std::size_t j = 0; j < lanes; ++j) here[j] *= reach[j];
        }
        const float sum = std::max(std::accumulate(here.begin(), here.end(), 0.0F), 1e-30F);
        scale_[t] = sum;
        for (auto& value : here) value /= sum;
    }
}

/// Backward probabilities, and a step along the gradient at each token.
void SequenceTrainer::backward(const Example& example, const SequenceTraining& training) {
    const std::size_t begin = example.first_token == 0 ? 0 : feature_ends_[example.first_token - 1];
    Row beta;
    beta.fill(1.0F);
    for (std::size_t t = example.tokens; t-- > 0;) {
        const std::size_t token = example.first_token + t;
        Row gradient{};
        for (std::size_t i = 0; i < labels_; ++i) gradient[i] = -alpha_[t][i] * beta[i];
        gradient[golds_[token]] += 1.0F;
        for (std::size_t f = token == 0 ? 0 : feature_ends_[token - 1]; f < feature_ends_[token]; ++f) {
            if (blind_[f - begin] != 0) continue;
            const std::uint32_t id = features_[f];
            for (std::size_t i = 0; i < labels_; ++i) step(weights_[id][i], sums_[id][i], gradient[i], training);
        }
        if (t == 0) break;
        const std::uint8_t kind = kinds_[token];
        Row before{};
        for (std::size_t i = 0; i < labels_; ++i) {
            for (std::size_t j = 0; j < labels_; ++j) {
                const float ahead = move_exps_[kind][i][j] * emission_[t][j] * beta[j] / scale_[t];
                before[i] += ahead;
                const bool gold = golds_[token - 1] == i && golds_[token] == j;
                const float g = (gold ? 1.0F : 0.0F) - alpha_[t - 1][i] * ahead;
                if (std::abs(g) > 1e-4F) step(moves_[kind][i][j], move_sums_[kind][i][j], g, training);
            }
        }
        beta = before;
    }
}

double SequenceTrainer::learn(const Example& example, const SequenceTraining& training) {
    if (example.tokens == 0) return 0;
    draw_blind(example, training.blind);
    std::uint64_t done = 0;
    for (std::size_t t = 1; t < example.tokens; ++t) {
        const std::uint8_t kind = kinds_[example.first_token + t];
        if ((done >> kind & 1U) != 0) continue;
        done |= std::uint64_t{1} << kind;
        for (std::size_t i = 0; i < labels_; ++i) {
            for (std::size_t j = 0; j < labels_; ++j) move_exps_[kind][i][j] = std::exp(moves_[kind][i][j]);
        }
    }
    forward(example);
    double likely = 0;
    for (std::size_t t = 0; t < example.tokens; ++t)
        likely += std::log(static_cast<double>(alpha_[t][golds_[example.first_token + t]]) + 1e-9);
    backward(example, training);
    return -likely;
}

/// The mean over the later epochs is steadier than any of them.
void SequenceTrainer::add_to_mean(float share) {
    mean_.resize(weights_.size(), Row{});
    mean_moves_.resize(moves_.size(), Moves{});
    for (std::size_t id = 0; id < mean_.size(); ++id) {
        for (std::size_t i = 0; i < lanes; ++i) mean_[id][i] += share * weights_[id][i];
    }
    for (std::size_t kind = 0; kind < moves_.size(); ++kind) {
        for (std::size_t i = 0; i < lanes; ++i) {
            for (std::size_t j = 0; j < lanes; ++j) mean_moves_[kind][i][j] += share * moves_[kind][i][j];
        }
    }
}

void SequenceTrainer::run_epochs(const SequenceTraining& training, std::size_t round,
                                 const std::function<void(std::size_t, double)>& report) {
    std::mt19937_64 random(training.seed + round);
    const std::size_t averaged = std::max<std::size_t>(training.epochs / 2, 1);
    for (std::size_t epoch = 0; epoch < training.epochs; ++epoch) {
        for (std::size_t i = examples_.size(); i > 1; --i) std::swap(examples_[i - 1], examples_[random() % i]);
        double loss = 0;
        for (const auto& example : examples_) loss += learn(example, training);
        report(epoch + 1, loss / static_cast<double>(std::max<std::size_t>(kinds_.size(), 1)));
        // Those that will not fit the table go early, so that the others learn to do without them.
        if (round == 0 && epoch + 1 == training.epochs / 3) keep(fitting(training.buckets));
        if (epoch + averaged >= training.epochs) add_to_mean(1.0F / static_cast<float>(averaged * training.rounds));
    }
}

std::string SequenceTrainer::train(const SequenceTraining& training,
                                   const std::function<void(std::size_t, double)>& report) {
    begin(training.seen_least);
    for (std::size_t round = 0; round < training.rounds; ++round) {
        if (round > 0) forget();
        run_epochs(training, round, report);
    }
    weights_ = std::move(mean_);
    moves_ = std::move(mean_moves_);
    for (auto& moves : moves_) {
        for (auto& row : moves) {
            for (std::size_t j = 0; j < lanes; ++j) row[j] -= training.lean[j];
        }
    }
    return packed(training.buckets);
}

}  // namespace evigrade::learn
