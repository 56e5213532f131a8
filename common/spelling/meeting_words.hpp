// What a meeting calls things and people: right as it is written, whatever a dictionary says.
#pragma once

#include <string>
#include <vector>

#include "meeting/meeting.hpp"

namespace dais::spelling {

// The names and affiliations of those who take part, the agenda, and the facts of the meeting. Pure.
std::vector<std::string> texts_that_name(const meeting::Meeting& meeting);

}  // namespace dais::spelling
