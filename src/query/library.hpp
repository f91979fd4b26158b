// The library of imported records, asked for what no article cites.
#pragma once

#include <cstddef>
#include <vector>

#include "evigrade/model/rows.hpp"
#include "query/filter.hpp"

namespace evigrade::query {

/// Imported records whose title, MeSH headings or key words name a treatment of the filter, or a kind of it, and one of its
/// conditions where it has any; not what an article here cites, and no notices. The newest `most` of them as rows that no
/// claim and no article leads to; `beyond` becomes how many there are further on.
std::vector<StudyRow> uncited_records(store::Database& database, const Filter& filter, const Resolved& resolved,
                                      std::size_t most, std::size_t& beyond);

}  // namespace evigrade::query
