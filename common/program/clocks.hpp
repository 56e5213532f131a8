// The clocks of a running program: the one place where time is read.
#pragma once

#include <optional>

#include "base/time.hpp"

namespace dais::program {

// Milliseconds since the machine started, sleep included; it never jumps. Never 0.
base::Instant uptime();
// The wall clock.
base::Instant wall_clock();

// The hub's clock: the wall clock at start plus the time since by uptime(), so that a wall clock that is set
// while the meeting runs moves nothing; and never before the journal's last entry. A rehearsal's hub starts
// it elsewhere and may run it faster, or not at all: then only the script moves it.
class HubClock {
  public:
    // A clock of today. `last` is when the journal's last entry was recorded.
    explicit HubClock(base::Instant last);
    // A rehearsal's: starts at `start`, runs at `rate` times the speed of time (0: stands).
    HubClock(base::Instant start, double rate, base::Instant last);

    [[nodiscard]] base::Instant now() const;

  private:
    base::Instant base_;
    base::Instant started_;
    double rate_ = 1.0;
};

}  // namespace dais::program
