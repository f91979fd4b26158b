#include <utility>

#include "evigrade/link.hpp"

namespace evigrade::link {

std::vector<Reference> read_references(const Article& article, const Segmentation& segmentation,
                                       const ReferenceParser& parser) {
    std::vector<Reference> list;
    list.reserve(segmentation.references.size());
    for (const auto& entry : segmentation.references) {
        Reference reference;
        reference.n = entry.ordinal.value_or(static_cast<int>(list.size()) + 1);
        reference.span = entry.span;
        reference.text = std::string(entry.span.in(article.text));
        reference.item = parser.parse(reference.text);
        list.push_back(std::move(reference));
    }
    return list;
}

}  // namespace evigrade::link
