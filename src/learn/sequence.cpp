#include "learn/sequence.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace evigrade::learn {
namespace {

using L = SequenceLayout;
/// Half of the labels at once, in one register.
using Half [[gnu::vector_size(16)]] = std::int16_t;
using HalfRow [[gnu::vector_size(8)]] = signed char;
constexpr std::size_t halves = L::lanes * sizeof(std::int16_t) / sizeof(Half);
using Scores = std::array<Half, halves>;

template <class Vector>
Vector read(const void* bytes) {
    Vector out;
    std::memcpy(&out, bytes, sizeof out);
    return out;
}

Half larger(Half a, Half b) {
    return a > b ? a : b;
}

std::array<std::int16_t, L::lanes> each(const Scores& scores) {
    std::array<std::int16_t, L::lanes> out;
    std::memcpy(out.data(), scores.data(), sizeof out);
    return out;
}

/// Takes the best score off all, so that sums stay small however long the sequence; what is hopeless stays so.
std::array<std::int16_t, L::lanes> settled(const Scores& scores) {
    constexpr std::int16_t hopeless = -12000;  // with a move (8,000) and a token's features (64 of 127) within 16 bits
    const auto values = each(scores);
    const std::int16_t top = *std::max_element(values.begin(), values.end());
    Scores out;
    for (std::size_t h = 0; h < halves; ++h) out[h] = larger(scores[h] - top, Half{} + hopeless);
    return each(out);
}

/// The best way into each label from the scores before it, and the label that it comes from.
Scores reach(const Scores& scores, const char* moves, std::size_t labels, std::uint8_t* from) {
    const auto before = settled(scores);
    Scores out;
    for (std::size_t h = 0; h < halves; ++h) {
        const char* move = moves + h * sizeof(Half);
        Half best = read<Half>(move) + before[0];
        Half back{};
        for (std::size_t i = 1; i < labels; ++i) {
            const Half score = read<Half>(move += sizeof(Scores)) + before[i];
            back = score > best ? Half{} + static_cast<std::int16_t>(i) : back;
            best = larger(score, best);
        }
        out[h] = best;
        const auto narrow = __builtin_convertvector(back, HalfRow);
        std::memcpy(from + h * sizeof narrow, &narrow, sizeof narrow);
    }
    return out;
}

/// Adds what the features of a token say of each label.
void add_emissions(const SequenceInput& input, std::size_t token, const char* buckets, std::uint32_t count, Scores& scores) {
    static constexpr std::array<char, L::lanes> nothing{};
    if (token + 1 < input.size()) {  // the table is larger than the caches: the next token's rows are fetched meanwhile
        for (const auto* feature = input.begin_of(token + 1); feature != input.end_of(token + 1); ++feature)
            __builtin_prefetch(buckets + L::bucket_of(*feature, count) * L::bucket);
    }
    Scores sums = scores;
    for (const auto* feature = input.begin_of(token); feature != input.end_of(token); ++feature) {
        const char* bucket = buckets + L::bucket_of(*feature, count) * L::bucket;
        const std::uint16_t check = L::check(*feature);
        std::array<std::uint16_t, L::ways> checks;
        std::memcpy(checks.data(), bucket + L::checks, sizeof checks);
        const char* row = nothing.data();  // one place at most matches; which one is anyone's guess, so without branches
        for (std::size_t way = 0; way < L::ways; ++way) row = checks[way] == check ? bucket + way * L::lanes : row;
        for (std::size_t h = 0; h < halves; ++h)
            sums[h] += __builtin_convertvector(read<HalfRow>(row + h * sizeof(HalfRow)), Half);
    }
    scores = sums;
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

std::vector<std::uint8_t> SequenceModel::decode(const SequenceInput& input) const {
    const std::size_t n = input.size();
    std::vector<std::uint8_t> labels(n);
    if (n == 0) return labels;
    std::vector<std::array<std::uint8_t, L::lanes>> from(n);
    Scores best{};
    add_emissions(input, 0, buckets_, count_, best);
    for (std::size_t t = 1; t < n; ++t) {
        const char* moves = transitions_ + std::size_t{input.kind(t)} * L::lanes * sizeof(Scores);
        best = reach(best, moves, labels_, from[t].data());
        add_emissions(input, t, buckets_, count_, best);
    }
    const auto last = each(best);
    auto label = static_cast<std::uint8_t>(
        std::max_element(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(labels_)) - last.begin());
    for (std::size_t t = n; t-- > 0;) {
        labels[t] = label;
        label = from[t][label];
    }
    return labels;
}

}  // namespace evigrade::learn
