// Lists of claims, studies, articles and findings.
#include <algorithm>

#include "evigrade/base/text.hpp"
#include "evigrade/query.hpp"
#include "query/filter.hpp"
#include "query/library.hpp"
#include "query/names.hpp"
#include "query/rows.hpp"
#include "store/articles.hpp"

namespace evigrade::query {
namespace {

using store::Database;

template <class Row>
List<Row> list_with(Resolved& resolved) {
    List<Row> out;
    out.treatments = std::move(resolved.treatments);
    out.conditions = std::move(resolved.conditions);
    return out;
}

template <class Row>
Result<List<Row>> finished(Database& database, List<Row> list) {
    if (database.error()) return *database.error();
    return list;
}

/// Studies that any citation, list entry or relay leads to; with a filter, those that the passing claims lead to.
std::set<std::string> cited_studies(Database& database, const Filter& filter, const Resolved& resolved) {
    std::set<std::string> out;
    const bool filtered = !filter.treatments.empty() || !filter.conditions.empty() || !filter.kinds.empty() ||
                          !filter.stances.empty() || !filter.appeals.empty() || !filter.voices.empty();
    const auto take = [&](std::vector<std::string> ids) {
        for (auto& id : ids) out.insert(std::move(id));
    };
    if (!filtered && !resolved.articles) {
        take(texts_of(database,
                      "SELECT study FROM bib_item WHERE study IS NOT NULL UNION SELECT study FROM citation_study UNION "
                      "SELECT study FROM flow"));
        return out;
    }
    if (!filtered) {
        for (const auto article : *resolved.articles) {
            take(texts_of(
                database,
                "SELECT i.study FROM reference AS r JOIN bib_item AS i ON i.reference = r.key WHERE r.article = ?1 AND "
                "i.study "
                "IS NOT NULL UNION SELECT s.study FROM citation AS x JOIN citation_study AS s ON s.citation = x.key "
                "WHERE x.article = ?1",
                article));
        }
        return out;
    }
    for (const auto& claim : passing_claims(database, filter, resolved)) {
        take(texts_of(
            database,
            "SELECT s.study FROM claim AS c JOIN claim_citation AS l ON l.claim = c.key JOIN citation AS x ON x.article = "
            "c.article AND x.place = l.citation JOIN citation_study AS s ON s.citation = x.key WHERE c.key = ?1 "
            "UNION SELECT study FROM flow WHERE claim = ?1",
            claim.key));
    }
    return out;
}

}  // namespace

Result<List<ClaimRow>> claims(const store::Store& store, const Filter& filter) {
    Database& database = store.database();
    const store::Snapshot snapshot(database);
    auto resolved = resolve(database, filter);
    auto heads = passing_claims(database, filter, resolved);
    limit(heads, filter);
    auto out = list_with<ClaimRow>(resolved);
    for (const auto& head : heads) out.rows.push_back(claim_row(database, head.key));
    return finished(database, std::move(out));
}

Result<List<StudyRow>> studies(const store::Store& store, const Filter& filter) {
    Database& database = store.database();
    const store::Snapshot snapshot(database);
    auto resolved = resolve(database, filter);
    const auto ids = cited_studies(database, filter, resolved);
    auto out = list_with<StudyRow>(resolved);
    for (const auto& id : ids) {
        if (filter.limit != 0 && out.rows.size() == filter.limit) break;
        if (auto row = study_row(database, id)) out.rows.push_back(std::move(*row));
    }
    constexpr std::size_t most_uncited = 20;
    const std::size_t room = filter.limit == 0 ? most_uncited : filter.limit - out.rows.size();
    const Resolved names{out.treatments, out.conditions, {}};
    for (auto& row : uncited_records(database, filter, names, room, out.beyond)) out.rows.push_back(std::move(row));
    return finished(database, std::move(out));
}

Result<List<ArticleRow>> articles(const store::Store& store, const Filter& filter) {
    Database& database = store.database();
    const store::Snapshot snapshot(database);
    auto resolved = resolve(database, filter);
    const auto keys = passing_articles(database, filter, resolved);
    auto out = list_with<ArticleRow>(resolved);
    for (const auto key : keys) out.rows.push_back(article_row(database, key));
    std::sort(out.rows.begin(), out.rows.end(), [](const ArticleRow& a, const ArticleRow& b) {
        return std::tie(a.name.title, a.name.id) < std::tie(b.name.title, b.name.id);
    });
    limit(out.rows, filter);
    return finished(database, std::move(out));
}

Result<List<FindingRow>> findings(const store::Store& store, const Filter& filter) {
    Database& database = store.database();
    const store::Snapshot snapshot(database);
    auto resolved = resolve(database, filter);
    auto out = list_with<FindingRow>(resolved);
    std::vector<std::pair<std::string, std::int64_t>> articles;
    for (const auto key : passing_articles(database, filter, resolved)) {
        articles.emplace_back(article_name(database, key).id, key);
    }
    std::sort(articles.begin(), articles.end());
    for (const auto& [id, key] : articles) {
        const auto name = article_name(database, key);
        const auto text = texts_of(database, "SELECT text FROM article_text WHERE article = ?1", key);
        const store::Lines lines(text.empty() ? std::string_view() : std::string_view(text.front()));
        auto rows = database.query(
            "SELECT code, severity, first, past, message FROM finding WHERE article = ?1 ORDER BY first, past, code, "
            "message",
            key);
        while (rows.next()) {
            const Finding finding{rows.text(0), rows.word<Severity>(1), {rows.count(2), rows.count(3)}, rows.text(4)};
            out.rows.push_back({finding, name, lines.line(finding.span.begin), lines.column(finding.span.begin)});
        }
    }
    limit(out.rows, filter);
    return finished(database, std::move(out));
}

Result<std::vector<ClaimRow>> search(const store::Store& store, const std::string& words, std::size_t limit) {
    Database& database = store.database();
    const store::Snapshot snapshot(database);
    // Every word is quoted: what people type is never an operator of the index.
    std::string query;
    const std::string key = fold(words.substr(0, 1000));
    for (const auto word : split(key, ' ')) query += (query.empty() ? "\"" : " \"") + std::string(word) + "\"";
    std::vector<ClaimRow> out;
    if (!query.empty()) {
        out = claim_rows(database, keys_of(database,
                                           "SELECT c.key FROM claim_search AS s JOIN claim AS c ON c.key = s.rowid "
                                           "WHERE claim_search MATCH ?1 ORDER BY bm25(claim_search), c.id LIMIT ?2",
                                           query, limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(limit)));
    }
    if (database.error()) return *database.error();
    return out;
}

}  // namespace evigrade::query
