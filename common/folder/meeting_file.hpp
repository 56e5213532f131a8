// meeting.toml: what is known of a meeting beforehand.
#pragma once

#include <set>
#include <string>

#include "base/time.hpp"
#include "folder/fault.hpp"
#include "meeting/setup.hpp"

namespace dais::folder {

struct MeetingFile {
    meeting::Setup setup;         // without a style
    bool parsed = false;          // it was TOML; where it was not, the rest says nothing
    std::set<std::string> items;  // the ids of the agenda, those of faulty items too
};

// Reads the text of a meeting.toml. `now` says which day "today" is where the text gives no date. REQUIRES:
// UTF-8.
MeetingFile read_meeting_text(std::string text, base::Instant now, FileFaults faults);

}  // namespace dais::folder
