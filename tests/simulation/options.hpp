// The program's own command line, beside GoogleTest's: to play seeds by hand, and to see a failure again.
#pragma once

#include <cstdint>
#include <string>

#include "simulation/figures.hpp"
#include "simulation/shrink.hpp"

namespace dais::simulation {

// Plays the plan; where something is wrong, what, the faults that it needs (`shrink_too`: the fewest) and the
// command that plays it again. Empty: all is well.
std::string report_of(const Plan& plan, const Part& part, bool shrink_too, Figures& sum);

// Runs what the options ask for and returns an exit code; -1 where there are none of ours.
int run_options(int argc, char** argv);

}  // namespace dais::simulation
