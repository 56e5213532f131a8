// One seed is one run of a whole room (world.hpp). A run that fails names its seed, the fewest faults that it
// needs, and the command to see it again (options.hpp).
#include <gtest/gtest.h>

#include <iostream>
#include <string>

#include "simulation/options.hpp"
#include "simulation/world.hpp"

namespace dais::simulation {
namespace {

// After so many seeds that failed, the rest would say the same.
constexpr int enough_failures = 3;

Figures run_seeds(std::uint64_t first, std::uint64_t count) {
    Figures sum;
    int failures = 0;
    for (std::uint64_t seed = first; seed < first + count && failures < enough_failures; ++seed) {
        const auto plan = draw_plan(seed);
        const auto report = report_of(plan, whole(plan), failures == 0, sum);
        if (report.empty()) continue;
        ++failures;
        ADD_FAILURE() << report;
    }
    std::cout << sum.text() << "\n";
    return sum;
}

// 500 seeds in four parts, which run beside each other. In each of them everything happens that can: the
// simulation must not become tame without anybody's noticing.
class Seeds : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Seeds, leave_one_history) {
    const auto sum = run_seeds(GetParam() * 125, 125);
    EXPECT_EQ(sum.missing(), "") << "never came about";
}
INSTANTIATE_TEST_SUITE_P(Simulation, Seeds, testing::Range(std::uint64_t{0}, std::uint64_t{4}));

// And 9,500 more.
class ManySeeds : public testing::TestWithParam<std::uint64_t> {};

TEST_P(ManySeeds, leave_one_history) {
    run_seeds(500 + GetParam() * 950, 950);
}
INSTANTIATE_TEST_SUITE_P(Long, ManySeeds, testing::Range(std::uint64_t{0}, std::uint64_t{10}));

// For the sanitizers, which are slow.
TEST(Simulation, a_few_seeds_leave_one_history) {
    run_seeds(1'000'000, 25);
}

TEST(Simulation, the_same_seed_is_the_same_run) {
    World first(7);
    World second(7);
    EXPECT_EQ(first.run(), Complaints{});
    EXPECT_EQ(second.run(), Complaints{});
    EXPECT_EQ(first.figures().text(), second.figures().text());
}

}  // namespace
}  // namespace dais::simulation
