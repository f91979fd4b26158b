// How rows and answers name an entity and an article.
#pragma once

#include <string>

#include "evigrade/model/article_names.hpp"

namespace evigrade {

/// An entity as answers show it.
struct EntityName {
    std::string id;
    std::string name;
    EntityKind kind = EntityKind::treatment;
};

struct ArticleName {
    std::string id;
    std::string title;  ///< the file's name where the article has none
    std::string file;
    SourceType source_type = SourceType::unknown;
};

}  // namespace evigrade
