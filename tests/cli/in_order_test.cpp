#include "cli/in_order.hpp"

#include <atomic>

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace evigrade;

TEST_CASE("results come in the order of the input, however many threads work") {
    CHECK(rc::check("order", [] {
        const std::size_t n = *rc::gen::inRange<std::size_t>(0, 200);
        const std::size_t jobs = *rc::gen::inRange<std::size_t>(1, 9);
        std::vector<std::size_t> seen;
        cli::in_order<std::size_t>(
            n, jobs, [](std::size_t i) { return i; }, [&](const std::size_t& i) { seen.push_back(i); });
        RC_ASSERT(seen.size() == n);
        for (std::size_t i = 0; i < n; ++i) RC_ASSERT(seen[i] == i);
    }));
}

TEST_CASE("no more than four results a job wait to be taken") {
    std::atomic<std::size_t> made{0};
    std::size_t most = 0;
    std::size_t taken = 0;
    cli::in_order<int>(
        500, 2,
        [&](std::size_t) {
            ++made;
            return 0;
        },
        [&](const int&) { most = std::max(most, made.load() - taken++); });
    CHECK(most <= 4 * 2 + 1);
}
