// Why a verdict is what it is: the answer, and every sentence and record that its ledger rests on.
#include "evigrade/query.hpp"
#include "query/decisions.hpp"
#include "query/rows.hpp"

namespace evigrade::query {
namespace {

void add_body(store::Database& database, const GradedBody& body, VerdictReply& out) {
    for (const auto& unit : body.grade.units) {
        if (out.studies.contains(unit.item.study)) continue;
        if (auto row = study_row(database, unit.item.study)) out.studies.emplace(unit.item.study, std::move(*row));
    }
    for (const auto& echo : body.echoes) {
        for (const auto& id : echo.claims) {
            if (out.claims.contains(id)) continue;
            out.claims.emplace(id, claim_row(database, number_of(database, "SELECT key FROM claim WHERE id = ?1", id)));
        }
    }
}

/// Decisions on the body, its studies and sentences, and on sentences about it that lead nowhere any more.
void add_decisions(store::Database& database, const EvidenceAnswer& answer, VerdictReply& out) {
    const std::string of = answer.treatment.id + "/" + answer.condition.id + "/";
    for (auto& row : decision_rows(database)) {
        const bool stands = row.standing == DecisionStanding::in_force || row.standing == DecisionStanding::overruled;
        if (!stands || !row.found) continue;
        const bool here =
            out.studies.contains(*row.found) || out.claims.contains(*row.found) || row.decision.of.starts_with(of) ||
            out.studies.contains(row.decision.value) ||
            number_of(database,
                      "SELECT count(*) FROM claim AS c JOIN claim_topic AS t ON t.claim = c.key WHERE c.id = ?1 AND "
                      "t.treatment = ?2 AND t.condition = ?3",
                      *row.found, answer.treatment.id, answer.condition.id) > 0;
        if (here) out.decided.push_back(std::move(row));
    }
}

}  // namespace

Result<VerdictReply> why_verdict(const store::Store& store, const grade::Policy& policy, const std::string& treatment,
                                 const std::string& condition) {
    EvidenceOptions options;
    options.harms = 0;
    auto reply = evidence(store, policy, treatment, condition, options);
    if (!reply) return reply.error();
    VerdictReply out;
    out.reply = std::move(reply).value();
    out.rules = policy.fingerprint();
    auto& database = store.database();
    const store::Snapshot snapshot(database);
    for (const auto& answer : out.reply.answers) {
        add_body(database, answer.benefit, out);
        for (const auto& harm : answer.harms) add_body(database, harm.body, out);
        add_decisions(database, answer, out);
    }
    if (database.error()) return *database.error();
    return out;
}

}  // namespace evigrade::query
