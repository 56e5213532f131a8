// The sitting: called to order, suspended, resumed, ended; who presides; where the record's coverage begins
// and ends.
#include <algorithm>

#include "meeting/topics.hpp"

namespace dais::meeting {
namespace {

// The events that end the floor of whoever has it, and of those who wait for a point of order to end.
void end_all_floors(const Proceedings& proceedings, std::vector<Event>& events) {
    if (proceedings.floor) events.push_back(FloorEnded{proceedings.floor});
    for (const auto id : proceedings.interrupted) events.push_back(FloorEnded{id});
}

Clock* running_clock(Meeting& meeting) {
    auto* intervention = find_intervention(meeting, meeting.proceedings.floor);
    return intervention == nullptr ? nullptr : &intervention->timing.clock;
}

// A second mark of the same kind replaces the first: a clerk who marked too early marks again.
void mark_coverage(Meeting& meeting, Place place, const Stamp& stamp) {
    std::erase_if(meeting.timeline, [&](const TimelineItem& item) { return item.place == place; });
    TimelineItem item;
    item.place = place;
    // Under which heading the meeting stood: a record that begins here repeats it.
    if (!meeting.proceedings.path.empty()) item.item = meeting.proceedings.path.back();
    stand_now(meeting, std::move(item), stamp);
}

}  // namespace

Decision decide_on(const Context& context, const OpenMeeting&) {
    switch (context.meeting.proceedings.sitting) {
        case Sitting::before:
            break;
        case Sitting::ended:
            return refuse(Reason::meeting_has_ended, "The meeting has ended.");
        default:
            return refuse(Reason::meeting_already_open, "The meeting has been called to order already.");
    }
    auto events = begin_act(context, "open_meeting");
    events.emplace_back(MeetingOpened{});
    return events;
}

void apply_one(Meeting& meeting, const MeetingOpened&, const Stamp& stamp) {
    meeting.proceedings.sitting = Sitting::open;
    meeting.proceedings.opened = stamp.recorded;
    TimelineItem item;
    item.place = Place::opening;
    stand_now(meeting, std::move(item), stamp);
}

Decision decide_on(const Context& context, const SuspendMeeting&) {
    if (auto refusal = refuse_unless_open(context.meeting)) return *std::move(refusal);
    if (context.meeting.proceedings.suspensions.size() >= max_suspensions) {
        return refuse(Reason::too_many, "The meeting was suspended too often.");
    }
    auto events = begin_act(context, "suspend_meeting");
    events.emplace_back(MeetingSuspended{});
    return events;
}

void apply_one(Meeting& meeting, const MeetingSuspended&, const Stamp& stamp) {
    auto& proceedings = meeting.proceedings;
    proceedings.sitting = Sitting::suspended;
    proceedings.clock_ran_at_suspension = false;
    if (auto* clock = running_clock(meeting)) {
        proceedings.clock_ran_at_suspension = clock->running_since.has_value();
        stop(*clock, stamp.recorded);
    }
    TimelineItem item;
    item.place = Place::suspension;
    item.ref = proceedings.suspensions.size();
    proceedings.suspensions.push_back({stamp.recorded, std::nullopt, std::nullopt});
    proceedings.debate_moderator.clear();
    stand_now(meeting, std::move(item), stamp);
}

Decision decide_on(const Context& context, const ResumeMeeting&) {
    switch (context.meeting.proceedings.sitting) {
        case Sitting::suspended:
            break;
        case Sitting::open:
            return refuse(Reason::meeting_is_not_suspended, "The meeting is not suspended.");
        default:
            return *refuse_unless_open(context.meeting);
    }
    auto events = begin_act(context, "resume_meeting");
    events.emplace_back(MeetingResumed{});
    return events;
}

void apply_one(Meeting& meeting, const MeetingResumed&, const Stamp& stamp) {
    auto& proceedings = meeting.proceedings;
    proceedings.sitting = Sitting::open;
    if (!proceedings.suspensions.empty()) proceedings.suspensions.back().resumed = stamp.recorded;
    auto* clock = running_clock(meeting);
    if (clock != nullptr && proceedings.clock_ran_at_suspension) run(*clock, stamp.recorded);
    proceedings.clock_ran_at_suspension = false;
}

Decision decide_on(const Context& context, const EndMeeting&) {
    const auto& proceedings = context.meeting.proceedings;
    if (proceedings.sitting != Sitting::suspended) {
        if (auto refusal = refuse_unless_open(context.meeting)) return *std::move(refusal);
    }
    auto events = begin_act(context, "end_meeting");
    end_all_floors(proceedings, events);
    events.emplace_back(MeetingEnded{});
    return events;
}

void apply_one(Meeting& meeting, const MeetingEnded&, const Stamp& stamp) {
    meeting.proceedings.sitting = Sitting::ended;
    meeting.proceedings.ended = stamp.recorded;
    meeting.proceedings.debate_moderator.clear();
    TimelineItem item;
    item.place = Place::ending;
    stand_now(meeting, std::move(item), stamp);
}

Decision decide_on(const Context& context, const SetResumption& command) {
    const auto& proceedings = context.meeting.proceedings;
    if (proceedings.sitting != Sitting::suspended) {
        if (auto refusal = refuse_after_end(context.meeting)) return *std::move(refusal);
        return refuse(Reason::meeting_is_not_suspended, "The meeting is not suspended.");
    }
    if (command.until && (*command.until <= context.now ||
                          *command.until - context.now > std::chrono::seconds(max_suspended_seconds))) {
        return refuse(Reason::out_of_range, "A meeting goes on at a time that is still to come.");
    }
    auto events = begin_act(context, "set_resumption");
    events.emplace_back(ResumptionSet{command.until});
    return events;
}

void apply_one(Meeting& meeting, const ResumptionSet& event, const Stamp&) {
    auto& suspensions = meeting.proceedings.suspensions;
    if (!suspensions.empty() && !suspensions.back().resumed) suspensions.back().until = event.until;
}

Decision decide_on(const Context& context, const LetModerate& command) {
    if (auto refusal = refuse_unless_open(context.meeting)) return *std::move(refusal);
    const auto& now = context.meeting.proceedings.debate_moderator;
    if (command.who.empty() && now.empty()) {
        return refuse(Reason::wrong_value, "Nobody moderates a debate.");
    }
    if (!command.who.empty()) {
        if (auto refusal = refuse_unknown(context.meeting, command.who)) return *std::move(refusal);
        if (now == command.who) {
            return refuse(Reason::wrong_value,
                          spoken_name(context.meeting, command.who) + " moderates the debate already.");
        }
    }
    auto events = begin_act(context, command.who.empty() ? "let_moderate" : "let_moderate " + command.who);
    events.emplace_back(ModerationSet{command.who});
    return events;
}

void apply_one(Meeting& meeting, const ModerationSet& event, const Stamp&) {
    meeting.proceedings.debate_moderator = event.who;
}

Decision decide_on(const Context& context, const TakeChair& command) {
    if (auto refusal = refuse_after_end(context.meeting)) return *std::move(refusal);
    if (auto refusal = refuse_unknown(context.meeting, command.who)) return *std::move(refusal);
    if (presiding(context.meeting.proceedings) == command.who) {
        return refuse(Reason::already_presides,
                      spoken_name(context.meeting, command.who) + " presides already.");
    }
    const auto& person = *find_participant(context.meeting, command.who);
    auto events = begin_act(context, "take_chair " + command.who);
    events.emplace_back(ChairTaken{command.who, person.role == Role::officer ? person.affiliation : ""});
    return events;
}

void apply_one(Meeting& meeting, const ChairTaken& event, const Stamp& stamp) {
    auto& proceedings = meeting.proceedings;
    TimelineItem item;
    item.place = Place::chair;
    item.ref = proceedings.chairs.size();
    proceedings.chairs.push_back(
        {event.who, event.office, stamp.recorded, true, proceedings.sitting == Sitting::before});
    stand_now(meeting, std::move(item), stamp);
}

Decision decide_on(const Context&, const BeginCoverage&) {
    return std::vector<Event>{CoverageBegun{}};
}

void apply_one(Meeting& meeting, const CoverageBegun&, const Stamp& stamp) {
    mark_coverage(meeting, Place::coverage_begin, stamp);
}

Decision decide_on(const Context&, const EndCoverage&) {
    return std::vector<Event>{CoverageEnded{}};
}

void apply_one(Meeting& meeting, const CoverageEnded&, const Stamp& stamp) {
    mark_coverage(meeting, Place::coverage_end, stamp);
}

}  // namespace dais::meeting
