// Interventions that a clerk logs or corrects: what the chair's keys did not say, or said wrongly.
#include <algorithm>

#include "meeting/topics.hpp"

namespace dais::meeting {
namespace {

// Where an intervention stands that began at `began`: behind the last that began before it, and behind what
// was said to belong to that one or happened by then. Those that stand where a clerk put them say nothing of
// when the others around them began.
std::vector<TimelineItem>::iterator place_by_time(Meeting& meeting, base::Instant began) {
    auto& timeline = meeting.timeline;
    auto at = timeline.begin();
    for (auto it = timeline.begin(); it != timeline.end(); ++it) {
        if (it->place != Place::intervention || it->named) continue;
        const auto* other = find_intervention(meeting, InterventionId{it->ref});
        if (other != nullptr && other->timing.began <= began) at = std::next(it);
    }
    while (at != timeline.end() && at->place != Place::intervention && (at->named || at->at <= began)) ++at;
    return at;
}

}  // namespace

Decision decide_on(const Context& context, const LogIntervention& command) {
    const auto& meeting = context.meeting;
    if (auto refusal = refuse_unknown(meeting, command.who)) return *std::move(refusal);
    if (auto refusal = refuse_name(command.on_behalf_of, "On whose behalf", true)) return *std::move(refusal);
    if (command.after && find_intervention(meeting, command.after) == nullptr) {
        return refuse(Reason::unknown_intervention, "There is no such intervention.");
    }
    if (command.began && *command.began > context.now) {
        return refuse(Reason::out_of_range, "An intervention cannot have begun later than now.");
    }
    if (meeting.interventions.size() >= max_interventions) {
        return refuse(Reason::too_many, "The meeting has as many interventions as it can hold.");
    }
    InterventionLogged logged;
    logged.id = next_intervention_id(meeting);
    logged.speaker = speaker_now(meeting, *find_participant(meeting, command.who));
    logged.kind = command.kind;
    logged.on_behalf_of = command.on_behalf_of;
    logged.began = command.began.value_or(context.now);
    logged.began_said = command.began.has_value();
    logged.after = command.after;
    // Who presided then, not now.
    const auto& chairs = meeting.proceedings.chairs;
    for (const auto& term : chairs) {
        if (&term == &chairs.front() || term.since <= logged.began)
            logged.speaker.presiding = term.who == command.who;
    }
    return std::vector<Event>{std::move(logged)};
}

void apply_one(Meeting& meeting, const InterventionLogged& event, const Stamp& stamp) {
    if (event.id != next_intervention_id(meeting)) return;
    Intervention intervention;
    intervention.id = event.id;
    intervention.speaker = event.speaker;
    intervention.kind = event.kind;
    intervention.on_behalf_of = event.on_behalf_of;
    intervention.timing.began = event.began;
    intervention.timing.ended = event.began;  // how long it took is not known
    intervention.logged = true;
    intervention.began_said = event.began_said;
    intervention.entry = stamp.entry;
    meeting.interventions.push_back(std::move(intervention));
    TimelineItem item;
    item.place = Place::intervention;
    item.ref = event.id.value;
    if (event.after) return stand_after(meeting, std::move(item), event.after, stamp);
    if (!event.began_said) return stand_now(meeting, std::move(item), stamp);
    item.at = stamp.recorded;
    meeting.timeline.insert(place_by_time(meeting, event.began), std::move(item));
}

Decision decide_on(const Context& context, const CorrectIntervention& command) {
    const auto& meeting = context.meeting;
    const auto* intervention = find_intervention(meeting, command.intervention);
    if (intervention == nullptr)
        return refuse(Reason::unknown_intervention, "There is no such intervention.");
    if (command.who.empty() && !command.kind && !command.on_behalf_of && !command.link) {
        return refuse(Reason::wrong_value, "Say what is to be corrected.");
    }
    if (auto refusal = refuse_name(command.reason, "A reason", true)) return *std::move(refusal);
    if (command.on_behalf_of) {
        if (auto refusal = refuse_name(*command.on_behalf_of, "On whose behalf", true))
            return *std::move(refusal);
    }
    if (command.link && !says_how(*command.link)) {
        return refuse(Reason::wrong_value, "How a speaker took part is in_room, audio or video.");
    }
    if (intervention->corrections.size() >= max_revisions) {
        return refuse(Reason::too_many, "That intervention was corrected too often.");
    }
    InterventionCorrected corrected;
    corrected.id = command.intervention;
    corrected.speaker = intervention->speaker;
    if (!command.who.empty() && command.who != intervention->speaker.who) {
        if (auto refusal = refuse_unknown(meeting, command.who)) return *std::move(refusal);
        corrected.speaker = speaker_now(meeting, *find_participant(meeting, command.who));
        for (const auto& term : meeting.proceedings.chairs) {
            if (&term == &meeting.proceedings.chairs.front() || term.since <= intervention->timing.began) {
                corrected.speaker.presiding = term.who == command.who;
            }
        }
    }
    corrected.kind = command.kind.value_or(intervention->kind);
    corrected.on_behalf_of = command.on_behalf_of.value_or(intervention->on_behalf_of);
    corrected.link = command.link ? command.link : intervention->link;
    corrected.reason = command.reason;
    return std::vector<Event>{std::move(corrected)};
}

void apply_one(Meeting& meeting, const InterventionCorrected& event, const Stamp& stamp) {
    auto* first = find_intervention(meeting, event.id);
    if (first == nullptr) return;
    first->corrections.push_back({event.reason, stamp.actor.name, stamp.recorded});
    // Its later parts are the same speaker's, however many points of order there were.
    const auto whole = first->part_of ? first->part_of : first->id;
    for (auto& part : meeting.interventions) {
        if (part.id != whole && part.part_of != whole) continue;
        part.speaker = event.speaker;
        part.kind = event.kind;
        part.on_behalf_of = event.on_behalf_of;
        part.link = event.link;
    }
}

}  // namespace dais::meeting
