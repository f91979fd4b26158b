// The tables of data/policy as the rules read them.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/grade.hpp"

namespace evigrade::grade {

constexpr std::size_t design_count = Names<Design>::values.size();
constexpr std::size_t feature_count = Names<DesignFeature>::values.size();
constexpr std::size_t step_count = Names<StepCode>::values.size();

/// The fact that causes a step: column `when` of steps.tsv.
enum class StepCause : std::uint8_t {
    caller,  ///< the step comes with the citation
    level_table,
    risk_of_bias,
    arm_below_tiny,
    surrogate,
    random_claimed,
    concern
};

/// One row of steps.tsv.
struct StepRule {
    std::string sense;
    StepCause when = StepCause::caller;
    std::array<bool, design_count> applies{};  ///< by design
    std::string reason;
    std::string short_word;
    std::string source;
};

/// One file of data/policy: its name below data/, and its bytes.
struct PolicyFile {
    std::string name;
    std::string bytes;
};

/// The place in `Policy::Tables::levels` by purpose, design, feature, and what a review includes (the last: not known).
/// Places, not rows: a lookup must not copy two thousand of them.
using LevelPlaces =
    std::array<std::array<std::array<std::array<std::uint16_t, design_count + 1>, feature_count>, design_count>, 2>;

struct Policy::Tables {
    std::vector<PolicyFile> files;  ///< by name
    std::string fingerprint;
    std::vector<Level> levels;  ///< the rows of levels.tsv; the first stands for whatever no row names
    LevelPlaces level_places{};
    std::array<StepRule, step_count> steps;
    std::map<std::string, std::uint32_t, std::less<>> numbers;
    std::uint32_t tiny_arm = 0;

    /// A number of numbers.tsv, or the default where the table lacks it.
    [[nodiscard]] std::uint32_t number(std::string_view name, std::uint32_t otherwise) const;
    /// The bytes of one policy file, "" where there is none.
    [[nodiscard]] std::string_view file(std::string_view name) const;
    [[nodiscard]] const StepRule& step(StepCode code) const { return steps[static_cast<std::size_t>(code)]; }
};

/// A whole number in a cell, or nothing.
std::optional<std::uint32_t> whole_number(std::string_view cell);

}  // namespace evigrade::grade

template <>
struct evigrade::Names<evigrade::grade::StepCause> {
    static constexpr std::array<std::string_view, 7> values{"caller",    "level_table",    "risk_of_bias", "arm_below_tiny",
                                                            "surrogate", "random_claimed", "concern"};
};
