#include "store/changes.hpp"

#include <utility>

#include "store/graph.hpp"

namespace evigrade::store {
namespace {

BodyName name_of(const GradeChange& change) {
    return {change.treatment.id, change.purpose, change.condition.id};
}

bool same_own(const BodyName& body, const OwnEvidence& before, const OwnEvidence& after) {
    const auto here = before.find(body);
    const auto there = after.find(body);
    if (here == before.end() || there == after.end()) return here == before.end() && there == after.end();
    return here->second == there->second;
}

}  // namespace

OwnEvidence own_evidence(Database& database) {
    OwnEvidence out;
    auto rows = database.query(
        "SELECT treatment, purpose, condition, study, direction, weight FROM evidence WHERE about_treatment = treatment AND "
        "about_condition = condition AND zero <> 'uncited' ORDER BY treatment, condition, purpose, study");
    while (rows.next()) {
        out[{rows.text(0), rows.word<Purpose>(1), rows.text(2)}] +=
            rows.text(3) + "\t" + rows.text(4) + "\t" + rows.text(5) + "\n";
    }
    return out;
}

std::vector<GradeChange> grouped(Database& database, std::vector<GradeChange> changes, const OwnEvidence& before,
                                 const OwnEvidence& after) {
    std::map<BodyName, GradeChange> followers;
    std::vector<GradeChange> out;
    for (auto& change : changes) {
        const auto name = name_of(change);
        if (same_own(name, before, after)) {
            followers.emplace(name, std::move(change));
        } else {
            out.push_back(std::move(change));
        }
    }
    for (auto& change : out) {
        for (const auto& treatment : ancestors(database, change.treatment.id)) {
            for (const auto& condition : ancestors(database, change.condition.id)) {
                auto found = followers.extract({treatment.id, change.purpose, condition.id});
                if (!found.empty()) change.above.push_back(std::move(found.mapped()));
            }
        }
    }
    // What stands above nothing that changed by itself.
    for (auto& [name, change] : followers) out.push_back(std::move(change));
    return out;
}

}  // namespace evigrade::store
