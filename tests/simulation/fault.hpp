// What befalls a room: each fault with its moment, whom it meets, how long it lasts and how much. A run's
// faults are drawn before it begins, so that it can be played again with some of them left out.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "support/chance.hpp"

namespace dais::simulation {

// Virtual time begins here.
inline constexpr base::Instant beginning{1'700'000'000'000};

enum class FaultKind : std::uint8_t {
    // The line of one station. `amount` of a slow line: bytes a second, hub to station.
    cut,         // the connection dies with what was under way, or all but some of it
    echo,        // so does it, and what was sent last on it comes a second time, on the next connection
    line_flaps,  // one connection after the other comes about and dies, most as soon as they are used
    slow_line,   // little of it goes through, and late
    held_up,     // what the station sends is held back
    held_down,   // what it is sent is
    partition,   // both are
    // One station.
    station_dies,    // and comes back with its spool
    station_sleeps,  // no turn for so long; odd `amount`: its clock stands still meanwhile
    station_clock,   // jumps by `amount` ms, less 20 s
    spool_full,      // its disk takes nothing
    spool_sync,      // its disk does not confirm the next write, which is there (odd) or not; it dies
    // The hub's machine. Odd `amount`: what was under way to the disk is there when it comes back.
    hub_dies,
    hub_dies_before_write,  // as it hands the next entries to the disk
    hub_dies_before_sync,   // while they are on their way
    hub_dies_after_sync,    // they are durable, and nobody was told
    hub_dies_saying,        // some were
    hub_flaps,              // it is started again and again, and ends each time as it welcomes its stations
    hub_sleeps,
    hub_clock,  // jumps by `amount` ms less 20 s: at once where forward, else for its next life
    // The hub's disk.
    disk_slow,      // a sync takes up to `amount` ms
    disk_full,      // nothing is stored for so long
    sync_fails,     // the next one; what it was for is there (odd `amount`) or not
    byte_flips,     // in an entry at rest, `amount` back from the last; the operator brings the sound journal
    older_journal,  // the hub is started from a copy that lacks the last `amount` entries, until it is
                    // noticed
};
inline constexpr std::size_t fault_kinds = 25;
inline constexpr std::array<std::string_view, fault_kinds> fault_words{"cut",
                                                                       "echo",
                                                                       "line_flaps",
                                                                       "slow_line",
                                                                       "held_up",
                                                                       "held_down",
                                                                       "partition",
                                                                       "station_dies",
                                                                       "station_sleeps",
                                                                       "station_clock",
                                                                       "spool_full",
                                                                       "spool_sync",
                                                                       "hub_dies",
                                                                       "hub_dies_before_write",
                                                                       "hub_dies_before_sync",
                                                                       "hub_dies_after_sync",
                                                                       "hub_dies_saying",
                                                                       "hub_flaps",
                                                                       "hub_sleeps",
                                                                       "hub_clock",
                                                                       "disk_slow",
                                                                       "disk_full",
                                                                       "sync_fails",
                                                                       "byte_flips",
                                                                       "older_journal"};

struct Fault {
    base::Span at{0};  // since the beginning
    FaultKind kind = FaultKind::cut;
    std::size_t station = 0;
    base::Span lasts{0};
    std::uint64_t amount = 0;
};

// One run: all that it depends on.
struct Plan {
    std::uint64_t seed = 0;
    std::size_t stations = 5;   // 5 to 20
    base::Span faults_last{0};  // then all heals
    bool on_file = false;       // the journal is a file, and not in memory
    std::vector<Fault> faults;  // by `at`
};

Plan draw_plan(std::uint64_t seed);

// The name of a plan's n-th station: "chair", "chair-2", "clerk", "clerk-2", "moderator", "clerk-3", …
std::string station_name(std::size_t n);

// "12.3 s: clerk-2 sleeps, for 8.0 s"
std::string describe(const Fault& fault);

}  // namespace dais::simulation
