// Where something stands in an article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace evigrade {

/// Half-open byte range [begin, end) of an article's normalised text, on code-point bounds.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin >= end; }
    [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    /// The text under the span. Precondition: end <= text.size().
    [[nodiscard]] constexpr std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }

    friend constexpr bool operator==(Span, Span) = default;
    friend constexpr auto operator<=>(Span, Span) = default;
};

}  // namespace evigrade
