// The laws of verdicts, words and rankings, over random bodies.
#include <algorithm>

#include <catch2/catch.hpp>

#include "grade/bodies.hpp"
#include "grade/worlds.hpp"

using namespace evigrade;
using namespace evigrade::test;

namespace {

using Genes = std::vector<Gene>;
using Number = std::uint64_t;

/// How good a verdict is for the treatment: opposed, contested or nothing, supported.
int favour(Verdict verdict) {
    if (verdict == Verdict::supported) return 1;
    return verdict == Verdict::opposed ? -1 : 0;
}

Verdict turned(Verdict verdict) {
    if (verdict == Verdict::supported) return Verdict::opposed;
    return verdict == Verdict::opposed ? Verdict::supported : verdict;
}

std::vector<EvidenceItem> swapped(std::vector<EvidenceItem> items) {
    for (auto& item : items) {
        item.direction = item.direction == Direction::support ? Direction::oppose : Direction::support;
    }
    return items;
}

}  // namespace

TEST_CASE("swapping directions negates net and turns the verdict over") {
    CHECK(law_holds([](const Genes& genes, Number) {
        const auto items = studies_of(genes);
        const Grade one = graded(items);
        const Grade other = graded(swapped(items));
        return one.support == other.oppose && one.oppose == other.support && turned(one.verdict) == other.verdict;
    }));
}

TEST_CASE("a further supporting citation never worsens the verdict") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        auto items = studies_of(genes);
        const Verdict before = graded(items).verdict;
        items.push_back(study_of(choice, genes.size()));
        items.back().direction = Direction::support;
        return favour(graded(items).verdict) >= favour(before);
    }));
}

TEST_CASE("there is no verdict only where nothing counts") {
    CHECK(law_holds([](const Genes& genes, Number) {
        const Grade grade = graded(studies_of(genes));
        return (grade.verdict == Verdict::none) == (grade.support == 0 && grade.oppose == 0);
    }));
}

TEST_CASE("what the verdict weighs is never more than the points show") {
    CHECK(law_holds([](const Genes& genes, Number) {
        const Grade grade = graded(studies_of(genes));
        return grade.weighed_support <= grade.support && grade.weighed_oppose <= grade.oppose;
    }));
}

TEST_CASE("trials that a clean review without effect has pooled never contest its verdict") {
    CHECK(law_holds([](const Genes& genes, Number) {
        auto items = studies_of(genes, Kinds::primary_only);
        auto review = item("z-review", Design::systematic_review, Direction::oppose);
        review.covers.emplace();
        for (auto& item : items) {
            item.direction = Direction::support;
            review.covers->push_back(item.study);
        }
        items.push_back(review);
        return graded(items).verdict == Verdict::opposed;
    }));
}

TEST_CASE("words and points agree on whether anything counts, and on what leads") {
    CHECK(law_holds([](const Genes& genes, Number) {
        const Grade grade = graded(studies_of(genes));
        const auto words = grade::certainty(grade, Purpose::benefit, policy());
        if ((words.level == "none") != (grade.verdict == Verdict::none)) return false;
        if (words.level == "none") return true;
        const Number larger = std::max(grade.weighed_support, grade.weighed_oppose);
        const auto cebm = grade::certainty(grade, Purpose::benefit, policy(), Scheme::cebm).level;
        int leading = 1;
        while ((larger >> (60 - leading)) == 0) ++leading;
        return cebm == std::to_string(std::min(leading, 5));
    }));
}

TEST_CASE("no body is rated high by machine, no contested one over low, no weak one moderate") {
    CHECK(law_holds([](const Genes& genes, Number) {
        const Grade grade = graded(studies_of(genes));
        const auto level = grade::certainty(grade, Purpose::benefit, policy()).level;
        const auto sort = grade::certainty(grade, Purpose::benefit, policy(), Scheme::sort).level;
        if (level == "high" || sort == "A") return false;
        if (level != "moderate") return true;
        return grade.verdict != Verdict::contested && points(std::max(grade.weighed_support, grade.weighed_oppose)) >= 12.5;
    }));
}

TEST_CASE("a reason to rate down is never counted more than five times, or up more than three") {
    CHECK(law_holds([](const Genes& genes, Number) {
        const auto words = grade::certainty(graded(studies_of(genes)), Purpose::benefit, policy());
        return words.assessed_down <= 5 && words.assessed_up <= 3 &&
               static_cast<int>(words.reasons.size()) == words.assessed_down + words.assessed_up;
    }));
}

TEST_CASE("claims and treatments stand in one order, whatever order they come in") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        std::vector<std::string> ids;
        std::vector<grade::ClaimRank> claims;
        std::vector<grade::TreatmentRank> treatments;
        for (std::size_t i = 0; i < genes.size(); ++i) ids.push_back("id" + std::to_string(i));
        for (std::size_t i = 0; i < genes.size(); ++i) {
            const Grade grade = graded({study_of(genes[i], 0), study_of(choice, 1)});
            claims.push_back(grade::claim_rank(grade, Direction::support, ids[i]));
            treatments.push_back(grade::treatment_rank(grade, ids[i]));
        }
        const auto ordered = [](auto ranks) {
            std::sort(ranks.begin(), ranks.end(), [](const auto& a, const auto& b) { return grade::ranks_before(a, b); });
            std::vector<std::string_view> out;
            for (const auto& rank : ranks) out.push_back(rank.id);
            return out;
        };
        auto turned_claims = claims;
        auto turned_treatments = treatments;
        std::reverse(turned_claims.begin(), turned_claims.end());
        std::reverse(turned_treatments.begin(), turned_treatments.end());
        return ordered(claims) == ordered(turned_claims) && ordered(treatments) == ordered(turned_treatments);
    }));
}
