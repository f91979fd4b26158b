// What other vocabularies call the types of CSL.
#pragma once

#include <optional>
#include <string_view>

#include "evigrade/model/study_names.hpp"

namespace evigrade::records {

/// A type of CSL (all of schema 1.0.2), Crossref, OpenAlex or DataCite, or nothing of an unknown word.
std::optional<ItemType> type_of(std::string_view word);

}  // namespace evigrade::records
