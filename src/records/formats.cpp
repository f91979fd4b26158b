#include "records/formats.hpp"

#include <array>

namespace evigrade::records {
namespace {

/// In the order of Format.
constexpr std::array<ReadFormat, Names<Format>::values.size()> readers{
    read_pubmed_xml,     read_nbib,     read_ris,           read_isi,
    read_bibtex,         read_csl_json, read_crossref_json, read_openalex_json,
    read_europepmc_json, read_jats,     read_endnote_xml,   read_retraction_watch,
    read_crossref_xml,   read_refer,
};

}  // namespace

ReadFormat reader_of(Format format) {
    return readers.at(static_cast<std::size_t>(format));
}

}  // namespace evigrade::records
