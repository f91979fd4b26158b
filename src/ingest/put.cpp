// One article in, or out again: a transaction.
#include <filesystem>

#include "evigrade/ingest.hpp"
#include "ingest/take_out.hpp"
#include "ingest/work.hpp"
#include "store/articles.hpp"
#include "store/bib.hpp"

namespace evigrade::ingest {
namespace fs = std::filesystem;

namespace {

/// Where an article was found, as `location` has it: its absolute path, and its address.
std::vector<std::string> places_of(const Article& article) {
    std::vector<std::string> out;
    if (article.file != "-" && !article.file.empty()) {
        std::error_code ignored;
        const auto absolute = fs::absolute(article.file, ignored);
        out.push_back(ignored ? article.file : absolute.lexically_normal().string());
    }
    if (article.url) out.push_back(*article.url);
    return out;
}

std::optional<std::int64_t> key_of(Work& work, std::string_view id) {
    auto rows = work.database.query("SELECT key FROM article WHERE id = ?1", id);
    if (!rows.next()) return std::nullopt;
    return rows.integer(0);
}

/// Claims a place for an article; an article that is left without any place is taken out.
void settle_places(Work& work, std::int64_t article, const Article& from, std::vector<std::string>& superseded) {
    for (const auto& place : places_of(from)) {
        std::optional<std::int64_t> before;
        {
            auto rows = work.database.query("SELECT article FROM location WHERE place = ?1", place);
            if (rows.next()) before = rows.integer(0);
        }
        work.database.run("INSERT OR REPLACE INTO location VALUES (?1, ?2, ?3)", place, article, from.file);
        if (!before || *before == article) continue;
        if (!work.keys("SELECT 1 FROM location WHERE article = ?1", *before).empty()) continue;
        for (auto& id : work.texts("SELECT id FROM article WHERE key = ?1", *before)) superseded.push_back(std::move(id));
        take_out(work, *before);
    }
}

/// Of several names for one content the least is shown, whichever came first.
void settle_file(Work& work, std::int64_t article) {
    work.database.run(
        "UPDATE article SET file = coalesce((SELECT min(file) FROM location WHERE article = ?1), file) WHERE key = ?1",
        article);
}

/// An identifier in the text describes a publication of its own.
std::optional<BibItem> item_of(const Citation& citation) {
    if (!citation.pointer || !(citation.pointer->doi || citation.pointer->pmid)) return std::nullopt;
    const StudyPointer& pointer = *citation.pointer;
    BibItem item;
    item.doi = pointer.doi;
    item.pmid = pointer.pmid;
    item.title = pointer.title;
    item.container_title = pointer.container;
    if (pointer.year) item.issued = Date{*pointer.year, std::nullopt, std::nullopt};
    for (const auto& family : pointer.families) {
        item.authors.push_back({family, std::nullopt, std::nullopt, std::nullopt, std::nullopt});
    }
    return item;
}

void put_items(Work& work, const Ingested& ingested, const store::ArticleKeys& keys) {
    std::size_t place = 0;
    for (const auto& reference : ingested.linked.references) {
        work.items.insert(store::put_item(work.database, reference.item,
                                          {std::nullopt, 0, keys.references[place++], std::nullopt},
                                          catalog::fingerprint(reference.item), catalog::keys(reference.item)));
    }
    place = 0;
    for (const auto& citation : ingested.linked.citations) {
        const auto key = keys.citations[place++];
        work.citations.insert(key);
        if (!citation.pointer) continue;
        for (const auto hash : catalog::search_keys(*citation.pointer)) {
            work.database.run("INSERT OR IGNORE INTO pointer_key VALUES (?1, ?2)", hash, key);
        }
        if (const auto item = item_of(citation)) {
            work.items.insert(store::put_item(work.database, *item, {std::nullopt, 0, std::nullopt, key},
                                              catalog::fingerprint(*item), catalog::keys(*item)));
        }
    }
}

void put_new(Work& work, const Ingested& ingested, std::vector<std::string>& superseded) {
    const auto keys = store::put_article(work.database, ingested);
    settle_places(work, keys.article, ingested.article, superseded);
    put_items(work, ingested, keys);
    note_retellings(work, keys.article);
    if (work.decisions.any()) heed_links(work, keys.article);
    heed_claims(work);
    for (const auto& entity : ingested.mentions.entities) {
        if (entity.origin != EntityOrigin::lexicon) work.entities.insert(entity.id);
    }
    work.claims.insert(keys.claims.begin(), keys.claims.end());
    work.articles.insert(keys.article);
}

}  // namespace

Result<store::Receipt> put(store::Store& store, const Ingested& ingested, const grade::Policy& policy) {
    auto& database = store.database();
    const catalog::TitleDesigns designs{Data()};
    Work work(database, policy, designs);
    store::Receipt receipt;
    receipt.article = ingested.article.id;
    store::Transaction transaction(database);
    if (const auto known = key_of(work, ingested.article.id)) {
        receipt.outcome = store::Outcome::unchanged;
        settle_places(work, *known, ingested.article, receipt.superseded);
        settle_file(work, *known);
    } else {
        put_new(work, ingested, receipt.superseded);
    }
    if (!receipt.superseded.empty()) receipt.outcome = store::Outcome::replaced;
    bring_up_to_date(work);
    if (const auto committed = transaction.commit(); !committed) return committed.error();
    return receipt;
}

Result<std::vector<Finding>> examine(store::Store& store, const Ingested& ingested, const grade::Policy& policy) {
    auto& database = store.database();
    const catalog::TitleDesigns designs{Data()};
    Work work(database, policy, designs);
    std::vector<Finding> out;
    const store::Transaction transaction(database);  // never committed
    auto key = key_of(work, ingested.article.id);
    if (!key) {
        std::vector<std::string> superseded;
        put_new(work, ingested, superseded);
        bring_up_to_date(work);
        key = key_of(work, ingested.article.id);
    }
    auto rows = database.query(
        "SELECT code, severity, first, past, message FROM finding WHERE article = ?1 AND origin = 'store' ORDER BY place",
        key.value_or(0));
    while (rows.next()) out.push_back({rows.text(0), rows.word<Severity>(1), {rows.count(2), rows.count(3)}, rows.text(4)});
    if (database.error()) return *database.error();
    return out;
}

Result<std::string> remove(store::Store& store, const std::string& article, const grade::Policy& policy) {
    auto& database = store.database();
    const catalog::TitleDesigns designs{Data()};
    Work work(database, policy, designs);
    store::Transaction transaction(database);
    const auto key = find_article(work, article);
    if (!key) return key.error();
    const auto ids = work.texts("SELECT id FROM article WHERE key = ?1", *key);
    take_out(work, *key);
    bring_up_to_date(work);
    if (const auto committed = transaction.commit(); !committed) return committed.error();
    return ids.empty() ? article : ids.front();
}

}  // namespace evigrade::ingest
