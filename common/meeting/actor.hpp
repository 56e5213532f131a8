// Who asks, and how an event is stamped once it is accepted.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/sequence.hpp"
#include "base/time.hpp"
#include "meeting/words.hpp"

namespace dais::meeting {

// A station as the hub knows it from its key; never from what a message says of itself.
struct Actor {
    std::string name;  // "clerk-2"
    Desk desk = Desk::clerk;

    friend bool operator==(const Actor&, const Actor&) = default;
};

// The desk that a station's name says it has: what stands before the first hyphen. Nothing where that is no
// desk, and never `hub`, which is no station. A `board` is a room's.
std::optional<Desk> desk_of(std::string_view station);

// What every event of one journal entry has in common.
struct Stamp {
    base::Sequence entry;
    base::Instant recorded;  // the hub's time
    Actor actor;

    friend bool operator==(const Stamp&, const Stamp&) = default;
};

}  // namespace dais::meeting
