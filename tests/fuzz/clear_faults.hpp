// What holds of the faults of a file, whatever stands in it.
#pragma once

#include <string_view>

#include "folder/fault.hpp"
#include "meeting/events.hpp"

namespace dais::fuzz {

// Every message is a line of text, in UTF-8, and every place lies in the text or right behind a line of it.
void check_faults(const folder::Faults& faults, std::string_view text);

// What a folder was taken for is small enough for the journal and comes back from it: an entry with this
// preparation is decoded again, and its bytes are the same.
void check_journaled(meeting::MeetingPrepared prepared);

}  // namespace dais::fuzz
