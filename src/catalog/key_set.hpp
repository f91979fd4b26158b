// Hashes of words with a kind, sorted, each once.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "evigrade/base/hash.hpp"

namespace evigrade::catalog {

class Keys {
public:
    void add(std::string_view kind, std::string_view a, std::string_view b = {}) {
        if (a.empty()) return;
        std::string text(kind);
        text.append(":").append(a).append("\n").append(b);
        keys_.push_back(static_cast<std::int64_t>(hash64(text)));
    }
    void add_all(const std::vector<std::int64_t>& keys) { keys_.insert(keys_.end(), keys.begin(), keys.end()); }
    std::vector<std::int64_t> take() {
        std::sort(keys_.begin(), keys_.end());
        keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
        return std::move(keys_);
    }

private:
    std::vector<std::int64_t> keys_;
};

}  // namespace evigrade::catalog
