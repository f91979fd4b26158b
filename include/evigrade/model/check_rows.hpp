// What `check` lists: findings in their files, and answers that lost a study.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "evigrade/model/finding.hpp"
#include "evigrade/model/grading_names.hpp"
#include "evigrade/model/rows.hpp"

namespace evigrade {

/// An answer that a study bore on which has lost some or all of its weight since it was published.
struct ShakenGrade {
    std::string study;  ///< id
    std::string label;
    EditorialState state = EditorialState::unknown;  ///< retracted or concern
    std::optional<std::string> state_date;
    std::optional<std::string> state_source;
    EntityName treatment;
    EntityName condition;
    Purpose purpose = Purpose::benefit;
    std::uint64_t support = 0;  ///< what is left, in units of 2^-60
    std::uint64_t oppose = 0;
    std::uint64_t support_before = 0;  ///< what there would be if nothing had become of the study
    std::uint64_t oppose_before = 0;
};

/// A finding in its file as it is on disk: line and column are the file's, not the article's text's.
struct PlacedFinding : FindingRow {
    std::uint32_t width = 0;                ///< columns that it covers in its line; 0: to the end of the line
    std::string excerpt;                    ///< the line
    std::string hint;                       ///< what a writer does about it; may be empty
    std::optional<std::string> suppressed;  ///< the reason that the file gives for silence
};

/// Whether a code is reported when nobody asks.
enum class Reported : std::uint8_t { on, off };

/// One thing that the linter can say: a row of data/checks/codes.tsv, and a page in docs/checks.
struct FindingCode {
    std::string name;
    Severity severity = Severity::warning;  ///< the usual one; single findings may be milder
    Reported by_default = Reported::on;
    std::string summary;
    std::string hint;  ///< what a writer does about it
};

}  // namespace evigrade
