// Claims: their ways to studies, their own points, and the topics under which they are listed.
#include <algorithm>
#include <map>

#include "ingest/body.hpp"
#include "ingest/flows.hpp"
#include "ingest/work.hpp"

namespace evigrade::ingest {
namespace {

/// What of a claim decides on its score.
struct ClaimHead {
    Claim claim;
    std::int64_t article = 0;
};

std::optional<ClaimHead> head_of(Work& work, std::int64_t key) {
    ClaimHead out;
    auto rows =
        work.database.query("SELECT id, kind, stance, strength, voice, appeal, article FROM claim WHERE key = ?1", key);
    if (!rows.next()) return std::nullopt;
    out.claim.id = rows.text(0);
    out.claim.kind = rows.word<ClaimKind>(1);
    out.claim.stance = rows.word<Stance>(2);
    out.claim.strength = rows.word<Strength>(3);
    out.claim.voice = rows.word<Voice>(4);
    out.claim.appeal = rows.word<Appeal>(5);
    out.article = rows.integer(6);
    out.claim.treatments = work.texts("SELECT entity FROM claim_treatment WHERE claim = ?1 ORDER BY place", key);
    out.claim.targets = work.texts("SELECT entity FROM claim_target WHERE claim = ?1 ORDER BY place", key);
    return out;
}

std::vector<Cited> cited_by(Work& work, std::int64_t claim) {
    std::vector<Cited> out;
    auto rows = work.database.query(
        "SELECT s.study, s.identity, x.text FROM claim AS c JOIN claim_citation AS l ON l.claim = c.key "
        "JOIN citation AS x ON x.article = c.article AND x.place = l.citation JOIN citation_study AS s ON s.citation = "
        "x.key "
        "WHERE c.key = ?1 ORDER BY s.study, x.place",
        claim);
    while (rows.next()) {
        if (work.decisions.forbids_claim(claim, rows.text(0)) != nullptr) continue;
        out.push_back({rows.text(0), rows.word<Identity>(1), rows.text(2)});
    }
    return out;
}

void put_flows(Work& work, std::int64_t key, const Claim& claim, const std::vector<Flow>& flows) {
    for (auto& study : work.texts("SELECT DISTINCT study FROM flow WHERE claim = ?1", key))
        work.studies.insert(std::move(study));
    work.database.run("DELETE FROM flow WHERE claim = ?1", key);
    const auto has = [](const std::vector<std::string>& list, const std::string& id) {
        return std::find(list.begin(), list.end(), id) != list.end();
    };
    for (const auto& flow : flows) {
        const bool own = has(claim.treatments, flow.treatment) && has(claim.targets, flow.condition);
        work.studies.insert(flow.study);
        work.database.run("INSERT OR IGNORE INTO flow VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                          flow.study, flow.purpose, flow.treatment, flow.condition, flow.direction, flow.zero,
                          flow.steps.size(), claim.id, key, flow.outcome_kind, flow.via, text_of(flow.steps), own);
    }
}

/// Where a sentence cites one study alone, the effect that it gives with an interval is what it says of that study.
void put_told_effects(Work& work, std::int64_t key, const Claim& claim, const std::vector<Cited>& cited,
                      const std::vector<Flow>& flows) {
    work.database.run("DELETE FROM told_effect WHERE claim = ?1", key);
    if (flows.empty() || cited.front().study != cited.back().study) return;
    const auto text = work.texts("SELECT text FROM claim WHERE key = ?1", key);
    const auto effect = text.empty() ? std::nullopt : grade::told_effect(text.front());
    if (!effect) return;
    for (const auto& flow : flows) {
        if (flow.zero != ZeroReason::none || !flow.via.empty()) continue;
        work.database.run("INSERT OR IGNORE INTO told_effect VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", flow.study,
                          flow.purpose, flow.treatment, flow.condition, flow.direction, claim.id, key, *effect);
    }
}

/// The body of the claim's own citations: what they say of its own treatments and targets, or of kinds of them.
Body own_body(Work& work, const Claim& claim, const std::vector<Flow>& flows) {
    std::map<std::string, EvidenceItem> items;
    const auto conditions = conditions_of(work, claim);
    for (const auto& treatment : claim.treatments) {
        std::map<std::string, std::vector<Flow>> reaching;
        for (const auto& flow : flows) {
            const bool condition_fits =
                conditions.empty() || std::any_of(conditions.begin(), conditions.end(), [&](const std::string& condition) {
                    return work.is_below(flow.condition, condition);
                });
            if (condition_fits && work.is_below(flow.treatment, treatment)) reaching[flow.study].push_back(flow);
        }
        for (const auto& [study, ways] : reaching) {
            auto item = item_of(work, study, best_of(ways, treatment));
            const auto [entry, fresh] = items.try_emplace(study, item);
            if (!fresh && item.steps.size() < entry->second.steps.size()) entry->second = std::move(item);
        }
    }
    Body body;
    body.purpose = claim.kind == ClaimKind::safety ? Purpose::harm : Purpose::benefit;
    for (auto& [study, item] : items) body.items.push_back(std::move(item));
    return body;
}

constexpr std::uint64_t points_12_5 = std::uint64_t{1} << 57;

/// DESIGN 3.5: how certain a claim sounds against its own citations.
Gap gap_of(const Claim& claim, std::uint64_t own_direction) {
    const bool scored = claim.kind == ClaimKind::efficacy || claim.kind == ClaimKind::safety;
    const bool asserts = claim.stance == Stance::supports || claim.stance == Stance::refutes || claim.stance == Stance::harm;
    const bool anecdote = claim.voice == Voice::forum || claim.voice == Voice::comment;
    if (!scored || !asserts || anecdote) return Gap::none;
    if (claim.strength == Strength::causal && own_direction < points_12_5) return Gap::overclaim;
    if (claim.strength == Strength::hedged_causal && own_direction == 0) return Gap::overclaim;
    return Gap::none;
}

struct Standing {
    std::uint64_t own = 0;  ///< points in its own direction
    int units = 0;
};

Standing put_points(Work& work, std::int64_t key, const Claim& claim, const Grade& grade) {
    const bool opposes = (claim.kind == ClaimKind::efficacy && claim.stance == Stance::refutes) ||
                         (claim.kind == ClaimKind::safety && claim.stance == Stance::supports);
    const Standing standing{opposes ? grade.oppose : grade.support, opposes ? grade.oppose_units : grade.support_units};
    work.database.run("UPDATE claim SET support = ?2, oppose = ?3, units = ?4, gap = ?5 WHERE key = ?1", key, grade.support,
                      grade.oppose, standing.units, gap_of(claim, standing.own));
    return standing;
}

/// Every treatment and condition under which a claim is listed: its own, and all above them.
std::set<std::pair<std::string, std::string>> topics_of(Work& work, const Claim& claim) {
    std::set<std::pair<std::string, std::string>> out;
    for (const auto& treatment : claim.treatments) {
        for (const auto& target : claim.targets) {
            for (const auto& t : work.above(treatment)) {
                for (const auto& c : work.above(target)) out.emplace(t.id, c.id);
            }
        }
    }
    return out;
}

void put_topics(Work& work, std::int64_t key, const Claim& claim, const Standing& standing) {
    work.database.run("DELETE FROM claim_topic WHERE claim = ?1", key);
    for (const auto& [treatment, condition] : topics_of(work, claim)) {
        work.database.run("INSERT INTO claim_topic VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", treatment, condition,
                          -static_cast<std::int64_t>(standing.own), -standing.units, claim.id, key, claim.kind,
                          claim.stance);
    }
}

struct Sums {
    int claims = 0, cited = 0, phantom = 0, harms = 0, direct = 0, direct_harms = 0;
};

/// How much an article says about each topic.
void put_article_topics(Work& work, std::int64_t article) {
    std::map<std::pair<std::string, std::string>, Sums> sums;
    for (const auto key : work.keys("SELECT key FROM claim WHERE article = ?1 ORDER BY place", article)) {
        const auto head = head_of(work, key);
        if (!head) continue;
        const Claim& claim = head->claim;
        for (const auto& topic : topics_of(work, claim)) {
            Sums& sum = sums[topic];
            const auto names = [](const std::vector<std::string>& list, const std::string& id) {
                return std::find(list.begin(), list.end(), id) != list.end() ? 1 : 0;
            };
            ++sum.claims;
            sum.cited += claim.appeal == Appeal::cited ? 1 : 0;
            sum.phantom += claim.appeal == Appeal::phantom ? 1 : 0;
            sum.harms += claim.stance == Stance::harm ? 1 : 0;
            const int direct = names(claim.targets, topic.second);
            sum.direct += direct;
            sum.direct_harms += claim.stance == Stance::harm ? direct : 0;
        }
    }
    work.database.run("DELETE FROM article_topic WHERE article = ?1", article);
    for (const auto& [topic, sum] : sums) {
        work.database.run("INSERT INTO article_topic VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", article, topic.first,
                          topic.second, sum.claims, sum.cited, sum.phantom, sum.harms, sum.direct, sum.direct_harms);
    }
}

}  // namespace

void find_flows(Work& work) {
    std::set<std::int64_t> articles;
    for (const auto key : work.claims) {
        const auto head = head_of(work, key);
        if (!head) continue;
        const auto cited = cited_by(work, key);
        const auto flows = flows_of(work, head->claim, cited);
        put_flows(work, key, head->claim, flows);
        put_told_effects(work, key, head->claim, cited, flows);
        const Body body = own_body(work, head->claim, flows);
        store::put_claim_body(work.database, key, body);
        put_topics(work, key, head->claim, put_points(work, key, head->claim, grade::grade(body, work.policy)));
        articles.insert(head->article);
    }
    for (const auto article : articles) put_article_topics(work, article);
    work.articles.insert(articles.begin(), articles.end());
    work.claims.clear();
}

}  // namespace evigrade::ingest
