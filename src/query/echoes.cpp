#include "query/echoes.hpp"

#include <optional>
#include <unordered_map>

#include "query/retellings.hpp"
#include "query/rows.hpp"

namespace evigrade::query {
namespace {

/// One study's ways: sets, so that what several claims share stands once and in order.
struct Ways {
    std::set<std::string> claims;
    std::set<std::string> via;
    std::set<std::int64_t> articles;
    std::set<std::pair<std::int64_t, std::string>> relayed;  ///< article, and what it reads the study in
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

class Names {
public:
    explicit Names(store::Database& database) : database_(database) {}
    const ArticleName& of(std::int64_t article) {
        const auto [name, fresh] = known_.try_emplace(article);
        if (fresh) name->second = article_name(database_, article);
        return name->second;
    }

private:
    store::Database& database_;
    std::unordered_map<std::int64_t, ArticleName> known_;
};

/// The ways that are longer than an article citing the study.
std::vector<EchoPath> paths_from(const std::string& study, const Ways& ways, Retellers& retellers, Names& names) {
    std::vector<EchoPath> out;
    const auto add = [&](const std::vector<std::int64_t>& chain, const std::string& via) {
        EchoPath path;
        for (const auto article : chain) path.articles.push_back(names.of(article));
        if (!via.empty()) path.via = via;
        path.study = study;
        out.push_back(std::move(path));
    };
    for (const auto& [article, via] : ways.relayed) {
        if (!via.empty()) add({article}, via);
        for (const auto& chain : retellers.chains_to(article)) {
            const bool reads_it_itself = ways.articles.contains(chain.front());
            if (!reads_it_itself) add(chain, via);
        }
    }
    sort_paths(out);
    return out;
}

Echo echo_from(const std::string& study, Ways&& ways, Retellers& retellers, Names& names) {
    Echo out;
    out.study = study;
    out.claims.assign(ways.claims.begin(), ways.claims.end());
    out.via.assign(ways.via.begin(), ways.via.end());
    out.paths = paths_from(study, ways, retellers, names);
    std::map<std::string, const ArticleName*> articles;
    for (const auto key : ways.articles) articles.emplace(names.of(key).id, &names.of(key));
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
        study.relayed.emplace(rows.integer(7), rows.text(4));
    }
    std::map<std::string, Echo> out;
    Names names(database);
    Retellers retellers(database, body.treatment, body.condition);
    for (auto& [id, way] : ways) out.emplace(id, echo_from(id, std::move(way), retellers, names));
    return out;
}

}  // namespace evigrade::query
