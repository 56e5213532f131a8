// The floor: given, interrupted by a point of order, returned, ended; and the clock of whoever has it.
#include "meeting/floor.hpp"

#include <algorithm>

#include "meeting/topics.hpp"

namespace dais::meeting {
namespace {

// The request that giving the floor would meet, or null.
const Request* request_met(const Proceedings& proceedings, const GiveFloor& command) {
    for (const auto* queue : {&proceedings.list, &proceedings.replies}) {
        for (const auto& request : *queue) {
            if (!command.to.empty() && request.who != command.to) continue;
            if (command.kind && request.kind != *command.kind) continue;
            return &request;
        }
    }
    return nullptr;
}

std::optional<Refusal> refuse_reply(const Meeting& meeting, const std::string& delegation) {
    const auto& allowed = meeting.proceedings.limits.right_of_reply;
    if (allowed.empty() || replies_given(meeting.proceedings, delegation) < allowed.size())
        return std::nullopt;
    return refuse(Reason::replies_exhausted, delegation + " has had all of the " +
                                                 std::to_string(allowed.size()) +
                                                 " rights of reply that it may have.");
}

// A point of order interrupts whoever has the floor; anything else ends it, and what waits for it to come
// back.
std::optional<Refusal> make_room(const Proceedings& proceedings, Kind kind, std::vector<Event>& events) {
    if (!proceedings.floor) return std::nullopt;
    if (kind == Kind::point_of_order) {
        if (proceedings.interrupted.size() >= max_interrupted) {
            return refuse(Reason::too_many, "There are too many points of order within points of order.");
        }
        events.push_back(FloorInterrupted{proceedings.floor});
        return std::nullopt;
    }
    events.push_back(FloorEnded{proceedings.floor});
    for (const auto id : proceedings.interrupted) events.push_back(FloorEnded{id});
    return std::nullopt;
}

// Checks that the chair may touch the clock, or end the floor, of whoever is seen to have it.
std::optional<Refusal> refuse_without_floor(const Context& context, const SeenFloor& seen) {
    if (auto refusal = refuse_unless_open(context.meeting)) return refusal;
    if (auto refusal = refuse_stale(context.meeting, seen)) return refusal;
    if (!context.meeting.proceedings.floor)
        return refuse(Reason::nobody_has_the_floor, "Nobody has the floor.");
    return std::nullopt;
}

Clock* floor_clock(Meeting& meeting) {
    auto* intervention = find_intervention(meeting, meeting.proceedings.floor);
    return intervention == nullptr ? nullptr : &intervention->timing.clock;
}

const Clock& floor_clock(const Meeting& meeting) {
    return find_intervention(meeting, meeting.proceedings.floor)->timing.clock;
}

// Ends an intervention, or the part of it that a point of order cuts short, and its clock.
void finish(Timing& timing, base::Instant now) {
    auto& clock = timing.clock;
    // What stops the clock is the end, which is no pause; and a pause that lasts to the end is over with it.
    const bool ran = clock.running_since.has_value();
    stop(clock, now);
    if (ran) {
        clock.pauses.pop_back();
    } else if (!clock.pauses.empty() && !clock.pauses.back().to) {
        clock.pauses.back().to = now;
    }
    timing.ended = now;
}

// Adds an intervention, which has the next id, and gives it the floor.
void begin(Meeting& meeting, Intervention intervention, const Stamp& stamp) {
    intervention.timing.began = stamp.recorded;
    intervention.entry = stamp.entry;
    intervention.act = act_of(meeting, stamp);
    TimelineItem item;
    item.place = Place::intervention;
    item.ref = intervention.id.value;
    meeting.proceedings.floor = intervention.id;
    meeting.interventions.push_back(std::move(intervention));
    stand_now(meeting, std::move(item), stamp);
}

std::optional<std::int32_t> lower(std::optional<std::int32_t> a, std::optional<std::int32_t> b) {
    if (!a || !b) return a ? a : b;
    return std::min(*a, *b);
}

template <class Key>
std::optional<std::int32_t> at(const std::map<Key, std::int32_t>& limits, Key key) {
    const auto found = limits.find(key);
    return found == limits.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<std::int32_t> limit_for(const Limits& limits, Role role, Kind kind, std::uint32_t replies) {
    const auto of_kind = at(limits.by_kind, kind);
    switch (kind) {
        case Kind::statement:
            return lower(of_kind, at(limits.by_role, role));
        case Kind::reply:
            return of_kind ? of_kind : at(limits.by_role, role);
        case Kind::point_of_order:
            return of_kind;
        case Kind::right_of_reply:
            break;
    }
    if (replies >= limits.right_of_reply.size()) return of_kind;
    const auto seconds = limits.right_of_reply[replies];
    return seconds > 0 ? std::optional(seconds) : std::nullopt;
}

Decision decide_on(const Context& context, const GiveFloor& command) {
    const auto& meeting = context.meeting;
    const auto& proceedings = meeting.proceedings;
    if (auto refusal = refuse_unless_open(meeting)) return *std::move(refusal);
    if (auto refusal = refuse_stale(meeting, command.seen)) return *std::move(refusal);
    if (auto refusal = refuse_name(command.on_behalf_of, "On whose behalf", true)) return *std::move(refusal);
    const auto* request = request_met(proceedings, command);
    if (command.to.empty() && request == nullptr) {
        return refuse(Reason::list_is_empty, "There is nobody on the list to be given the floor.");
    }
    const ParticipantId who = request != nullptr ? request->who : command.to;
    if (auto refusal = refuse_unknown(meeting, who)) return *std::move(refusal);
    if (meeting.interventions.size() >= max_interventions) {
        return refuse(Reason::too_many, "The meeting has as many interventions as it can hold.");
    }
    const auto& person = *find_participant(meeting, who);
    FloorGiven given;
    given.id = next_intervention_id(meeting);
    given.speaker = speaker_now(meeting, person);
    given.kind = command.kind.value_or(request != nullptr ? request->kind : Kind::statement);
    if (request != nullptr) given.request = request->id;
    if (request != nullptr) given.on_behalf_of = request->on_behalf_of;
    if (!command.on_behalf_of.empty()) given.on_behalf_of = command.on_behalf_of;
    std::uint32_t replies = 0;
    if (given.kind == Kind::right_of_reply) {
        given.delegation = delegation_of(person);
        replies = replies_given(proceedings, given.delegation);
        if (auto refusal = refuse_reply(meeting, given.delegation)) return *std::move(refusal);
    }
    given.limit = limit_for(proceedings.limits, person.role, given.kind, replies);
    auto events = begin_floor_act(context, "give_floor " + who);
    if (auto refusal = make_room(proceedings, given.kind, events)) return *std::move(refusal);
    events.emplace_back(std::move(given));
    return events;
}

void apply_one(Meeting& meeting, const FloorGiven& event, const Stamp& stamp) {
    if (event.id != next_intervention_id(meeting)) return;
    auto& proceedings = meeting.proceedings;
    const auto met = [&](const Request& request) { return request.id == event.request; };
    std::erase_if(proceedings.list, met);
    std::erase_if(proceedings.replies, met);
    if (!event.delegation.empty()) ++proceedings.replies_given[event.delegation];
    Intervention intervention;
    intervention.id = event.id;
    intervention.speaker = event.speaker;
    intervention.kind = event.kind;
    intervention.on_behalf_of = event.on_behalf_of;
    if (event.limit) intervention.timing.clock.limit = std::chrono::seconds(*event.limit);
    intervention.timing.clock.running_since = stamp.recorded;
    begin(meeting, std::move(intervention), stamp);
}

Decision decide_on(const Context& context, const EndFloor& command) {
    if (auto refusal = refuse_without_floor(context, command.seen)) return *std::move(refusal);
    const auto& proceedings = context.meeting.proceedings;
    if (!proceedings.interrupted.empty() && context.meeting.interventions.size() >= max_interventions) {
        return refuse(Reason::too_many, "The meeting has as many interventions as it can hold.");
    }
    const auto& speaker = find_intervention(context.meeting, proceedings.floor)->speaker;
    auto events = begin_floor_act(context, "end_floor " + speaker.who);
    events.emplace_back(FloorEnded{proceedings.floor});
    if (!proceedings.interrupted.empty()) {
        events.emplace_back(
            FloorReturned{next_intervention_id(context.meeting), proceedings.interrupted.back()});
    }
    return events;
}

void apply_one(Meeting& meeting, const FloorEnded& event, const Stamp& stamp) {
    auto& proceedings = meeting.proceedings;
    if (proceedings.floor == event.id) proceedings.floor = {};
    std::erase(proceedings.interrupted, event.id);
    auto* intervention = find_intervention(meeting, event.id);
    if (intervention != nullptr && !intervention->timing.ended) finish(intervention->timing, stamp.recorded);
}

void apply_one(Meeting& meeting, const FloorInterrupted& event, const Stamp& stamp) {
    auto* intervention = find_intervention(meeting, event.id);
    if (intervention == nullptr || intervention->timing.ended) return;
    finish(intervention->timing, stamp.recorded);  // this part; a later one begins when the floor comes back
    if (meeting.proceedings.floor == event.id) meeting.proceedings.floor = {};
    meeting.proceedings.interrupted.push_back(event.id);
}

void apply_one(Meeting& meeting, const FloorReturned& event, const Stamp& stamp) {
    const auto* first = find_intervention(meeting, event.of);
    if (first == nullptr || event.id != next_intervention_id(meeting)) return;
    std::erase(meeting.proceedings.interrupted, event.of);
    Intervention part;
    part.id = event.id;
    part.speaker = first->speaker;
    part.kind = first->kind;
    part.on_behalf_of = first->on_behalf_of;
    part.link = first->link;
    part.part_of = first->part_of ? first->part_of : first->id;
    part.timing.clock = first->timing.clock;
    stop(part.timing.clock, stamp.recorded);
    part.timing.clock.pauses = {{stamp.recorded, std::nullopt}};
    begin(meeting, std::move(part), stamp);
}

Decision decide_on(const Context& context, const PauseClock& command) {
    if (auto refusal = refuse_without_floor(context, command.seen)) return *std::move(refusal);
    if (!floor_clock(context.meeting).running_since) {
        return refuse(Reason::clock_is_paused, "The clock stands already.");
    }
    auto events = begin_act(context, "pause_clock");
    events.emplace_back(ClockPaused{});
    return events;
}

void apply_one(Meeting& meeting, const ClockPaused&, const Stamp& stamp) {
    if (auto* clock = floor_clock(meeting)) stop(*clock, stamp.recorded);
    if (act_of(meeting, stamp) != 0) return;
    // A lost link stopped it and no act of the chair: taking back an act does not let it run again.
    for (auto& act : meeting.acts) {
        for (auto& [id, timing] : act.timings) {
            if (id == meeting.proceedings.floor) stop(timing.clock, stamp.recorded);
        }
    }
}

Decision decide_on(const Context& context, const ResumeClock& command) {
    if (auto refusal = refuse_without_floor(context, command.seen)) return *std::move(refusal);
    if (floor_clock(context.meeting).running_since) {
        return refuse(Reason::clock_is_running, "The clock is running already.");
    }
    auto events = begin_act(context, "resume_clock");
    events.emplace_back(ClockResumed{});
    return events;
}

void apply_one(Meeting& meeting, const ClockResumed&, const Stamp& stamp) {
    if (auto* clock = floor_clock(meeting)) run(*clock, stamp.recorded);
}

Decision decide_on(const Context& context, const GrantTime& command) {
    if (auto refusal = refuse_without_floor(context, command.seen)) return *std::move(refusal);
    if (command.seconds == 0 || command.seconds > max_seconds || command.seconds < -max_seconds) {
        return refuse(Reason::out_of_range, "Time granted is 1 to " + std::to_string(max_seconds) +
                                                " seconds, or as many taken away.");
    }
    auto events = begin_act(context, "grant_time " + std::to_string(command.seconds));
    events.emplace_back(TimeGranted{static_cast<std::int32_t>(command.seconds)});
    return events;
}

void apply_one(Meeting& meeting, const TimeGranted& event, const Stamp&) {
    if (auto* clock = floor_clock(meeting)) clock->granted += std::chrono::seconds(event.seconds);
}

Decision decide_on(const Context& context, const SetLimit& command) {
    if (auto refusal = refuse_unless_open(context.meeting)) return *std::move(refusal);
    if (command.role.has_value() == command.kind.has_value()) {
        return refuse(Reason::wrong_value,
                      "A limit is set for a role or for a kind of speech, one of the two.");
    }
    if (command.seconds < 0 || command.seconds > max_seconds) {
        return refuse(Reason::out_of_range,
                      "A limit is 1 to " + std::to_string(max_seconds) + " seconds, or 0 for none.");
    }
    const auto whose = command.role ? word(*command.role) : word(*command.kind);
    auto events = begin_act(context, "set_limit " + std::string(whose));
    events.emplace_back(LimitSet{command.role, command.kind, static_cast<std::int32_t>(command.seconds)});
    return events;
}

void apply_one(Meeting& meeting, const LimitSet& event, const Stamp&) {
    auto& limits = meeting.proceedings.limits;
    const auto set = [&](auto& map, auto key) {
        if (event.seconds > 0) {
            map[key] = event.seconds;
        } else {
            map.erase(key);
        }
    };
    if (event.role) set(limits.by_role, *event.role);
    if (!event.kind) return;
    if (*event.kind == Kind::right_of_reply && !limits.right_of_reply.empty()) {
        // How many replies there may be stays; each of them now has this long.
        std::fill(limits.right_of_reply.begin(), limits.right_of_reply.end(), event.seconds);
    } else {
        set(limits.by_kind, *event.kind);
    }
}

}  // namespace dais::meeting
