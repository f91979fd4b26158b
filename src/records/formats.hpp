// The readers, one a format: each takes a text in pieces and puts records into a sink.
#pragma once

#include "evigrade/base/result.hpp"
#include "records/sink.hpp"
#include "records/source.hpp"

namespace evigrade::records {

/// Reads until the text ends or the sink has stopped. An error is one of the whole file ("this is NCBI's error
/// message, not a file of records"); what is wrong with one record is put into the sink as a bad record.
/// Errors name neither file nor hint where they know no better: `read` adds the file.
using ReadFormat = Status (*)(Source& in, Sink& sink);

Status read_pubmed_xml(Source& in, Sink& sink);
Status read_jats(Source& in, Sink& sink);
Status read_endnote_xml(Source& in, Sink& sink);
Status read_crossref_xml(Source& in, Sink& sink);
Status read_csl_json(Source& in, Sink& sink);
Status read_crossref_json(Source& in, Sink& sink);
Status read_openalex_json(Source& in, Sink& sink);
Status read_europepmc_json(Source& in, Sink& sink);
Status read_nbib(Source& in, Sink& sink);
Status read_ris(Source& in, Sink& sink);
Status read_isi(Source& in, Sink& sink);
Status read_bibtex(Source& in, Sink& sink);
Status read_retraction_watch(Source& in, Sink& sink);
Status read_refer(Source& in, Sink& sink);

/// The reader of a format. To add one: a function above, a row in formats.cpp, a sign in detect.cpp.
ReadFormat reader_of(Format format);

}  // namespace evigrade::records
