#include <algorithm>
#include <set>
#include <utility>

#include "evigrade/base/text.hpp"
#include "evigrade/link.hpp"

namespace evigrade::link {

namespace {

/// The entry as printed, without the heads and numbers of pages that stand inside it.
std::string written(const ReferenceEntry& entry, std::string_view text) {
    std::string out;
    std::uint32_t at = entry.span.begin;
    for (const Span page : entry.interruptions) {
        out += trim(text.substr(at, page.begin - at));
        out += ' ';
        at = page.end;
    }
    out += trim(text.substr(at, entry.span.end - at));
    return out;
}

}  // namespace

std::vector<Reference> read_references(const Article& article, const Segmentation& segmentation,
                                       const ReferenceParser& parser) {
    std::vector<Reference> list;
    list.reserve(segmentation.references.size());
    std::set<int> taken;
    for (const auto& entry : segmentation.references) {
        Reference reference;
        // A list that starts again prints numbers that an earlier one has: its entries are told apart by their place.
        reference.n = entry.ordinal.value_or(static_cast<int>(list.size()) + 1);
        if (taken.contains(reference.n)) reference.n = std::max(static_cast<int>(list.size()), *taken.rbegin()) + 1;
        taken.insert(reference.n);
        reference.span = entry.span;
        reference.text = written(entry, article.text);
        reference.item = parser.parse(reference.text);
        list.push_back(std::move(reference));
    }
    return list;
}

}  // namespace evigrade::link
