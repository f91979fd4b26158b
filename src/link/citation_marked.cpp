#include "link/citation_marked.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"
#include "link/citation_numeric.hpp"
#include "link/reference_tokens.hpp"

namespace evigrade::link {
namespace {

void add_number(std::vector<int>& numbers, int n) {
    if (std::find(numbers.begin(), numbers.end(), n) == numbers.end()) numbers.push_back(n);
}

/// "#ref-12", "bib12", "cite_note-12": the number at the end of a key that the list does not know.
std::optional<int> number_at_end(std::string_view key) {
    std::size_t begin = key.size();
    while (begin > 0 && is_ascii_digit(key[begin - 1])) --begin;
    return number_of(key.substr(begin));
}

std::vector<int> targets_of(const Mark& mark, std::string_view text, const CitationIndex& index) {
    std::vector<int> out;
    const auto keys = split(mark.target, ' ');
    for (std::string_view key : keys) {
        if (key.starts_with('#')) key.remove_prefix(1);
        if (const auto n = index.by_label(key)) add_number(out, *n);
    }
    if (!out.empty()) return out;
    // A footnote's number is no number of a list that stands beside the footnotes.
    if (mark.span.in(text).starts_with("[^") && !keys.empty()) return out;
    for (const int n : numbers_in(mark.span.in(text), index.greatest())) {
        if (const auto entry = index.printed(n, mark.span.begin)) add_number(out, *entry);
    }
    if (!out.empty() || keys.empty()) return out;
    if (const auto n = number_at_end(keys.front()); n && index.has_number(*n)) out.push_back(*n);
    return out;
}

bool looks_numeric(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_ascii_digit) && std::none_of(text.begin(), text.end(), is_ascii_alpha);
}

CitationForm form_of(std::string_view text) {
    if (text.starts_with("[^")) return CitationForm::footnote;
    return looks_numeric(text) ? CitationForm::numeric : CitationForm::author_year;
}

/// Whether what stands between two numeric anchors keeps them in one bracket or superscript.
bool joins(std::string_view between) {
    return !between.empty() && between.size() <= 5 &&
           between.find_first_not_of(" ,;-\xE2\x80\x93\x90\x91\x92\x94") == std::string_view::npos &&
           between.find_first_of(",;-\xE2") != std::string_view::npos;
}

bool is_dash(std::string_view between) {
    const auto bare = trim(between);
    return bare == "-" || (bare.size() == 3 && bare.starts_with("\xE2\x80"));
}

}  // namespace

void find_anchored(const Article& article, const CitationIndex& index, std::vector<Citation>& out) {
    const std::string_view text = article.text;
    for (const auto& mark : article.marks) {
        if (mark.kind != MarkKind::citation_anchor || mark.span.end > text.size() || mark.span.empty()) continue;
        const std::string_view words = mark.span.in(text);
        const auto targets = targets_of(mark, text, index);
        const CitationForm form = form_of(words);
        if (!out.empty() && form == CitationForm::numeric && out.back().form == form &&
            out.back().span.end <= mark.span.begin) {
            const std::string_view between = text.substr(out.back().span.end, mark.span.begin - out.back().span.end);
            if (joins(between)) {
                auto& numbers = out.back().references;
                if (is_dash(between) && !numbers.empty() && !targets.empty() && targets.front() - numbers.back() < 60) {
                    for (int n = numbers.back() + 1; n < targets.front(); ++n) add_number(numbers, n);
                }
                for (const int n : targets) add_number(numbers, n);
                out.back().span.end = mark.span.end;
                continue;
            }
        }
        Citation citation;
        citation.span = mark.span;
        citation.form = form;
        citation.references = targets;
        out.push_back(std::move(citation));
    }
}

namespace {

/// The entry with the same DOI, PubMed number or address.
std::vector<int> entries_with(const StudyPointer& pointer, const CitationIndex& index) {
    std::vector<int> out;
    const auto same = [](const std::optional<std::string>& a, const std::optional<std::string>& b) {
        return a && b && *a == *b;
    };
    for (const auto& reference : index.references()) {
        if (same(reference.item.doi, pointer.doi) || same(reference.item.pmid, pointer.pmid) ||
            same(reference.item.url, pointer.url))
            add_number(out, reference.n);
    }
    return out;
}

StudyPointer pointer_of(const Identifier& id, std::string_view address) {
    StudyPointer pointer;
    if (id.kind == IdentifierKind::doi) pointer.doi = id.value;
    if (id.kind == IdentifierKind::pmid) pointer.pmid = id.value;
    if (address.starts_with("http")) pointer.url = std::string(address);
    return pointer;
}

/// Searching the list for each of many links would take quadratic time.
constexpr std::size_t most_links = 2000;

}  // namespace

void find_links(const Article& article, const CitationIndex& index, const CitationWords& words, std::vector<Citation>& out) {
    const std::string_view text = article.text;
    for (const auto& mark : article.marks) {
        if (mark.kind != MarkKind::link || mark.span.end > text.size() || out.size() >= most_links) continue;
        const std::string_view address = std::string_view(mark.target).substr(0, 1000);
        if (!address.starts_with("http") || mark.span.empty()) continue;
        std::string said = fold(mark.span.in(text).substr(0, 80));
        const auto id = identifier_in(address);
        if (id && id->kind == IdentifierKind::doi && id->value == article.doi) continue;  // the page's own
        if (!id && !words.hosts_studies(address) && !words.plays(said, CitationWords::Role::source)) continue;
        Citation citation;
        citation.span = mark.span;
        citation.form = id && id->kind == IdentifierKind::doi ? CitationForm::doi : CitationForm::link;
        citation.pointer = id ? pointer_of(*id, address) : StudyPointer{};
        citation.pointer->url = std::string(address);
        citation.references = entries_with(*citation.pointer, index);
        out.push_back(std::move(citation));
    }
}

void find_identifiers(std::string_view text, Span block, const CitationIndex& index, std::vector<Citation>& out) {
    constexpr std::string_view dois = "10.";
    constexpr std::string_view numbers = "PMID";
    const std::string_view inside = block.in(text);
    const auto next = [&](std::size_t from) { return std::min(inside.find(dois, from), inside.find(numbers, from)); };
    for (std::size_t at = next(0); at != std::string_view::npos && out.size() < most_links; at = next(at + 1)) {
        if (at > 0 && is_ascii_alnum(inside[at - 1])) continue;
        const auto id = identifier_at(inside, at);
        if (!id || (id->kind != IdentifierKind::doi && id->kind != IdentifierKind::pmid)) continue;
        Citation citation;
        citation.span = {static_cast<std::uint32_t>(block.begin + at), static_cast<std::uint32_t>(block.begin + id->end)};
        citation.form = id->kind == IdentifierKind::doi ? CitationForm::doi : CitationForm::link;
        citation.pointer = pointer_of(*id, "");
        citation.references = entries_with(*citation.pointer, index);
        out.push_back(std::move(citation));
        at = id->end - 1;
    }
}

}  // namespace evigrade::link
