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

void SequenceModel::emissions(const SequenceInput& input, std::size_t token, Scores& scores) const {
    using L = SequenceLayout;
    std::array<std::int16_t, L::lanes> sums{};
    if (token + 1 < input.size()) {  // the table is larger than the caches: the next token's rows are fetched meanwhile
        for (const auto* feature = input.begin_of(token + 1); feature != input.end_of(token + 1); ++feature)
            __builtin_prefetch(buckets_ + L::bucket_of(*feature, count_) * L::bucket);
    }
    for (const auto* feature = input.begin_of(token); feature != input.end_of(token); ++feature) {
        const char* bucket = buckets_ + L::bucket_of(*feature, count_) * L::bucket;
        const std::uint16_t check = L::check(*feature);
        std::array<std::uint16_t, L::ways> checks;
        std::memcpy(checks.data(), bucket + L::checks, sizeof checks);
        for (std::size_t way = 0; way < L::ways; ++way) {  // without branches: which place matches is anyone's guess
            const auto mask = static_cast<signed char>(checks[way] == check ? -1 : 0);
            std::array<signed char, L::lanes> weights;
            std::memcpy(weights.data(), bucket + way * L::lanes, L::lanes);
            for (std::size_t i = 0; i < L::lanes; ++i)
                sums[i] = static_cast<std::int16_t>(sums[i] + static_cast<signed char>(weights[i] & mask));
        }
    }
    for (std::size_t i = 0; i < L::lanes; ++i) scores[i] = sums[i];
}

std::vector<std::uint8_t> SequenceModel::decode(const SequenceInput& input) const {
    using L = SequenceLayout;
    const std::size_t n = input.size();
    std::vector<std::uint8_t> labels(n);
    if (n == 0) return labels;
    std::vector<std::array<std::uint8_t, L::lanes>> from(n);
    Scores best{};
    emissions(input, 0, best);
    std::array<std::int16_t, L::lanes * L::lanes> moves;
    for (std::size_t t = 1; t < n; ++t) {
        std::memcpy(moves.data(), transitions_ + std::size_t{input.kind(t)} * sizeof moves, sizeof moves);
        Scores next;
        std::array<std::int32_t, L::lanes> back{};
        for (std::size_t j = 0; j < L::lanes; ++j) next[j] = best[0] + moves[j];
        for (std::size_t i = 1; i < labels_; ++i) {
            for (std::size_t j = 0; j < L::lanes; ++j) {
                const std::int32_t score = best[i] + moves[i * L::lanes + j];
                back[j] = score > next[j] ? static_cast<std::int32_t>(i) : back[j];
                next[j] = std::max(score, next[j]);
            }
        }
        Scores here;
        emissions(input, t, here);
        for (std::size_t j = 0; j < L::lanes; ++j) {
            best[j] = next[j] + here[j];
            from[t][j] = static_cast<std::uint8_t>(back[j]);
        }
    }
    const auto last = best.begin() + static_cast<std::ptrdiff_t>(labels_);
    auto label = static_cast<std::uint8_t>(std::max_element(best.begin(), last) - best.begin());
    for (std::size_t t = n; t-- > 0;) {
        labels[t] = label;
        label = from[t][label];
    }
    return labels;
}

}  // namespace evigrade::learn
