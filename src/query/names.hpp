// Names as people type them, and what they stand for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "evigrade/model/answer.hpp"
#include "store/database.hpp"

namespace evigrade::query {

/// What a question asks for by a name.
enum class Sense : std::uint8_t { treatment, condition };

/// Finds a name by the index; looks for near ones only where it fails.
Asked resolve(store::Database& database, const std::string& text, Sense sense);

/// What a name stands for in the index, if anything.
std::optional<EntityName> find_name(store::Database& database, const std::string& text, Sense sense);

/// The entity's name and kind; an id that is not stored is its own name.
EntityName name_of(store::Database& database, const std::string& id);

/// Whether some article names the entity or a kind of it, or cites a study of it.
bool is_stored(store::Database& database, const std::string& id);

}  // namespace evigrade::query
