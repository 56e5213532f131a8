// The simulation notices what is wrong: each mutant is caught by one of 500 seeds, and the original, built in
// the same way, survives that seed.
#include <gtest/gtest.h>

#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "e2e/process.hpp"

namespace dais::mutants {
namespace {

constexpr int seeds = 500;
// So many in one process, which has 90 seconds however busy the machine is.
constexpr int seeds_at_once = 20;

std::string program(const std::string& mutant) {
    return std::string(DAIS_BIN_DIR) + "/mutant_" + mutant;
}

std::vector<std::string> all_mutants() {
    std::istringstream words(DAIS_MUTANTS);
    std::vector<std::string> names;
    for (std::string name; std::getline(words, name, ',');) names.push_back(name);
    return names;
}

e2e::Ran play(const std::string& mutant) {
    e2e::Ran ran;
    ran.code = 0;
    for (int first = 0; first < seeds && ran.code == 0; first += seeds_at_once) {
        ran = e2e::run({program(mutant), std::to_string(first), std::to_string(seeds_at_once)});
    }
    return ran;
}

class Mutant : public testing::TestWithParam<std::string> {};

TEST_P(Mutant, is_caught_by_a_seed_that_the_original_survives) {
    const auto caught = play(GetParam());
    ASSERT_NE(caught.code, 0) << "The simulation did not notice in " << seeds << " seeds what is wrong with "
                              << GetParam() << ": a fault or a checker is missing.";
    // Anything but 1 is no complaint of a checker: it crashed, or it took too long.
    ASSERT_EQ(caught.code, 1) << caught.out;
    ASSERT_TRUE(caught.out.starts_with("seed ")) << caught.out;
    std::cout << GetParam() << ": " << caught.out.substr(0, caught.out.find('\n')) << "\n";

    const auto seed = std::to_string(std::stoull(caught.out.substr(5)));
    const auto original = e2e::run({program("original"), seed, "1"});
    EXPECT_EQ(original.code, 0) << "The original fails as well, so it is not the mutant that was caught:\n"
                                << original.out;
}
INSTANTIATE_TEST_SUITE_P(Simulation, Mutant, testing::ValuesIn(all_mutants()),
                         [](const auto& named) { return named.param; });

}  // namespace
}  // namespace dais::mutants
