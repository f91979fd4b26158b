#include "learn/linear.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "evigrade/base/hash.hpp"

namespace evigrade::learn {
namespace {

template <typename Number>
Number read_at(const char* bytes, std::size_t i) {
    Number number;
    std::memcpy(&number, bytes + i * sizeof number, sizeof number);
    return number;
}

}  // namespace

void LinearInput::add(std::string_view kind, std::string_view what) {
    const auto begin = static_cast<std::uint32_t>(names_.size());
    names_ += kind;
    names_ += what;
    const auto end = static_cast<std::uint32_t>(names_.size());
    const auto hash = static_cast<std::uint32_t>(hash64(std::string_view(names_).substr(begin)));
    features_.push_back({hash, begin, end});
}

void LinearInput::close() {
    std::stable_sort(features_.begin(), features_.end(), [](auto& a, auto& b) { return a.hash < b.hash; });
    const auto same = [](const Feature& a, const Feature& b) { return a.hash == b.hash; };
    features_.erase(std::unique(features_.begin(), features_.end(), same), features_.end());
}

std::optional<LinearModel> LinearModel::open(std::string_view bytes) {
    using L = LinearLayout;
    if (bytes.size() < L::header || !bytes.starts_with(L::magic)) return std::nullopt;
    const auto labels = read_at<std::uint32_t>(bytes.data() + L::magic.size(), 0);
    const auto count = read_at<std::uint32_t>(bytes.data() + L::magic.size(), 1);
    if (labels < 2 || labels > L::most_labels || bytes.size() != L::size(labels, count)) return std::nullopt;
    LinearModel model;
    model.labels_ = labels;
    model.count_ = count;
    model.biases_ = bytes.data() + L::header;
    model.hashes_ = model.biases_ + labels * sizeof(std::int32_t);
    model.weights_ = model.hashes_ + count * sizeof(std::uint32_t);
    return model;
}

std::optional<std::size_t> LinearModel::row_of(std::uint32_t hash) const {
    std::size_t low = 0;
    std::size_t high = count_;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const auto found = read_at<std::uint32_t>(hashes_, middle);
        if (found == hash) return middle;
        if (found < hash) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return std::nullopt;
}

std::int16_t LinearModel::weight(std::size_t row, std::size_t label) const {
    return read_at<std::int16_t>(weights_, row * labels_ + label);
}

LinearModel::Decision LinearModel::decide(const LinearInput& input) const {
    Decision decision;
    for (std::size_t label = 0; label < labels_; ++label) decision.scores.push_back(read_at<std::int32_t>(biases_, label));
    for (const auto& feature : input.features()) {
        const auto row = row_of(feature.hash);
        if (!row) continue;
        for (std::size_t label = 0; label < labels_; ++label) decision.scores[label] += weight(*row, label);
    }
    const auto& scores = decision.scores;
    decision.label = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    decision.next = decision.label == 0 ? 1 : 0;
    for (std::size_t label = 0; label < labels_; ++label) {
        if (label != decision.label && scores[label] > scores[decision.next]) decision.next = label;
    }
    return decision;
}

std::vector<std::string> LinearModel::reasons(const LinearInput& input, const Decision& decision, std::size_t most) const {
    std::vector<std::pair<int, std::string_view>> spoken;
    for (const auto& feature : input.features()) {
        const auto row = row_of(feature.hash);
        const int lead = row ? weight(*row, decision.label) - weight(*row, decision.next) : 0;
        if (lead > 0) spoken.emplace_back(lead, input.name(feature));
    }
    std::sort(spoken.begin(), spoken.end(),
              [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    std::vector<std::string> names;
    for (std::size_t i = 0; i < spoken.size() && i < most; ++i) names.emplace_back(spoken[i].second);
    return names;
}

}  // namespace evigrade::learn
