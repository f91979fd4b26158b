// Content identity: XXH3 of the bytes, the same on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace evigrade {

/// 64-bit XXH3 with seed 0: for hash tables and feature hashing.
std::uint64_t hash64(std::string_view bytes);

/// The first `digits` (at most 32) hexadecimal digits of the 128-bit XXH3: for identifiers.
std::string content_id(std::string_view bytes, std::size_t digits = 16);

}  // namespace evigrade
