// `why`: the way from an answer back to sentences and records.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/answer.hpp"
#include "evigrade/model/decision.hpp"

namespace evigrade {

/// How sure it is that a citation means a study.
enum class Identity : std::uint8_t { sure, implicit, weak };
template <>
struct Names<Identity> {
    static constexpr std::array<std::string_view, 3> values{"sure", "implicit", "weak"};
};

/// One way from a claim to a study.
struct Trail {
    Citation citation;
    std::uint32_t citation_line = 0;
    std::optional<Reference> reference;
    std::string study;  ///< id
    std::string label;
    Identity identity = Identity::sure;
    std::string match;                          ///< the reason for each field, in one line
    std::optional<std::string> relays;          ///< id of the study that this one relays for the claim
    std::vector<EchoPath> retells;              ///< the citation means a stored article, which leads to these studies
    std::vector<LedgerStep> steps;              ///< of this way
    std::optional<std::string> scores_nothing;  ///< why this way carries no score, where it does not
};

struct WhyClaim {
    ClaimRow row;  ///< with cues and quantities
    std::vector<Trail> trails;
    GradedBody body;                   ///< of its own citations
    std::vector<DecisionRow> decided;  ///< by people, on this sentence
};

/// The row of levels.tsv that a study's design falls under.
struct LevelWhy {
    Purpose purpose = Purpose::benefit;
    std::optional<int> level;
    std::string source;
};

struct WhyStudy {
    StudyRow row;
    std::vector<ClaimRow> claims;     ///< that lead to it
    std::vector<LevelWhy> levels;     ///< what its design is worth, for benefit and for harm
    std::vector<ShakenGrade> shaken;  ///< the grades that stood on it, where it is retracted or under concern
    std::vector<DecisionRow> decided;
};

/// The derivation of a verdict: the answer, and what its ledger rests on.
struct VerdictReply {
    EvidenceReply reply;
    std::map<std::string, StudyRow> studies;  ///< of all units, by id
    std::map<std::string, ClaimRow> claims;   ///< that lead to them, by id
    std::vector<DecisionRow> decided;         ///< on these studies and claims, and on the body
    std::string rules;                        ///< fingerprint of the tables in force
};

/// What an identifier turned out to name; exactly one of them is there, or none.
struct WhyReply {
    std::optional<WhyClaim> claim;
    std::optional<WhyStudy> study;
    std::optional<ArticleRow> article;
    std::vector<std::string> suggestions;  ///< identifiers that begin like the one asked for
};

}  // namespace evigrade
