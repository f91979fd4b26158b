// Sentences that exclude one another, on one treatment, one target and the same people.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "evigrade/base/data.hpp"
#include "evigrade/base/text.hpp"
#include "query/conflicts.hpp"
#include "query/names.hpp"
#include "query/rows.hpp"

namespace evigrade::query {
namespace {

using store::Database;

/// What a sentence is on one side of.
enum class Side : std::uint8_t { neither, for_it, against };

/// Only what somebody asserts takes a side: that nothing is known excludes only that something was shown.
Side side_of(const Claim& claim) {
    if (claim.voice == Voice::forum || claim.voice == Voice::comment) return Side::neither;
    if (claim.kind == ClaimKind::safety) {
        if (claim.stance == Stance::harm) return Side::for_it;
        return claim.stance == Stance::supports ? Side::against : Side::neither;
    }
    if (claim.kind != ClaimKind::efficacy) return Side::neither;
    if (claim.stance == Stance::supports) return Side::for_it;
    if (claim.stance == Stance::refutes) return Side::against;
    const bool nothing = claim.absence && (claim.absence->kind == AbsenceKind::author_found_none ||
                                           claim.absence->kind == AbsenceKind::unstudied);
    return claim.stance == Stance::insufficient && nothing ? Side::against : Side::neither;
}

/// Whether two sentences speak of the same people: one that names none speaks of all.
bool same_people(const Claim& a, const Claim& b) {
    return !a.population || !b.population || fold(*a.population) == fold(*b.population);
}

bool exclude(const ClaimRow& for_it, const ClaimRow& against) {
    if (!same_people(for_it.claim, against.claim) || for_it.claim.id == against.claim.id) return false;
    if (for_it.article.id == against.article.id && is_own_study(for_it.article)) return false;
    // "Not better than B" is no word on whether it works.
    if (for_it.claim.comparator || against.claim.comparator)
        return for_it.claim.comparator && against.claim.comparator && *for_it.claim.comparator == *against.claim.comparator;
    return against.claim.stance != Stance::insufficient || for_it.claim.appeal == Appeal::cited;
}

struct Topic {
    std::vector<ClaimRow> for_it, against;
};
using TopicName = std::tuple<std::string, std::string, ClaimKind>;  ///< treatment, target, kind

constexpr std::size_t most_looked_at = 200;
constexpr std::size_t most_a_side = 3;

void add_claim(Database& database, const Filter& filter, const Resolved& resolved, const ClaimRow& row,
               std::map<TopicName, Topic>& topics) {
    const Side side = side_of(row.claim);
    if (side == Side::neither) return;
    std::set<TopicName> names;
    for (const auto& own : row.claim.treatments) {
        const std::string treatment = heading(database, filter, resolved, own);
        if (treatment.empty()) continue;
        for (const auto& target : row.claim.targets) names.emplace(treatment, target, row.claim.kind);
    }
    for (const auto& name : names) {
        auto& rows = side == Side::for_it ? topics[name].for_it : topics[name].against;
        if (rows.size() < most_looked_at) rows.push_back(row);
    }
}

/// Those of one side that some sentence of the other excludes; the first few, which rank best.
std::vector<ClaimRow> excluded(const std::vector<ClaimRow>& rows, const std::vector<ClaimRow>& others, bool rows_are_for) {
    std::vector<ClaimRow> out;
    for (const auto& row : rows) {
        const bool any = std::any_of(others.begin(), others.end(), [&](const ClaimRow& other) {
            return rows_are_for ? exclude(row, other) : exclude(other, row);
        });
        if (any && out.size() < most_a_side) out.push_back(row);
    }
    return out;
}

/// Targets that are pain, by data/cues/conflict_topics.tsv, or kinds of it.
bool is_pain(Database& database, const std::string& target) {
    const Table table(Data().find("cues/conflict_topics.tsv").value_or(std::string_view()));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table.at(row, "kind") != "pain") continue;
        const std::string pain(table.at(row, "entity"));
        if (target == pain ||
            number_of(database, "SELECT count(*) FROM ancestor WHERE entity = ?1 AND ancestor = ?2", target, pain) > 0) {
            return true;
        }
    }
    return false;
}

std::string what(Database& database, const TopicName& name, ConflictKind kind) {
    const std::string target = name_of(database, std::get<1>(name)).name;
    if (kind == ConflictKind::pain) return "whether it hurts (" + target + ")";
    return (std::get<2>(name) == ClaimKind::safety ? "whether it causes " : "whether it works for ") + target;
}

}  // namespace

void add_stances(Database& database, const Filter& filter, const Resolved& resolved, std::vector<Conflict>& out) {
    std::map<TopicName, Topic> topics;
    for (const auto& head : passing_claims(database, filter, resolved))
        add_claim(database, filter, resolved, claim_row(database, head.key), topics);
    for (const auto& [name, topic] : topics) {
        const auto for_it = excluded(topic.for_it, topic.against, true);
        const auto against = excluded(topic.against, topic.for_it, false);
        if (for_it.empty() || against.empty()) continue;
        Conflict conflict;
        const bool pain = std::get<2>(name) == ClaimKind::safety && is_pain(database, std::get<1>(name));
        conflict.kind = pain ? ConflictKind::pain : ConflictKind::stance;
        conflict.treatment = name_of(database, std::get<0>(name));
        conflict.what = what(database, name, conflict.kind);
        conflict.claims = for_it;
        conflict.claims.insert(conflict.claims.end(), against.begin(), against.end());
        conflict.inside_one_article = std::all_of(conflict.claims.begin(), conflict.claims.end(), [&](const ClaimRow& row) {
            return row.article.id == conflict.claims.front().article.id;
        });
        out.push_back(std::move(conflict));
    }
}

}  // namespace evigrade::query
