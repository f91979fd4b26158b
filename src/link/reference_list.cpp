#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "evigrade/base/text.hpp"
#include "evigrade/link.hpp"
#include "link/reference_tokens.hpp"

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

/// The links of an article in order, those inside an entry found by its span.
class EntryLinks {
public:
    explicit EntryLinks(const Article& article) {
        for (const auto& mark : article.marks) {
            if (mark.kind == MarkKind::link && mark.target.starts_with("http")) links_.push_back(&mark);
        }
        std::sort(links_.begin(), links_.end(), [](const Mark* a, const Mark* b) { return a->span < b->span; });
    }

    /// What the page hangs on an entry ("[PubMed]", a title that is a link) tells which work it is, where its words do not.
    /// Links to several works tell of none.
    void add_to(Reference& reference) const {
        auto link = std::lower_bound(links_.begin(), links_.end(), reference.span.begin,
                                     [](const Mark* mark, std::uint32_t begin) { return mark->span.begin < begin; });
        std::map<IdentifierKind, std::set<std::string>> told;
        const Mark* page = nullptr;
        for (; link != links_.end() && (*link)->span.begin < reference.span.end; ++link) {
            const std::string_view address = std::string_view((*link)->target).substr(0, longest_address);
            if (const auto id = identifier_in(address)) {
                told[id->kind].insert(id->value);
            } else if (page == nullptr && address.find("scholar.google") == std::string_view::npos) {
                page = *link;
            }
        }
        BibItem& item = reference.item;
        for (const auto& [kind, values] : told) {
            auto* field = kind == IdentifierKind::doi     ? &item.doi
                          : kind == IdentifierKind::pmid  ? &item.pmid
                          : kind == IdentifierKind::pmcid ? &item.pmcid
                                                          : nullptr;
            if (field != nullptr && !*field && values.size() == 1) *field = *values.begin();
        }
        if (page != nullptr && told.empty()) add_page(*page, reference);
    }

private:
    static constexpr std::size_t longest_address = 1000;

    /// Only what has no journal is where its address leads. Where all of the entry is the link, its words are the title.
    static void add_page(const Mark& link, Reference& reference) {
        BibItem& item = reference.item;
        if (item.url || item.doi || item.pmid || item.container_title || item.volume || item.isbn || item.edition) return;
        item.url = link.target;
        const bool whole = link.span.size() * 10 >= reference.span.size() * 9;
        if (whole && !item.title) {
            item.title = squeeze(reference.text);
            item.publisher.reset();
            item.publisher_place.reset();
        }
        const bool untold = item.type == ItemType::book || item.type == ItemType::document;
        if (untold && !item.publisher_place) item.type = ItemType::webpage;
    }

    std::vector<const Mark*> links_;
};

}  // namespace

std::vector<Reference> read_references(const Article& article, const Segmentation& segmentation,
                                       const ReferenceParser& parser) {
    std::vector<Reference> list;
    list.reserve(segmentation.references.size());
    std::set<int> taken;
    const EntryLinks links(article);
    for (const auto& entry : segmentation.references) {
        Reference reference;
        // A list that starts again prints numbers that an earlier one has: its entries are told apart by their place.
        reference.n = entry.ordinal.value_or(static_cast<int>(list.size()) + 1);
        if (taken.contains(reference.n)) reference.n = std::max(static_cast<int>(list.size()), *taken.rbegin()) + 1;
        taken.insert(reference.n);
        reference.span = entry.span;
        reference.text = written(entry, article.text);
        reference.item = parser.parse(reference.text);
        links.add_to(reference);
        list.push_back(std::move(reference));
    }
    return list;
}

}  // namespace evigrade::link
