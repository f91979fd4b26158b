#include "learn/votes.hpp"

#include <algorithm>
#include <charconv>

#include "evigrade/base/text.hpp"

namespace evigrade::learn {

VoteTable::VoteTable(const Data& data, std::string_view file) {
    const Table table(data.find(file).value_or(std::string_view()));
    rows_ = table.rows();
    for (std::size_t row = 0; row < rows_; ++row) {
        const std::string_view weight = table.at(row, "weight");
        int value = 0;
        std::from_chars(weight.data(), weight.data() + weight.size(), value);
        for (const std::string_view phrase : split(table.at(row, "phrase"), '|')) {
            phrases_.add(phrase, static_cast<std::uint32_t>(votes_.size()));
            votes_.push_back({phrase, table.at(row, "zone"), table.at(row, "says"), value, row});
        }
    }
}

std::vector<VoteCast> VoteTable::cast(const Words& words, std::string_view zone, Repeats repeats) const {
    std::vector<Phrases::Hit> hits = phrases_.find(words);
    const auto elsewhere = [&](const Phrases::Hit& hit) {
        const std::string_view counts_in = votes_[hit.id].zone;
        return counts_in != "any" && counts_in != zone;
    };
    hits.erase(std::remove_if(hits.begin(), hits.end(), elsewhere), hits.end());
    std::vector<VoteCast> out;
    std::vector<bool> spoken(votes_.size());
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const Phrases::Hit& hit = hits[i];
        bool silenced = spoken[hit.id];
        const auto covers = [&](const Phrases::Hit& other) {
            return other.first <= hit.first && hit.last <= other.last && other.last - other.first > hit.last - hit.first;
        };
        for (std::size_t j = i; j-- > 0 && hits[j].first + 12 > hit.first && !silenced;) silenced = covers(hits[j]);
        for (std::size_t j = i + 1; j < hits.size() && hits[j].first == hit.first && !silenced; ++j)
            silenced = covers(hits[j]);
        if (silenced) continue;
        spoken[hit.id] = repeats == Repeats::once;
        out.push_back({&votes_[hit.id], hit.first, hit.last});
    }
    return out;
}

std::vector<const Vote*> VoteTable::unspoken(const Words& words, std::string_view zone) const {
    std::vector<bool> stands(rows_);
    for (const Phrases::Hit& hit : phrases_.find(words)) stands[votes_[hit.id].row] = true;
    std::vector<const Vote*> out;
    for (const Vote& vote : votes_) {
        if (vote.zone != zone || stands[vote.row]) continue;
        stands[vote.row] = true;
        out.push_back(&vote);
    }
    return out;
}

int votes_for(const std::vector<VoteCast>& casts, std::string_view answer) {
    int sum = 0;
    for (const VoteCast& cast : casts) {
        if (cast.vote->says == answer) sum += cast.vote->weight;
    }
    return sum;
}

}  // namespace evigrade::learn
