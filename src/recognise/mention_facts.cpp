#include "recognise/mention_facts.hpp"

#include <cstring>

#include "evigrade/base/text.hpp"

namespace evigrade::recognise {

std::uint64_t mention_word(std::string_view word) {
    std::uint64_t h = 0xCBF29CE484222325ULL;
    for (const char c : word) {
        const char seen = is_ascii_digit(c) ? '0' : ascii_lower(c);
        h = (h ^ static_cast<unsigned char>(seen)) * 0x100000001B3ULL;
    }
    h ^= h >> 29U;
    return h * 0xBF58476D1CE4E5B9ULL;
}

std::optional<WordFacts> WordFacts::open(std::string_view bytes) {
    if (bytes.size() < header || !bytes.starts_with(magic)) return std::nullopt;
    std::uint32_t places = 0;
    std::memcpy(&places, bytes.data() + magic.size(), sizeof places);
    if (places == 0 || (places & (places - 1)) != 0 || bytes.size() != header + std::size_t{places} * place)
        return std::nullopt;
    WordFacts facts;
    facts.places_ = bytes.data() + header;
    facts.mask_ = places - 1;
    return facts;
}

WordFact WordFacts::find(std::uint64_t key) const {
    if (places_ == nullptr) return {};
    const std::uint32_t wanted = stored(key);
    for (std::uint32_t at = static_cast<std::uint32_t>(key) & mask_;; at = (at + 1) & mask_) {
        std::uint32_t found = 0;
        std::memcpy(&found, places_ + std::size_t{at} * place, sizeof found);
        if (found == 0) return {};
        if (found != wanted) continue;
        WordFact fact;
        std::memcpy(&fact, places_ + std::size_t{at} * place + sizeof found, sizeof fact);
        return fact;
    }
}

}  // namespace evigrade::recognise
