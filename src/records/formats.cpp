#include "records/formats.hpp"

#include <array>

namespace evigrade::records {
namespace {

[[maybe_unused]] Status not_read_yet(Source& /*in*/, Sink& /*sink*/) {
    return Error{Failure::unreadable_input, "this format is not read yet", "", ""};
}

/// In the order of Format.
constexpr std::array<ReadFormat, Names<Format>::values.size()> readers{
    read_pubmed_xml,
    not_read_yet,  // nbib
    not_read_yet,  // ris
    not_read_yet,  // isi
    not_read_yet,  // bibtex
    read_csl_json,
    read_crossref_json,
    read_openalex_json,
    read_europepmc_json,
    read_jats,
    read_endnote_xml,
    not_read_yet,  // retraction_watch_csv
    read_crossref_xml,
    read_refer,
};

}  // namespace

ReadFormat reader_of(Format format) {
    return readers.at(static_cast<std::size_t>(format));
}

}  // namespace evigrade::records
