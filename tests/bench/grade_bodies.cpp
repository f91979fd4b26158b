// How long grading takes, by the number of items in a body: `build/bench/tests/bench/grade_bodies`.
#include <chrono>
#include <cstdio>
#include <string>

#include "evigrade/grade.hpp"

using namespace evigrade;

namespace {

constexpr std::size_t paths_per_study = 3;

/// A body like those of a much-written-about treatment: many paths to few studies, some of them reviews.
Body body_of(std::size_t items) {
    Body body;
    for (std::size_t i = 0; i < items; ++i) {
        const std::size_t study = i / paths_per_study;
        EvidenceItem item;
        item.study = "study-" + std::to_string(study * 7919 % 100003);
        item.label = "Author " + std::to_string(1990 + study % 35);
        item.design = static_cast<Design>(study % 12);
        item.direction = study % 4 == 0 ? Direction::oppose : Direction::support;
        item.year = static_cast<int>(1990 + study % 35);
        item.participants = static_cast<std::uint32_t>(10 + study % 500);
        item.claims.push_back("claim-of-the-article-number-" + std::to_string(i));
        if (i % paths_per_study == 1) item.steps.push_back({StepCode::relayed, "an article relays it"});
        body.items.push_back(std::move(item));
    }
    return body;
}

}  // namespace

int main() {
    using Clock = std::chrono::steady_clock;
    const grade::Policy policy{Data()};
    std::printf("items  microseconds a body\n");
    for (const std::size_t items : {10U, 100U, 1000U, 10000U, 100000U}) {
        const Body body = body_of(items);
        const std::size_t rounds = 1 + 1000000 / items;
        std::uint64_t sum = 0;
        const auto begin = Clock::now();
        for (std::size_t i = 0; i < rounds; ++i) sum += grade::grade(body, policy).support;
        const double spent = std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
        std::printf("%6zu %10.1f%s\n", items, spent / static_cast<double>(rounds), sum == 0 ? " ?" : "");
    }
}
