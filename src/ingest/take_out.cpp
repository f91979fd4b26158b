#include "ingest/take_out.hpp"

#include <filesystem>
#include <set>

#include "ingest/work.hpp"
#include "store/articles.hpp"

namespace evigrade::ingest {
namespace fs = std::filesystem;

void take_out(Work& work, std::int64_t article) {
    constexpr std::string_view items =
        "SELECT i.key FROM bib_item AS i JOIN reference AS r ON r.key = i.reference WHERE r.article = ?1 "
        "UNION SELECT i.key FROM bib_item AS i JOIN citation AS x ON x.key = i.citation WHERE x.article = ?1";
    for (const auto key : work.keys(items, article)) release_item(work, key);
    constexpr std::string_view cited =
        "SELECT DISTINCT s.study FROM citation AS x JOIN citation_study AS s ON s.citation = x.key WHERE x.article = ?1";
    for (auto& study : work.texts(cited, article)) work.left.insert(std::move(study));
    constexpr std::string_view studies =
        "SELECT DISTINCT f.study FROM claim AS c JOIN flow AS f ON f.claim = c.key WHERE c.article = ?1";
    for (auto& study : work.texts(studies, article)) work.studies.insert(std::move(study));
    constexpr std::string_view entities =
        "SELECT DISTINCT entity FROM article_entity WHERE article = ?1 AND origin <> 'lexicon'";
    for (auto& entity : work.texts(entities, article)) work.entities.insert(std::move(entity));
    heed_links(work, article);
    store::remove_article(work.database, article);
    work.decisions.forget();
    heed_claims(work);
}

Result<std::int64_t> find_article(Work& work, const std::string& asked) {
    std::set<std::int64_t> found;
    std::error_code ignored;
    const auto path = fs::absolute(asked, ignored).lexically_normal().string();
    for (const auto key : work.keys("SELECT key FROM article WHERE id = ?1", asked)) found.insert(key);
    for (const auto key : work.keys("SELECT article FROM location WHERE place = ?1 OR place = ?2", asked, path))
        found.insert(key);
    if (found.empty() && asked.size() >= 4) {
        for (const auto key : work.keys("SELECT key FROM article WHERE id >= ?1 AND id < ?1 || 'g'", asked))
            found.insert(key);
    }
    if (work.database.error()) return *work.database.error();
    if (found.size() == 1) return *found.begin();
    return Error{Failure::usage,
                 found.empty() ? "no article of the store is meant by this" : "several articles are meant by this", asked,
                 "`evigrade articles` lists them with their ids"};
}

}  // namespace evigrade::ingest
