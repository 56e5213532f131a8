// How a person plays a line of a script at the desks: as keys. Pure: from the line, its command and the
// meeting as it stands, the presses that bring it about, in the order in which a hand makes them.
// docs/chair.md, docs/clerk.md and docs/moderator.md list the same keys.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "folder/script.hpp"
#include "meeting/meeting.hpp"
#include "record/record.hpp"

namespace dais::cli {

struct Stroke {
    // A chord, as "Ctrl+Enter", or a text that is typed letter by letter.
    std::string keys;
    bool typed = false;
    // The hub has to have accepted what the stroke asked for before the next one is made.
    bool asks = false;
};

// What the hand remembers of the desks from one line to the next.
struct Hand {
    std::size_t limit_of = 0;  // the choice of whose limit is set, on the chair's screen
};

// Error: no_keys, where the desks have no keys for what the line says (a grant that is no multiple of thirty
// seconds, say).
base::Result<std::vector<Stroke>> strokes_for(const folder::ScriptLine& line, const meeting::Command& command,
                                              const meeting::Meeting& meeting, const record::Record& record,
                                              Hand& hand);

}  // namespace dais::cli
