// The measures, and how they are run and printed.
#pragma once

#include <string>
#include <vector>

#include "bench/hub/options.hpp"
#include "bench/hub/round.hpp"

namespace dais::bench {

enum class Kind { round, joins };
enum class What { own, last, per_second, memory };

struct Measure {
    std::string name;
    Plan plan;  // of `joins`, the record and the commands count
    Kind kind = Kind::round;
    std::size_t floor_group = 1;  // the most commands that a commit of the floor takes
    std::vector<What> what;       // what of the round is printed; a line each
    bool has_floor = true;
    bool curve_floor_too = false;  // a second pairing, with a floor that encrypts
};

std::vector<Measure> all_measures(bool smoke);

// Runs those that were asked for. Returns an exit code.
int run(const Options& options);

}  // namespace dais::bench
