// The filters that lists share, turned into sets of rows.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "evigrade/query.hpp"
#include "store/database.hpp"

namespace evigrade::query {

/// A filter with its names resolved.
struct Resolved {
    std::vector<Asked> treatments;
    std::vector<Asked> conditions;
    std::optional<std::set<std::int64_t>> articles;  ///< keys; nothing: any
};
Resolved resolve(store::Database& database, const Filter& filter);

/// What of a claim filters and ranks it.
struct ClaimHead {
    std::int64_t key = 0;
    std::string id;
    std::uint64_t strength = 0;  ///< points in its own direction
    std::int64_t units = 0;
};
/// The claims that pass, by rank.
std::vector<ClaimHead> passing_claims(store::Database& database, const Filter& filter, const Resolved& resolved);

/// The articles that pass: by name, and by what they name.
std::set<std::int64_t> passing_articles(store::Database& database, const Filter& filter, const Resolved& resolved);

/// Cuts a list to the filter's limit.
template <class Row>
void limit(std::vector<Row>& rows, const Filter& filter) {
    if (filter.limit != 0 && rows.size() > filter.limit) rows.resize(filter.limit);
}

}  // namespace evigrade::query
