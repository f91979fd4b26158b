#include "records/pubmed.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "evigrade/base/text.hpp"
#include "records/normal.hpp"

namespace evigrade::records {
namespace {

struct Correction {
    std::string_view type;
    RelationKind kind;
};
/// NLM, "Errata, Retractions, and Other Linked Citations in PubMed", https://www.nlm.nih.gov/bsd/policy/errata.html.
/// A partial retraction withdraws some results, not the publication: it is a correction.
constexpr std::array<Correction, 23> corrections{{
    {"RetractionIn", RelationKind::retracted_by},
    {"RetractionOf", RelationKind::retracts},
    {"PartialRetractionIn", RelationKind::corrected_by},
    {"PartialRetractionOf", RelationKind::corrects},
    {"ExpressionOfConcernIn", RelationKind::concern_by},
    {"ExpressionOfConcernFor", RelationKind::raises_concern},
    {"ErratumIn", RelationKind::corrected_by},
    {"ErratumFor", RelationKind::corrects},
    {"CorrectedandRepublishedIn", RelationKind::republished},
    {"CorrectedandRepublishedFrom", RelationKind::republished},
    {"CorrectedRepublishedIn", RelationKind::republished},
    {"CorrectedRepublishedFrom", RelationKind::republished},
    {"RetractedandRepublishedIn", RelationKind::republished},
    {"RetractedandRepublishedFrom", RelationKind::republished},
    {"RepublishedIn", RelationKind::republished},
    {"RepublishedFrom", RelationKind::republished},
    {"UpdateIn", RelationKind::preprint_of},
    {"UpdateOf", RelationKind::published_from},
    {"CommentOn", RelationKind::comments_on},
    {"ReprintOf", RelationKind::republished},
    // Europe PMC's own, https://europepmc.org/docs/EBI_Europe_PMC_Web_Service_Reference.pdf
    {"PreprintOf", RelationKind::preprint_of},
    {"PreprintIn", RelationKind::published_from},
    {"RetractionFor", RelationKind::retracts},
}};

/// The servers that NLM's preprint pilot takes in, as RefSource abbreviates them:
/// https://www.ncbi.nlm.nih.gov/pmc/about/nihpreprints/
constexpr std::array<std::string_view, 7> preprint_servers{"bioRxiv", "medRxiv",  "Res Sq", "ArXiv",
                                                           "arXiv",   "ChemRxiv", "SSRN"};

bool has_type(const BibRecord& record, std::string_view type) {
    return std::any_of(record.publication_types.begin(), record.publication_types.end(),
                       [&](const std::string& one) { return equals_ignoring_case(one, type); });
}

/// "UpdateIn" joins a preprint and its article, but also the versions of a Cochrane review, which are not that.
bool joins_a_preprint(RelationKind kind, std::string_view source, const BibRecord& record) {
    if (kind == RelationKind::preprint_of) return is_preprint(record);
    return std::any_of(preprint_servers.begin(), preprint_servers.end(),
                       [&](std::string_view server) { return source.starts_with(server); });
}

/// The number before `end`, and after what ends a word.
std::string_view part(std::string_view& rest, std::string_view ends) {
    const std::size_t end = std::min(rest.find_first_of(ends), rest.size());
    const std::string_view out = rest.substr(0, end);
    rest.remove_prefix(end);
    return trim(out);
}

std::optional<std::string> doi_in(std::string_view text) {
    const std::size_t at = text.find("10.");
    return at == std::string_view::npos ? std::nullopt : doi_of(text.substr(at));
}

/// Where " 2015" stands behind a full stop: the year, and whether something of a journal stands before it.
std::size_t year_place(std::string_view text) {
    for (std::size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1)) {
        const std::string_view year = text.substr(at + 2, 4);
        const bool digits = year.size() == 4 && std::all_of(year.begin(), year.end(), is_ascii_digit);
        const std::string_view next = text.substr(std::min(at + 6, text.size()), 1);
        if (digits && (next.empty() || std::string_view(" ;.:").find(next.front()) != std::string_view::npos)) return at;
    }
    return std::string_view::npos;
}

}  // namespace

bool is_preprint(const BibRecord& record) {
    return has_type(record, "Preprint");
}

void add_relation(std::string_view type, std::string_view source, const std::optional<std::string>& pmid,
                  BibRecord& record) {
    std::string word;
    std::copy_if(type.begin(), type.end(), std::back_inserter(word), [](char c) { return c != ' '; });
    const auto* const found = std::find_if(corrections.begin(), corrections.end(),
                                           [&](const Correction& one) { return equals_ignoring_case(one.type, word); });
    if (found == corrections.end()) return;
    const bool update = found->type.starts_with("Update");
    if (update && !joins_a_preprint(found->kind, source, record)) return;
    Relation relation{found->kind, doi_in(source), pmid, std::nullopt, said(source)};
    if (const std::size_t at = year_place(source); at != std::string_view::npos) {
        std::string_view rest = source.substr(at + 2);
        if (const auto date = date_of(part(rest, ";.:"))) relation.date = iso_date(*date);
    }
    record.relations.push_back(std::move(relation));
}

void settle_state(BibRecord& record) {
    record.state = state_of(record.relations);
    if (has_type(record, "Retracted Publication")) record.state = EditorialState::retracted;
    if (record.state != EditorialState::retracted) return;
    for (const Relation& relation : record.relations) {
        if (relation.kind == RelationKind::retracted_by && !record.state_date) record.state_date = relation.date;
    }
}

BibItem cited_as(std::string_view citation) {
    BibItem item;
    item.type = ItemType::article_journal;
    item.doi = doi_in(citation);
    const std::size_t at = year_place(citation);
    if (at == std::string_view::npos) return item;
    std::string_view rest = citation.substr(at + 2);
    item.issued = date_of(part(rest, ";.:"));
    const std::string_view journal = citation.substr(0, at);
    if (journal.find(". ") == std::string_view::npos) item.container_title = said(journal);
    if (!rest.starts_with(';')) return item;
    rest.remove_prefix(1);
    item.volume = said(part(rest, "(:."));
    if (rest.starts_with('(')) {
        rest.remove_prefix(1);
        item.issue = said(part(rest, ")"));
        if (!rest.empty()) rest.remove_prefix(1);
    }
    if (!rest.starts_with(':')) return item;
    rest.remove_prefix(1);
    item.page = pages_of(part(rest, ".; "));
    if (item.page && *item.page == "null") item.page.reset();
    return item;
}

}  // namespace evigrade::records
