// Patience alignment of words: runs that occur once in both texts are anchors, the longest chain of anchors in order is
// kept, and each anchor is carried on while words agree.
#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <utility>

#include "check/words.hpp"
#include "evigrade/base/text.hpp"
#include "evigrade/check.hpp"

namespace evigrade::check {
namespace {

constexpr std::size_t run = 4;
constexpr std::int64_t nothing = -1;

struct Once {
    std::size_t at = 0;
    bool repeated = false;
};

std::unordered_map<std::uint64_t, Once> runs_of(const std::vector<SourceWord>& words) {
    std::unordered_map<std::uint64_t, Once> out;
    for (std::size_t i = 0; i + run <= words.size(); ++i) {
        std::uint64_t hash = 0;
        for (std::size_t k = 0; k < run; ++k) hash = hash * 0x9E3779B97F4A7C15ULL + words[i + k].hash;
        const auto [entry, fresh] = out.try_emplace(hash, Once{i, false});
        if (!fresh) entry->second.repeated = true;
    }
    return out;
}

using Pair = std::pair<std::size_t, std::size_t>;

/// The longest chain of pairs that rises on both sides. `pairs` rise in the first.
std::vector<Pair> longest_rise(const std::vector<Pair>& pairs) {
    std::vector<std::size_t> ends;  // of chains of each length, the pair with the least second
    std::vector<std::int64_t> before(pairs.size(), nothing);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto place = std::lower_bound(ends.begin(), ends.end(), pairs[i].second,
                                            [&](std::size_t end, std::size_t value) { return pairs[end].second < value; });
        if (place != ends.begin()) before[i] = static_cast<std::int64_t>(*std::prev(place));
        if (place == ends.end())
            ends.push_back(i);
        else
            *place = i;
    }
    std::vector<Pair> out;
    for (std::int64_t at = ends.empty() ? nothing : static_cast<std::int64_t>(ends.back()); at != nothing;
         at = before[static_cast<std::size_t>(at)])
        out.push_back(pairs[static_cast<std::size_t>(at)]);
    std::reverse(out.begin(), out.end());
    return out;
}

/// For each word here its counterpart there, or -1.
std::vector<std::int64_t> counterparts(const std::vector<SourceWord>& here, const std::vector<SourceWord>& there) {
    const auto mine = runs_of(here);
    const auto theirs = runs_of(there);
    std::vector<Pair> pairs;
    for (const auto& [hash, once] : mine) {
        const auto other = theirs.find(hash);
        if (!once.repeated && other != theirs.end() && !other->second.repeated)
            pairs.emplace_back(once.at, other->second.at);
    }
    std::sort(pairs.begin(), pairs.end());
    std::vector<std::int64_t> out(here.size(), nothing);
    for (const auto& [i, j] : longest_rise(pairs)) {
        for (std::size_t k = 0; k < run; ++k) out[i + k] = static_cast<std::int64_t>(j + k);
    }
    const auto carry = [&](std::size_t from, std::size_t to, std::int64_t step) {
        const std::int64_t next = out[from] + step;
        if (out[from] == nothing || out[to] != nothing || next < 0 || next >= static_cast<std::int64_t>(there.size()))
            return;
        if (here[to].hash == there[static_cast<std::size_t>(next)].hash) out[to] = next;
    };
    for (std::size_t i = 0; i + 1 < here.size(); ++i) carry(i, i + 1, 1);
    for (std::size_t i = here.size(); i-- > 1;) carry(i, i - 1, -1);
    return out;
}

}  // namespace

SourceMap::SourceMap(std::string_view source, std::string_view text) : source_(source), text_(text) {
    if (source_ != text_) align(text);
    if (source_ != text_ && here_.empty()) source_ = text_;
    line_starts_.push_back(0);
    for (std::size_t i = 0; i < source_.size(); ++i) {
        if (source_[i] == '\n') line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
    }
}

void SourceMap::align(std::string_view text) {
    const auto here = source_words(text, Markup::none);
    const auto there = source_words(source_, source_.find('<') == std::string_view::npos ? Markup::none : Markup::tags);
    const auto matched = counterparts(here, there);
    for (std::size_t i = 0; i < here.size(); ++i) {
        if (matched[i] == nothing) continue;
        here_.push_back({here[i].begin, here[i].end});
        there_.push_back(there[static_cast<std::size_t>(matched[i])].begin);
    }
}

std::uint32_t SourceMap::to_source(std::uint32_t at) const {
    if (here_.empty()) return std::min(at, static_cast<std::uint32_t>(source_.size()));
    const auto next = std::lower_bound(here_.begin(), here_.end(), at,
                                       [](const Word& word, std::uint32_t asked) { return word.end <= asked; });
    const auto index = static_cast<std::size_t>(next - here_.begin());
    if (next == here_.end())
        return std::min(there_.back() + (at - here_.back().begin), static_cast<std::uint32_t>(source_.size()));
    if (next->begin <= at) return there_[index] + (at - next->begin);
    // in front of the word: back over what both sides share
    std::uint32_t source_at = there_[index];
    std::uint32_t text_at = next->begin;
    while (text_at > at && source_at > 0 && source_[source_at - 1] == text_[text_at - 1]) {
        --source_at;
        --text_at;
    }
    return source_at;
}

std::uint32_t SourceMap::end_in_source(std::uint32_t end) const {
    const auto behind = std::lower_bound(here_.begin(), here_.end(), end,
                                         [](const Word& word, std::uint32_t asked) { return word.begin < asked; });
    if (behind == here_.begin()) return to_source(end);
    const Word& last = *std::prev(behind);
    std::uint32_t text_at = std::min(last.end, end);
    std::uint32_t source_at = there_[static_cast<std::size_t>(behind - here_.begin()) - 1] + (text_at - last.begin);
    while (text_at < end && source_at < source_.size() && source_[source_at] == text_[text_at]) {
        ++source_at;
        ++text_at;
    }
    return source_at;
}

Place SourceMap::place(std::uint32_t source_at) const {
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), source_at);
    Place out;
    out.line = static_cast<std::uint32_t>(next - line_starts_.begin());
    for (std::size_t i = *std::prev(next); i < source_at && i < source_.size(); i += decode(source_, i).length) ++out.column;
    return out;
}

std::string_view SourceMap::line_at(std::uint32_t source_at) const {
    const std::uint32_t begin = *std::prev(std::upper_bound(line_starts_.begin(), line_starts_.end(), source_at));
    std::string_view line = source_.substr(begin);
    line = line.substr(0, line.find('\n'));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

}  // namespace evigrade::check
