// What a room's screen says, in the meeting's language: every text of it, made of what the room may know.
// Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "folder/room_words.hpp"
#include "meeting/room_view.hpp"
#include "ui/words.hpp"

namespace dais::clerk_station {

struct ShownSpeaker {
    std::string name;
    std::string affiliation;
    std::string behalf;  // "on behalf of the Group of 77"
    std::string kind;    // "Right of reply"; empty for a statement
};

struct ShownFloor {
    ShownSpeaker speaker;
    ui::Phrase link;      // "by video link", "The link is lost"; empty in the room
    ui::ClockFace clock;  // its word is the room's: "Time left", "Warning", "Over time"
    std::string stands;   // "The clock stands", where it does
};

struct Shown {
    std::string body;
    std::string symbol;
    std::string time_of_day;            // "15:10"
    std::vector<std::string> headings;  // of the agenda item, from the top
    std::string item;                   // "Item 4 · Promotion of the Convention"
    std::string chair;
    std::string moderator;

    ui::Phrase statement;  // what is said in the place of a speaker: suspended, nobody has the floor
    std::optional<ShownFloor> floor;
    std::string floor_title;  // "Has the floor"

    std::string next_title;
    std::vector<ShownSpeaker> next;
    std::size_t more = 0;     // so many follow those
    std::string nobody_next;  // where nobody is on the list of a meeting in session
    std::string closed;       // "The list is closed"

    ui::Phrase end;  // "The meeting ends in 14:05", near the scheduled end
};

Shown shown(const meeting::RoomView& view, base::Instant now, const folder::RoomWords& words);

// When a text of it changes next by itself, from `now`.
base::Span until_next_change(const meeting::RoomView& view, base::Instant now);

}  // namespace dais::clerk_station
