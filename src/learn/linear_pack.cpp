#include "learn/linear_pack.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "learn/linear.hpp"

namespace evigrade::learn {
namespace {

template <typename Number>
void append(std::string& out, Number number) {
    const std::size_t at = out.size();
    out.resize(at + sizeof number);
    std::memcpy(out.data() + at, &number, sizeof number);
}

}  // namespace

std::string pack(const LinearWeights& weights) {
    using L = LinearLayout;
    double top = 1e-9;
    for (const auto& [hash, row] : weights.rows) {
        for (const double weight : row) top = std::max(top, std::abs(weight));
    }
    const double scale = static_cast<double>(std::numeric_limits<std::int16_t>::max()) / top;
    std::vector<std::pair<std::uint32_t, std::vector<std::int16_t>>> kept;
    for (const auto& [hash, row] : weights.rows) {
        std::vector<std::int16_t> numbers;
        for (const double weight : row) numbers.push_back(static_cast<std::int16_t>(std::lround(weight * scale)));
        if (std::any_of(numbers.begin(), numbers.end(), [](auto n) { return n != 0; })) kept.emplace_back(hash, numbers);
    }
    std::string out(L::magic);
    append(out, static_cast<std::uint32_t>(weights.biases.size()));
    append(out, static_cast<std::uint32_t>(kept.size()));
    out.resize(L::header);
    for (const double bias : weights.biases) append(out, static_cast<std::int32_t>(std::lround(bias * scale)));
    for (const auto& [hash, row] : kept) append(out, hash);
    for (const auto& [hash, row] : kept) {
        for (const auto number : row) append(out, number);
    }
    return out;
}

}  // namespace evigrade::learn
