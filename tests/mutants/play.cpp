// Plays the simulation's seeds with whatever hub, replica or meeting it is linked with:
//
//   mutant_NAME FIRST COUNT
//
// Ends at the first seed after which something does not hold, prints "seed N: " and the complaints, and
// returns 1; returns 0 where all of them hold.
#include <cstdlib>
#include <iostream>

#include "simulation/world.hpp"

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: " << arguments[0] << " FIRST COUNT\n";
        return 2;
    }
    const auto first = std::strtoull(arguments[1], nullptr, 10);
    const auto seeds = std::strtoull(arguments[2], nullptr, 10);
    for (auto seed = first; seed < first + seeds; ++seed) {
        const auto complaints = dais::simulation::World(seed).run();
        if (complaints.empty()) continue;
        std::cout << "seed " << seed << ":";
        for (const auto& complaint : complaints) std::cout << " " << complaint << "\n";
        return 1;
    }
    return 0;
}
