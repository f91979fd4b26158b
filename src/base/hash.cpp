#include "evigrade/base/hash.hpp"

#include <xxhash.h>

#include <algorithm>

namespace evigrade {

std::uint64_t hash64(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

std::string content_id(std::string_view bytes, std::size_t digits) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    std::string id;
    for (const std::uint64_t half : {hash.high64, hash.low64}) {
        for (int shift = 60; shift >= 0; shift -= 4) id += "0123456789abcdef"[(half >> shift) & 15U];
    }
    id.resize(std::min(digits, id.size()));
    return id;
}

}  // namespace evigrade
