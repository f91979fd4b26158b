// What one article came to on its way through the rooms: all that the store keeps of it.
#pragma once

#include "evigrade/model/article.hpp"
#include "evigrade/model/claim.hpp"
#include "evigrade/model/entity.hpp"
#include "evigrade/model/segmentation.hpp"

namespace evigrade {

struct Ingested {
    Article article;
    Segmentation segmentation;
    Mentions mentions;
    Linked linked;  ///< no two of its claims share an id
};

}  // namespace evigrade
