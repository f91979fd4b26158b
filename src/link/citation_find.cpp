#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "evigrade/link.hpp"
#include "link/citation_author_year.hpp"
#include "link/citation_integrity.hpp"
#include "link/citation_marked.hpp"
#include "link/citation_numeric.hpp"
#include "link/citation_prose.hpp"
#include "link/citation_researchers.hpp"

namespace evigrade::link {
namespace {

/// Citations that overlap none of `kept`, added in order. Both are sorted by begin.
void add_apart(std::vector<Citation>& kept, std::vector<Citation> more) {
    std::vector<Citation> apart;
    std::size_t at = 0;
    std::sort(more.begin(), more.end(), [](const Citation& a, const Citation& b) { return a.span < b.span; });
    std::uint32_t end = 0;
    for (auto& citation : more) {
        while (at < kept.size() && kept[at].span.end <= citation.span.begin) ++at;
        if (at < kept.size() && kept[at].span.overlaps(citation.span)) continue;
        if (citation.span.begin < end) continue;
        end = citation.span.end;
        apart.push_back(std::move(citation));
    }
    std::vector<Citation> both;
    both.reserve(kept.size() + apart.size());
    std::merge(std::make_move_iterator(kept.begin()), std::make_move_iterator(kept.end()),
               std::make_move_iterator(apart.begin()), std::make_move_iterator(apart.end()), std::back_inserter(both),
               [](const Citation& a, const Citation& b) { return a.span < b.span; });
    kept = std::move(both);
}

std::vector<Citation> numeric_citations(const std::vector<NumericCandidate>& candidates, const CitationIndex& index) {
    std::vector<Citation> out;
    for (const auto& candidate : candidates) {
        Citation citation;
        citation.span = candidate.span;
        citation.form = CitationForm::numeric;
        for (const int n : candidate.numbers) {
            if (const auto entry = index.printed(n, candidate.span.begin)) citation.references.push_back(*entry);
        }
        out.push_back(std::move(citation));
    }
    return out;
}

/// Of an article whose numbers are links into the list: the bracketed ones that somebody forgot to link. That they are
/// citations the linked ones show, which stand in brackets as well.
std::vector<NumericCandidate> beside_anchors(std::vector<NumericCandidate> candidates, const std::vector<Citation>& anchored,
                                             const CitationIndex& index) {
    std::erase_if(candidates, [](const NumericCandidate& one) { return one.style != NumberStyle::bracket; });
    std::size_t at = 0;
    std::vector<NumericCandidate> plain;
    for (auto& candidate : candidates) {
        while (at < anchored.size() && anchored[at].span.end <= candidate.span.begin) ++at;
        if (at < anchored.size() && anchored[at].span.overlaps(candidate.span)) continue;
        const auto& numbers = candidate.numbers;
        if (std::all_of(numbers.begin(), numbers.end(), [&](int n) { return index.has_number(n); }))
            plain.push_back(std::move(candidate));
    }
    const bool bracketed = plain.size() < candidates.size();
    return bracketed ? plain : std::vector<NumericCandidate>{};
}

/// Takes out what words call the number of an entry, in whatever style the article prints others.
std::vector<NumericCandidate> take_told(std::vector<NumericCandidate>& candidates) {
    const auto told = std::stable_partition(candidates.begin(), candidates.end(),
                                            [](const NumericCandidate& one) { return one.style != NumberStyle::told; });
    std::vector<NumericCandidate> out(std::make_move_iterator(told), std::make_move_iterator(candidates.end()));
    candidates.erase(told, candidates.end());
    return out;
}

bool only_footnotes(const std::vector<Citation>& anchored) {
    return std::all_of(anchored.begin(), anchored.end(),
                       [](const Citation& citation) { return citation.form == CitationForm::footnote; });
}

/// How many entries the named citations reach.
std::size_t reached(const std::vector<AuthorYearFound>& named) {
    std::set<int> numbers;
    for (const auto& found : named) {
        if (found.citation.flags.empty()) numbers.insert(found.citation.references.begin(), found.citation.references.end());
    }
    return numbers.size();
}

/// Without what stands in the reference list, the page's own DOI, and a DOI that every page repeats in its header.
void drop_furniture(std::vector<Citation>& linked, const Article& article, const Segmentation& segmentation) {
    std::vector<Span> listed;
    for (const auto& entry : segmentation.references) listed.push_back(entry.span);
    std::sort(listed.begin(), listed.end());
    std::unordered_map<std::string, int> times;
    for (const auto& citation : linked) {
        if (citation.form == CitationForm::doi && citation.pointer && citation.pointer->doi) ++times[*citation.pointer->doi];
    }
    std::erase_if(linked, [&](const Citation& citation) {
        auto entry = std::upper_bound(listed.begin(), listed.end(), citation.span);
        if (entry != listed.end() && entry->overlaps(citation.span)) return true;
        if (entry != listed.begin() && std::prev(entry)->overlaps(citation.span)) return true;
        if (citation.form != CitationForm::doi || !citation.pointer || !citation.pointer->doi) return false;
        return citation.pointer->doi == article.doi || times[*citation.pointer->doi] >= 3;
    });
}

/// "Akrami et al 2018 [7]" is one citation, the number. Both are in order.
void drop_echoed(std::vector<AuthorYearFound>& named, const std::vector<Citation>& numeric) {
    std::size_t at = 0;
    std::erase_if(named, [&](const AuthorYearFound& found) {
        const Span span = found.citation.span;
        while (at < numeric.size() && numeric[at].span.begin < span.end) ++at;
        return at < numeric.size() && numeric[at].span.begin - span.end <= 2;
    });
}

/// "[Smith 2011](https://pubmed…)" is a link to a study, and no citation of an entry that the list lacks.
void drop_linked(std::vector<AuthorYearFound>& named, const std::vector<Citation>& linked) {
    std::erase_if(named, [&](const AuthorYearFound& found) {
        if (!found.citation.references.empty()) return false;
        return std::any_of(linked.begin(), linked.end(),
                           [&](const Citation& link) { return link.pointer && link.span.overlaps(found.citation.span); });
    });
}

/// Without the named ones in whose place another reading was kept: "[smith2019]" is a key.
void keep_those_among(const std::vector<Citation>& citations, std::vector<AuthorYearFound>& named) {
    std::erase_if(named, [&](const AuthorYearFound& found) {
        const Span span = found.citation.span;
        const auto at = std::lower_bound(citations.begin(), citations.end(), span,
                                         [](const Citation& citation, Span wanted) { return citation.span < wanted; });
        return at == citations.end() || at->span != span;
    });
}

}  // namespace

CitationFinder::CitationFinder(const Data& data) : words_(std::make_unique<CitationWords>(data)) {}
CitationFinder::~CitationFinder() = default;
CitationFinder::CitationFinder(CitationFinder&&) noexcept = default;
CitationFinder& CitationFinder::operator=(CitationFinder&&) noexcept = default;

CitationsFound CitationFinder::find(const Article& article, const Segmentation& segmentation,
                                    const std::vector<Reference>& references) const {
    const std::string_view text = article.text;
    const CitationIndex index(references, segmentation);
    const auto blocks = citing_blocks(article, segmentation);
    std::vector<Citation> anchored, written, linked, pointed, placed;
    std::vector<AuthorYearFound> named;
    std::vector<NumericCandidate> numbers;
    find_anchored(article, index, anchored);
    find_links(article, index, *words_, linked);
    for (const Span block : blocks) {
        auto pieces = pieces_of(text, block);
        words_->mark(text, pieces);
        find_author_year(text, pieces, index, named);
        find_numbers(text, pieces, index, *words_, numbers);
        find_keys(text, block, index, written);
        find_identifiers(text, block, index, linked);
        find_prose(text, pieces, index, *words_, pointed);
        find_researchers(text, pieces, *words_, placed);
    }
    drop_furniture(linked, article, segmentation);
    drop_linked(named, linked);
    find_raised_numbers(article, index, *words_, numbers);
    std::stable_sort(numbers.begin(), numbers.end(), [](const auto& a, const auto& b) { return a.span < b.span; });
    std::sort(anchored.begin(), anchored.end(), [](const Citation& a, const Citation& b) { return a.span < b.span; });
    const auto told = take_told(numbers);
    auto numeric = numeric_citations(only_footnotes(anchored) ? of_one_style(std::move(numbers), index, reached(named), text)
                                                              : beside_anchors(std::move(numbers), anchored, index),
                                     index);
    auto plain = numeric_citations(told, index);
    std::erase_if(plain, [](const Citation& citation) { return citation.references.empty(); });
    add_apart(numeric, std::move(plain));
    drop_echoed(named, numeric);
    written.insert(written.end(), std::make_move_iterator(numeric.begin()), std::make_move_iterator(numeric.end()));
    for (const auto& found : named) written.push_back(found.citation);
    CitationsFound out;
    out.citations = std::move(anchored);
    add_apart(out.citations, std::move(written));
    add_apart(out.citations, std::move(linked));
    add_apart(out.citations, std::move(pointed));
    add_apart(out.citations, std::move(placed));
    for (auto& citation : out.citations) citation.text = std::string(citation.span.in(text));
    keep_those_among(out.citations, named);
    out.findings = check_integrity(article, out.citations, named, index);
    return out;
}

}  // namespace evigrade::link
