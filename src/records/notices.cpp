#include "records/notices.hpp"

#include <algorithm>

#include "records/fields.hpp"

namespace evigrade::records {
Relation cited_notice(RelationKind kind, std::string_view words) {
    Relation out;
    out.kind = kind;
    out.words = said(words);
    out.doi = doi_in(words);
    if (const std::size_t at = words.find("PMID:"); at != std::string_view::npos) out.pmid = pmid_of(words.substr(at + 5));
    if (const std::size_t at = words.find(". "); at != std::string_view::npos) {
        if (const auto date = date_of(words.substr(at, words.find(';', at) - at))) out.date = iso_date(*date);
    }
    return out;
}

void take_state_of_notices(BibRecord& record) {
    const auto& types = record.publication_types;
    record.state = state_of(record.relations);
    const bool marked = std::find(types.begin(), types.end(), "Retracted Publication") != types.end();
    if (marked && record.state != EditorialState::reinstated) record.state = EditorialState::retracted;
    for (const Relation& relation : record.relations) {
        if (!record.state_date && state_of({relation}) == record.state) record.state_date = relation.date;
    }
}

}  // namespace evigrade::records
