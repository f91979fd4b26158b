// What PubMed says in its XML and in its tagged display alike.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "evigrade/model/record.hpp"

namespace evigrade::records {

/// Adds what a correction says: `type` as in CommentsCorrections/@RefType ("RetractionIn") or in words
/// ("Retraction in"); kinds that say nothing of
/// another report are left out ("SummaryForPatientsIn"). Needs the publication types to be in place already.
void add_relation(std::string_view type, std::string_view source, const std::optional<std::string>& pmid, BibRecord& record);

/// Whether the publication types call it a preprint.
bool is_preprint(const BibRecord& record);

/// The editorial state that publication types and relations say. To be called last.
void settle_state(BibRecord& record);

/// What can be read from a citation in NLM's short form: "Radiology. 2015 Jan;274(1):250-9. doi: ...". Of longer ones
/// ("Smith J. Title. Radiology. 2015...") the identifiers and the year.
BibItem cited_as(std::string_view citation);

}  // namespace evigrade::records
