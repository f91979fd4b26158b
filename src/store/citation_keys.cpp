#include "store/citation_keys.hpp"

namespace evigrade::store {

std::map<std::string, GivenKey> citation_keys(Database& database) {
    std::map<std::string, GivenKey> out;
    auto rows = database.query(
        "SELECT k.study, k.key, s.id IS NOT NULL FROM citation_key AS k LEFT JOIN study AS s ON s.id = k.study");
    while (rows.next()) out[rows.text(0)] = {rows.text(1), rows.integer(2) != 0};
    return out;
}

void put_citation_key(Database& database, std::string_view study, std::string_view key) {
    database.run("DELETE FROM citation_key WHERE key = ?1 OR study = ?2", key, study);
    database.run("INSERT INTO citation_key VALUES (?1, ?2)", study, key);
}

}  // namespace evigrade::store
