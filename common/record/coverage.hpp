// Which part of the timeline the record tells of. Where no clerk marked a beginning or an end, all of it.
#pragma once

#include <optional>
#include <vector>

#include "base/time.hpp"
#include "meeting/meeting.hpp"

namespace dais::record {

struct Coverage {
    const meeting::TimelineItem* begin =
        nullptr;  // the clerk's marks, null where there are none; of the meeting's
    const meeting::TimelineItem* end = nullptr;  // timeline, so they live as long as that is not changed
    std::vector<bool> covered;  // for each item of the timeline; the marks themselves are not
    std::vector<meeting::AgendaItemId> open_items;  // the headings open at the beginning mark, from the top
    std::optional<base::Instant> began,
        ended;  // what the sentences at the marks say; never outside the sitting
};

// Left out is what ended before the beginning and what began after the end; whoever has the floor at either
// is in. A text that its author placed after an intervention goes where that goes. An end before the
// beginning is no end: the coverage began anew.
Coverage coverage_of(const meeting::Meeting& meeting);

}  // namespace dais::record
