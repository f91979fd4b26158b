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
        std::string source;  ///< CEBM 2011 row, or "evigrade" where the rule is ours
    };
    /// The level of a design for a purpose. Total over Design.
    [[nodiscard]] const Level& level(Design design, Purpose purpose) const;
    /// Which sample is tiny: participants an arm below this.
    [[nodiscard]] std::uint32_t tiny_arm() const;
    /// Fingerprint of all tables in force: content_id of their bytes.
    [[nodiscard]] const std::string& fingerprint() const;

private:
    struct Tables;
    std::unique_ptr<Tables> tables_;
};

/// The half-gap rule (DESIGN 3.2). Order of items does not matter; duplicates of a study count once.
Grade grade(const Body& body, const Policy& policy);

using evigrade::Certainty;
using evigrade::Scheme;
Certainty certainty(const Grade& grade, Purpose purpose, const Policy& policy, Scheme scheme = Scheme::grade);

}  // namespace evigrade::grade
