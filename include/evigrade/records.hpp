// records: bibliographic files into records, one at a time: memory does not grow with the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "evigrade/base/data.hpp"
#include "evigrade/base/result.hpp"
#include "evigrade/model/record.hpp"

namespace evigrade::records {

enum class Format : std::uint8_t {
    pubmed_xml,
    nbib,  ///< MEDLINE's tagged display, also inside files named .ris
    ris,
    isi,  ///< Web of Science's tagged export
    bibtex,
    csl_json,
    crossref_json,  ///< one work, a works message, or one work a line
    openalex_json,  ///< the same shapes
    europepmc_json,
    jats,
    endnote_xml,
    retraction_watch_csv,
    crossref_xml,  ///< UNIXREF, what doi.org answers to application/vnd.crossref.unixref+xml
    refer,         ///< EndNote's older tagged export, .enw: "%A", "%T"
};

/// A record that could not be read: where, and why. The rest of the file is read on.
struct BadRecord {
    RecordPlace place;
    std::string why;
};
/// "This record is withdrawn from the database": PubMed's DeleteCitation.
struct Deleted {
    std::string pmid;
    RecordPlace place;
};
using Event = std::variant<BibRecord, BadRecord, Deleted>;

/// Takes one event; answers whether to go on.
using Take = std::function<bool(Event&&)>;

/// What the beginning of a file (64 KB are enough, uncompressed) looks like, whatever its name says.
std::optional<Format> detect(std::string_view beginning, std::string_view name);

struct Reading {
    Format format = Format::ris;
    std::size_t records = 0;  ///< taken; those skipped are not counted
    std::size_t bad = 0;
    std::size_t deleted = 0;
    bool stopped = false;  ///< `take` said stop
};
/// Reads a file ("-" is standard input), gzip or plain, in its detected or given format.
/// `skip` events are passed over first, without being taken: to go on where an interrupted run stopped.
/// Errors: cannot be opened, no known format, an error document in place of records (NCBI's <ERROR>), cut gzip stream
/// (records before the cut have been taken).
Result<Reading> read(const std::string& path, const Take& take, std::optional<Format> format = std::nullopt,
                     std::size_t skip = 0);
/// The same for bytes in memory, uncompressed.
Result<Reading> read_text(std::string_view text, const std::string& name, const Take& take,
                          std::optional<Format> format = std::nullopt);

}  // namespace evigrade::records

template <>
struct evigrade::Names<evigrade::records::Format> {
    static constexpr std::array<std::string_view, 14> values{
        "pubmed-xml", "nbib",      "ris",  "isi",         "bibtex",           "csl-json",     "crossref",
        "openalex",   "europepmc", "jats", "endnote-xml", "retraction-watch", "crossref-xml", "refer"};
};
