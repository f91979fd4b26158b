#include "learn/sequence.hpp"

#include <algorithm>
#include <cstring>

namespace evigrade::learn {

void SequenceInput::clear() {
    features_.clear();
    ends_.clear();
    kinds_.clear();
}

void SequenceInput::end_token(std::uint8_t kind) {
    ends_.push_back(static_cast<std::uint32_t>(features_.size()));
    kinds_.push_back(static_cast<std::uint8_t>(kind % kinds));
}

const std::uint32_t* SequenceInput::begin_of(std::size_t token) const {
    return features_.data() + (token == 0 ? 0 : ends_[token - 1]);
}

std::optional<SequenceModel> SequenceModel::open(std::string_view bytes) {
    using L = SequenceLayout;
    if (bytes.size() < L::header + L::transitions + L::bucket || !bytes.starts_with(L::magic)) return std::nullopt;
    std::array<std::uint32_t, 2> sizes{};  // labels, buckets
    std::memcpy(sizes.data(), bytes.data() + L::magic.size(), sizeof sizes);
    const auto [labels, buckets] = sizes;
    if (labels == 0 || labels > L::lanes || buckets == 0) return std::nullopt;
    if (bytes.size() != L::header + L::transitions + std::size_t{buckets} * L::bucket) return std::nullopt;
    SequenceModel model;
    model.labels_ = labels;
    model.count_ = buckets;
    model.transitions_ = bytes.data() + L::header;
    model.buckets_ = model.transitions_ + L::transitions;
    return model;
}

namespace {

// Whole numbers of 16 bits, a lane a label: GCC and Clang make of them what the machine has.
using Lanes [[gnu::vector_size(SequenceLayout::lanes * sizeof(std::int16_t))]] = std::int16_t;
using Weights [[gnu::vector_size(SequenceLayout::lanes)]] = signed char;
constexpr std::size_t lane_bytes = sizeof(Lanes);

/// The best label scores 0 and none less than this, so that no sum leaves 16 bits: a token's features (fewer than 110,
/// each below 128) add less than 14,000, a transition at most 8,000.
constexpr int lowest = -10000;

}  // namespace

void SequenceModel::emissions(const SequenceInput& input, std::size_t token, Scores& scores) const {
    using L = SequenceLayout;
    static constexpr std::array<char, L::lanes> nothing{};
    if (token + 1 < input.size()) {  // the table is larger than the caches: the next token's rows are fetched meanwhile
        for (const auto* feature = input.begin_of(token + 1); feature != input.end_of(token + 1); ++feature)
            __builtin_prefetch(buckets_ + L::bucket_of(*feature, count_) * L::bucket);
    }
    Lanes sums{};
    for (const auto* feature = input.begin_of(token); feature != input.end_of(token); ++feature) {
        const char* bucket = buckets_ + L::bucket_of(*feature, count_) * L::bucket;
        const std::uint16_t check = L::check(*feature);
        std::array<std::uint16_t, L::ways> checks;
        std::memcpy(checks.data(), bucket + L::checks, sizeof checks);
        const char* row = nothing.data();  // chosen without branches: which place matches is anyone's guess
        for (std::size_t way = 0; way < L::ways; ++way) row = checks[way] == check ? bucket + way * L::lanes : row;
        Weights weights;
        std::memcpy(&weights, row, sizeof weights);
        sums += __builtin_convertvector(weights, Lanes);
    }
    std::memcpy(scores.data(), &sums, lane_bytes);
}

/// Takes the best label's score off all of them.
void SequenceModel::settle(Scores& scores) const {
    const auto last = scores.begin() + static_cast<std::ptrdiff_t>(labels_);
    const std::int16_t top = *std::max_element(scores.begin(), last);
    for (auto& score : scores) score = static_cast<std::int16_t>(std::max(score - top, lowest));
}

std::vector<std::uint8_t> SequenceModel::decode(const SequenceInput& input) const {
    using L = SequenceLayout;
    const std::size_t n = input.size();
    std::vector<std::uint8_t> labels(n);
    if (n == 0) return labels;
    std::vector<Scores> from(n);
    Scores best{};
    emissions(input, 0, best);
    settle(best);
    for (std::size_t t = 1; t < n; ++t) {
        const char* moves = transitions_ + std::size_t{input.kind(t)} * L::lanes * lane_bytes;
        Lanes row;
        std::memcpy(&row, moves, lane_bytes);
        Lanes next = row + best[0];
        Lanes back{};
        for (std::size_t i = 1; i < labels_; ++i) {
            std::memcpy(&row, moves + i * lane_bytes, lane_bytes);
            const Lanes score = row + best[i];
            const Lanes better = score > next;  // all bits where it is
            back = (back & ~better) | (better & static_cast<std::int16_t>(i));
            next = (next & ~better) | (better & score);
        }
        Scores here;
        emissions(input, t, here);
        std::memcpy(from[t].data(), &back, lane_bytes);
        std::memcpy(best.data(), &next, lane_bytes);
        for (std::size_t j = 0; j < L::lanes; ++j) best[j] = static_cast<std::int16_t>(best[j] + here[j]);
        settle(best);
    }
    const auto last = best.begin() + static_cast<std::ptrdiff_t>(labels_);
    auto label = static_cast<std::size_t>(std::max_element(best.begin(), last) - best.begin());
    for (std::size_t t = n; t-- > 0;) {
        labels[t] = static_cast<std::uint8_t>(label);
        label = static_cast<std::size_t>(from[t][label]);
    }
    return labels;
}

}  // namespace evigrade::learn
