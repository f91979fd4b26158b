#include <algorithm>

#include "evigrade/link.hpp"
#include "link/fault_finders.hpp"

namespace evigrade::link {

struct FaultFinder::Tables {
    explicit Tables(const Data& data) : words(data) {}
    faults::FaultWords words;
};

FaultFinder::FaultFinder(const Data& data) : tables_(std::make_unique<Tables>(data)) {}
FaultFinder::~FaultFinder() = default;
FaultFinder::FaultFinder(FaultFinder&&) noexcept = default;
FaultFinder& FaultFinder::operator=(FaultFinder&&) noexcept = default;

std::vector<Finding> FaultFinder::find(const Article& article, const Segmentation& segmentation, const Mentions& mentions,
                                       const Linked& linked) const {
    const faults::Scene scene(article, segmentation, mentions, linked, tables_->words);
    std::vector<Finding> out;
    faults::find_in_claims(scene, out);
    faults::find_silence(scene, out);
    faults::find_contradictions(scene, out);
    faults::find_poor_sources(scene, out);
    std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) { return a.span < b.span; });
    return out;
}

}  // namespace evigrade::link
