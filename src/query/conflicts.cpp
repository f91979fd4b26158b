// Values and positions that cannot all hold, between articles and inside one.
#include <algorithm>
#include <map>
#include <tuple>

#include "evigrade/base/text.hpp"
#include "evigrade/query.hpp"
#include "query/conflicts.hpp"
#include "query/names.hpp"
#include "query/rows.hpp"

namespace evigrade::query {
namespace {

using store::Database;

/// Two ranges agree where one holds the other: "at least 8" may well be 8 to 10. Values of one sentence are a list or a
/// choice, and values for different people are no contradiction.
bool at_odds(const ParameterRow& here, const ParameterRow& there) {
    const Parameter& a = here.parameter;
    const Parameter& b = there.parameter;
    if (here.article.id == there.article.id && (here.line == there.line || is_own_study(here.article))) return false;
    if (a.population && b.population && fold(*a.population) != fold(*b.population)) return false;
    const auto holds = [](const Parameter& outer, const Parameter& inner) {
        return outer.low <= inner.low && inner.high <= outer.high;
    };
    return !holds(a, b) && !holds(b, a);
}

/// Those values with which another one cannot hold.
std::vector<ParameterRow> at_odds(const std::vector<ParameterRow>& rows) {
    std::vector<ParameterRow> out;
    for (const auto& row : rows) {
        if (std::any_of(rows.begin(), rows.end(), [&](const ParameterRow& other) { return at_odds(row, other); }))
            out.push_back(row);
    }
    return out;
}

/// Treatment, kind, unit: values that can be compared.
using Group = std::tuple<std::string, ParameterKind, std::string>;

/// What a sentence that cites a study gives is what was done there, and no advice that another could contradict.
std::map<Group, std::vector<ParameterRow>> groups(Database& database, const Filter& filter, const Resolved& resolved) {
    std::map<Group, std::vector<ParameterRow>> out;
    auto rows = database.query(
        "SELECT p.kind, p.low, p.high, p.unit, p.currency, p.country, p.treatment, p.population, p.first, p.past, "
        "p.article, p.line, "
        "p.sentence FROM parameter AS p JOIN article AS a ON a.key = p.article WHERE p.treatment IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM claim AS c JOIN claim_citation AS l ON l.claim = c.key WHERE c.article = p.article "
        "AND c.first <= p.first AND p.past <= c.past) "
        "ORDER BY p.low, p.high, a.id, p.first");
    while (rows.next()) {
        if (resolved.articles && !resolved.articles->contains(rows.integer(10))) continue;
        ParameterRow row;
        row.parameter = {rows.word<ParameterKind>(0),
                         rows.real(1),
                         rows.real(2),
                         rows.text(3),
                         rows.maybe_text(4),
                         rows.maybe_text(5),
                         rows.maybe_text(6),
                         rows.maybe_text(7),
                         {rows.count(8), rows.count(9)}};
        const std::string treatment = heading(database, filter, resolved, *row.parameter.treatment);
        if (treatment.empty()) continue;
        row.article = article_name(database, rows.integer(10));
        row.line = rows.count(11);
        row.text = rows.text(12);
        auto& group = out[{treatment, row.parameter.kind, row.parameter.unit}];
        const bool known = std::any_of(group.begin(), group.end(), [&](const ParameterRow& other) {
            return other.article.id == row.article.id && other.parameter.low == row.parameter.low &&
                   other.parameter.high == row.parameter.high && other.parameter.population == row.parameter.population;
        });
        if (!known && group.size() < 200) group.push_back(std::move(row));
    }
    return out;
}

std::string what(const Group& group) {
    const auto kind = std::get<1>(group);
    const std::string name(to_text(kind));
    if (kind == ParameterKind::sessions) return name;
    constexpr std::size_t longest_symbol = 3;  // "mg", "mcg"; those of money stand for themselves too
    const std::string& unit = std::get<2>(group);
    const bool is_dose = kind == ParameterKind::dose || kind == ParameterKind::depth;
    const bool is_symbol = is_dose && (unit.size() <= longest_symbol || unit.find('/') != std::string::npos);
    return name + " in " + unit + (kind == ParameterKind::cost || is_symbol ? "" : "s");
}

Conflict conflict(Database& database, const Group& group, std::vector<ParameterRow> values) {
    Conflict out;
    out.kind = ConflictKind::parameter;
    out.what = what(group);
    out.treatment = name_of(database, std::get<0>(group));
    out.inside_one_article = std::all_of(
        values.begin(), values.end(), [&](const ParameterRow& row) { return row.article.id == values.front().article.id; });
    out.values = std::move(values);
    return out;
}

void add_parameters(Database& database, const Filter& filter, const Resolved& resolved, std::vector<Conflict>& out) {
    for (const auto& [group, rows] : groups(database, filter, resolved)) {
        auto values = at_odds(rows);
        if (values.empty()) continue;
        out.push_back(conflict(database, group, values));
        if (out.back().inside_one_article) continue;
        std::map<std::string, std::vector<ParameterRow>> by_article;
        for (auto& row : values) by_article[row.article.id].push_back(std::move(row));
        for (const auto& entry : by_article) {
            auto own = at_odds(entry.second);
            if (!own.empty()) out.push_back(conflict(database, group, std::move(own)));
        }
    }
}

}  // namespace

std::string heading(Database& database, const Filter& filter, const Resolved& resolved, const std::string& treatment) {
    if (filter.treatments.empty()) return treatment;
    for (const auto& asked : resolved.treatments) {
        if (!asked.entity) continue;
        if (treatment == asked.entity->id) return treatment;
        if (filter.descent == Descent::kinds_too &&
            number_of(database, "SELECT count(*) FROM ancestor WHERE entity = ?1 AND ancestor = ?2", treatment,
                      asked.entity->id) > 0) {
            return asked.entity->id;
        }
    }
    return "";
}

Result<List<Conflict>> conflicts(const store::Store& store, const Filter& filter) {
    Database& database = store.database();
    const store::Snapshot snapshot(database);
    auto resolved = resolve(database, filter);
    List<Conflict> out;
    add_parameters(database, filter, resolved, out.rows);
    add_stances(database, filter, resolved, out.rows);
    limit(out.rows, filter);
    out.treatments = std::move(resolved.treatments);
    out.conditions = std::move(resolved.conditions);
    if (database.error()) return *database.error();
    return out;
}

}  // namespace evigrade::query
