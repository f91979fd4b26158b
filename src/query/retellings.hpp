// Articles that tell on what another stored article says: article -> article -> publication -> study.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "evigrade/model/answer.hpp"
#include "store/database.hpp"

namespace evigrade::query {

/// Which articles cite which on one treatment and condition; asked once each.
class Retellers {
public:
    Retellers(store::Database& database, const std::string& treatment, const std::string& condition)
        : database_(database), treatment_(treatment), condition_(condition) {}

    /// The articles with a claim on the two that cites this one, as keys in order.
    const std::vector<std::int64_t>& of(std::int64_t article);
    /// Every chain of two or more articles that ends in this one, the nearest last; no article twice.
    std::vector<std::vector<std::int64_t>> chains_to(std::int64_t article);

private:
    store::Database& database_;
    const std::string& treatment_;
    const std::string& condition_;
    std::map<std::int64_t, std::vector<std::int64_t>> known_;
};

/// Shortest first, then by content.
void sort_paths(std::vector<EchoPath>& paths);

/// Where a citation means a stored article: the studies to which its claims on the same treatment and condition lead,
/// through further articles too.
std::vector<EchoPath> paths_of_citation(store::Database& database, std::int64_t claim, std::int64_t citation);

}  // namespace evigrade::query
