#include "recognise/words.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "evigrade/base/text.hpp"

namespace evigrade::recognise {

PlainWords::PlainWords(Data data) : data_(std::move(data)) {
    const auto bytes = data_.find("lexicon/plain_words.txt");
    if (bytes) lines_ = *bytes;
}

bool PlainWords::lists(std::string_view word) const {
    std::size_t low = 0, high = lines_.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        std::size_t begin = middle;
        while (begin > low && lines_[begin - 1] != '\n') --begin;
        const std::size_t end = std::min(lines_.find('\n', begin), lines_.size());
        const int order = lines_.substr(begin, end - begin).compare(word);
        if (order == 0) return true;
        if (order < 0) {
            low = end + 1;
        } else {
            high = begin;
        }
    }
    return false;
}

bool PlainWords::contains(std::string_view word) const {
    if (lists(word)) return true;
    constexpr std::size_t shortest_stem = 3;
    for (const std::string_view ending : {"s", "es", "ed", "ing", "ly", "d", "er", "ers"}) {
        if (!word.ends_with(ending) || word.size() < ending.size() + shortest_stem) continue;
        const std::string_view stem = word.substr(0, word.size() - ending.size());
        if (lists(stem) || (ending == "ing" && lists(std::string(stem) + 'e'))) return true;
    }
    return word.ends_with("ies") && lists(std::string(word.substr(0, word.size() - 3)) + 'y');
}

namespace {

/// The last two letters, case put aside, in ten bits.
std::size_t tail_bits(std::string_view word) {
    const auto five = [](char c) { return static_cast<std::size_t>(static_cast<unsigned char>(c) & 31U); };
    return five(word[word.size() - 2]) * 32 + five(word.back());
}

}  // namespace

bool Affixes::may_end(std::string_view word) const {
    if (word.back() == 's' && word.size() > 2 && tails_[tail_bits(word.substr(0, word.size() - 1))]) return true;
    return tails_[tail_bits(word)];
}

Affixes::Affixes(Data data) : data_(std::move(data)) {
    const auto bytes = data_.find("lexicon/affixes.tsv");
    if (!bytes) return;
    const Table table(*bytes);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string_view text = trim(table.at(row, "ending"));
        const auto kind = from_text<EndingKind>(trim(table.at(row, "names")));
        if (text.size() < 3 || !kind) continue;
        Ending ending{std::string(text), *kind, 0, {}};
        const std::string_view least = trim(table.at(row, "least"));
        std::from_chars(least.data(), least.data() + least.size(), ending.least);
        for (const auto word : split(table.at(row, "except"), '|')) ending.except.emplace_back(word);
        tails_.set(tail_bits(text));
        by_tail_[text.substr(text.size() - 2)].push_back(std::move(ending));
    }
}

std::optional<EndingKind> Affixes::kind_of(std::string_view word) const {
    if (word.size() < 6) return std::nullopt;
    const auto found = by_tail_.find(word.substr(word.size() - 2));
    if (found == by_tail_.end()) return std::nullopt;
    for (const Ending& ending : found->second) {
        if (!word.ends_with(ending.text) || word.size() < ending.text.size() + ending.least) continue;
        const auto looks_so = [&](const std::string& other) { return word.ends_with(other); };
        if (std::none_of(ending.except.begin(), ending.except.end(), looks_so)) return ending.kind;
    }
    return std::nullopt;
}

}  // namespace evigrade::recognise
