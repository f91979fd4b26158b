// Articles that cite one another: by address, DOI or title.
#include "evigrade/base/hash.hpp"
#include "evigrade/base/text.hpp"
#include "ingest/work.hpp"

namespace evigrade::ingest {
namespace {

std::int64_t hash_of(std::string_view kind, std::string_view name) {
    return static_cast<std::int64_t>(hash64(std::string(kind) + "\n" + std::string(name)));
}

/// "https://www.example.org/a/#top" and "http://example.org/a" are one address.
std::string plain_address(std::string_view url) {
    std::string out = lower(url.substr(0, url.find('#')));
    for (const std::string_view prefix : {"https://", "http://", "www."}) {
        if (out.starts_with(prefix)) out.erase(0, prefix.size());
    }
    while (out.ends_with('/')) out.pop_back();
    return out;
}

/// A title of a word or three is many articles'.
constexpr std::size_t fewest_words = 4;

void add_keys(std::set<std::int64_t>& out, const store::Rows& rows) {
    if (!rows.is_null(0) && !plain_address(rows.view(0)).empty()) out.insert(hash_of("url", plain_address(rows.view(0))));
    if (!rows.is_null(1)) out.insert(hash_of("doi", lower(rows.view(1))));
    if (rows.is_null(2)) return;
    const std::string title = fold(rows.view(2));
    if (split(title, ' ').size() >= fewest_words) out.insert(hash_of("title", title));
}

void put_article_keys(Work& work, std::int64_t article) {
    std::set<std::int64_t> keys;
    {
        auto rows = work.database.query("SELECT url, doi, title FROM article WHERE key = ?1", article);
        while (rows.next()) add_keys(keys, rows);
    }
    for (const auto key : keys) work.database.run("INSERT OR IGNORE INTO article_key VALUES (?1, ?2)", key, article);
}

void put_cited_keys(Work& work, std::int64_t article) {
    for (const auto citation : work.keys("SELECT key FROM citation WHERE article = ?1", article)) {
        std::set<std::int64_t> keys;
        {
            auto rows = work.database.query(
                "SELECT pointer_url, pointer_doi, pointer_title FROM citation WHERE key = ?1 UNION ALL "
                "SELECT i.url, i.doi, i.title FROM citation AS x JOIN citation_reference AS l ON l.citation = x.key JOIN "
                "reference AS r ON r.article = x.article AND r.n = l.n JOIN bib_item AS i ON i.reference = r.key WHERE "
                "x.key = ?1",
                citation);
            while (rows.next()) add_keys(keys, rows);
        }
        for (const auto key : keys) work.database.run("INSERT OR IGNORE INTO cited_key VALUES (?1, ?2)", key, citation);
    }
}

}  // namespace

void note_retellings(Work& work, std::int64_t article) {
    put_article_keys(work, article);
    put_cited_keys(work, article);
    work.database.run(
        "INSERT OR IGNORE INTO retelling SELECT k.article, c.citation FROM citation AS x JOIN cited_key AS c ON c.citation "
        "= x.key JOIN article_key AS k ON k.key = c.key WHERE x.article = ?1 AND k.article <> ?1",
        article);
    work.database.run(
        "INSERT OR IGNORE INTO retelling SELECT k.article, c.citation FROM article_key AS k JOIN cited_key AS c ON c.key = "
        "k.key JOIN citation AS x ON x.key = c.citation WHERE k.article = ?1 AND x.article <> ?1",
        article);
}

}  // namespace evigrade::ingest
