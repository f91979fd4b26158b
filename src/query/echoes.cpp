#include "query/echoes.hpp"

#include <optional>
#include <unordered_map>

#include "query/rows.hpp"

namespace evigrade::query {
namespace {

/// One study's ways: sets, so that what several claims share stands once and in order.
struct Ways {
    std::set<std::string> claims;
    std::set<std::string> via;
    std::set<std::int64_t> articles;
};

/// Whether a flow's treatment is the one asked about or a kind of it, and its condition that one or a narrower one.
/// Most flows name the pair itself, and the same few pairs come again and again.
class Bearing {
public:
    Bearing(store::Database& database, const BodyOf& body) : database_(database), body_(body) {}

    bool operator()(std::string_view treatment, std::string_view condition) {
        return within(treatment, body_.treatment, treatments_) && within(condition, body_.condition, conditions_);
    }

private:
    using Known = std::unordered_map<std::string, bool>;
    bool within(std::string_view entity, const std::string& ancestor, Known& known) {
        if (entity == ancestor) return true;
        const auto [found, fresh] = known.try_emplace(std::string(entity), false);
        if (fresh) {
            found->second =
                database_.query("SELECT 1 FROM ancestor WHERE entity = ?1 AND ancestor = ?2", entity, ancestor).next();
        }
        return found->second;
    }

    store::Database& database_;
    const BodyOf& body_;
    Known treatments_;
    Known conditions_;
};

Echo echo_from(store::Database& database, const std::string& study, Ways&& ways,
               std::unordered_map<std::int64_t, ArticleName>& names) {
    Echo out;
    out.study = study;
    out.claims.assign(ways.claims.begin(), ways.claims.end());
    out.via.assign(ways.via.begin(), ways.via.end());
    std::map<std::string, const ArticleName*> articles;
    for (const auto key : ways.articles) {
        const auto [name, fresh] = names.try_emplace(key);
        if (fresh) name->second = article_name(database, key);
        articles.emplace(name->second.id, &name->second);
    }
    for (const auto& [id, name] : articles) out.articles.push_back(*name);
    return out;
}

}  // namespace

std::map<std::string, Echo> echoes_of(store::Database& database, const BodyOf& body, Beside& beside) {
    std::map<std::string, Ways> ways;
    Bearing bears(database, body);
    auto rows = database.query(
        "SELECT f.study, f.treatment, f.condition, f.claim_id, f.via, f.own, f.claim, c.article FROM evidence AS e CROSS "
        "JOIN "
        "flow AS f ON f.study = e.study AND f.purpose = e.purpose CROSS JOIN claim AS c ON c.key = f.claim "
        "WHERE e.treatment = ?1 AND e.condition = ?2 AND e.purpose = CAST(?3 AS TEXT) AND e.zero <> 'uncited'",
        body.treatment, body.condition, body.purpose);
    while (rows.next()) {
        if (!bears(rows.view(1), rows.view(2))) continue;
        Ways& study = ways[rows.text(0)];
        study.claims.insert(rows.text(3));
        if (!rows.view(4).empty()) study.via.insert(rows.text(4));
        if (rows.integer(5) == 0) beside.insert(rows.integer(6));
        study.articles.insert(rows.integer(7));
    }
    std::map<std::string, Echo> out;
    std::unordered_map<std::int64_t, ArticleName> names;
    for (auto& [id, way] : ways) out.emplace(id, echo_from(database, id, std::move(way), names));
    return out;
}

}  // namespace evigrade::query
