// What the people at the desks ask for: mostly what the meeting allows at that moment, now and then what it
// does not.
#pragma once

#include <string>

#include "meeting/commands.hpp"
#include "meeting/meeting.hpp"
#include "support/chance.hpp"

namespace dais::simulation {

// `text` is what the author would write now, unlike every other text of the run.
meeting::Command next_command(meeting::Desk desk, const meeting::Meeting& seen, const std::string& text,
                              support::Chance& chance);

// The unique text in a command, or nothing.
std::string text_of(const meeting::Command& command);

}  // namespace dais::simulation
