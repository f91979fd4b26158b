// How an enumerator and its word find each other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace evigrade {

/// Specialised beside every enumeration that is written to JSON, tables or the store: `values[i]` is the word of
/// enumerator i.
template <class E>
struct Names;

/// The word of an enumerator, as JSON and the store write it.
template <class E>
constexpr std::string_view to_text(E value) {
    return Names<E>::values[static_cast<std::size_t>(value)];
}

/// The enumerator of a word, or nothing.
template <class E>
constexpr std::optional<E> from_text(std::string_view word) {
    for (std::size_t i = 0; i < Names<E>::values.size(); ++i) {
        if (Names<E>::values[i] == word) return static_cast<E>(i);
    }
    return std::nullopt;
}

}  // namespace evigrade
