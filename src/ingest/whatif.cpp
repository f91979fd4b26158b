// What would change: everything is done as if in earnest, looked at, and taken back.
#include <map>

#include "evigrade/ingest.hpp"
#include "ingest/decisions.hpp"
#include "ingest/take_out.hpp"
#include "ingest/wish.hpp"
#include "ingest/work.hpp"
#include "store/changes.hpp"

namespace evigrade::ingest {
namespace {

using Grades = std::map<BodyKey, GradeState>;

/// A grade of nothing for and nothing against is none, whether or not the store holds a row for it.
Grades grades(Work& work) {
    Grades out;
    auto rows = work.database.query(
        "SELECT treatment, condition, purpose, support, oppose, verdict FROM grade WHERE verdict <> 'none'");
    while (rows.next()) {
        out[{rows.text(0), rows.text(1), rows.word<Purpose>(2)}] = {
            static_cast<std::uint64_t>(rows.integer(3)), static_cast<std::uint64_t>(rows.integer(4)), rows.word<Verdict>(5)};
    }
    return out;
}

EntityName name_of(Work& work, const std::string& id) {
    auto rows = work.database.query("SELECT name, kind FROM entity WHERE id = ?1", id);
    return rows.next() ? EntityName{id, rows.text(0), rows.word<EntityKind>(1)} : EntityName{id, id, EntityKind::treatment};
}

/// The decision that would bring a supposition about.
Status suppose(Work& work, const std::string& study, const std::string& field, const std::string& value) {
    const Signature nobody{"whatif", "supposed", std::nullopt};
    const auto decision = decision_of(work.database, {study, std::nullopt, Purpose::benefit, field, value}, nobody);
    if (!decision) return decision.error();
    take_decisions(work, {*decision});
    return done();
}

Status apply(Work& work, const Supposition& supposition) {
    for (const auto& article : supposition.dropped) {
        const auto key = find_article(work, article);
        if (!key) return key.error();
        take_out(work, *key);
    }
    bring_up_to_date(work);
    for (const auto& study : supposition.retracted) {
        if (const auto done = suppose(work, study, "state", "retracted"); !done) return done;
    }
    for (const auto& [study, design] : supposition.designs) {
        if (const auto done = suppose(work, study, "design", design); !done) return done;
    }
    return work.database.status();
}

}  // namespace

Result<std::vector<GradeChange>> whatif(store::Store& store, const Supposition& supposition, const grade::Policy& policy) {
    auto& database = store.database();
    const catalog::TitleDesigns designs{Data()};
    Work work(database, policy, designs);
    const store::Transaction never_committed(database);
    auto before = grades(work);
    const auto own_before = store::own_evidence(database);
    if (const auto applied = apply(work, supposition); !applied) return applied.error();
    const auto after = grades(work);
    for (const auto& [body, state] : after) before.try_emplace(body);
    std::vector<GradeChange> out;
    for (const auto& [body, state] : before) {
        GradeChange change{
            name_of(work, body.treatment), name_of(work, body.condition), body.purpose, state, std::nullopt, {}, {}};
        const auto now = after.find(body);
        if (now != after.end()) change.after = now->second;
        if (state == GradeState{} && change.after) change.before = std::nullopt;
        if (change.before != change.after) out.push_back(std::move(change));
    }
    out = store::grouped(database, std::move(out), own_before, store::own_evidence(database));
    if (database.error()) return *database.error();
    return out;
}

}  // namespace evigrade::ingest
