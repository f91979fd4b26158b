// catalog: bibliographic records and study facts, and which of them a reference or a phrase of prose means.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/model/claim.hpp"
#include "evigrade/model/study.hpp"
#include "evigrade/model/trail.hpp"

namespace evigrade::catalog {

/// The studies of data/catalog, by id.
std::vector<Study> load(const Data& data);
/// Fingerprint of these tables.
std::string fingerprint(const Data& data);

/// Keys under which an item is found again: identifiers, pairs of title words, first author with first page,
/// volume with page, journal with year. Two items that match share at least one. Sorted, each once.
std::vector<std::int64_t> keys(const BibItem& item);
std::vector<std::int64_t> keys(const StudyPointer& pointer);

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

/// Whether a phrase of prose means this report. A journal and a year alone hold only where no other record shares
/// them: the caller says how many candidates it has.
Match match(const StudyPointer& pointer, const BibItem& record, std::size_t candidates);

/// Content-derived id and label of a study that is known from a reference alone; absent facts stay absent.
Study study_from(const BibItem& item);

/// The design that a title itself names ("… : a randomised controlled trial"), or unknown.
Design design_of_title(std::string_view title);

}  // namespace evigrade::catalog
