// Imported records: under which keys they are found, how they hang together, and the studies that they make.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/catalog.hpp"
#include "evigrade/model/record.hpp"

namespace evigrade::catalog {

/// Which publication a record describes in the eyes of its source: the same for its next version.
std::int64_t identity(const BibRecord& record, std::string_view source);
/// Keys under which a record is stored: those of its item, its registrations, and what it is about (a notice's paper).
std::vector<std::int64_t> keys(const BibRecord& record);
/// Keys under which the records that may report of the same study are stored. Two records that hang together by an
/// identifier, a relation or a registration find one another, whichever looks.
std::vector<std::int64_t> link_keys(const BibRecord& record);

/// Of an item's search keys the identifiers, and those that another item rarely shares by chance, so that one of them is
/// reason to look.
std::vector<std::int64_t> identifier_keys(const BibItem& item);
std::vector<std::int64_t> telling_keys(const BibItem& item);

/// Whether two items describe one publication beyond doubt: an identifier in common, or none that differs and all else
/// alike.
bool one_publication(const BibItem& a, const BibItem& b);

/// How two records hang together. All but `notice` may be followed further.
enum class Bond : std::uint8_t { none, same_publication, other_form, companion, notice };

/// Something that was said of a publication's standing.
struct StateEvent {
    EditorialState state = EditorialState::unknown;
    std::optional<std::string> date;  ///< ISO 8601
    std::string source;
};
/// What is in force after all of them: the latest dated decides; a correction never lifts a retraction, nor does it read
/// as one. `unknown` where there is none.
StateEvent settle(std::vector<StateEvent> events);

/// Whether a record is the notice of a retraction, concern, correction or reinstatement of another publication.
bool is_notice(const BibRecord& record);

/// How a report of a study stands to the first one.
enum class ReportKind : std::uint8_t {
    primary,
    companion,  ///< another paper of the same trial
    preprint,
    conference_abstract,
    erratum,
    concern_notice,
    retraction_notice,
    reinstatement_notice
};
}  // namespace evigrade::catalog
template <>
struct evigrade::Names<evigrade::catalog::ReportKind> {
    static constexpr std::array<std::string_view, 8> values{
        "primary", "companion",      "preprint",          "conference_abstract",
        "erratum", "concern_notice", "retraction_notice", "reinstatement_notice"};
};
namespace evigrade::catalog {

/// A record that reports of a study.
struct Member {
    BibRecord record;
    std::string source;  ///< "PubMed", "Crossref", …
    bool withdrawn = false;
};

/// A study with how each of its reports stands to the first.
struct RecordedStudy {
    Study study;
    std::vector<ReportKind> kinds;
};

/// Makes studies of records that hang together.
class Recorder {
public:
    explicit Recorder(const Data& data);
    ~Recorder();
    Recorder(Recorder&&) noexcept;
    Recorder& operator=(Recorder&&) noexcept;

    [[nodiscard]] Bond bond(const BibRecord& a, const BibRecord& b) const;
    /// The study of these records, in whatever order they come. Precondition: there is one, and not only notices.
    [[nodiscard]] RecordedStudy study_of(const std::vector<Member>& members) const;
    /// What the records say of the publication that `report` describes.
    [[nodiscard]] std::vector<StateEvent> events_of(const BibItem& report, const std::vector<Member>& members) const;

private:
    struct Tables;
    std::unique_ptr<Tables> tables_;
};

}  // namespace evigrade::catalog
