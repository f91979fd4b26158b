// CSL-JSON, and the parts of it that Crossref's JSON shares.
#pragma once

#include <vector>

#include "records/json_stream.hpp"

namespace evigrade::records {

/// [{"family", "given", ...}, {"literal"}, {"name"}]; nothing of an empty name.
std::vector<Name> names_in(const Json& list);
/// The fields that CSL-JSON and Crossref write alike (texts or lists of texts).
BibRecord record_of_csl(const Json& object);
/// What was made of an object, into the sink; a record that says nothing goes in as a bad one. An error where the object
/// is a service's refusal (Crossref's {"status": "failed"}, OpenAlex's {"error", "message"}, Europe PMC's {"errCode"}).
Status put(const Json& object, BibRecord record, Sink& sink, Spot spot);

}  // namespace evigrade::records
