#include "learn/sequence.hpp"

#include <algorithm>
#include <cstring>

namespace evigrade::learn {
namespace {

/// Takes the best score off all, so that sums stay small however long the sequence; what is hopeless stays so.
template <class Scores>
void settle(Scores& scores) {
    constexpr std::int16_t hopeless = -12000;  // with a move (8,000) and a token's features (64 of 127) within 16 bits
    std::int16_t top = scores[0];
    for (const std::int16_t score : scores) top = std::max(top, score);
    for (std::int16_t& score : scores) {
        score = static_cast<std::int16_t>(std::max<int>(score - top, hopeless));
    }
}

}  // namespace

void SequenceInput::clear() {
    features_.clear();
    ends_.clear();
    kinds_.clear();
}

void SequenceInput::reserve(std::size_t tokens, std::size_t features) {
    features_.reserve(tokens * features);
    ends_.reserve(tokens);
    kinds_.reserve(tokens);
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
    static constexpr std::array<signed char, L::lanes> nothing{};
    scores = {};
    if (token + 1 < input.size()) {  // the table is larger than the caches: the next token's rows are fetched meanwhile
        for (const auto* feature = input.begin_of(token + 1); feature != input.end_of(token + 1); ++feature)
            __builtin_prefetch(buckets_ + L::bucket_of(*feature, count_) * L::bucket);
    }
    for (const auto* feature = input.begin_of(token); feature != input.end_of(token); ++feature) {
        const char* bucket = buckets_ + L::bucket_of(*feature, count_) * L::bucket;
        const std::uint16_t check = L::check(*feature);
        std::array<std::uint16_t, L::ways> checks;
        std::memcpy(checks.data(), bucket + L::checks, sizeof checks);
        const void* row = nothing.data();  // one place at most matches; which one is anyone's guess, so without branches
        for (std::size_t way = 0; way < L::ways; ++way) row = checks[way] == check ? bucket + way * L::lanes : row;
        std::array<signed char, L::lanes> weights;
        std::memcpy(weights.data(), row, L::lanes);
        for (std::size_t i = 0; i < L::lanes; ++i) scores[i] = static_cast<std::int16_t>(scores[i] + weights[i]);
    }
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
        settle(best);
        Scores next;
        Scores back{};
        for (std::size_t j = 0; j < L::lanes; ++j) next[j] = static_cast<std::int16_t>(best[0] + moves[j]);
        for (std::size_t i = 1; i < labels_; ++i) {
            for (std::size_t j = 0; j < L::lanes; ++j) {
                const auto score = static_cast<std::int16_t>(best[i] + moves[i * L::lanes + j]);
                back[j] = score > next[j] ? static_cast<std::int16_t>(i) : back[j];
                next[j] = std::max(score, next[j]);
            }
        }
        Scores here;
        emissions(input, t, here);
        for (std::size_t j = 0; j < L::lanes; ++j) {
            best[j] = static_cast<std::int16_t>(next[j] + here[j]);
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
