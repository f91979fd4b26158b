#include <tuple>

#include "evigrade/grade.hpp"

namespace evigrade::grade {

ClaimRank claim_rank(const Grade& grade, Direction direction, std::string_view id) {
    if (direction == Direction::support) return {grade.support, grade.support_units, id};
    return {grade.oppose, grade.oppose_units, id};
}

bool ranks_before(const ClaimRank& a, const ClaimRank& b) {
    return std::tie(b.strength, b.units, a.id) < std::tie(a.strength, a.units, b.id);
}

TreatmentRank treatment_rank(const Grade& grade, std::string_view id) {
    return {grade.support, grade.oppose, id};
}

bool ranks_before(const TreatmentRank& a, const TreatmentRank& b) {
    // Sums are below 2^60, so the signed difference is exact.
    const auto net = [](const TreatmentRank& rank) {
        return static_cast<std::int64_t>(rank.support) - static_cast<std::int64_t>(rank.oppose);
    };
    if (net(a) != net(b)) return net(a) > net(b);
    return std::tie(b.support, a.id) < std::tie(a.support, b.id);
}

}  // namespace evigrade::grade
