// `for C`: treatments ranked by what stands behind them.
#include "evigrade/query.hpp"
#include "query/names.hpp"
#include "query/rows.hpp"

namespace evigrade::query {
namespace {

using store::Database;

RankedTreatment ranked(const store::Rows& rows, Database& database) {
    RankedTreatment out;
    out.treatment = name_of(database, rows.text(0));
    out.verdict = rows.is_null(1) ? Verdict::none : rows.word<Verdict>(1);
    out.support = static_cast<std::uint64_t>(rows.integer(2));
    out.oppose = static_cast<std::uint64_t>(rows.integer(3));
    out.units = static_cast<int>(rows.integer(4));
    out.claims = static_cast<int>(rows.integer(5));
    out.articles = static_cast<int>(rows.integer(6));
    out.harm = static_cast<std::uint64_t>(rows.integer(7));
    return out;
}

}  // namespace

Result<ForReply> treatments_for(const store::Store& store, const std::string& condition, std::size_t limit) {
    Database& database = store.database();
    const store::Snapshot snapshot(database);
    ForReply out;
    out.condition = resolve(database, condition, Sense::condition);
    if (out.condition.entity) {
        auto rows = database.query(
            "SELECT t.treatment, g.verdict, coalesce(g.support, 0), coalesce(g.oppose, 0), "
            "coalesce(g.support_units, 0) + coalesce(g.oppose_units, 0), t.claims, t.articles, "
            "coalesce((SELECT max(support) FROM grade WHERE treatment = t.treatment AND purpose = 'harm'), 0) "
            "FROM tally AS t LEFT JOIN grade AS g ON g.treatment = t.treatment AND g.condition = t.condition AND g.purpose "
            "= 'benefit' "
            "WHERE t.condition = ?1 AND t.claims > t.harms AND EXISTS (SELECT 1 FROM claim_treatment WHERE entity = "
            "t.treatment) ORDER BY coalesce(g.support, 0) - coalesce(g.oppose, 0) DESC, "
            "coalesce(g.support, 0) DESC, t.treatment LIMIT ?2",
            out.condition.entity->id, limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(limit));
        while (rows.next()) out.treatments.push_back(ranked(rows, database));
    }
    if (database.error()) return *database.error();
    return out;
}

}  // namespace evigrade::query
