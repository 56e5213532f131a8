// The simulation's program: plays what its own options ask for (options.hpp), or else its tests.
#include <gtest/gtest.h>

#include "simulation/options.hpp"

int main(int argc, char** argv) {
    const int code = dais::simulation::run_options(argc, argv);
    if (code >= 0) return code;
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
