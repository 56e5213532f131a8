// What hostile peers do to a hub, one function an attack. Each goes on until its time is over and then lets
// go of everything.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "net/keys.hpp"

namespace dais::hostile {

// What a hostile one has: the address, and a key on the hub's list with the hub's public key. A stranger uses
// the address and the hub's key only.
struct Target {
    std::string address;
    net::StationKeys keys;
};

struct Attack {
    std::string name;  // [a-z_]
    std::function<void(const Target&, std::chrono::steady_clock::time_point until)> run;
    // What the hub may take for it, in MiB, beyond what it takes without.
    double allowance = 0;
};

// Those without a key on the list.
std::vector<Attack> attacks_of_strangers();
// Those with one.
std::vector<Attack> attacks_from_within();
std::vector<Attack> all_attacks();

}  // namespace dais::hostile
