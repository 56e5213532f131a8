// What happened: one struct an event, in the past tense. An event carries all that apply() needs, so that
// applying holds no rules: ids that were dealt, what was copied from the state at that moment, what a default
// stood for.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "meeting/actor.hpp"
#include "meeting/floor.hpp"
#include "meeting/ids.hpp"
#include "meeting/marks.hpp"
#include "meeting/participants.hpp"
#include "meeting/record_text.hpp"
#include "meeting/setup.hpp"

namespace dais::meeting {

// The first event of every journal.
struct MeetingPrepared {
    Setup setup;
    std::vector<Participant> participants;
};

// Opens an entry that holds an act of the chair: what is put back when the act is undone is what stood before
// this event.
struct ActBegun {
    std::uint64_t number = 0;
    std::string name;
    bool touches_list_only = false;
};
// The act with this number, and those after it that only touched the list, were taken back.
struct ActUndone {
    std::uint64_t number = 0;
};

struct MeetingOpened {};
struct MeetingSuspended {};
struct MeetingResumed {};
struct MeetingEnded {};
struct ResumptionSet {
    std::optional<base::Instant> until;
};
// Who moderates a debate, so that the moderators' stations may give the floor; nobody: no longer.
struct ModerationSet {
    ParticipantId who;
};

struct ItemTakenUp {
    AgendaItemId item;
    std::vector<AgendaItemId> headings;  // those that were not open yet, from the top
};
struct ItemConcluded {
    AgendaItemId item;
};

struct FloorRequested {
    RequestId id;
    ParticipantId who;
    Kind kind = Kind::statement;
    std::string on_behalf_of;
    RequestId before;  // 0: at the end of its queue
};
struct RequestWithdrawn {
    RequestId id;
};
struct RequestMoved {
    RequestId id;
    RequestId before;  // 0: to the end of its queue
};
// Called, and not there: off the list, or back to the end of its queue.
struct PassedOver {
    RequestId id;
    bool back = false;
};
struct ListClosed {};
struct ListReopened {};
struct ListCleared {};

struct FloorGiven {
    InterventionId id;
    Speaker speaker;
    Kind kind = Kind::statement;
    std::string on_behalf_of;
    RequestId request;                  // the request that was met; 0: none
    std::optional<std::int32_t> limit;  // seconds
    std::string delegation;             // whose right of reply it was; empty for other kinds
};
struct FloorEnded {
    InterventionId id;
};
struct FloorInterrupted {
    InterventionId id;
};
struct FloorReturned {
    InterventionId id;  // the part that begins
    InterventionId of;  // the part that was interrupted
};
struct ClockPaused {};
struct ClockResumed {};
struct TimeGranted {
    std::int32_t seconds = 0;
};
struct LimitSet {
    std::optional<Role> role;
    std::optional<Kind> kind;
    std::int32_t seconds = 0;  // 0: lifted
};

struct ChairTaken {
    ParticipantId who;
    std::string office;
};
struct Decided {
    TextId id;
    std::string text;  // empty: the house style's sentence
};

struct ParagraphWritten {
    TextId id;
    InterventionId of;
    std::string text;
    TextId after;  // 0: at its end
};
struct TextRevised {
    TextId id;
    std::string text;
};
struct TextRemoved {
    TextId id;
};
struct TextRestored {
    TextId id;
};
struct TextMoved {
    TextId id;
    InterventionId into;    // its blocks are where the text now stands; 0: the timeline
    TextId after;           // 0: first of `into`, or of what is anchored to `anchor`
    InterventionId anchor;  // where it stands in the timeline
};
struct AttributionSet {
    TextId id;
    std::string text;
};
struct NoteMade {
    TextId id;
    std::string text;
    bool numbered = true;
    InterventionId after;  // named by the author; 0: at this moment
};
struct HeadingMade {
    TextId id;
    std::string text;
    InterventionId after;
};

struct InterventionLogged {
    InterventionId id;
    Speaker speaker;
    Kind kind = Kind::statement;
    std::string on_behalf_of;
    base::Instant began;
    bool began_said = false;  // by the clerk; else it is the time of the command
    InterventionId after;
};
struct InterventionCorrected {
    InterventionId id;
    Speaker speaker;  // as it now is
    Kind kind = Kind::statement;
    std::string on_behalf_of;
    std::optional<Link> link;
    std::string reason;
};

struct ParticipantAdded {
    Participant person;
};
// The whole row as it now is; its links are not touched.
struct ParticipantCorrected {
    Participant person;
};
struct LinkReported {
    ParticipantId who;
    Link link = Link::in_room;
    std::optional<base::Instant> observed;
};
struct CoverageBegun {};
struct CoverageEnded {};

struct StatusSet {
    TextId id;
    Status status = Status::draft;
};
struct MarkMade {
    MarkId id;
    MarkKind kind = MarkKind::missed;
    InterventionId of;
    TextId paragraph;
    std::string note;
    base::Instant at;
};
struct MarkCleared {
    MarkId id;
};
struct NothingToRecordSaid {
    InterventionId id;
    bool nothing = true;
};
struct TakesSet {
    std::int32_t seconds = 0;
    std::vector<std::string> order;
};
struct TakeBegun {
    std::string clerk;  // the station
};

using Event = std::variant<
    MeetingPrepared, ActBegun, ActUndone, MeetingOpened, MeetingSuspended, MeetingResumed, MeetingEnded,
    ItemTakenUp, ItemConcluded, FloorRequested, RequestWithdrawn, RequestMoved, ListClosed, ListReopened,
    ListCleared, FloorGiven, FloorEnded, FloorInterrupted, FloorReturned, ClockPaused, ClockResumed,
    TimeGranted, LimitSet, ChairTaken, Decided, ParagraphWritten, TextRevised, TextRemoved, TextRestored,
    TextMoved, AttributionSet, NoteMade, HeadingMade, InterventionLogged, InterventionCorrected,
    ParticipantAdded, ParticipantCorrected, LinkReported, CoverageBegun, CoverageEnded, StatusSet, MarkMade,
    MarkCleared, NothingToRecordSaid, TakesSet, TakeBegun, PassedOver, ResumptionSet, ModerationSet>;

// "floor_given": for each alternative of Event, in its order. For logs and documents.
std::string_view event_word(const Event& event);

// What a journal entry holds of the meeting: one accepted command's events, in order, under one stamp.
struct Fact {
    Stamp stamp;
    std::vector<Event> events;
};

}  // namespace dais::meeting
