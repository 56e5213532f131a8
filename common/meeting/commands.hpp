// What a station can ask for: one struct a command, in the imperative. Fields mean what MEETING-FOLDER says
// of the same words (docs/meeting-folder.md); ids stand where a script has labels. An optional that is empty,
// a text that is empty and an id of 0 mean "not said".
//
// `seen` is what the author saw when the key was pressed: the intervention that had the floor (id 0: nobody
// had it). Where it is given and is no longer true, the command is refused (floor_has_changed), so that one
// press too many changes nothing. `base` likewise is the revision of a text that was on the author's screen
// (1 for the first).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/time.hpp"
#include "meeting/ids.hpp"
#include "meeting/limits.hpp"
#include "meeting/marks.hpp"
#include "meeting/participants.hpp"
#include "meeting/record_text.hpp"
#include "meeting/words.hpp"

namespace dais::meeting {

using SeenFloor = std::optional<InterventionId>;

// The chair: the sitting
struct OpenMeeting {};
struct SuspendMeeting {};
struct ResumeMeeting {};
struct EndMeeting {};
// When a suspended meeting is to go on, for the room to see; not said: nobody knows yet.
struct SetResumption {
    std::optional<base::Instant> until;
};

// The chair: the agenda
struct TakeUp {
    AgendaItemId item;
};
struct Conclude {
    AgendaItemId item;
};

// The chair and the moderators: the speakers' list
struct RequestFloor {
    ParticipantId who;
    Kind kind = Kind::statement;
    std::string on_behalf_of;
};
struct WithdrawRequest {
    ParticipantId who;  // or
    RequestId request;
};
struct MoveRequest {
    ParticipantId who;  // or
    RequestId request;
    ParticipantId before_who;  // or
    RequestId before;          // or neither: to the end
};
struct CloseList {};
struct ReopenList {};
struct ClearList {};

// The chair: the floor and its clock
struct GiveFloor {
    ParticipantId to;  // empty: the next on the list
    std::optional<Kind> kind;
    std::string on_behalf_of;
    SeenFloor seen;
};
struct EndFloor {
    SeenFloor seen;
};
struct PauseClock {
    SeenFloor seen;
};
struct ResumeClock {
    SeenFloor seen;
};
struct GrantTime {
    std::int64_t seconds = 0;  // negative takes away
    SeenFloor seen;
};
struct SetLimit {
    std::optional<Role> role;  // exactly one of the two
    std::optional<Kind> kind;
    std::int64_t seconds = 0;  // 0 lifts the limit
};

// The chair: procedure
struct TakeChair {
    ParticipantId who;
};
struct Decide {
    std::string text;
};  // empty: the house style's "It was so decided."
struct UndoLast {};
// Lets the stations of the moderators give the floor and end it, while this person moderates a debate.
// Nobody: takes it back.
struct LetModerate {
    ParticipantId who;
};

// Clerks: the record
struct Write {
    InterventionId of;  // 0: the one that has the floor
    std::string text;
    TextId after;  // a paragraph of the same intervention; 0: at its end
};
struct Revise {
    TextId paragraph;
    std::string text;
    std::optional<std::uint32_t> base;
};
struct Remove {
    TextId paragraph;
};
struct Restore {
    TextId paragraph;
};
struct Move {
    TextId paragraph;
    TextId after;  // or
    InterventionId
        after_intervention;  // first of it (a paragraph), after it (a note); or neither: first of its own
};
struct Attribute {
    TextId paragraph;
    std::string text;  // empty takes the override back
};
struct MakeNote {
    std::string text;
    bool numbered = true;
    InterventionId after;  // 0: at this moment
};
struct MakeHeading {
    std::string text;
    InterventionId after;
};
struct LogIntervention {
    ParticipantId who;
    Kind kind = Kind::statement;
    std::string on_behalf_of;
    std::optional<base::Instant> began;
    InterventionId after;
};
struct CorrectIntervention {
    InterventionId intervention;
    ParticipantId who;  // empty: stays
    std::optional<Kind> kind;
    std::optional<std::string> on_behalf_of;
    std::optional<Link> link;  // in_room, audio or video
    std::string reason;
};
struct CorrectParticipant {
    ParticipantId who;
    std::map<std::string, std::string> fields;  // column -> new content, as in participants.csv
};
struct BeginCoverage {};
struct EndCoverage {};

// Clerks: the record, in commands that carry all the words that were on the screen
struct Split {
    TextId paragraph;  // becomes `text`; what follows it becomes a paragraph of its own
    std::string text;
    std::string rest;
    std::optional<std::uint32_t> base;
};
struct Join {
    TextId paragraph;  // becomes `text`
    TextId with;       // of the same intervention; is removed
    std::string text;
    std::optional<std::uint32_t> base;
    std::optional<std::uint32_t> with_base;
};
// Two wordings of one paragraph, of which somebody chose one: both enter its history, and `text` stands.
struct Settle {
    TextId paragraph;
    std::string text;
    std::string other;
    std::optional<std::uint32_t> base;
};
struct Rewording {
    TextId paragraph;
    std::string text;
    std::uint32_t base = 0;  // 0: whatever stands
};
// All of them or none: find and replace, and its undoing.
struct Reword {
    std::vector<Rewording> texts;
};
struct SetStatus {
    TextId paragraph;
    Status status = Status::draft;
};

// Clerks: the work on the record
struct MakeMark {
    MarkKind kind = MarkKind::missed;
    InterventionId of;  // 0: the one that has the floor, or none
    TextId paragraph;   // 0: none
    std::string note;
    std::optional<base::Instant> at;  // when the key was pressed; not given: when it is accepted
};
struct ClearMark {
    MarkId mark;
};
struct SayNothingToRecord {
    InterventionId of;
    bool nothing = true;
};
struct SetTakes {
    std::int64_t seconds = usual_take_seconds;
    std::vector<std::string> order;  // clerks' stations
};
struct JoinTakes {};
// The author's take begins; who had the last hands over.
struct BeginTake {};

// Moderators
struct ReportLink {
    ParticipantId who;
    Link link = Link::in_room;
    std::optional<base::Instant> observed;
};

// The chair: whoever is called and is not there
struct PassOver {
    ParticipantId who;  // or
    RequestId request;  // or neither: the next on the list
    bool back = false;  // to the end of its queue; else off the list
};

// Anyone at a desk
struct AddParticipant {
    Participant person;
};

using Command =
    std::variant<OpenMeeting, SuspendMeeting, ResumeMeeting, EndMeeting, TakeUp, Conclude, RequestFloor,
                 WithdrawRequest, MoveRequest, CloseList, ReopenList, ClearList, GiveFloor, EndFloor,
                 PauseClock, ResumeClock, GrantTime, SetLimit, TakeChair, Decide, UndoLast, Write, Revise,
                 Remove, Restore, Move, Attribute, MakeNote, MakeHeading, LogIntervention,
                 CorrectIntervention, CorrectParticipant, BeginCoverage, EndCoverage, ReportLink,
                 AddParticipant, Split, Join, Settle, Reword, SetStatus, MakeMark, ClearMark,
                 SayNothingToRecord, SetTakes, JoinTakes, BeginTake, PassOver, SetResumption, LetModerate>;

// The word of a command in scripts and documents: "give_floor". For each alternative of Command, in its
// order.
std::string_view command_word(const Command& command);

// Whether an actor at this desk may ever ask for it (the column `from` of the table of commands). What the
// moderators may ask for only while the chair lets them (LetModerate), decide() knows.
bool may_ask(Desk desk, const Command& command);

// An act is meant now and must not come true later; the others are text or observations, which stay true and
// are kept until the hub has answered. Acts are what the chair does, requests for the floor, and the
// beginning of a take.
bool is_act(const Command& command);

}  // namespace dais::meeting
