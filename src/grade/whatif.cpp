// Bodies that might be: one change each, pure.
#include <algorithm>
#include <set>

#include "evigrade/grade.hpp"
#include "grade/deciding.hpp"
#include "grade/side.hpp"

namespace evigrade::grade {

namespace {

template <class Change>
Body changed(Body body, std::string_view study, const Change& change) {
    for (auto& item : body.items) {
        if (item.study == study) change(item);
    }
    return body;
}

/// How badly an editorial state speaks of a study: of two reports of one study the worst stands.
int gravity(EditorialState state) {
    switch (state) {
        case EditorialState::retracted:
            return 5;
        case EditorialState::concern:
            return 4;
        case EditorialState::reinstated:
            return 3;
        case EditorialState::corrected:
            return 2;
        case EditorialState::clear:
            return 1;
        case EditorialState::unknown:
            return 0;
    }
    return 0;
}

bool is_review(const EvidenceItem& item) {
    const bool reports_one = item.design == Design::guideline && item.reviews.has_value();
    return item.design == Design::systematic_review || item.design == Design::meta_analysis || reports_one;
}

enum class Pick : std::uint8_t { earliest, latest };

/// What the reports of one study know together.
struct Joint {
    std::vector<const EvidenceItem*> reports;

    [[nodiscard]] EditorialState state() const {
        EditorialState worst = EditorialState::unknown;
        for (const auto* report : reports) {
            if (gravity(report->state) > gravity(worst)) worst = report->state;
        }
        return worst;
    }
    /// A year that one report does not give stays unknown, so that the study counts as covered, as it did before.
    [[nodiscard]] std::optional<int> year(Pick pick) const {
        std::optional<int> out = reports.front()->year;
        for (const auto* report : reports) {
            if (!report->year || !out) return std::nullopt;
            out = pick == Pick::latest ? std::max(*out, *report->year) : std::min(*out, *report->year);
        }
        return out;
    }
    [[nodiscard]] std::optional<std::vector<std::string>> covers() const {
        std::optional<std::vector<std::string>> out;
        for (const auto* report : reports) {
            if (!report->covers) continue;
            if (!out) out.emplace();
            out->insert(out->end(), report->covers->begin(), report->covers->end());
        }
        if (out) {
            std::sort(out->begin(), out->end());
            out->erase(std::unique(out->begin(), out->end()), out->end());
        }
        return out;
    }
};

/// Only what adds something to the points or to what the verdict weighs, or sets something aside, can be missed.
std::set<std::string> studies_that_matter(const Grade& whole) {
    std::set<std::string> out;
    for (const Unit& unit : whole.units) {
        if (unit.share > 0) out.insert(unit.item.study);
        if (unit.set_aside_by) out.insert(*unit.set_aside_by);
    }
    for (const Direction direction : {Direction::support, Direction::oppose}) {
        const auto units = weighed_units(whole, direction);
        for (std::size_t i = 0; i < std::min(units.size(), last_rank); ++i) out.insert(units[i]->item.study);
    }
    return out;
}

}  // namespace

Body without_study(Body body, std::string_view study) {
    body.items.erase(
        std::remove_if(body.items.begin(), body.items.end(), [&](const auto& item) { return item.study == study; }),
        body.items.end());
    return body;
}

Body without_claims(Body body, const std::vector<std::string>& claims) {
    auto gone = claims;
    std::sort(gone.begin(), gone.end());
    const auto is_gone = [&](const std::string& claim) { return std::binary_search(gone.begin(), gone.end(), claim); };
    const auto loses_all = [&](EvidenceItem& item) {
        if (item.claims.empty()) return false;
        item.claims.erase(std::remove_if(item.claims.begin(), item.claims.end(), is_gone), item.claims.end());
        return item.claims.empty();
    };
    std::vector<EvidenceItem> kept;
    for (auto& item : body.items) {
        if (!loses_all(item)) kept.push_back(std::move(item));
    }
    body.items = std::move(kept);
    return body;
}

Body with_state(Body body, std::string_view study, EditorialState state) {
    return changed(std::move(body), study, [=](EvidenceItem& item) { item.state = state; });
}

Body with_design(Body body, std::string_view study, Design design) {
    return changed(std::move(body), study, [=](EvidenceItem& item) {
        item.design = design;
        item.design_from = DesignSource::person;
    });
}

Body merge_studies(Body body, std::string_view keep, std::string_view gone) {
    const auto one_of_them = [&](std::string_view study) { return study == keep || study == gone; };
    Joint joint;
    for (const auto& item : body.items) {
        if (one_of_them(item.study)) joint.reports.push_back(&item);
    }
    if (joint.reports.empty()) return body;
    const auto state = joint.state();
    const auto earliest = joint.year(Pick::earliest);
    const auto latest = joint.year(Pick::latest);
    const auto covers = joint.covers();
    for (auto& item : body.items) {
        if (one_of_them(item.study)) {
            item.study = keep;
            item.state = state;
            item.year = is_review(item) ? latest : earliest;  // a review's search ends where its last report stands
            item.covers = covers;
        }
        if (item.covers) std::replace(item.covers->begin(), item.covers->end(), std::string(gone), std::string(keep));
    }
    return body;
}

std::vector<Fragility> fragile(const Body& body, const Policy& policy) {
    const Grade whole = grade(body, policy);
    std::vector<Fragility> out;
    for (const auto& study : studies_that_matter(whole)) {
        const Grade rest = grade(without_study(body, study), policy);
        const bool changes = rest.support != whole.support || rest.oppose != whole.oppose || rest.verdict != whole.verdict;
        if (changes) out.push_back({study, rest.support, rest.oppose, rest.verdict});
    }
    std::sort(out.begin(), out.end(), [](const Fragility& a, const Fragility& b) {
        const auto left_a = a.support + a.oppose;
        const auto left_b = b.support + b.oppose;
        return left_a != left_b ? left_a < left_b : a.study < b.study;
    });
    return out;
}

}  // namespace evigrade::grade
