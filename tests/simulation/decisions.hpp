// What the hub decided, held against the journal.
#pragma once

#include <cstddef>
#include <span>

#include "simulation/checkers.hpp"

namespace dais::simulation {

// Each entry is what the meeting's rules make of its author's command at that place, and no act hit another
// speaker than the one whom its author saw. Each refusal is what the rules said of the command between the
// moment at which the hub heard it and the one at which it answered, as far as the journal was durable by
// then: nobody is told of what might still not come to be.
void check_decisions(std::span<const StationModel> stations, const Journal& journal, std::size_t history,
                     const Heard& heard, Complaints& complaints);

// After each hello a station sends its texts in the order in which it numbered them. (What is sent a second
// time was not taken, for want of room.)
void check_order(const StationModel& station, const Heard& heard, Complaints& complaints);

}  // namespace dais::simulation
