// Private to the core: what the topics share, and the pairs of functions that decide.cpp and apply.cpp
// dispatch to. Each topic's file holds its rules (decide) and their effects (apply) side by side.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "meeting/apply.hpp"
#include "meeting/decide.hpp"
#include "meeting/limits.hpp"

namespace dais::meeting {

// What a decision is taken on.
struct Context {
    const Meeting& meeting;
    const Actor& actor;
    base::Instant now;
};

Refusal refuse(Reason reason, std::string sentence);

// Checks that answer with the refusal, or with nothing where all is well.
std::optional<Refusal> refuse_unless_open(const Meeting& meeting);
std::optional<Refusal> refuse_after_end(const Meeting& meeting);
std::optional<Refusal> refuse_text(std::string_view text, std::string_view what);  // one line, not empty
std::optional<Refusal> refuse_name(std::string_view text, std::string_view what, bool may_be_empty);  // short
std::optional<Refusal> refuse_unknown(const Meeting& meeting, const ParticipantId& id);
// Unless it is a text that a clerk may change: there, not removed, not final, not a decision.
std::optional<Refusal> refuse_unless_open_to_change(const Meeting& meeting, TextId id);
std::optional<Refusal> refuse_unless_latest(const RecordText& text, std::optional<std::uint32_t> base);
std::optional<Refusal> refuse_full_record(const Meeting& meeting);
Refusal no_such_intervention();
Refusal no_such_text();
std::optional<Refusal> refuse_stale(const Meeting& meeting, const SeenFloor& seen);

// The events of an act of the chair begin with ActBegun; those of others do not, as only the chair has an
// undo.
std::vector<Event> begin_act(const Context& context, std::string name, bool touches_list_only = false);

// The same of what a moderator may do in the chair's stead (LetModerate): it is an act as well, so that no
// act of the chair is taken back from under it.
std::vector<Event> begin_floor_act(const Context& context, std::string name);
// Adds a line to the log. `act`: its number, 0 of what is no act of the chair's.
void log_act(Meeting& meeting, const Stamp& stamp, std::string name, std::uint64_t act = 0);

// "Mr. Lewis" for sentences, or the id where nobody has it.
std::string spoken_name(const Meeting& meeting, const ParticipantId& id);

InterventionId next_intervention_id(const Meeting& meeting);
TextId next_text_id(const Meeting& meeting);
Speaker speaker_now(const Meeting& meeting, const Participant& person);

// The number of the act that this event belongs to; 0 where it belongs to none.
std::uint64_t act_of(const Meeting& meeting, const Stamp& stamp);

// Puts an item at the end of the timeline, after the intervention that has the floor now.
void stand_now(Meeting& meeting, TimelineItem item, const Stamp& stamp);
// Puts an item after the intervention that its author named, behind all that already stands there.
void stand_after(Meeting& meeting, TimelineItem item, InterventionId anchor, const Stamp& stamp);
// Where the item with this place and ref stands, or the end.
std::vector<TimelineItem>::iterator find_in_timeline(Meeting& meeting, Place place, std::uint64_t ref);
std::vector<TimelineItem>::const_iterator find_in_timeline(const Meeting& meeting, Place place,
                                                           std::uint64_t ref);

// What is left of a request by its id in either queue, or null.
const Request* find_request(const Proceedings& proceedings, RequestId id);

// The limit of a speech in seconds, or none: see docs/meeting-rules.md. `replies` is how many the delegation
// has had.
std::optional<std::int32_t> limit_for(const Limits& limits, Role role, Kind kind, std::uint32_t replies);
std::uint32_t replies_given(const Proceedings& proceedings, const std::string& delegation);

// decide, a function a command
Decision decide_on(const Context& context, const OpenMeeting& command);
Decision decide_on(const Context& context, const SuspendMeeting& command);
Decision decide_on(const Context& context, const ResumeMeeting& command);
Decision decide_on(const Context& context, const EndMeeting& command);
Decision decide_on(const Context& context, const SetResumption& command);
Decision decide_on(const Context& context, const TakeUp& command);
Decision decide_on(const Context& context, const Conclude& command);
Decision decide_on(const Context& context, const RequestFloor& command);
Decision decide_on(const Context& context, const WithdrawRequest& command);
Decision decide_on(const Context& context, const MoveRequest& command);
Decision decide_on(const Context& context, const PassOver& command);
Decision decide_on(const Context& context, const CloseList& command);
Decision decide_on(const Context& context, const ReopenList& command);
Decision decide_on(const Context& context, const ClearList& command);
Decision decide_on(const Context& context, const GiveFloor& command);
Decision decide_on(const Context& context, const EndFloor& command);
Decision decide_on(const Context& context, const PauseClock& command);
Decision decide_on(const Context& context, const ResumeClock& command);
Decision decide_on(const Context& context, const GrantTime& command);
Decision decide_on(const Context& context, const SetLimit& command);
Decision decide_on(const Context& context, const TakeChair& command);
Decision decide_on(const Context& context, const Decide& command);
Decision decide_on(const Context& context, const UndoLast& command);
Decision decide_on(const Context& context, const LetModerate& command);
Decision decide_on(const Context& context, const Write& command);
Decision decide_on(const Context& context, const Revise& command);
Decision decide_on(const Context& context, const Remove& command);
Decision decide_on(const Context& context, const Restore& command);
Decision decide_on(const Context& context, const Move& command);
Decision decide_on(const Context& context, const Attribute& command);
Decision decide_on(const Context& context, const MakeNote& command);
Decision decide_on(const Context& context, const MakeHeading& command);
Decision decide_on(const Context& context, const LogIntervention& command);
Decision decide_on(const Context& context, const CorrectIntervention& command);
Decision decide_on(const Context& context, const CorrectParticipant& command);
Decision decide_on(const Context& context, const BeginCoverage& command);
Decision decide_on(const Context& context, const EndCoverage& command);
Decision decide_on(const Context& context, const ReportLink& command);
Decision decide_on(const Context& context, const AddParticipant& command);
Decision decide_on(const Context& context, const Split& command);
Decision decide_on(const Context& context, const Join& command);
Decision decide_on(const Context& context, const Settle& command);
Decision decide_on(const Context& context, const Reword& command);
Decision decide_on(const Context& context, const SetStatus& command);
Decision decide_on(const Context& context, const MakeMark& command);
Decision decide_on(const Context& context, const ClearMark& command);
Decision decide_on(const Context& context, const SayNothingToRecord& command);
Decision decide_on(const Context& context, const SetTakes& command);
Decision decide_on(const Context& context, const JoinTakes& command);
Decision decide_on(const Context& context, const BeginTake& command);

// apply, a function an event
void apply_one(Meeting& meeting, const MeetingPrepared& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const ActBegun& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const ActUndone& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const MeetingOpened& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const MeetingSuspended& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const MeetingResumed& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const MeetingEnded& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const ResumptionSet& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const ModerationSet& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const ItemTakenUp& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const ItemConcluded& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const FloorRequested& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const RequestWithdrawn& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const PassedOver& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const RequestMoved& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const ListClosed& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const ListReopened& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const ListCleared& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const FloorGiven& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const FloorEnded& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const FloorInterrupted& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const FloorReturned& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const ClockPaused& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const ClockResumed& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const TimeGranted& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const LimitSet& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const ChairTaken& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const Decided& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const ParagraphWritten& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const TextRevised& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const TextRemoved& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const TextRestored& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const TextMoved& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const AttributionSet& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const NoteMade& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const HeadingMade& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const InterventionLogged& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const InterventionCorrected& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const ParticipantAdded& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const ParticipantCorrected& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const LinkReported& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const CoverageBegun& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const CoverageEnded& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const StatusSet& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const MarkMade& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const MarkCleared& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const NothingToRecordSaid& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const TakesSet& event, const Stamp& stamp);
void apply_one(Meeting& meeting, const TakeBegun& event, const Stamp& stamp);

}  // namespace dais::meeting
