// Which studies a synthesis covers: those on its list; without a list, those published no later than it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "evigrade/grade.hpp"

namespace evigrade::grade {

/// Whether a synthesis without a list covers a study of this year. A year that nobody knows counts as covered.
inline bool covers_by_year(const EvidenceItem& synthesis, const EvidenceItem& study) {
    return !synthesis.year || !study.year || *study.year <= *synthesis.year;
}

/// Answers "does the synthesis at hand cover this study?" in constant time; `take` costs the length of its list.
class Coverage {
public:
    /// `studies` are the primary studies that may be covered.
    Coverage(const std::vector<Unit>& units, const std::vector<std::size_t>& studies);
    void take(std::size_t synthesis);
    [[nodiscard]] bool covers(std::size_t unit) const;

private:
    const std::vector<Unit>& units_;
    const std::vector<std::size_t>& studies_;
    std::unordered_map<std::string_view, std::size_t> by_id_;  ///< made when the first list is taken
    std::vector<std::size_t> listed_by_;                       ///< by unit: the synthesis whose list named it last, plus one
    std::size_t synthesis_ = 0;
};

/// For each unit, the synthesis of the other side for which the verdict leaves it out: the heaviest that covers it and
/// is no weaker than it.
std::vector<std::optional<std::size_t>> set_aside(const std::vector<Unit>& units, const std::vector<std::size_t>& studies,
                                                  const std::vector<std::size_t>& syntheses);

}  // namespace evigrade::grade
