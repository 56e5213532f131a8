// What the screens say of the meeting, in words. Pure functions of values.
#pragma once

#include <optional>
#include <string>

#include "base/time.hpp"
#include "meeting/meeting.hpp"
#include "ui/model.hpp"
#include "ui/widgets.hpp"

namespace dais::ui {

struct Phrase {
    State state = State::quiet;
    std::string text;
};

// The link to the hub: "Connected", "No word from the hub for 4 s", "Not connected: …".
Phrase link_phrase(const Model& model);

// A loss of the link that has lasted two seconds is worth a banner; a shorter one is not.
bool link_is_lost(const Model& model);

// What is wrong with this machine's disk, and how many texts are typed and not on it; empty where all is
// well.
Phrase trouble_phrase(const Model& model);
// What is wrong at the hub, and how many texts of this station wait for it on this machine: the link that is
// lost, or what the hub says of its disk. Empty where all is well.
Phrase hub_phrase(const Model& model);

// How a person takes part now: "in the room", "by video", "link lost".
Phrase link_phrase(meeting::Link link);
Phrase attendance_phrase(const meeting::Participant& person);

// "point of order"; empty for a statement.
std::string kind_phrase(meeting::Kind kind);

// "15:10" and "15:10:05" at the place of the meeting.
std::string hour(const meeting::Zone& zone, base::Instant at);
std::string hour_with_seconds(const meeting::Zone& zone, base::Instant at);

// "In session since 15:10", "Suspended at 16:00", "Suspended until 16:15", "Not opened", "Ended at 18:02".
Phrase sitting_phrase(const meeting::Meeting& meeting);

// The same with the time: near the end of interpretation it counts down, "Interpretation ends in 14:05",
// and of a suspended meeting "Suspended; the time ends in 14:05".
Phrase sitting_phrase(const meeting::Meeting& meeting, base::Instant now);

// How many stations there are, by desk: "1 clerk, 2 moderators, 1 screen"; of chairs only where there is more
// than one. A meeting without a clerk is worth a warning. Empty where nothing is known.
Phrase present_phrase(const Present& present);

// Who moderates the debate and gives the floor in the chair's stead; empty where nobody does.
Phrase moderation_phrase(const meeting::Meeting& meeting);

// "Lewis, Office of …": name and affiliation of somebody, as lists show them.
std::string person_line(const meeting::Meeting& meeting, const meeting::ParticipantId& who);
std::string person_name(const meeting::Meeting& meeting, const meeting::ParticipantId& who);

// The agenda item under which the meeting stands: "4. Promotion of the Convention", or empty.
std::string item_line(const meeting::Meeting& meeting);
std::string item_line(const meeting::AgendaItem& item);

// An act as undo names it, in words: "give_floor lewis" reads "give floor: Mr. Lewis".
std::string act_phrase(const meeting::Meeting& meeting, const std::string& act);

// Whom the chair's next press of Space gives the floor, and for what; empty where nobody waits.
std::string next_phrase(const meeting::Meeting& meeting);

// The floor's clock as it stands at a time: digits and what to say of them.
struct ClockFace {
    std::string digits;  // "2:10", "-0:12"; without a limit what was spent, "3:05"
    State state = State::good;
    std::string word;  // "warning", "over time", "paused", "" …
    float part = 0;    // of the time that is spent, 0 to 1; 0 without a limit
    bool running = false;
    bool limited = false;
};
ClockFace clock_face(const meeting::Meeting& meeting, base::Instant now);
// Of any clock; `warning`: so many seconds before the end.
ClockFace clock_face(const meeting::Clock& clock, std::optional<std::int32_t> warning, base::Instant now);

// When the digits of the floor's clock, or of the countdown to the end, change next, counted from `now` by
// the hub's time; nothing where they stand.
std::optional<base::Span> until_next_digit(const meeting::Meeting& meeting, base::Instant now);
// The same of one clock.
std::optional<base::Span> until_next_digit(const meeting::Clock& clock, base::Instant now);
// Of time that is left, or over: when its second changes next. An overrun counts its seconds as soon as they
// begin.
base::Span until_next_second(base::Span left);
// When the minute changes next.
base::Span until_next_minute(base::Instant now);

// How long an intervention took, or has taken so far: "4:12".
std::string length_of(const meeting::Intervention& intervention, base::Instant now);

// What somebody wrote for a command and would have to write again were it lost: a paragraph, a revision, an
// attribution, a note or a heading, what was split or joined. Nothing for everything else.
std::optional<std::string> typed_text(const meeting::Command& command);

}  // namespace dais::ui
