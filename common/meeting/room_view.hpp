// What everybody in the room may know: who speaks and how long is left, who comes next, what is dealt with.
// The hub makes it of the meeting and sends a room's screens nothing else (protocol.md, Rooms): no record, no
// draft, no id, no link but that of whoever has the floor. So whoever adds a member here shows it to the
// public.
//
// Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "meeting/meeting.hpp"

namespace dais::meeting {

// So many who come next are named, and `more` counts the others.
inline constexpr std::size_t max_room_next = 12;
// A title, a name, an affiliation: what is longer is cut at a code point, with an ellipsis.
inline constexpr std::size_t max_room_text_bytes = 600;

struct RoomItem {
    std::optional<std::int32_t> number;
    std::string title;

    friend bool operator==(const RoomItem&, const RoomItem&) = default;
};

struct RoomSpeaker {
    std::string name;  // "Mr. John Lewis"
    std::string affiliation;
    std::string on_behalf_of;
    Kind kind = Kind::statement;

    friend bool operator==(const RoomSpeaker&, const RoomSpeaker&) = default;
};

struct RoomFloor {
    RoomSpeaker speaker;
    bool presiding = false;
    Link link = Link::in_room;  // in_room, audio or video: how the speaker takes part
    // Since when the speaker's link is lost, where it is.
    std::optional<base::Instant> lost;
    Clock clock;                // without its pauses; left_at() and spent_at() of floor.hpp
    std::uint32_t waiting = 0;  // so many were interrupted by points of order and get the floor back

    friend bool operator==(const RoomFloor&, const RoomFloor&) = default;
};

struct RoomView {
    std::string body;
    std::string symbol;
    std::string language = "en";   // BCP 47, of the meeting
    std::int32_t zone_offset = 0;  // seconds east of Greenwich, for the time of day
    Sitting sitting = Sitting::before;
    std::optional<base::Instant> since;  // in session, suspended or ended since
    std::optional<base::Instant> until;  // suspended until, where the chair has said
    std::optional<base::Instant> scheduled_end;
    std::vector<RoomItem> items;  // the agenda item, with its headings, from the top
    std::string chair;            // who presides
    std::string moderator;        // who moderates the debate, where somebody does
    std::optional<RoomFloor> floor;
    std::vector<RoomSpeaker> next;  // in the order of speaking; rights of reply last
    std::uint32_t more = 0;
    bool list_closed = false;
    std::optional<std::int32_t> warning;  // so many seconds before the end of the time

    friend bool operator==(const RoomView&, const RoomView&) = default;
};

RoomView room_view(const Meeting& meeting);

}  // namespace dais::meeting
