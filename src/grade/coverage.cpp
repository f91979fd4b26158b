#include "grade/coverage.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace evigrade::grade {

Coverage::Coverage(const std::vector<Unit>& units, const std::vector<std::size_t>& studies)
    : units_(units), studies_(studies) {}

void Coverage::take(std::size_t synthesis) {
    synthesis_ = synthesis;
    const auto& list = units_[synthesis].item.covers;
    if (!list) return;
    if (listed_by_.empty()) {
        listed_by_.resize(units_.size());
        for (const std::size_t study : studies_) by_id_.emplace(units_[study].item.study, study);
    }
    for (const auto& id : *list) {
        const auto found = by_id_.find(id);
        if (found != by_id_.end()) listed_by_[found->second] = synthesis + 1;
    }
}

bool Coverage::covers(std::size_t unit) const {
    if (units_[unit].kind != UnitKind::study) return false;
    if (units_[synthesis_].item.covers) return listed_by_[unit] == synthesis_ + 1;
    return covers_by_year(units_[synthesis_].item, units_[unit].item);
}

namespace {

/// The heaviest synthesis without a list that was published in a year or later.
class HeaviestSince {
public:
    /// `syntheses`: the heaviest first.
    HeaviestSince(const std::vector<Unit>& units, const std::vector<std::size_t>& syntheses) {
        for (const std::size_t at : syntheses) {
            if (units[at].item.covers) continue;
            by_year_.try_emplace(units[at].item.year.value_or(std::numeric_limits<int>::max()), at);
        }
        std::optional<std::size_t> best;
        for (auto entry = by_year_.rbegin(); entry != by_year_.rend(); ++entry) {
            if (!best || units[entry->second].weight > units[*best].weight ||
                (units[entry->second].weight == units[*best].weight && entry->second < *best)) {
                best = entry->second;
            }
            entry->second = *best;
        }
    }

    [[nodiscard]] std::optional<std::size_t> find(const EvidenceItem& study) const {
        const auto entry = study.year ? by_year_.lower_bound(*study.year) : by_year_.begin();
        return entry == by_year_.end() ? std::nullopt : std::optional(entry->second);
    }

private:
    std::map<int, std::size_t> by_year_;
};

}  // namespace

std::vector<std::optional<std::size_t>> set_aside(const std::vector<Unit>& units, const std::vector<std::size_t>& studies,
                                                  const std::vector<std::size_t>& syntheses) {
    std::vector<std::optional<std::size_t>> out(units.size());
    if (syntheses.empty()) return out;
    const HeaviestSince unlisted(units, syntheses);
    std::unordered_map<std::string_view, std::size_t> by_id;
    for (const std::size_t study : studies) {
        if (units[study].kind != UnitKind::study) continue;
        by_id.emplace(units[study].item.study, study);
        out[study] = unlisted.find(units[study].item);
    }
    for (const std::size_t synthesis : syntheses) {
        if (!units[synthesis].item.covers) continue;
        for (const auto& id : *units[synthesis].item.covers) {
            const auto found = by_id.find(id);
            if (found == by_id.end()) continue;
            auto& best = out[found->second];
            if (!best || units[synthesis].weight > units[*best].weight) best = synthesis;
        }
    }
    for (const std::size_t study : studies) {
        if (out[study] && units[*out[study]].weight < units[study].weight) out[study].reset();
    }
    return out;
}

}  // namespace evigrade::grade
