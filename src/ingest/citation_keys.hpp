// Citation keys of stored studies, given once and kept.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "evigrade/base/result.hpp"
#include "evigrade/model/study.hpp"
#include "evigrade/store.hpp"

namespace evigrade::ingest {

/// The citation keys of these studies, by study id. A study that has none is given one, unlike any other in the store; the
/// keys of one call do not depend on the order of the studies. Where the store is open for reading, new keys are not kept.
Result<std::map<std::string, std::string>> citation_keys(const store::Store& store, const std::vector<Study>& studies,
                                                         store::Access access);

}  // namespace evigrade::ingest
