#include "link/citation_integrity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "evigrade/base/text.hpp"
#include "link/citation_numeric.hpp"

namespace evigrade::link {
namespace {

bool has(const Citation& citation, CitationFlag flag) {
    return std::find(citation.flags.begin(), citation.flags.end(), flag) != citation.flags.end();
}

std::string first_family(const Reference& reference) {
    if (reference.item.authors.empty()) return "no author";
    const Name& name = reference.item.authors.front();
    return name.literal ? *name.literal : name.family.value_or("no author");
}

void check_named(const AuthorYearFound& found, const CitationIndex& index, std::vector<Finding>& out) {
    const Citation& citation = found.citation;
    const auto add = [&](const char* code, Severity severity, std::string message) {
        out.push_back({code, severity, citation.span, std::move(message)});
    };
    if (citation.references.empty()) {
        if (!index.references().empty())
            add("citation_without_entry", Severity::warning,
                fmt::format("The text cites “{}”, which the reference list lacks.", squeeze(citation.text)));
        return;
    }
    const int n = citation.references.front();
    const Reference* entry = index.by_number(n);
    if (entry == nullptr) return;
    if (has(citation, CitationFlag::year_mismatch) && found.cited.year && found.listed_year) {
        const bool close = std::abs(*found.cited.year - *found.listed_year) <= 1;
        add("year_mismatch", close ? Severity::note : Severity::warning,
            fmt::format("The text says {}, entry {} of the list says {}.", *found.cited.year, n, *found.listed_year));
    }
    if (has(citation, CitationFlag::et_al_mismatch))
        add("et_al_mismatch", Severity::note,
            fmt::format("“{}” does not fit the number of authors of entry {} ({}{}).", squeeze(citation.text), n,
                        entry->item.authors.size(), entry->item.et_al ? " and more" : ""));
    if (has(citation, CitationFlag::name_mismatch))
        add("name_mismatch", Severity::note,
            fmt::format("The text says {}, entry {} of the list says {}.", found.cited.families.front(), n,
                        first_family(*entry)));
    if (has(citation, CitationFlag::ambiguous))
        add("ambiguous_citation", Severity::note,
            fmt::format("“{}” fits {} entries of the list.", squeeze(citation.text), citation.references.size()));
}

/// The numbers of a numeric citation that the list lacks.
std::vector<int> missing_of(const Citation& citation, const CitationIndex& index) {
    std::vector<int> out;
    if (citation.form != CitationForm::numeric) return out;
    for (const int n : numbers_in(citation.text, beyond(index))) {
        if (!index.has_number(n)) out.push_back(n);
    }
    return out;
}

void report_missing(const Citation& citation, std::vector<Finding>& out) {
    out.push_back({"citation_without_entry", Severity::warning, citation.span,
                   fmt::format("The text cites “{}”, which the reference list lacks.", squeeze(citation.text))});
}

/// Numbers and footnotes without an entry. Where many are missing, it is the list that could not be read whole.
void check_numbered(const std::vector<Citation>& citations, const CitationIndex& index, std::vector<Finding>& out) {
    std::set<int> missing;
    for (const auto& citation : citations) {
        const auto numbers = missing_of(citation, index);
        missing.insert(numbers.begin(), numbers.end());
    }
    const bool list_is_whole = missing.size() <= std::max<std::size_t>(2, index.references().size() / 5);
    for (const auto& citation : citations) {
        const bool lacks = !missing_of(citation, index).empty();
        const bool empty = citation.references.empty() &&
                           (citation.form == CitationForm::numeric || citation.form == CitationForm::footnote);
        if (list_is_whole ? lacks || empty : empty && !lacks) report_missing(citation, out);
    }
}

/// Where a good part of the list seems uncited, its citations were not found, or it is there for further reading.
void check_cited(const std::set<int>& cited, const Article& article, const CitationIndex& index, std::vector<Finding>& out) {
    std::vector<const Reference*> uncited;
    std::size_t listed = 0;
    for (std::size_t place = 0; place < index.references().size(); ++place) {
        if (index.is_further(place)) continue;
        ++listed;
        const Reference& reference = index.references()[place];
        if (!cited.contains(reference.n)) uncited.push_back(&reference);
    }
    const std::size_t most = article.format == ArticleFormat::pdf ? listed / 6 : listed / 3;
    if (cited.empty() || uncited.size() > most) return;
    for (const Reference* reference : uncited)
        out.push_back({"reference_never_cited", Severity::note, reference->span,
                       fmt::format("Nothing in the text cites entry {} of the list.", reference->n)});
}

}  // namespace

std::vector<Finding> check_integrity(const Article& article, const std::vector<Citation>& citations,
                                     const std::vector<AuthorYearFound>& named, const CitationIndex& index) {
    std::vector<Finding> out;
    for (const auto& found : named) check_named(found, index, out);
    check_numbered(citations, index, out);
    std::set<int> cited;
    for (const auto& citation : citations) cited.insert(citation.references.begin(), citation.references.end());
    check_cited(cited, article, index, out);
    std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) { return a.span < b.span; });
    return out;
}

}  // namespace evigrade::link
