// People and organisations out of the labelled tokens of an author list.
#pragma once

#include <string_view>
#include <vector>

#include "evigrade/model/bibliography.hpp"
#include "link/reference_features.hpp"

namespace evigrade::link {

struct NamesFound {
    std::vector<Name> names;
    bool et_al = false;
};

/// The names among tokens labelled `family` and `rest`, in order. Family names may stand before or behind the given
/// names, with any separators.
NamesFound names_of(std::string_view text, const std::vector<ReferenceToken>& tokens, const std::vector<Part>& labels,
                    Part family, Part rest);

}  // namespace evigrade::link
