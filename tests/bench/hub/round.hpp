// One round: a hub, writers that ask and listeners that only follow, in processes of their own, and when each
// of what was asked came about.
#pragma once

#include <cstddef>
#include <vector>

#include "base/result.hpp"
#include "bench/hub/site.hpp"

namespace dais::bench {

struct Plan {
    std::size_t writers = 1;
    std::size_t commands = 2'000;  // of each writer
    std::size_t window = 1;        // how many a writer has under way; it asks again when one is answered
    double rate = 0;               // or: asks so many times a second, whatever is answered
    std::size_t listeners = 0;
    bool folding = true;  // listeners fold what they hear into a state; or only decode it
    RecordSize record;
};

// Milliseconds.
struct Percentiles {
    double p50 = 0;
    double p90 = 0;
    double p99 = 0;
};
Percentiles percentiles(std::vector<double> values);

struct Played {
    Percentiles own;   // until the author's own replica has the entry, which is on the hub's disk then
    Percentiles last;  // until the last listener's replica has it
    double per_second = 0;
    double hub_us = 0;        // processor time of the hub for each command
    double hub_memory = 0;    // MiB, at its highest
    double hub_resident = 0;  // MiB, at the end
};

// Errors: those of the hub and the stations; incomplete, where not all that was asked came about.
base::Result<Played> play(Site& site, const Plan& plan);

// Stations that join a record that is there: `own` is from connecting until the replica has it and has
// verified its digest.
base::Result<Played> play_joins(Site& site, const RecordSize& record, std::size_t joins);

}  // namespace dais::bench
