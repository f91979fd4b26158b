// What is wrong with a page as a whole, and with where its citations lead.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "evigrade/base/text.hpp"
#include "link/fault_finders.hpp"

namespace evigrade::link::faults {
namespace {

constexpr std::ptrdiff_t many_benefits = 3;

bool has(const Citation& citation, CitationFlag flag) {
    return std::find(citation.flags.begin(), citation.flags.end(), flag) != citation.flags.end();
}

/// The addresses of entries that are pages and no works, by number.
using Pages = std::unordered_map<int, std::string_view>;

Pages pages_of(const Scene& scene) {
    Pages out;
    for (const Reference& reference : scene.linked().references) {
        const bool work = reference.item.container_title || reference.item.doi || reference.item.pmid;
        if (reference.item.url && !work) out.try_emplace(reference.n, *reference.item.url);
    }
    return out;
}

/// Where a citation leads: its own address, or that of the only entry that it names.
std::string_view address_of(const Pages& pages, const Citation& citation) {
    if (citation.pointer && citation.pointer->url) return *citation.pointer->url;
    const auto page = citation.references.size() == 1 ? pages.find(citation.references.front()) : pages.end();
    return page == pages.end() ? std::string_view() : page->second;
}

}  // namespace

void find_silence(const Scene& scene, std::vector<Finding>& out) {
    if (scene.is_paper() || scene.article().source_type == SourceType::forum) return;
    const auto& claims = scene.linked().claims;
    const auto promised = [](const Claim& claim) { return is_own(claim) && promises(claim); };
    const auto benefits = std::count_if(claims.begin(), claims.end(), promised);
    const bool harms =
        std::any_of(claims.begin(), claims.end(), [](const Claim& c) { return is_own(c) && c.kind == ClaimKind::safety; });
    if (benefits < many_benefits || harms || scene.words().look(scene.article().text).has(Role::harm)) return;
    const auto first = std::find_if(claims.begin(), claims.end(), promised);
    out.push_back({"missing_harms", Severity::warning, first->span,
                   fmt::format("{} benefits are claimed, and not one harm or the absence of harm.", benefits)});
}

void find_poor_sources(const Scene& scene, std::vector<Finding>& out) {
    const Pages pages = pages_of(scene);
    for (const Citation& citation : scene.linked().citations) {
        if (has(citation, CitationFlag::secondary))
            out.push_back({"secondary_citation", Severity::note, citation.span,
                           fmt::format("“{}” is cited for what another work says.", squeeze(citation.text))});
        const std::string_view address = address_of(pages, citation);
        if (!address.empty() && scene.words().sells(address))
            out.push_back({"marketing_source", Severity::warning, citation.span,
                           fmt::format("“{}” leads to a page that sells.", squeeze(citation.text))});
    }
}

}  // namespace evigrade::link::faults
