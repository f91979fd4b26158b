// A small linear-chain sequence model: labels for tokens from hashed features, decoded by Viterbi search.
// Weights are quantised and read where they lie: opening a model copies nothing and costs nothing.
#pragma once

#include <array>
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
    /// Adds a feature to the token being described.
    void add(std::uint32_t feature) { features_.push_back(feature); }
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

/// A feature's identity from the template that made it and what it saw. Good enough to hash by its low bits.
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

/// The file: a header, transitions as 16-bit numbers, then buckets of four rows. A row is the weights of one feature,
/// one signed byte a label, and in its last byte a check of the feature's hash, so that unknown features weigh nothing.
struct SequenceLayout {
    static constexpr std::string_view magic = "evigrade sequence model 1\n";
    static constexpr std::size_t lanes = 16;
    static constexpr std::size_t max_labels = lanes - 1;
    static constexpr std::size_t ways = 4;
    static constexpr std::size_t header = 64;
    static constexpr std::size_t transitions = SequenceInput::kinds * lanes * lanes * sizeof(std::int16_t);
    static constexpr std::size_t bucket = lanes * ways;
    /// 1 to 255: 0 marks an empty row.
    static constexpr std::uint8_t check(std::uint32_t feature) {
        return static_cast<std::uint8_t>((feature >> 24) | ((feature >> 24) == 0 ? 1U : 0U));
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
    using Scores = std::array<std::int32_t, SequenceLayout::lanes>;
    void emissions(const SequenceInput& input, std::size_t token, Scores& scores) const;

    std::size_t labels_ = 0;
    std::uint32_t mask_ = 0;
    const char* transitions_ = nullptr;
    const char* buckets_ = nullptr;
};

}  // namespace evigrade::learn
