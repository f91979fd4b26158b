// The table file of a trained sequence model: which features it holds, and its bytes.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

#include "learn/sequence_trainer.hpp"

namespace evigrade::learn {

/// How much a feature can change between labels.
float SequenceTrainer::mass(std::size_t id) const {
    const Row& row = weights_[id];
    const float middle = std::accumulate(row.begin(), row.end(), 0.0F) / static_cast<float>(labels_);
    float sum = 0;
    for (std::size_t i = 0; i < labels_; ++i) sum += std::abs(row[i] - middle);
    return sum;
}

/// The heaviest features first, so that a full bucket loses the least.
std::vector<std::uint32_t> SequenceTrainer::by_mass() const {
    std::vector<float> masses(hashes_.size());
    for (std::size_t id = 0; id < masses.size(); ++id) masses[id] = mass(id);
    std::vector<std::uint32_t> order(hashes_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](auto a, auto b) { return masses[a] != masses[b] ? masses[a] > masses[b] : hashes_[a] < hashes_[b]; });
    return order;
}

std::vector<std::uint8_t> SequenceTrainer::fitting(std::uint32_t buckets) const {
    std::vector<std::uint8_t> kept(hashes_.size());
    std::vector<std::uint8_t> filled(buckets);
    for (const auto id : by_mass()) {
        auto& places = filled[SequenceLayout::bucket_of(hashes_[id], buckets)];
        if (places == SequenceLayout::ways) continue;
        ++places;
        kept[id] = 1;
    }
    return kept;
}

std::string SequenceTrainer::packed(std::uint32_t buckets) const {
    using Layout = SequenceLayout;
    float top = 1e-6F;
    for (const Row& row : weights_) {
        for (const float weight : row) top = std::max(top, std::abs(weight));
    }
    const float unit = std::min(top, 4.0F) / 127.0F;  // a weight beyond 4 decides alone and may be cut
    const auto quantised = [&](float weight, float limit) { return std::clamp(std::round(weight / unit), -limit, limit); };
    std::string out(Layout::header + Layout::transitions + std::size_t{buckets} * Layout::bucket, '\0');
    std::memcpy(out.data(), Layout::magic.data(), Layout::magic.size());
    const std::array<std::uint32_t, 2> sizes{static_cast<std::uint32_t>(labels_), buckets};
    std::memcpy(out.data() + Layout::magic.size(), sizes.data(), sizeof sizes);
    char* place = out.data() + Layout::header;
    for (const auto& moves : moves_) {
        for (const auto& row : moves) {
            for (const float weight : row) {
                const auto value = static_cast<std::int16_t>(quantised(weight, 8000.0F));
                std::memcpy(place, &value, sizeof value);
                place += sizeof value;
            }
        }
    }
    for (const auto id : by_mass()) {
        char* bucket = place + Layout::bucket_of(hashes_[id], buckets) * Layout::bucket;
        std::array<std::uint16_t, Layout::ways> checks;
        std::memcpy(checks.data(), bucket + Layout::checks, sizeof checks);
        const auto free = static_cast<std::size_t>(std::find(checks.begin(), checks.end(), 0) - checks.begin());
        if (free == Layout::ways) continue;
        checks[free] = Layout::check(hashes_[id]);
        std::memcpy(bucket + Layout::checks, checks.data(), sizeof checks);
        char* row = bucket + free * Layout::lanes;
        for (std::size_t i = 0; i < labels_; ++i) row[i] = static_cast<char>(quantised(weights_[id][i], 127.0F));
    }
    return out;
}

}  // namespace evigrade::learn
