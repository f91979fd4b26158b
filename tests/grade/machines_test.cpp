// Every machine and compiler comes to the same grades.
#include <catch2/catch.hpp>

#include "evigrade/base/hash.hpp"
#include "grade/bodies.hpp"
#include "grade/worlds.hpp"

using namespace evigrade;
using namespace evigrade::test;

namespace {

/// Numbers that look random and are the same everywhere.
std::uint64_t next(std::uint64_t& state) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return state >> 14;
}

std::string numbers_of(const Grade& grade, const Body& body) {
    std::string out = std::to_string(grade.support) + " " + std::to_string(grade.oppose) + " " +
                      std::to_string(grade.weighed_support) + " " + std::to_string(grade.weighed_oppose) + " " +
                      std::string(to_text(grade.verdict));
    for (const Unit& unit : grade.units) {
        out += ";" + unit.item.study + " " + std::to_string(unit.effective_level) + " " + std::to_string(unit.rank) + " " +
               std::to_string(unit.share);
    }
    out += ";" + grade::certainty(grade, body.purpose, policy()).level;
    return out;
}

}  // namespace

TEST_CASE("five thousand bodies come to the same numbers on every machine") {
    std::uint64_t state = 1;
    std::string all;
    for (int i = 0; i < 5000; ++i) {
        std::vector<Gene> genes(next(state) % 20);
        for (auto& gene : genes) gene = next(state);
        const Body one = body(studies_of(genes), i % 2 == 0 ? Purpose::benefit : Purpose::harm);
        all += numbers_of(grade::grade(one, policy()), one) + "\n";
    }
    // Changes only where a rule of data/policy or the generator of the bodies changes.
    CHECK(content_id(all) == "db3b73f31e77d0b6");
}
