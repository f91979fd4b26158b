// What EndNote says in its XML and in its older tagged export alike.
#pragma once

#include <string_view>

#include "evigrade/model/study_names.hpp"

namespace evigrade::records {

/// The type that EndNote calls "Journal Article", "Book Section"...; `document` for an unknown one.
ItemType type_of_endnote(std::string_view name);

}  // namespace evigrade::records
