#include "evigrade/base/phrases.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"

namespace evigrade {
namespace {

/// The last bit stands for all greater lengths.
std::uint32_t length_bit(std::size_t length) {
    constexpr std::size_t last = 31;
    return 1U << std::min(length, last);
}

}  // namespace

Words::Words(std::string_view text) : lowered_(lower(text)) {
    places_.reserve(text.size() / 5 + 4);
    for (std::size_t at = 0; at < text.size();) {
        if (is_ascii_space(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        CodePoint c = decode(text, at);
        at += c.length;
        if (is_letter(c.value) || is_digit(c.value)) {
            while (at < text.size()) {
                if (is_ascii_alnum(text[at])) {
                    ++at;
                    continue;
                }
                c = decode(text, at);
                if (!is_letter(c.value) && !is_digit(c.value)) break;
                at += c.length;
            }
        }
        places_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
    }
}

std::uint32_t Phrases::step(std::uint32_t node, std::uint32_t symbol) const {
    const auto found = edges_.find(std::uint64_t{node} << 32U | symbol);
    return found == edges_.end() ? 0 : found->second;
}

std::uint32_t Phrases::grow(std::uint32_t node, std::uint32_t symbol) {
    const auto [edge, fresh] = edges_.try_emplace(std::uint64_t{node} << 32U | symbol, nodes_);
    if (fresh) ++nodes_;
    return edge->second;
}

void Phrases::add(std::string_view phrase, std::uint32_t id) {
    std::uint32_t node = 0;
    const auto follow = [&](std::string_view word, WordMap& map) {
        const auto next = static_cast<std::uint32_t>(words_.size() + stems_.size()) + 1;
        node = grow(node, map.try_emplace(std::string(word), next).first->second);
    };
    for (const std::string_view part : split(phrase, ' ')) {
        const Words words(part);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string_view word = words.word(i);
            const bool stem = i + 1 < words.size() && words.word(i + 1) == "*";
            follow(word, stem ? stems_ : words_);
            if (stem) {
                stem_lengths_[static_cast<unsigned char>(word.front())] |= length_bit(word.size());
                ++i;
            } else {
                whole_words_.add(word);
            }
        }
    }
    ends_[node].push_back(id);
}

void Phrases::add_symbols_of(std::string_view word, Symbols& out) const {
    if (whole_words_.may_hold(word)) {
        if (const auto whole = words_.find(word); whole != words_.end()) out.all.push_back(whole->second);
    }
    const std::uint32_t lengths = stem_lengths_[static_cast<unsigned char>(word.front())];
    for (std::size_t length = lengths == 0 ? 0 : word.size(); length > 0; --length) {
        if ((lengths & length_bit(length)) == 0) continue;
        if (const auto stem = stems_.find(word.substr(0, length)); stem != stems_.end()) out.all.push_back(stem->second);
    }
    out.ends.push_back(static_cast<std::uint32_t>(out.all.size()));
}

void Phrases::walk(const Symbols& symbols, std::uint32_t first, std::uint32_t at, std::uint32_t node,
                   std::vector<Hit>& hits) const {
    if (const auto end = ends_.find(node); end != ends_.end() && node != 0) {
        for (const std::uint32_t id : end->second) hits.push_back({first, at, id});
    }
    if (at >= symbols.ends.size()) return;
    for (std::uint32_t i = at == 0 ? 0 : symbols.ends[at - 1]; i < symbols.ends[at]; ++i) {
        if (const std::uint32_t next = step(node, symbols.all[i]); next != 0) walk(symbols, first, at + 1, next, hits);
    }
}

std::vector<Phrases::Hit> Phrases::find(const Words& words) const {
    Symbols symbols;
    symbols.ends.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) add_symbols_of(words.word(i), symbols);
    std::vector<Hit> hits;
    if (symbols.all.empty()) return hits;
    for (std::uint32_t i = 0; i < words.size(); ++i) walk(symbols, i, i, 0, hits);
    return hits;
}

}  // namespace evigrade
