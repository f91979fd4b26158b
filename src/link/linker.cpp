#include <utility>

#include "evigrade/link.hpp"
#include "link/page_subject.hpp"

namespace evigrade::link {

Linked Linker::link(const Article& article, const Segmentation& segmentation, const Mentions& mentions) const {
    Linked out;
    out.references = read_references(article, segmentation, parser_);
    CitationsFound cited = citations_.find(article, segmentation, out.references);
    out.citations = std::move(cited.citations);
    cite_page_subject(article, out.citations);
    out.findings = std::move(cited.findings);
    ClaimReader::Found read = claims_.read(article, segmentation, mentions, out.references, out.citations);
    out.claims = std::move(read.claims);
    out.parameters = std::move(read.parameters);
    const std::vector<Finding> faults = faults_.find(article, segmentation, mentions, out);
    out.findings.insert(out.findings.end(), faults.begin(), faults.end());
    return out;
}

}  // namespace evigrade::link
