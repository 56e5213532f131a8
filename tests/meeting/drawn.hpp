// Commands and events drawn from bytes, for tests that try what nobody would think of. Ids, persons and times
// come from small sets, so that they often meet; most of what is drawn makes sense somewhere, and some of it
// nowhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "meeting/commands.hpp"
#include "meeting/events.hpp"

namespace dais::meeting {

// Numbers from bytes; noughts when they run out.
class Draws {
  public:
    explicit Draws(std::vector<std::uint8_t> bytes) : bytes_(std::move(bytes)) {}
    // From 0 to count - 1.
    std::size_t below(std::size_t count) { return next_ < bytes_.size() ? bytes_[next_++] % count : 0; }
    bool one_in(std::size_t count) { return below(count) == count - 1; }

  private:
    std::vector<std::uint8_t> bytes_;
    std::size_t next_ = 0;
};

// A station of the desks, two of each kind but the moderator.
Actor drawn_actor(Draws& draws);
// Of any desk's, or of the actor's own.
Command drawn_command(Draws& draws);
Command drawn_command(Draws& draws, Desk desk);
// An event, sensible or not. The first of a meeting is not among them but for one in a hundred.
Event drawn_event(Draws& draws);

}  // namespace dais::meeting
