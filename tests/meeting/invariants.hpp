// What holds of every meeting that came about by decide and apply.
#pragma once

#include <string>

#include "meeting/meeting.hpp"

namespace dais::meeting {

// The first thing that does not hold, as a sentence; empty where all is well.
std::string broken_invariant(const Meeting& meeting);

}  // namespace dais::meeting
