// What a chair asks of a meeting in sums: how long the list will take and whether that is before the end,
// what a delegation has left of its rights of reply, who has spoken for how long, how far the record is
// behind. Pure; nothing here is a rule, and nothing is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "meeting/meeting.hpp"

namespace dais::meeting {

// When interpretation ends on the day of the meeting, or after midnight where that is no later than its
// scheduled beginning; nothing where the folder does not say.
std::optional<base::Instant> scheduled_end(const Meeting& meeting);

// What is left until then, negative afterwards; nothing unless the meeting is open or suspended and the end
// is near: at most fifteen minutes ahead.
inline constexpr base::Span near_end{15 * 60'000};
std::optional<base::Span> hard_stop(const Meeting& meeting, base::Instant now);

// The limit, in seconds, that the request would have if the floor were given for it now; nothing: none. Of a
// right of reply those that its delegation has on the list before it count as given.
std::optional<std::int32_t> limit_of(const Meeting& meeting, const Request& request);

struct ListOutlook {
    std::size_t waiting = 0;    // on the list; rights of reply stand apart
    std::size_t unlimited = 0;  // of these, those without a limit: how long they take nobody knows
    base::Span at_limits{0};    // what the others take at their limits
};
ListOutlook list_outlook(const Meeting& meeting);
// When the list is at its end if the floor takes what it has left and all take their limits.
base::Instant list_ends(const Meeting& meeting, const ListOutlook& outlook, base::Instant now);

struct RepliesHad {
    std::uint32_t given = 0;
    std::size_t allowed = 0;  // 0: as many as are asked for
};
// Of the delegation of a person.
RepliesHad replies_had(const Meeting& meeting, const ParticipantId& who);

// What a person spoke so far, in all interventions that stand.
base::Span spoken_by(const Meeting& meeting, const ParticipantId& who, base::Instant now);

enum class TotalOf : std::uint8_t { person, affiliation, role, attendance };

struct Total {
    std::string key;        // a participant's id, an affiliation, or the word of a role or of how
    std::size_t times = 0;  // the parts of an interrupted intervention count as one
    base::Span spoken{0};
    base::Span over{0};  // beyond their limits

    friend bool operator==(const Total&, const Total&) = default;
};
// Whoever spoke longest first; of equals in the order of their keys. Of attendance: room, audio and video, as
// the record would say it.
std::vector<Total> totals(const Meeting& meeting, TotalOf what, base::Instant now);

// How many who had the floor, and have it no more, have no paragraph yet: those of whom there is nothing to
// record and those who spoke for less than five seconds do not count.
std::size_t speakers_behind(const Meeting& meeting);

}  // namespace dais::meeting
