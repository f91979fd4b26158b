#include "store/bib.hpp"

namespace evigrade::store {
namespace {

void put_names(Database& database, std::int64_t item, std::string_view role, const std::vector<Name>& names) {
    std::int64_t place = 0;
    for (const Name& name : names) {
        database.run("INSERT INTO bib_name VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", item, role, place++, name.family,
                     name.given, name.particle, name.suffix, name.literal);
    }
}

std::optional<Date> date_of(const Rows& rows, int year) {
    if (rows.is_null(year)) return std::nullopt;
    return Date{static_cast<int>(rows.integer(year)), rows.maybe<int>(year + 1), rows.maybe<int>(year + 2)};
}

}  // namespace

std::int64_t put_item(Database& database, const BibItem& item, const ItemOwner& owner, std::string_view fingerprint,
                      const std::vector<std::int64_t>& keys) {
    const auto year = item.issued ? std::optional<int>(item.issued->year) : std::nullopt;
    const auto month = item.issued ? item.issued->month : std::nullopt;
    const auto day = item.issued ? item.issued->day : std::nullopt;
    database.run(
        "INSERT INTO bib_item (report_of, place, reference, citation, fingerprint, type, title, container_title, publisher, "
        "publisher_place, edition, volume, issue, page, doi, pmid, pmcid, isbn, issn, url, year, month, day, et_al) VALUES "
        "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)",
        owner.report_of, owner.place, owner.reference, owner.citation, fingerprint, item.type, item.title,
        item.container_title, item.publisher, item.publisher_place, item.edition, item.volume, item.issue, item.page,
        item.doi, item.pmid, item.pmcid, item.isbn, item.issn, item.url, year, month, day, item.et_al);
    const std::int64_t key = database.last_key();
    put_names(database, key, "author", item.authors);
    put_names(database, key, "editor", item.editors);
    for (const auto hash : keys) database.run("INSERT OR IGNORE INTO item_key VALUES (?1, ?2)", hash, key);
    return key;
}

BibItem get_item(Database& database, std::int64_t key) {
    BibItem item;
    auto rows = database.query(
        "SELECT type, title, container_title, publisher, publisher_place, edition, volume, issue, page, doi, pmid, pmcid, "
        "isbn, "
        "issn, url, year, month, day, et_al FROM bib_item WHERE key = ?1",
        key);
    if (!rows.next()) return item;
    item.type = rows.word<ItemType>(0);
    int column = 1;
    for (auto* field :
         {&item.title, &item.container_title, &item.publisher, &item.publisher_place, &item.edition, &item.volume,
          &item.issue, &item.page, &item.doi, &item.pmid, &item.pmcid, &item.isbn, &item.issn, &item.url}) {
        *field = rows.maybe_text(column++);
    }
    item.issued = date_of(rows, 15);
    item.et_al = rows.integer(18) != 0;
    auto names = database.query(
        "SELECT role = 'editor', family, given, particle, suffix, literal FROM bib_name WHERE item = ?1 ORDER BY role, "
        "place",
        key);
    while (names.next()) {
        auto& list = names.integer(0) != 0 ? item.editors : item.authors;
        list.push_back(
            {names.maybe_text(1), names.maybe_text(2), names.maybe_text(3), names.maybe_text(4), names.maybe_text(5)});
    }
    return item;
}

}  // namespace evigrade::store
