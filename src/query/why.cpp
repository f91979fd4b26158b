// The way from a claim or a study back to sentences and records.
#include <algorithm>
#include <set>

#include "evigrade/query.hpp"
#include "query/decisions.hpp"
#include "query/names.hpp"
#include "query/retellings.hpp"
#include "query/rows.hpp"
#include "query/shaken.hpp"
#include "store/articles.hpp"
#include "store/bib.hpp"
#include "store/bodies.hpp"

namespace evigrade::query {
namespace {

using store::Database;

/// Why a claim's citations carry no score, whatever they cite.
std::optional<std::string> unscored(const Claim& claim) {
    if (claim.voice == Voice::forum || claim.voice == Voice::comment)
        return "a " + std::string(to_text(claim.voice)) + " post is an anecdote";
    if (claim.stance == Stance::insufficient) return "an absence statement counts for nothing and against nothing";
    if (claim.stance == Stance::neutral) return "the sentence mentions the study without saying what it found";
    if (claim.kind != ClaimKind::efficacy && claim.kind != ClaimKind::safety) {
        return "a claim of " + std::string(to_text(claim.kind)) + " carries no score";
    }
    return std::nullopt;
}

std::string why_zero(ZeroReason zero) {
    switch (zero) {
        case ZeroReason::directions_disagree:
            return "the study's record says the opposite";
        case ZeroReason::inconclusive:
            return "the finding is mixed";
        default:
            return std::string(to_text(zero));
    }
}

std::string label_of(Database& database, const std::string& study) {
    const auto found = texts_of(database, "SELECT label FROM study WHERE id = ?1", study);
    return found.empty() ? study : found.front();
}

std::optional<Reference> reference_of(Database& database, std::int64_t citation, std::optional<std::int64_t> n) {
    if (!n) return std::nullopt;
    auto rows = database.query(
        "SELECT r.n, r.text, r.first, r.past, i.key FROM citation AS x JOIN reference AS r ON r.article = x.article AND r.n "
        "= ?2 "
        "JOIN bib_item AS i ON i.reference = r.key WHERE x.key = ?1 ORDER BY r.place LIMIT 1",
        citation, *n);
    if (!rows.next()) return std::nullopt;
    return Reference{static_cast<int>(rows.integer(0)),
                     rows.text(1),
                     {rows.count(2), rows.count(3)},
                     store::get_item(database, rows.integer(4))};
}

/// The ways that leave from one cited study: to itself, and to what it relays.
void add_ways(Database& database, std::int64_t claim, const Claim& text, const Trail& from, std::vector<Trail>& out) {
    auto rows = database.query(
        "SELECT study, via, zero, steps FROM flow WHERE claim = ?1 AND ((study = ?2 AND via = '') OR via = ?2) "
        "ORDER BY study, via, cost, treatment, condition",
        claim, from.study);
    std::set<std::string> seen;
    bool any = false;
    while (rows.next()) {
        any = true;
        if (!seen.insert(rows.text(0)).second) continue;
        Trail way = from;
        way.steps = store::steps_of(rows.view(3));
        const auto zero = rows.word<ZeroReason>(2);
        if (zero != ZeroReason::none) way.scores_nothing = why_zero(zero);
        if (!rows.view(1).empty()) way.relays = rows.text(0);
        out.push_back(std::move(way));
    }
    if (any) return;
    out.push_back(from);
    out.back().scores_nothing =
        unscored(text).value_or("what the study is about is not what the claim is about, or is not known");
}

std::vector<Trail> trails(Database& database, std::int64_t key, const Claim& claim, const store::Lines& lines) {
    std::vector<Trail> out;
    const auto citations =
        keys_of(database,
                "SELECT x.key FROM claim AS c JOIN claim_citation AS l ON l.claim = c.key JOIN citation AS x ON "
                "x.article = c.article AND x.place = l.citation WHERE c.key = ?1 ORDER BY l.place",
                key);
    for (const auto citation : citations) {
        Trail trail;
        trail.citation = store::get_citation(database, citation);
        trail.citation_line = lines.line(trail.citation.span.begin);
        trail.retells = paths_of_citation(database, key, citation);
        auto rows = database.query(
            "SELECT study, identity, reasons, reference FROM citation_study WHERE citation = ?1 ORDER BY study", citation);
        bool any = false;
        while (rows.next()) {
            any = true;
            trail.study = rows.text(0);
            trail.label = label_of(database, trail.study);
            trail.identity = rows.word<Identity>(1);
            trail.match = rows.text(2);
            trail.reference = reference_of(database, citation, rows.maybe<std::int64_t>(3));
            add_ways(database, key, claim, trail, out);
        }
        if (any) continue;
        trail.scores_nothing = "no study was identified";
        out.push_back(std::move(trail));
    }
    return out;
}

WhyClaim why_claim(Database& database, const grade::Policy& policy, std::int64_t key) {
    WhyClaim out;
    out.row = claim_row(database, key);
    const auto article = number_of(database, "SELECT article FROM claim WHERE key = ?1", key);
    for (auto& claim : store::get_claims(database, article)) {
        if (claim.id == out.row.claim.id) out.row.claim = std::move(claim);
    }
    const auto text = texts_of(database, "SELECT text FROM article_text WHERE article = ?1", article);
    out.trails = trails(database, key, out.row.claim,
                        store::Lines(text.empty() ? std::string_view() : std::string_view(text.front())));
    const Purpose purpose = out.row.claim.kind == ClaimKind::safety ? Purpose::harm : Purpose::benefit;
    const auto body = store::get_claim_body(database, key, purpose);
    out.body.grade = grade::grade(body, policy);
    out.body.certainty = grade::certainty(out.body.grade, purpose, policy);
    for (const auto& unit : out.body.grade.units)
        out.body.echoes.push_back({unit.item.study, {out.row.claim.id}, {out.row.article}, {}, {}});
    out.decided = decisions_on(database, out.row.claim.id);
    for (const auto& unit : out.body.grade.units) {
        for (auto& row : decisions_on(database, unit.item.study)) out.decided.push_back(std::move(row));
    }
    return out;
}

/// Identifiers that are, or begin with, what was asked for.
std::vector<std::string> ids_like(Database& database, std::string_view table, const std::string& asked) {
    // Table names are our own; the identifier is bound.
    const std::string from = "SELECT id FROM " + std::string(table);
    auto exact = texts_of(database, from + " WHERE id = ?1", asked);
    if (!exact.empty() || asked.size() < 3) return exact;
    return texts_of(database, from + " WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id LIMIT 9", asked);
}

}  // namespace

Result<WhyReply> why(const store::Store& store, const grade::Policy& policy, const std::string& id) {
    Database& database = store.database();
    const store::Snapshot snapshot(database);
    WhyReply out;
    auto claims = ids_like(database, "claim", id);
    auto studies = ids_like(database, "study", id);
    auto articles = ids_like(database, "article", id);
    if (studies.empty())
        studies = texts_of(database, "SELECT id FROM study WHERE label = ?1 COLLATE NOCASE ORDER BY id LIMIT 9", id);
    if (claims.size() == 1 && studies.empty() && articles.empty()) {
        out.claim = why_claim(database, policy, number_of(database, "SELECT key FROM claim WHERE id = ?1", claims.front()));
    } else if (studies.size() == 1 && claims.empty()) {
        WhyStudy study;
        study.row = *study_row(database, studies.front());
        for (const auto& claim : study.row.cited_by) {
            study.claims.push_back(claim_row(database, number_of(database, "SELECT key FROM claim WHERE id = ?1", claim)));
        }
        for (const auto purpose : {Purpose::benefit, Purpose::harm}) {
            const auto& level = policy.level(study.row.study.design(), purpose);
            study.levels.push_back({purpose, level.level, level.source});
        }
        study.shaken = shaken_by(database, policy, studies.front());
        study.decided = decisions_on(database, studies.front());
        out.study = std::move(study);
    } else if (articles.size() == 1 && claims.empty() && studies.empty()) {
        out.article = article_row(database, number_of(database, "SELECT key FROM article WHERE id = ?1", articles.front()));
    } else {
        for (auto* list : {&claims, &studies, &articles}) {
            out.suggestions.insert(out.suggestions.end(), list->begin(), list->end());
        }
    }
    if (database.error()) return *database.error();
    return out;
}

}  // namespace evigrade::query
