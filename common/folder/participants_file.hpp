// participants.csv: who may speak.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "folder/fault.hpp"
#include "meeting/participants.hpp"

namespace dais::folder {

struct ParticipantsFile {
    std::vector<meeting::Participant> participants;
    bool parsed = false;        // it had a header; where it had none, the rest says nothing
    std::set<std::string> ids;  // of faulty rows too
};

// Reads the text of a participants.csv. REQUIRES: UTF-8.
ParticipantsFile read_participants_text(std::string_view text, FileFaults faults);

}  // namespace dais::folder
