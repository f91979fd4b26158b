// Studies: what each brings to every question that it reaches, and the grades of the bodies.
#include <algorithm>
#include <map>

#include "ingest/body.hpp"
#include "ingest/flows.hpp"
#include "ingest/work.hpp"

namespace evigrade::ingest {
namespace {

/// The best way of each group that a study's ways fall into. The groups are stepped through by the index, so that a study
/// that thousands of claims cite costs as many probes as it has groups.
std::vector<Flow> best_flows(Work& work, const std::string& study) {
    std::vector<Flow> out;
    Flow last;
    bool first = true;
    while (true) {
        auto rows = first
                        ? work.database.query(
                              "SELECT purpose, treatment, condition, direction, zero, outcome_kind, via, steps FROM flow "
                              "WHERE study = ?1 ORDER BY purpose, treatment, condition, direction, zero, cost, claim_id, "
                              "via LIMIT 1",
                              study)
                        : work.database.query(
                              "SELECT purpose, treatment, condition, direction, zero, outcome_kind, via, steps FROM flow "
                              "WHERE study = ?1 AND (purpose, treatment, condition, direction, zero) > (?2, ?3, ?4, ?5, ?6) "
                              "ORDER BY purpose, treatment, condition, direction, zero, cost, claim_id, via LIMIT 1",
                              study, last.purpose, last.treatment, last.condition, last.direction, last.zero);
        if (!rows.next()) return out;
        first = false;
        last = Flow{study,
                    rows.text(1),
                    rows.text(2),
                    rows.word<Purpose>(0),
                    rows.word<Direction>(3),
                    rows.word<ZeroReason>(4),
                    rows.word<OutcomeKind>(5),
                    rows.text(6),
                    steps_of(rows.view(7))};
        out.push_back(last);
    }
}

/// A study's results that no claim leads to: listed beside the evidence, never counted.
std::vector<Flow> uncited(Work& work, const std::string& id) {
    std::vector<Flow> out;
    const auto* stored = work.study(id);
    if (stored == nullptr || work.decisions.same(id) != id) return out;
    for (const auto& result : stored->study.results) {
        const bool harm = result.direction == StudyResultDirection::harm || result.direction == StudyResultDirection::safe;
        const bool against =
            result.direction == StudyResultDirection::refutes || result.direction == StudyResultDirection::safe;
        out.push_back({id,
                       result.treatment,
                       result.condition,
                       harm ? Purpose::harm : Purpose::benefit,
                       against ? Direction::oppose : Direction::support,
                       ZeroReason::uncited,
                       result.outcome_kind,
                       "",
                       {}});
    }
    return out;
}

using Reaching = std::map<BodyKey, std::vector<Flow>>;

/// Carries ways up to everything above their treatment and condition.
void carry_up(Work& work, const std::vector<Flow>& flows, Reaching& reaching) {
    for (const auto& flow : flows) {
        for (const auto& treatment : work.above(flow.treatment)) {
            for (const auto& condition : work.above(flow.condition)) {
                reaching[{treatment.id, condition.id, flow.purpose}].push_back(flow);
            }
        }
    }
}

/// Whether a result is of this purpose and points this way.
bool points_to(StudyResultDirection result, Purpose purpose, Direction direction) {
    const bool support = direction == Direction::support;
    if (purpose == Purpose::harm) return result == (support ? StudyResultDirection::harm : StudyResultDirection::safe);
    return result == (support ? StudyResultDirection::supports : StudyResultDirection::refutes);
}

/// An effect and who gives it.
struct GivenEffect {
    std::optional<std::string> effect;
    DesignSource from = DesignSource::primary;
};

/// What articles say the effect was: nothing where two of them differ.
std::optional<std::string> told_effect(Work& work, const std::string& study, Purpose purpose, const Contribution& what) {
    const auto all = work.texts(
        "SELECT effect FROM told_effect WHERE study = ?1 AND purpose = ?2 AND treatment = ?3 AND condition = ?4 AND "
        "direction = ?5 ORDER BY claim_id",
        study, purpose, what.treatment, what.condition, what.direction);
    const bool differ =
        std::any_of(all.begin(), all.end(), [&](const std::string& one) { return !grade::same_effect(one, all.front()); });
    if (all.empty() || differ) return std::nullopt;
    return all.front();
}

/// The effect on what the study contributes: its record's, else what the articles that cite it agree on.
GivenEffect effect_of(Work& work, const std::string& study, Purpose purpose, const Contribution& what) {
    const auto* stored = work.study(study);
    if (stored == nullptr) return {};
    for (const auto& result : stored->study.results) {
        const bool same = result.treatment == what.treatment && result.condition == what.condition;
        if (same && result.effect && points_to(result.direction, purpose, what.direction)) return {result.effect};
    }
    auto told = told_effect(work, study, purpose, what);
    if (!told) return {};
    return {std::move(told), DesignSource::secondary};
}

/// One row of `evidence`, as it is compared and written.
struct Row {
    std::string direction, zero, outcome_kind, treatment, condition, steps;
    std::optional<std::string> decided, effect;
    std::string effect_from;
    friend bool operator==(const Row&, const Row&) = default;
};

Row row_of(const Contribution& contribution, std::optional<std::string> decided, GivenEffect given) {
    return {std::string(to_text(contribution.direction)),
            std::string(to_text(contribution.zero)),
            std::string(to_text(contribution.outcome_kind)),
            contribution.treatment,
            contribution.condition,
            text_of(contribution.steps),
            std::move(decided),
            std::move(given.effect),
            std::string(to_text(given.from))};
}

std::map<BodyKey, Row> stored_rows(Work& work, const std::string& study) {
    std::map<BodyKey, Row> out;
    auto rows = work.database.query(
        "SELECT treatment, condition, purpose, direction, zero, outcome_kind, about_treatment, about_condition, steps, "
        "decided, effect, effect_from FROM evidence WHERE study = ?1",
        study);
    while (rows.next()) {
        out[{rows.text(0), rows.text(1), rows.word<Purpose>(2)}] = {rows.text(3),       rows.text(4),        rows.text(5),
                                                                    rows.text(6),       rows.text(7),        rows.text(8),
                                                                    rows.maybe_text(9), rows.maybe_text(10), rows.text(11)};
    }
    return out;
}

void sum_study(Work& work, const std::string& study) {
    Reaching reaching;
    carry_up(work, best_flows(work, study), reaching);
    Reaching beside;
    carry_up(work, uncited(work, study), beside);
    const bool new_facts = work.new_facts.contains(study);
    for (auto& [body, flows] : beside) reaching.try_emplace(body, std::move(flows));
    auto before = stored_rows(work, study);
    for (const auto& [body, flows] : reaching) {
        const auto contribution = best_of(flows, body.treatment);
        const Row row =
            row_of(contribution, decided_on(work, study, body), effect_of(work, study, body.purpose, contribution));
        const auto old = before.find(body);
        const bool same = old != before.end() && old->second == row;
        if (old != before.end()) before.erase(old);
        if (!same || new_facts) work.bodies.insert(body);
        if (same) continue;
        work.database.run(
            "INSERT OR REPLACE INTO evidence (treatment, condition, purpose, study, direction, zero, outcome_kind, "
            "about_treatment, about_condition, steps, decided, effect, effect_from) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, "
            "?9, ?10, ?11, ?12, ?13)",
            body.treatment, body.condition, body.purpose, study, row.direction, row.zero, row.outcome_kind, row.treatment,
            row.condition, row.steps, row.decided, row.effect, row.effect_from);
    }
    for (const auto& [body, row] : before) {
        work.bodies.insert(body);
        work.database.run(
            "DELETE FROM evidence WHERE treatment = ?1 AND condition = ?2 AND purpose = CAST(?3 AS TEXT) AND "
            "study = ?4",
            body.treatment, body.condition, body.purpose, study);
    }
}

/// What each unit adds, beside its row.
void put_shares(Work& work, const BodyKey& key, const Grade& grade) {
    for (const auto& unit : grade.units) {
        work.database.run(
            // Compared as it is with the partial index of harms, the purpose would have this compiled anew at every use.
            "UPDATE evidence SET unit = ?5, weight = ?6, share = ?7 WHERE treatment = ?1 AND condition = ?2 AND purpose = "
            "CAST(?3 AS TEXT) AND study = ?4 AND (unit, weight, share) <> (?5, ?6, ?7)",
            key.treatment, key.condition, key.purpose, unit.item.study, unit.kind, unit.weight, unit.share);
    }
}

}  // namespace

void sum_evidence(Work& work) {
    for (const auto& study : work.studies) sum_study(work, study);
    work.studies.clear();
    work.new_facts.clear();
}

void grade_bodies(Work& work) {
    for (const auto& key : work.bodies) {
        const Body body =
            store::get_body(work.database, key.treatment, key.condition, key.purpose, store::Uncited::left_out);
        work.database.run("DELETE FROM grade WHERE treatment = ?1 AND purpose = ?2 AND condition = ?3", key.treatment,
                          key.purpose, key.condition);
        if (body.items.empty()) continue;
        const Grade grade = grade::grade(body, work.policy);
        work.database.run("INSERT INTO grade VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", key.treatment, key.condition,
                          key.purpose, grade.support, grade.oppose, grade.support_units, grade.oppose_units, grade.verdict);
        put_shares(work, key, grade);
    }
    work.bodies.clear();
}

}  // namespace evigrade::ingest
