// apply(): brings an event about. Total and without rules: whatever event it is handed, it ends with a
// meeting; what an event refers to and is not there is passed over. Any thread, no clock, no allocation
// beyond the value itself.
#pragma once

#include "meeting/events.hpp"
#include "meeting/meeting.hpp"

namespace dais::meeting {

void apply(Meeting& meeting, const Event& event, const Stamp& stamp);

// All events of an entry.
void apply(Meeting& meeting, const Fact& fact);

}  // namespace dais::meeting
