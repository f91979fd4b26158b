// The log of what people decided, and what has become of each entry in this store.
#include "query/decisions.hpp"

#include "evigrade/query.hpp"
#include "query/rows.hpp"
#include "store/decisions.hpp"

namespace evigrade::query {
namespace {

using store::Database;

std::optional<std::string> first_text(Database& database, std::string_view sql, const std::string& of) {
    auto rows = database.query(sql, of);
    return rows.next() ? rows.maybe_text(0) : std::nullopt;
}

/// The id for which an entry holds here, or nothing: its sentence or study is not in this store.
std::optional<std::string> found(Database& database, const Decision& decision) {
    const auto id_of = [&](std::string_view table, std::optional<std::int64_t> key) -> std::optional<std::string> {
        if (!key) return std::nullopt;
        auto rows = database.query("SELECT id FROM " + std::string(table) + " WHERE key = ?1", *key);
        return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
    };
    switch (decision.subject) {
        case DecisionSubject::claim:
            return id_of("claim", store::find_claim(database, decision));
        case DecisionSubject::study:
            return store::find_study(database, decision);
        case DecisionSubject::article:
            return id_of("article", store::find_article(database, decision));
        case DecisionSubject::reference: {
            const auto article = store::find_article(database, decision);
            if (!article) return std::nullopt;
            auto rows = database.query(
                "SELECT a.id || '#' || r.n FROM reference AS r JOIN article AS a ON a.key = r.article WHERE r.article = ?1 "
                "AND r.text = ?2 ORDER BY CAST(r.n AS TEXT) = ?3 DESC, r.place LIMIT 1",
                *article, decision.anchor.text, decision.of.substr(decision.of.find('#') + 1));
            return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
        }
        case DecisionSubject::body:
            return decision.of;
    }
    return std::nullopt;
}

/// What the program had read, where a decision in force stands in its place.
std::optional<std::string> was(Database& database, const Decision& decision, const std::string& id) {
    if (decision.field == "kind" || decision.field == "stance") {
        return first_text(
            database,
            "SELECT k." + decision.field + " FROM claim_as_read AS k JOIN claim AS c ON c.key = k.claim WHERE c.id = ?1",
            id);
    }
    if (decision.subject != DecisionSubject::study) return std::nullopt;
    if (decision.field == "design") {
        return first_text(database,
                          "SELECT row ->> '$[2]' FROM study_as_read WHERE study = ?1 AND part = 'study_design' ORDER BY "
                          "place LIMIT 1",
                          id)
            .value_or("unknown");
    }
    if (decision.field != "state" && decision.field != "risk_of_bias") return std::nullopt;
    auto before =
        first_text(database,
                   "SELECT k.row ->> ('$[' || c.cid || ']') FROM study_as_read AS k, pragma_table_info('study') AS "
                   "c WHERE c.name = '" +
                       decision.field + "' AND k.study = ?1 AND k.part = 'study'",
                   id);
    if (before && decision.field == "risk_of_bias") before = *before == "1" ? "high" : "low or not judged";
    return before;
}

bool stands(DecisionStanding standing) {
    return standing == DecisionStanding::in_force || standing == DecisionStanding::overruled;
}

}  // namespace

std::vector<DecisionRow> decision_rows(Database& database) {
    std::vector<DecisionRow> out;
    const auto log = store::get_decisions(database);
    const auto standing = store::standings(log);
    for (std::size_t i = 0; i < log.size(); ++i) {
        DecisionRow row{log[i], standing[i], std::nullopt, std::nullopt, {}};
        if (standing[i] != DecisionStanding::undo) row.found = found(database, log[i]);
        if (standing[i] == DecisionStanding::in_force && row.found) row.was = was(database, log[i], *row.found);
        for (std::size_t j = 0; j < log.size() && stands(standing[i]); ++j) {
            const bool other = j != i && stands(standing[j]) && store::point_of(log[j]) == store::point_of(log[i]);
            const bool differs = log[j].by != log[i].by && (log[j].field != log[i].field || log[j].value != log[i].value);
            if (other && differs) row.conflicts_with.push_back(log[j].id);
        }
        out.push_back(std::move(row));
    }
    return out;
}

std::vector<DecisionRow> decisions_on(Database& database, const std::string& id) {
    std::vector<DecisionRow> out;
    if (number_of(database, "SELECT EXISTS (SELECT 1 FROM decision)") == 0) return out;
    for (auto& row : decision_rows(database)) {
        if (row.found == id && stands(row.standing)) out.push_back(std::move(row));
    }
    return out;
}

Result<std::vector<DecisionRow>> decisions(const store::Store& store) {
    Database& database = store.database();
    const store::Snapshot snapshot(database);
    auto out = decision_rows(database);
    if (database.error()) return *database.error();
    return out;
}

}  // namespace evigrade::query
