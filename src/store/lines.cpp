#include <algorithm>

#include "store/articles.hpp"

namespace evigrade::store {

Lines::Lines(std::string_view text) : starts_{0} {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        starts_.push_back(static_cast<std::uint32_t>(at + 1));
    }
}

std::uint32_t Lines::line(std::uint32_t position) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), position);
    return static_cast<std::uint32_t>(after - starts_.begin());
}

std::uint32_t Lines::column(std::uint32_t position) const {
    return position - starts_[line(position) - 1] + 1;
}

}  // namespace evigrade::store
