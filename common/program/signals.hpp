// SIGTERM and SIGINT, as a wish to stop in good order.
#pragma once

#include "net/wakeup.hpp"

namespace dais::program {

// From now on those two signals wake `wakeup` instead of ending the program. Call once; `wakeup` must outlive
// the program's loop.
void stop_on_signals(const net::Wakeup& wakeup);
bool stop_is_wished();

}  // namespace dais::program
