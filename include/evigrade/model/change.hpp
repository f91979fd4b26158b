// A grade before and after: between two stores, or under a supposition.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/grading.hpp"
#include "evigrade/model/rows.hpp"

namespace evigrade {

/// Both sides and the verdict of one body.
struct GradeState {
    std::uint64_t support = 0;  ///< in units of 2^-60
    std::uint64_t oppose = 0;
    Verdict verdict = Verdict::none;

    friend bool operator==(const GradeState&, const GradeState&) = default;
};

/// What brought a change about.
enum class CauseKind : std::uint8_t {
    article,   ///< stored on one side only
    claim,     ///< a sentence leads to the study on one side only, or by another way
    study,     ///< the stored facts of a study differ
    decision,  ///< a person's decision
    rule,      ///< the tables of data/policy differ
};
template <>
struct Names<CauseKind> {
    static constexpr std::array<std::string_view, 5> values{"article", "claim", "study", "decision", "rule"};
};
struct Cause {
    CauseKind kind = CauseKind::study;
    std::string id;    ///< of the article, claim, study or decision; of rules both fingerprints
    std::string says;  ///< a sentence
};

struct GradeChange {
    EntityName treatment;
    EntityName condition;
    Purpose purpose = Purpose::benefit;
    std::optional<GradeState> before;  ///< nothing: no such body
    std::optional<GradeState> after;
    std::vector<Cause> causes;
    std::vector<GradeChange> above;  ///< wider questions whose grades changed by this alone, and have none of their own
};

/// What might be: each is imagined on top of the others.
struct Supposition {
    std::vector<std::string> retracted;                        ///< studies
    std::vector<std::string> dropped;                          ///< articles
    std::vector<std::pair<std::string, std::string>> designs;  ///< study, design
};

}  // namespace evigrade
