// The fields of a bibliographic item out of the labelled tokens of a reference string.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/model/bibliography.hpp"
#include "link/reference_features.hpp"

namespace evigrade::link {

/// Precondition: one label for each token.
BibItem fields_of(std::string_view text, const ReferenceTokens& tokens, const std::vector<Part>& labels);

/// Tells kinds of items apart by the words of data/cues/reference_types.tsv and by the fields they have.
class ItemTypes {
public:
    explicit ItemTypes(const Data& data);
    [[nodiscard]] ItemType type_of(std::string_view text, const BibItem& item) const;

private:
    struct Cue {
        std::string_view words;
        ItemType type;
        bool without_container;  ///< speaks only where no container is known
    };
    std::vector<Cue> cues_;
    std::array<std::vector<std::size_t>, 256> by_letter_;  ///< the cues that begin with it, in the table's order
};

}  // namespace evigrade::link
