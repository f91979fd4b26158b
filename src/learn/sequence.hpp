// A small linear-chain sequence model: labels for tokens from hashed features, decoded by Viterbi search.
// Weights are quantised and read where they lie: opening a model copies nothing and costs nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace evigrade::learn {

/// The features of one sequence, token after token. Made anew or cleared for each sequence.
class SequenceInput {
public:
    void clear();
    /// Room for so many tokens of so many features each.
    void reserve(std::size_t tokens, std::size_t features);
    /// Adds a feature to the token being described.
    void add(std::uint32_t feature) { features_.push_back(feature); }
    void add(const std::uint32_t* begin, const std::uint32_t* end) { features_.insert(features_.end(), begin, end); }
    /// Closes the token. `kind` (below kinds) chooses the table of transitions that lead into it.
    void end_token(std::uint8_t kind);

    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    [[nodiscard]] const std::uint32_t* begin_of(std::size_t token) const;
    [[nodiscard]] const std::uint32_t* end_of(std::size_t token) const { return features_.data() + ends_[token]; }
    [[nodiscard]] std::uint8_t kind(std::size_t token) const { return kinds_[token]; }

    static constexpr std::size_t kinds = 64;

private:
    std::vector<std::uint32_t> features_;
    std::vector<std::uint32_t> ends_;
    std::vector<std::uint8_t> kinds_;
};

/// A feature's identity from the template that made it and what it saw. All its bits are good.
constexpr std::uint32_t feature_hash(std::uint32_t pattern, std::uint64_t seen) {
    std::uint64_t h = (seen ^ (pattern * 0x9E3779B97F4A7C15ULL)) * 0xD6E8FEB86659FD93ULL;
    h ^= h >> 32;
    h *= 0xD6E8FEB86659FD93ULL;
    return static_cast<std::uint32_t>(h >> 32);
}
/// Two things seen together.
constexpr std::uint64_t join(std::uint64_t a, std::uint64_t b) {
    return (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6) + (a >> 2))) * 0xFF51AFD7ED558CCDULL;
}

/// The file: a header, transitions as 16-bit numbers, then buckets of 64 bytes. A bucket holds the weights of three
/// features, one signed byte a label, and behind them 16 more bits of each feature's hash, so that features which the
/// training did not see weigh nothing.
struct SequenceLayout {
    static constexpr std::string_view magic = "evigrade sequence model 2\n";
    static constexpr std::size_t lanes = 16;  ///< labels at most
    static constexpr std::size_t ways = 3;
    static constexpr std::size_t header = 64;
    static constexpr std::size_t transitions = SequenceInput::kinds * lanes * lanes * sizeof(std::int16_t);
    static constexpr std::size_t bucket = 64;
    static constexpr std::size_t checks = lanes * ways;  ///< where in a bucket the hash bits stand
    /// 0 marks an empty place.
    static constexpr std::uint16_t check(std::uint32_t feature) {
        return static_cast<std::uint16_t>((feature & 0xFFFFU) == 0 ? 1U : feature & 0xFFFFU);
    }
    static constexpr std::size_t bucket_of(std::uint32_t feature, std::uint32_t buckets) {
        return static_cast<std::size_t>((std::uint64_t{feature} * buckets) >> 32);
    }
};

/// A view of a model's bytes, which must outlive it. May be shared between threads.
class SequenceModel {
public:
    /// Nothing where the bytes are no whole model of this version.
    static std::optional<SequenceModel> open(std::string_view bytes);

    [[nodiscard]] std::size_t labels() const { return labels_; }
    /// The best label of each token.
    [[nodiscard]] std::vector<std::uint8_t> decode(const SequenceInput& input) const;

private:
    std::size_t labels_ = 0;
    std::uint32_t count_ = 0;  ///< of buckets
    const char* transitions_ = nullptr;
    const char* buckets_ = nullptr;
};

}  // namespace evigrade::learn
