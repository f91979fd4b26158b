// A bibliographic record: what a database, a publisher or a reference manager says of one publication. Every format
// that `records` reads comes to this; what a format does not say stays absent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/bibliography.hpp"
#include "evigrade/model/study_names.hpp"

namespace evigrade {

/// How one publication stands to another, said from the record that carries it: "this record ... the other".
enum class RelationKind : std::uint8_t {
    retracted_by,  ///< the other is the notice that retracts this one
    retracts,      ///< this one is the notice
    concern_by,    ///< expression of concern
    raises_concern,
    corrected_by,  ///< erratum, corrigendum, correction
    corrects,
    reinstated_by,
    reinstates,
    preprint_of,     ///< the other is the published article
    published_from,  ///< the other is the preprint
    abstract_of,     ///< conference abstract of the other
    same_study,      ///< another report of the same trial (registration number, companion paper)
    republished,     ///< corrected and republished
    comments_on,
};
template <>
struct Names<RelationKind> {
    static constexpr std::array<std::string_view, 14> values{
        "retracted_by", "retracts",    "concern_by",     "raises_concern", "corrected_by", "corrects",    "reinstated_by",
        "reinstates",   "preprint_of", "published_from", "abstract_of",    "same_study",   "republished", "comments_on"};
};

struct Relation {
    RelationKind kind = RelationKind::comments_on;
    std::optional<std::string> doi;    ///< of the other, lower case, without resolver
    std::optional<std::string> pmid;   ///< of the other
    std::optional<std::string> date;   ///< ISO 8601, of the notice
    std::optional<std::string> words;  ///< as the record cites it: "Lancet. 2010 Feb 6;375(9713):445"
    friend bool operator==(const Relation&, const Relation&) = default;
};

/// Where a record stands in its file.
struct RecordPlace {
    std::string file;
    std::size_t ordinal = 0;          ///< from 1, counting bad records too
    std::size_t offset = 0;           ///< bytes of the uncompressed text before it
    std::optional<std::size_t> line;  ///< from 1; nothing where lines mean nothing
};

struct BibRecord {
    BibItem item;
    std::vector<std::string> publication_types;  ///< as the record words them: "Randomized Controlled Trial"
    std::vector<std::string> mesh;               ///< descriptor identifiers or headings, as given
    std::vector<std::string> keywords;
    std::optional<std::string> abstract;  ///< sections as paragraphs: "METHODS: ..."
    std::optional<std::string> language;  ///< ISO 639-1 or -3, as given
    std::vector<std::string> trials;      ///< registration numbers: NCT01234567, ISRCTN...
    std::vector<BibItem> references;      ///< the record's own reference list
    std::vector<Relation> relations;
    std::optional<EditorialState> state;    ///< what the record itself says of itself; absent: it does not say
    std::optional<std::string> state_date;  ///< ISO 8601
    std::optional<std::string> key;         ///< citation key of BibTeX, id of CSL-JSON, UT of ISI
    RecordPlace place;
};

}  // namespace evigrade
