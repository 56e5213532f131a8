// One seed is one run of a whole room (world.hpp). A run that fails names its seed and how to see it again.
//
//   DAIS_SEEDS=5000   so many seeds in all instead of 200, shared among the shards
//   DAIS_SEED=17      the seed of Simulation.one_seed
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <string>

#include "simulation/world.hpp"

namespace dais::simulation {
namespace {

constexpr std::uint64_t shards = 8;
constexpr std::uint64_t usual_seeds = 200;

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

bool holds(std::uint64_t seed, Figures& sum) {
    World world(seed);
    const auto complaints = world.run();
    const auto& figures = world.figures();
    sum.entries += figures.entries;
    sum.hub_lives += figures.hub_lives;
    sum.station_lives += figures.station_lives;
    sum.cuts += figures.cuts;
    sum.partitions += figures.partitions;
    sum.healed = std::max(sum.healed, figures.healed);
    if (complaints.empty()) return true;
    std::string all;
    for (const auto& complaint : complaints) all += "\n  " + complaint;
    ADD_FAILURE() << "seed " << seed << ":" << all << "\nagain: DAIS_SEED=" << seed << " " << DAIS_BIN_DIR
                  << "/simulation_test --gtest_filter=Simulation.one_seed";
    return false;
}

void run_seeds(std::uint64_t first, std::uint64_t count) {
    Figures sum;
    int failures = 0;
    for (std::uint64_t seed = first; seed < first + count && failures < 3; ++seed) {
        if (!holds(seed, sum)) ++failures;
    }
    std::cout << count << " seeds from " << first << ": " << sum.entries << " entries, " << sum.hub_lives
              << " lives of hubs, " << sum.station_lives << " of stations, " << sum.cuts << " cuts, "
              << sum.partitions << " partitions; quiet within " << sum.healed.count() << " ms\n";
}

class Seeds : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Seeds, leave_one_history) {
    const auto count = (from_environment("DAIS_SEEDS", usual_seeds) + shards - 1) / shards;
    run_seeds(1 + GetParam() * count, count);
}
INSTANTIATE_TEST_SUITE_P(Simulation, Seeds, testing::Range(std::uint64_t{0}, shards));

// For the sanitizers, which are slow.
TEST(Simulation, a_few_seeds_leave_one_history) {
    run_seeds(1'000'000, 6);
}

// A minute or so: `./test --all`.
TEST(Simulation, two_thousand_seeds_leave_one_history) {
    run_seeds(10'000, 2'000);
}

TEST(Simulation, one_seed) {
    run_seeds(from_environment("DAIS_SEED", 1), 1);
}

TEST(Simulation, the_same_seed_is_the_same_run) {
    World first(7);
    World second(7);
    EXPECT_EQ(first.run(), Complaints{});
    EXPECT_EQ(second.run(), Complaints{});
    EXPECT_EQ(first.figures().entries, second.figures().entries);
    EXPECT_EQ(first.figures().healed, second.figures().healed);
}

}  // namespace
}  // namespace dais::simulation
