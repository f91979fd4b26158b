// Names of journals in a reference string, matched word by word.
#include <utility>

#include "link/reference_features.hpp"

namespace evigrade::link {
namespace {

using learn::join;

constexpr std::uint64_t known_bits = 3;

/// Where in a table of 2^n places the search for a hash begins.
std::size_t home(std::uint64_t hash, std::size_t places) {
    return static_cast<std::size_t>(hash >> 20U) & (places - 1);
}

}  // namespace

JournalNames::Known JournalNames::known(std::uint64_t hash) const {
    for (std::size_t at = home(hash, places_.size());; at = (at + 1) & (places_.size() - 1)) {
        const std::uint64_t there = places_[at];
        if (there == 0) return Known::nothing;
        if ((there & ~known_bits) == (hash & ~known_bits)) return static_cast<Known>(there & known_bits);
    }
}

/// A whole name stays one when it also begins a longer one.
void JournalNames::learn(std::uint64_t hash, Known what) {
    if (filled_ * 2 >= places_.size()) grow();
    std::size_t at = home(hash, places_.size());
    while (places_[at] != 0 && (places_[at] & ~known_bits) != (hash & ~known_bits)) at = (at + 1) & (places_.size() - 1);
    filled_ += places_[at] == 0 ? 1U : 0U;
    const auto now = static_cast<std::uint64_t>(what);
    if ((places_[at] & known_bits) < now) places_[at] = (hash & ~known_bits) | now;
}

void JournalNames::grow() {
    const std::vector<std::uint64_t> old = std::exchange(places_, std::vector<std::uint64_t>(places_.size() * 2));
    for (const std::uint64_t hash : old) {
        if (hash == 0) continue;
        std::size_t at = home(hash, places_.size());
        while (places_[at] != 0) at = (at + 1) & (places_.size() - 1);
        places_[at] = hash;
    }
}

void JournalNames::add(std::string_view name) {
    const auto found = tokenise_reference(name);
    std::uint64_t hash = 0;
    std::size_t words = 0;
    for (const auto& token : found.tokens) {
        if (token.kind != TokenKind::word) continue;
        if (words > 0) learn(hash, Known::prefix);
        hash = join(hash, word_hash(token.in(name)));
        ++words;
    }
    if (words > 0) learn(hash, Known::whole);
}

std::vector<std::uint8_t> JournalNames::places(std::string_view text, const std::vector<ReferenceToken>& tokens) const {
    std::vector<std::uint8_t> out(tokens.size());
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        if (tokens[t].kind != TokenKind::word || !tokens[t].capital || out[t] != 0) continue;
        std::uint64_t hash = 0;
        std::size_t last = tokens.size();
        std::size_t words = 0;
        for (std::size_t i = t; i < tokens.size() && words < 16; ++i) {
            if (tokens[i].kind == TokenKind::number || tokens[i].kind == TokenKind::identifier) break;
            if (tokens[i].kind == TokenKind::mark) continue;
            hash = join(hash, word_hash(tokens[i].in(text)));
            ++words;
            const Known found = known(hash);
            if (found == Known::nothing) break;
            if (found == Known::whole) last = i;
        }
        if (last == tokens.size()) continue;
        for (std::size_t i = t; i <= last; ++i) out[i] = 2;
        out[last] = 3;
        out[t] = last == t ? 4 : 1;
    }
    return out;
}

}  // namespace evigrade::link
