#include "recognise/candidates.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"

namespace evigrade::recognise {
namespace {

// A sighting weighs 1 (a pattern that often holds something else), 2 (a good one) or 3 (enough by itself).
constexpr int enough = 3;
// Weak sightings convince by their number only where the name is telling.
constexpr int most_weak = 2;
constexpr int title_bonus = 2;
constexpr int heading_bonus = 1;

std::string key_of(const Sighting& sighting) {
    std::string key = slug(sighting.name);
    if (key.size() > 4 && key.ends_with('s') && !key.ends_with("ss")) key.pop_back();
    return key;
}

}  // namespace

int Candidates::Candidate::total() const {
    return points + (best.telling == Telling::yes ? weak_points : std::min(weak_points, most_weak));
}

void Candidates::see(const Sighting& sighting, Place place) {
    const std::string key = key_of(sighting);
    if (key.empty()) return;
    const auto [found, is_new] = by_name_.try_emplace(key);
    Candidate& candidate = found->second;
    if (is_new) {
        candidate.best = sighting;
    } else {
        if (sighting.points > candidate.best.points) {
            candidate.best.points = sighting.points;
            candidate.best.kind = sighting.kind;
        }
        if (sighting.telling == Telling::yes) candidate.best.telling = Telling::yes;
        if (sighting.substance == Substance::yes) candidate.best.substance = Substance::yes;
        for (const std::string& surface : sighting.surfaces) {
            auto& known = candidate.best.surfaces;
            constexpr std::size_t most = 16;
            if (known.size() < most && std::find(known.begin(), known.end(), surface) == known.end())
                known.push_back(surface);
        }
    }
    constexpr int most_points = 1000;
    const int bonus = place == Place::title ? title_bonus : place == Place::heading ? heading_bonus : 0;
    (sighting.points > 1 ? candidate.points : candidate.weak_points) += sighting.points;
    candidate.points = std::min(candidate.points + bonus, most_points);
    candidate.weak_points = std::min(candidate.weak_points, most_points);
}

Candidates::Candidate* Candidates::shorter_name_of(const std::string& key, const Candidate& candidate) {
    const std::size_t last = key.rfind('-');
    if (last == std::string::npos) return nullptr;
    const auto found = by_name_.find(key.substr(0, last));
    if (found == by_name_.end() || found->second.total() < enough) return nullptr;
    return found->second.best.kind == candidate.best.kind ? &found->second : nullptr;
}

void Candidates::merge_longer_names() {
    // Backwards, so that "BEMER mat therapy" comes before "BEMER mat", and that before "BEMER".
    for (auto at = by_name_.end(); at != by_name_.begin();) {
        --at;
        Candidate* shorter = at->second.total() >= enough ? shorter_name_of(at->first, at->second) : nullptr;
        if (shorter == nullptr) continue;
        auto& wordings = shorter->best.surfaces;
        wordings.push_back(at->second.best.name);
        wordings.insert(wordings.end(), at->second.best.surfaces.begin(), at->second.best.surfaces.end());
        at = by_name_.erase(at);
    }
}

std::vector<Candidates::Candidate> Candidates::accepted() const {
    std::vector<Candidate> out;
    for (const auto& [key, candidate] : by_name_) {
        if (candidate.total() >= enough) out.push_back(candidate);
    }
    std::sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) {
        return a.total() != b.total() ? a.total() > b.total() : a.best.name < b.best.name;
    });
    return out;
}

}  // namespace evigrade::recognise
