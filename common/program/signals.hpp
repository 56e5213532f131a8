// SIGTERM and SIGINT, as a wish to stop in good order; and the one of a limit on files.
#pragma once

#include "net/wakeup.hpp"

namespace dais::program {

// From now on those two signals wake `wakeup` instead of ending the program. Call once; `wakeup` must outlive
// the program's loop.
void stop_on_signals(const net::Wakeup& wakeup);
bool stop_is_wished();

// First thing in main(): a file that may not grow (`ulimit -f`) answers with an error, as a full disk does,
// and does not end the program.
void bear_limits_on_files();

}  // namespace dais::program
