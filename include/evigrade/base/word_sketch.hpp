// A quick no for words that a table does not hold.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <string_view>

namespace evigrade {

/// Remembers of each word its first two letters and its length, in whatever ASCII case. Nearly all words of a text are
/// turned away by that, so that only the rest need be looked up. Never turns away a word that was added.
class WordSketch {
public:
    void add(std::string_view word) { seen_.set(place(word)); }
    [[nodiscard]] bool may_hold(std::string_view word) const { return seen_.test(place(word)); }

private:
    static constexpr std::size_t longest = 15;  ///< greater lengths are not told apart

    static std::size_t place(std::string_view word) {
        const auto letter = [&](std::size_t i) { return i < word.size() ? static_cast<std::size_t>(word[i]) & 31U : 0U; };
        return letter(0) << 9U | letter(1) << 4U | std::min(word.size(), longest);
    }

    std::bitset<std::size_t{1} << 14U> seen_;
};

}  // namespace evigrade
