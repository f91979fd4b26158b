// The parts of `conflicts`.
#pragma once

#include <string>
#include <vector>

#include "evigrade/query.hpp"
#include "query/filter.hpp"

namespace evigrade::query {

/// A journal article or preprint: it is not held against itself, since it tries several doses and has several outcomes.
inline bool is_own_study(const ArticleName& article) {
    return article.source_type == SourceType::journal_article || article.source_type == SourceType::preprint;
}

/// Which treatment something is listed under: the one asked for, or its own; "" where it is not asked for.
std::string heading(store::Database& database, const Filter& filter, const Resolved& resolved, const std::string& treatment);

/// Sentences that cannot all be right: it works against it does not, it harms against it does not, painless against painful.
void add_stances(store::Database& database, const Filter& filter, const Resolved& resolved, std::vector<Conflict>& out);

}  // namespace evigrade::query
