// The tables of data/lexicon as entities.
#pragma once

#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/model/entity.hpp"

namespace evigrade::lexicon {

/// All rows of the entity tables, in the order of the tables; of rows with one id the first counts.
std::vector<Entity> read_entities(const Data& data);

}  // namespace evigrade::lexicon
