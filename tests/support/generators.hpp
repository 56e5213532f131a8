// RapidCheck generators of everything that is on the wire (well-formed, not sensible: see any_value.hpp).
// They shrink: each choice that made a value is made smaller by itself.
#pragma once

#include <rapidcheck.h>

#include "meeting/commands.hpp"
#include "meeting/events.hpp"
#include "meeting/meeting.hpp"
#include "wire/messages.hpp"

namespace dais::support {

rc::Gen<std::string> texts();  // valid UTF-8 of many scripts, with what editors send by mistake
rc::Gen<meeting::Command> commands();
rc::Gen<meeting::Event> events();
rc::Gen<meeting::Meeting> meetings();
rc::Gen<wire::Entry> entries();
rc::Gen<wire::Envelope> envelopes();

}  // namespace dais::support
