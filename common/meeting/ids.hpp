// What the meeting numbers, and what the meeting folder names.
#pragma once

#include <string>

#include "base/id.hpp"

namespace dais::meeting {

using RequestId = base::Id<struct RequestTag>;            // a request on the speakers' list
using InterventionId = base::Id<struct InterventionTag>;  // one turn of one speaker, or a later part of it
using TextId = base::Id<struct TextTag>;  // a paragraph, note, heading or decision of the record
using MarkId = base::Id<struct MarkTag>;  // a clerk's mark: a point missed, or to be checked

// Names that people gave in the folder: `lewis`, `informal-meeting`. Compared byte by byte.
using ParticipantId = std::string;
using AgendaItemId = std::string;

}  // namespace dais::meeting
