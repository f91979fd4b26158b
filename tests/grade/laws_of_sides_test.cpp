// The laws of one body's two sides, over random bodies of fixed study records.
#include <algorithm>
#include <bit>
#include <map>

#include <catch2/catch.hpp>

#include "grade/bodies.hpp"
#include "grade/worlds.hpp"

using namespace evigrade;
using namespace evigrade::test;

namespace {

using Genes = std::vector<Gene>;
using Number = std::uint64_t;

std::int64_t net(const Grade& grade) {
    return static_cast<std::int64_t>(grade.support) - static_cast<std::int64_t>(grade.oppose);
}

/// One more study, never one that the body has.
EvidenceItem newcomer(Gene gene, const Genes& genes, Direction direction) {
    auto out = study_of(gene, genes.size(), Kinds::any);
    out.direction = direction;
    return out;
}

Grade with(std::vector<EvidenceItem> items, EvidenceItem extra) {
    items.push_back(std::move(extra));
    return graded(std::move(items));
}

Number side(const Grade& grade, Direction direction) {
    return direction == Direction::support ? grade.support : grade.oppose;
}

}  // namespace

TEST_CASE("each side is at least 0 and below 100 points") {
    CHECK(law_holds([](const Genes& genes, Number) {
        const Grade grade = graded(studies_of(genes));
        return grade.support < Number{1} << 60 && grade.oppose < Number{1} << 60;
    }));
}

TEST_CASE("the order of the evidence does not matter") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        auto items = studies_of(genes);
        for (std::size_t i = 0; i < genes.size(); ++i) items.push_back(another_path(items[i], choice + i));
        const Grade before = graded(items);
        for (std::size_t i = items.size(); i > 1; --i) {
            choice = choice * 6364136223846793005ULL + 1442695040888963407ULL;
            std::swap(items[i - 1], items[(choice >> 33) % i]);
        }
        return same(before, graded(items));
    }));
}

TEST_CASE("evidence that nobody cites comes to exactly nothing") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        auto items = studies_of(genes);
        for (auto& item : items) item.zero = (choice++ & 1) == 0 ? ZeroReason::uncited : ZeroReason::unresolved;
        const Grade grade = graded(items);
        return grade.support == 0 && grade.oppose == 0 && grade.verdict == Verdict::none;
    }));
}

TEST_CASE("citing a study again changes nothing") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        if (genes.empty()) return true;
        const auto items = studies_of(genes);
        auto twice = items;
        for (std::size_t i = 0; i <= choice % 4; ++i) twice.push_back(items[(choice >> i) % items.size()]);
        return same(graded(items), graded(twice));
    }));
}

TEST_CASE("a further supporting citation never lowers support or net") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        const auto items = studies_of(genes);
        const Grade before = graded(items);
        const Grade after = with(items, newcomer(choice, genes, Direction::support));
        return after.support >= before.support && net(after) >= net(before);
    }));
}

TEST_CASE("a further opposing citation never lowers opposition and never raises net") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        const auto items = studies_of(genes);
        const Grade before = graded(items);
        const Grade after = with(items, newcomer(choice, genes, Direction::oppose));
        return after.oppose >= before.oppose && net(after) <= net(before);
    }));
}

TEST_CASE("a further path to a study never lowers its side") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        if (genes.empty()) return true;
        const auto items = studies_of(genes);
        const auto& again = items[choice % items.size()];
        const Grade before = graded(items);
        const Grade after = with(items, another_path(again, choice >> 8));
        return side(after, again.direction) >= side(before, again.direction);
    }));
}

TEST_CASE("mentions, absence statements and articles that cite nothing change no score") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        const auto items = studies_of(genes);
        auto more = items;
        auto mention = newcomer(choice, genes, choice % 2 == 0 ? Direction::oppose : Direction::support);
        mention.state = EditorialState::clear;
        mention.zero = choice % 3 == 0 ? ZeroReason::uncited : ZeroReason::unresolved;
        more.push_back(mention);
        if (!items.empty()) {
            more.push_back(items[choice % items.size()]);
            more.back().zero = ZeroReason::uncited;
            more.back().steps.clear();  // a mention that comes by a better path is still a mention
        }
        return same_scores(graded(items), graded(more));
    }));
}

TEST_CASE("removing a step never lowers its side") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        if (genes.empty()) return true;
        auto items = studies_of(genes);
        const Grade before = graded(items);
        auto& item = items[choice % items.size()];
        const auto what = (choice >> 8) % 5;
        if (what == 0) item.risk_of_bias = false;
        if (what == 1) item.outcome_kind = OutcomeKind::patient_important;
        if (what == 2 && item.allocation == Allocation::random_claimed) item.allocation = Allocation::random_described;
        if (what == 3) item.smallest_arm = 100;
        if (what == 4 && !item.steps.empty()) item.steps.pop_back();
        const Grade after = graded(items);
        return side(after, item.direction) >= side(before, item.direction);
    }));
}

TEST_CASE("a retraction never raises either side") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        if (genes.empty()) return true;
        auto items = studies_of(genes);
        const Grade before = graded(items);
        auto& item = items[choice % items.size()];
        item.state = EditorialState::retracted;
        const Grade after = graded(items);
        return after.support <= before.support && after.oppose <= before.oppose && unit_of(after, item.study).share == 0;
    }));
}

TEST_CASE("a correction or a reinstatement costs nothing") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        if (genes.empty()) return true;
        auto items = studies_of(genes);
        auto& item = items[choice % items.size()];
        item.state = EditorialState::clear;
        const Grade before = graded(items);
        item.state = choice % 2 == 0 ? EditorialState::corrected : EditorialState::reinstated;
        return same(before, graded(items));
    }));
}

TEST_CASE("any number of studies of one level never beats one study a level better") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        const int level = 1 + static_cast<int>(choice % 12);
        const auto stepped = [&](const std::string& id, int steps) {
            auto out = item(id, Design::randomized_trial);
            for (int i = 0; i < steps; ++i) out.steps.push_back({StepCode::relayed, "path"});
            return out;
        };
        std::vector<EvidenceItem> many;
        for (std::size_t i = 0; i < 1 + genes.size() * (choice % 50); ++i) {
            many.push_back(stepped("n" + std::to_string(i), level));
        }
        return graded(many).support < graded({stepped("one", level - 1)}).support;
    }));
}

TEST_CASE("any number of opinions is worth the best of them") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        std::vector<EvidenceItem> opinions;
        for (std::size_t i = 0; i <= genes.size(); ++i) {
            opinions.push_back(study_of(i < genes.size() ? genes[i] : choice, i));
            opinions.back().design = i % 2 == 0 ? Design::editorial : Design::narrative_review;
            opinions.back().direction = Direction::support;
        }
        Number best = 0;
        for (const auto& opinion : opinions) best = std::max(best, graded({opinion}).support);
        return graded(opinions).support == best;
    }));
}

TEST_CASE("a review no stronger than each of the studies that it covers adds nothing") {
    CHECK(law_holds([](const Genes& genes, Number choice) {
        const auto items = studies_of(genes);
        const Grade before = graded(items);
        auto review = item("z-review", Design::systematic_review, choice % 2 == 0 ? Direction::support : Direction::oppose);
        review.covers.emplace();
        int worst = 16;
        for (const Unit& unit : before.units) {
            const bool own = unit.weight > 0 && unit.kind == UnitKind::study && unit.item.direction == review.direction;
            if (!own || (choice >> (review.covers->size() % 40) & 2) != 0) continue;
            review.covers->push_back(unit.item.study);
            worst = review.covers->size() == 1 ? unit.effective_level : std::max(worst, unit.effective_level);
        }
        if (review.covers->empty()) return true;
        for (int level = 1; level < worst; ++level) review.steps.push_back({StepCode::relayed, "path"});
        const Grade after = with(items, review);
        return after.support == before.support && after.oppose == before.oppose;
    }));
}

TEST_CASE("the leading bit of a side is its best effective level") {
    CHECK(law_holds([](const Genes& genes, Number) {
        const Grade grade = graded(studies_of(genes));
        for (const Direction direction : {Direction::support, Direction::oppose}) {
            int best = 0;
            for (const Unit& unit : grade.units) {
                if (unit.weight == 0 || unit.item.direction != direction) continue;
                best = best == 0 ? unit.effective_level : std::min(best, unit.effective_level);
            }
            const auto sum = side(grade, direction);
            if (best == 0 ? sum != 0 : static_cast<int>(std::bit_width(sum)) != 61 - best) return false;
        }
        return true;
    }));
}

TEST_CASE("the ledger sums exactly to the points") {
    CHECK(law_holds([](const Genes& genes, Number) {
        const Grade grade = graded(studies_of(genes));
        std::map<Direction, Number> sums;
        std::map<Direction, int> counts;
        for (const Unit& unit : grade.units) {
            sums[unit.item.direction] += unit.share;
            counts[unit.item.direction] += unit.counted ? 1 : 0;
            if (unit.level && unit.effective_level != std::min(*unit.level + static_cast<int>(unit.item.steps.size()), 16)) {
                return false;
            }
            if (unit.weight != (unit.zero == ZeroReason::none ? Number{1} << (21 - unit.effective_level) : 0)) return false;
            if (unit.share << unit.rank != (unit.counted ? unit.weight << 40 : 0)) return false;
        }
        return sums[Direction::support] == grade.support && sums[Direction::oppose] == grade.oppose &&
               counts[Direction::support] == grade.support_units && counts[Direction::oppose] == grade.oppose_units;
    }));
}
