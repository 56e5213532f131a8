// Values of everything that is on the wire, from a source of choices. They are well-formed, not sensible: ids
// that nobody has, texts in the wrong place. A field that is added to a struct is filled without a change
// here.
#pragma once

#include <vector>

#include "meeting/commands.hpp"
#include "meeting/events.hpp"
#include "meeting/meeting.hpp"
#include "support/source.hpp"
#include "wire/messages.hpp"

namespace dais::support {

meeting::Command any_command(Source& source);
meeting::Event any_event(Source& source);
meeting::Meeting any_meeting(Source& source);
wire::Entry any_entry(Source& source);
wire::Envelope any_envelope(Source& source);

// One of each alternative, in their order.
std::vector<meeting::Command> all_commands(Source& source);
std::vector<meeting::Event> all_events(Source& source);
std::vector<wire::Message> all_messages(Source& source);

}  // namespace dais::support
