// decide(): what a command brings about in this state of the meeting, or why it may not. Pure: the same
// arguments give the same answer, and nothing changes until the events are applied.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "meeting/actor.hpp"
#include "meeting/commands.hpp"
#include "meeting/events.hpp"
#include "meeting/meeting.hpp"
#include "meeting/refusal.hpp"

namespace dais::meeting {

using Decision = base::Result<std::vector<Event>, Refusal>;

// `now` is the hub's time, never before meeting.now.
Decision decide(const Meeting& meeting, const Actor& actor, const Command& command, base::Instant now);

// Whether an actor at this desk may ask for it now: may_ask(), and where a moderator would do what is the
// chair's, whether the chair lets it (LetModerate).
bool may_ask_now(const Meeting& meeting, Desk desk, const Command& command);

// What undo_last would take back for this actor now, as it is shown beside the key: "give_floor lewis". Or
// why it would not.
base::Result<std::string, Refusal> what_undo_takes_back(const Meeting& meeting, const Actor& actor,
                                                        base::Instant now);

// The request that comes next when the chair gives the floor without saying to whom, or null.
const Request* next_request(const Proceedings& proceedings);

}  // namespace dais::meeting
