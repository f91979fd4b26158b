// catalog: bibliographic records and study facts, and which of them a reference or a phrase of prose means.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/base/phrases.hpp"
#include "evigrade/model/claim.hpp"
#include "evigrade/model/study.hpp"
#include "evigrade/model/trail.hpp"

namespace evigrade::catalog {

/// The studies of data/catalog, by id.
std::vector<Study> load(const Data& data);
/// Of these tables.
std::string fingerprint(const Data& data);

/// Keys under which an item is found again: identifiers, pairs of title words, first author with first page,
/// volume with page, journal with year. Two items that match share at least one. Sorted, each once.
std::vector<std::int64_t> keys(const BibItem& item);
/// Those of them that are worth looking up to find the same publication: few items share one by chance.
std::vector<std::int64_t> search_keys(const BibItem& item);
std::vector<std::int64_t> search_keys(const StudyPointer& pointer);

/// What one field says for or against a match.
struct Reason {
    std::string field;  ///< "doi", "title", "authors", "year", "container", "volume", "page"
    std::string says;   ///< "the same", "differs: 2009 here, 2013 there", "2 of 3 words"
    int weight = 0;
};

struct Match {
    int score = 0;  ///< at least `threshold` to be a match
    Identity identity = Identity::sure;
    std::vector<Reason> reasons;

    [[nodiscard]] bool holds() const;
    /// The reasons in one line.
    [[nodiscard]] std::string in_words() const;
};

/// Whether two items are reports of the same publication. Symmetric in its verdict.
Match match(const BibItem& here, const BibItem& there);

/// Whether a phrase of prose means this report. A journal and a year may hold for several records: then none is meant.
Match match(const StudyPointer& pointer, const BibItem& record);

/// The same for items that say the same, however they are typeset.
std::string fingerprint(const BibItem& item);

/// What a study's title itself says of it, by data/catalog/title_designs.tsv and title_facts.tsv.
class TitleDesigns {
public:
    explicit TitleDesigns(const Data& data);
    /// The design named first in the table that the title names, or unknown.
    [[nodiscard]] Design of(std::string_view title) const;
    /// What a review says that it includes, and what else a level depends on, where the study does not say it already.
    void add_facts(std::string_view title, Study& study) const;

private:
    // Cues are folded, with a blank at both ends.
    std::vector<std::pair<std::string, Design>> cues_;
    std::vector<std::pair<std::string, Design>> included_;
    std::vector<std::pair<std::string, DesignFeature>> features_;
};

/// The words by which prose names a design: data/cues/citation_words.tsv.
class DesignWords {
public:
    explicit DesignWords(const Data& data);
    /// The first design that a sentence gives to what it cites; nothing where it is denied or of other works.
    [[nodiscard]] std::optional<Design> claimed(std::string_view sentence) const;

private:
    Phrases phrases_;
};

/// Whether one design can show more than the other; designs that are not compared are never stronger.
bool is_stronger(Design claimed, Design known);
/// "randomized trial".
std::string in_words(Design design);

enum class DisputeKind : std::uint8_t { figure, design };
/// A sentence and a record that cannot both be right.
struct Dispute {
    DisputeKind kind = DisputeKind::figure;
    std::string says;  ///< for a person, naming both sides
};
/// What a sentence says of the one study it cites (participants, number of trials, change in per cent, design) against
/// the study's facts, and against the abstract of its record where it has no results of its own. Subgroups, rounding and
/// outcomes that the record lacks are no dispute.
std::vector<Dispute> disputes(std::string_view sentence, const Study& study, const DesignWords& words,
                              std::string_view abstract = {});

/// A study that is known from a reference alone: id and label come from the item, absent facts stay absent.
Study study_from(const BibItem& item, const TitleDesigns& designs);

}  // namespace evigrade::catalog
