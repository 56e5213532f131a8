#include "meeting/topics.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace dais::meeting {

Refusal refuse(Reason reason, std::string sentence) {
    return {reason, std::move(sentence)};
}

std::optional<Refusal> refuse_unless_open(const Meeting& meeting) {
    switch (meeting.proceedings.sitting) {
        case Sitting::open:
            return std::nullopt;
        case Sitting::before:
            return refuse(Reason::meeting_not_open, "The meeting has not been called to order yet.");
        case Sitting::suspended:
            return refuse(Reason::meeting_is_suspended, "The meeting is suspended.");
        case Sitting::ended:
            return refuse(Reason::meeting_has_ended, "The meeting has ended.");
    }
    return std::nullopt;
}

std::optional<Refusal> refuse_after_end(const Meeting& meeting) {
    if (meeting.proceedings.sitting != Sitting::ended) return std::nullopt;
    return refuse(Reason::meeting_has_ended, "The meeting has ended.");
}

std::optional<Refusal> refuse_text(std::string_view text, std::string_view what) {
    const std::string subject(what);
    if (text.size() > max_text_bytes) {
        return refuse(Reason::too_long, subject + " has " + std::to_string(text.size()) + " bytes; at most " +
                                            std::to_string(max_text_bytes) + " are taken.");
    }
    if (const auto at = base::first_bad_utf8(text)) {
        return refuse(Reason::text_is_not_valid,
                      subject + " is not UTF-8 at byte " + std::to_string(*at + 1) + ".");
    }
    if (base::first_line_break(text)) {
        return refuse(Reason::text_has_line_break, subject + " is one line; it cannot have a line break.");
    }
    if (base::first_control(text)) {
        return refuse(Reason::text_is_not_valid, subject + " has a control character.");
    }
    if (base::trimmed(text).empty()) return refuse(Reason::text_is_empty, subject + " is empty.");
    return std::nullopt;
}

std::optional<Refusal> refuse_name(std::string_view text, std::string_view what, bool may_be_empty) {
    if (text.empty() && may_be_empty) return std::nullopt;
    if (text.size() > max_name_bytes) {
        return refuse(Reason::too_long, std::string(what) + " has " + std::to_string(text.size()) +
                                            " bytes; at most " + std::to_string(max_name_bytes) +
                                            " are taken.");
    }
    return refuse_text(text, what);
}

std::optional<Refusal> refuse_unknown(const Meeting& meeting, const ParticipantId& id) {
    if (find_participant(meeting, id) != nullptr) return std::nullopt;
    return refuse(Reason::unknown_participant, "There is no participant with the id \"" + id + "\".");
}

std::optional<Refusal> refuse_stale(const Meeting& meeting, const SeenFloor& seen) {
    const auto floor = meeting.proceedings.floor;
    if (!seen || *seen == floor) return std::nullopt;
    const auto* intervention = find_intervention(meeting, floor);
    return refuse(Reason::floor_has_changed,
                  intervention == nullptr ? "Meanwhile nobody has the floor any more; nothing was changed."
                                          : "Meanwhile " + spoken_name(meeting, intervention->speaker.who) +
                                                " has the floor; nothing was changed.");
}

std::vector<Event> begin_act(const Context& context, std::string name, bool touches_list_only) {
    if (context.actor.desk != Desk::chair) return {};
    return {ActBegun{context.meeting.last_act + 1, std::move(name), touches_list_only}};
}

std::vector<Event> begin_floor_act(const Context& context, std::string name) {
    return {ActBegun{context.meeting.last_act + 1, std::move(name), false}};
}

void log_act(Meeting& meeting, const Stamp& stamp, std::string name, std::uint64_t act) {
    if (meeting.log.size() >= max_logged) meeting.log.erase(meeting.log.begin());
    meeting.log.push_back(
        {act, stamp.recorded, stamp.actor.name, std::move(name), std::string(), std::nullopt});
}

std::string spoken_name(const Meeting& meeting, const ParticipantId& id) {
    const auto* person = find_participant(meeting, id);
    return person == nullptr ? id : name_of(*person);
}

InterventionId next_intervention_id(const Meeting& meeting) {
    return InterventionId{meeting.interventions.size() + 1};
}

TextId next_text_id(const Meeting& meeting) {
    return TextId{meeting.texts.size() + 1};
}

Speaker speaker_now(const Meeting& meeting, const Participant& person) {
    return {person.id, person.role, person.affiliation, person.attendance,
            presiding(meeting.proceedings) == person.id};
}

std::uint64_t act_of(const Meeting& meeting, const Stamp& stamp) {
    if (meeting.acts.empty() || meeting.acts.back().entry != stamp.entry) return 0;
    return meeting.acts.back().number;
}

void stand_now(Meeting& meeting, TimelineItem item, const Stamp& stamp) {
    item.anchor = item.place == Place::intervention ? item.anchor : meeting.proceedings.floor;
    item.at = stamp.recorded;
    item.act = act_of(meeting, stamp);
    meeting.timeline.push_back(std::move(item));
}

void stand_after(Meeting& meeting, TimelineItem item, InterventionId anchor, const Stamp& stamp) {
    auto at = find_in_timeline(meeting, Place::intervention, anchor.value);
    if (at == meeting.timeline.end()) return stand_now(meeting, std::move(item), stamp);
    item.anchor = anchor;
    item.named = true;
    item.at = stamp.recorded;
    item.act = act_of(meeting, stamp);
    // An agenda heading opens what comes next, so nothing that is said to belong to the intervention goes
    // behind it. A logged intervention also goes behind those that were logged after the same one before it.
    std::vector<InterventionId> family{anchor};
    const auto belongs = [&](const TimelineItem& other) {
        if (other.place == Place::item) return false;
        if (std::find(family.begin(), family.end(), other.anchor) == family.end()) return false;
        if (other.place == Place::intervention) family.emplace_back(other.ref);
        return other.place != Place::intervention || item.place == Place::intervention;
    };
    do {
        ++at;
    } while (at != meeting.timeline.end() && belongs(*at));
    meeting.timeline.insert(at, std::move(item));
}

std::vector<TimelineItem>::iterator find_in_timeline(Meeting& meeting, Place place, std::uint64_t ref) {
    // What is looked for was mostly put there lately, so the search goes from the end.
    const auto found =
        std::find_if(meeting.timeline.rbegin(), meeting.timeline.rend(),
                     [&](const TimelineItem& item) { return item.place == place && item.ref == ref; });
    return found == meeting.timeline.rend() ? meeting.timeline.end() : std::prev(found.base());
}

std::vector<TimelineItem>::const_iterator find_in_timeline(const Meeting& meeting, Place place,
                                                           std::uint64_t ref) {
    return std::find_if(meeting.timeline.begin(), meeting.timeline.end(),
                        [&](const TimelineItem& item) { return item.place == place && item.ref == ref; });
}

}  // namespace dais::meeting
