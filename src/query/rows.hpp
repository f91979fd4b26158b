// Rows of the store as the structs that answers are made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/rows.hpp"
#include "store/database.hpp"

namespace evigrade::query {

ArticleName article_name(store::Database& database, std::int64_t key);
ClaimRow claim_row(store::Database& database, std::int64_t key);
std::vector<ClaimRow> claim_rows(store::Database& database, const std::vector<std::int64_t>& keys);
std::optional<StudyRow> study_row(store::Database& database, const std::string& id);
ArticleRow article_row(store::Database& database, std::int64_t key);

/// The stored studies that an absence statement overlooks: they support what it says nobody has shown, and were there
/// when it was made. Ids, in order.
std::vector<std::string> overlooked_by(store::Database& database, const Claim& claim);

/// First columns of all rows.
template <class... Values>
std::vector<std::int64_t> keys_of(store::Database& database, std::string_view sql, const Values&... values) {
    std::vector<std::int64_t> out;
    for (auto rows = database.query(sql, values...); rows.next();) out.push_back(rows.integer(0));
    return out;
}
template <class... Values>
std::vector<std::string> texts_of(store::Database& database, std::string_view sql, const Values&... values) {
    std::vector<std::string> out;
    for (auto rows = database.query(sql, values...); rows.next();) out.push_back(rows.text(0));
    return out;
}
template <class... Values>
std::int64_t number_of(store::Database& database, std::string_view sql, const Values&... values) {
    auto rows = database.query(sql, values...);
    return rows.next() ? rows.integer(0) : 0;
}

}  // namespace evigrade::query
