// grade: from a body of evidence to points, a verdict and a certainty, each with its ledger. Pure; integers only.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/model/grading.hpp"

namespace evigrade::grade {

/// The tables of data/policy in force.
class Policy {
public:
    explicit Policy(const Data& data);
    ~Policy();
    Policy(Policy&&) noexcept;
    Policy& operator=(Policy&&) noexcept;

    struct Level {
        std::optional<int> level;  ///< 1-5; nothing: the design has none
        int steps = 0;             ///< that the table itself gives (a single case report: one)
        UnitKind unit = UnitKind::study;
        std::string source;  ///< CEBM 2011 row, or "evigrade: …" where the rule is ours
    };
    /// The level of a design for a purpose. Total over Design.
    [[nodiscard]] const Level& level(Design design, Purpose purpose) const;
    /// The same, with what is known beside the design: what a review includes, a dramatic effect.
    [[nodiscard]] const Level& level(const EvidenceItem& item, Purpose purpose) const;
    /// Which sample is tiny: participants an arm below this.
    [[nodiscard]] std::uint32_t tiny_arm() const;
    /// Fingerprint of all tables in force: content_id of their bytes.
    [[nodiscard]] const std::string& fingerprint() const;

    struct Tables;  ///< the room's own
    [[nodiscard]] const Tables& tables() const { return *tables_; }

private:
    std::unique_ptr<Tables> tables_;
};

/// The half-gap rule (docs/grading.md). Order of items does not matter; duplicates of a study count once.
Grade grade(const Body& body, const Policy& policy);

using evigrade::Certainty;
using evigrade::Scheme;
/// Certainty in words, from the same ledger. An automatic run never says "high".
Certainty certainty(const Grade& grade, Purpose purpose, const Policy& policy, Scheme scheme = Scheme::grade);

using evigrade::Judgement;
/// GRADE with judgements: "high" can be reached where all five reasons to rate down are assessed, which needs a person.
Certainty certainty(const Grade& grade, const std::vector<Judgement>& judgements, const Policy& policy);

/// The verdict for people, without a full stop: "weak support: one controlled study, indirect".
std::string sentence(const Grade& grade, Purpose purpose, const Policy& policy);

/// What ranks a claim: its strength in its own direction, then how many units stand behind it, then its id.
struct ClaimRank {
    std::uint64_t strength = 0;
    int units = 0;
    std::string_view id;
};
ClaimRank claim_rank(const Grade& grade, Direction direction, std::string_view id);
bool ranks_before(const ClaimRank& a, const ClaimRank& b);

/// What ranks a treatment for a condition: net, then support, then its id.
struct TreatmentRank {
    std::uint64_t support = 0;
    std::uint64_t oppose = 0;
    std::string_view id;
};
TreatmentRank treatment_rank(const Grade& grade, std::string_view id);
bool ranks_before(const TreatmentRank& a, const TreatmentRank& b);

/// Bodies that might be: each gives the body as it would stand after one change, and leaves its own argument alone.
Body without_study(Body body, std::string_view study);
Body without_claims(Body body, const std::vector<std::string>& claims);  ///< what only they cite is cited no more
Body with_state(Body body, std::string_view study, EditorialState state);
Body with_design(Body body, std::string_view study, Design design);
/// Two records turn out to be one study, `keep`: coverage is the union, the year the earliest (of a review, the latest).
Body merge_studies(Body body, std::string_view keep, std::string_view gone);

using evigrade::Fragility;
/// For each study whose absence changes a side or the verdict, what is left without it; the greatest loss first.
std::vector<Fragility> fragile(const Body& body, const Policy& policy);

/// The effects that a sentence gives, as written: "RR 0.70 (95% CI 0.58 to 0.85; P = 0.001)"; else its P value alone.
std::vector<std::string> told_results(std::string_view sentence);
/// The effect with an interval that a sentence gives, or nothing where it gives none or several.
std::optional<std::string> told_effect(std::string_view sentence);
/// Whether two texts give the same effect with the same interval.
bool same_effect(std::string_view a, std::string_view b);

/// The derivation of a grade, line by line, down to the source of each level and the cause of each step.
std::vector<std::string> explain(const Grade& grade, Purpose purpose, const Policy& policy);

/// A table in force, as `rules` prints it.
struct RuleTable {
    std::string name;                ///< "levels"
    std::vector<std::string> about;  ///< the comment lines on top
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    std::string fingerprint;  ///< of its bytes
};
std::vector<RuleTable> rules(const Policy& policy);

}  // namespace evigrade::grade
