// Taking back the chair's own last act: the proceedings as they were before it are put in their place, and
// what the act made leaves the timeline. Refused once something stands on it.
#include <algorithm>

#include "meeting/topics.hpp"

namespace dais::meeting {
namespace {

// What stands on an intervention that would be taken back, named for people; empty where nothing does.
std::string what_stands_on(const Meeting& meeting, const Intervention& intervention) {
    const auto who = spoken_name(meeting, intervention.speaker.who);
    if (const auto count = intervention.blocks.size(); count != 0) {
        // Removed ones count: they can be restored, and would have nowhere to stand.
        const auto& author = find_text(meeting, intervention.blocks.front())->revisions.front().author;
        return count == 1 ? "a paragraph of " + who + " by " + author
                          : std::to_string(count) + " paragraphs of " + who + ", the first by " + author;
    }
    if (!intervention.corrections.empty()) {
        return "the correction of " + who + "'s intervention by " + intervention.corrections.back().by;
    }
    for (const auto& item : meeting.timeline) {
        if (item.anchor != intervention.id || item.act != 0) continue;
        if (item.place == Place::intervention) {
            const auto* logged = find_intervention(meeting, InterventionId{item.ref});
            if (logged == nullptr) continue;
            return "the intervention of " + spoken_name(meeting, logged->speaker.who) +
                   " that was logged after " + who;
        }
        if (item.place != Place::text) return "the mark of the record's coverage after " + who;
        const auto* text = find_text(meeting, TextId{item.ref});
        if (text == nullptr || text->removed) continue;
        return "the " + std::string(word(text->kind)) + " by " + text->revisions.front().author + " after " +
               who;
    }
    return {};
}

struct Target {
    const Act* act = nullptr;
    std::optional<Refusal> refusal;
};

Target find_target(const Meeting& meeting, const Actor& actor, base::Instant now) {
    std::string later;  // acts of others that an undo would have to pull out from under
    for (auto act = meeting.acts.rbegin(); act != meeting.acts.rend(); ++act) {
        if (act->actor != actor.name) {
            if (!act->touches_list_only)
                later += (later.empty() ? "" : ", ") + act->name + " by " + act->actor;
            continue;
        }
        if (now - act->at > std::chrono::seconds(undo_seconds)) {
            return {nullptr,
                    refuse(Reason::too_late_to_undo, "\"" + act->name + "\" was more than " +
                                                         std::to_string(undo_seconds) + " seconds ago.")};
        }
        if (!later.empty()) {
            return {nullptr, refuse(Reason::others_depend_on_it, "Since \"" + act->name + "\" there was " +
                                                                     later + "; it cannot be taken back.")};
        }
        return {&*act, std::nullopt};
    }
    return {nullptr, refuse(Reason::nothing_to_undo, "There is no act of yours that can be taken back.")};
}

std::optional<Refusal> refuse_dependents(const Meeting& meeting, const Act& act) {
    for (const auto& intervention : meeting.interventions) {
        if (intervention.undone || intervention.act != act.number) continue;
        const auto dependent = what_stands_on(meeting, intervention);
        if (dependent.empty()) continue;
        return refuse(Reason::others_depend_on_it, "\"" + act.name + "\" cannot be taken back: " + dependent +
                                                       " would have nowhere to stand.");
    }
    return std::nullopt;
}

Target target_of(const Meeting& meeting, const Actor& actor, base::Instant now) {
    auto target = find_target(meeting, actor, now);
    if (target.act != nullptr) target.refusal = refuse_dependents(meeting, *target.act);
    return target;
}

// Takes what an act made out of the timeline.
void leave_timeline(Meeting& meeting, std::uint64_t act) {
    for (auto& item : meeting.timeline) {
        auto* text = item.place == Place::text ? find_text(meeting, TextId{item.ref}) : nullptr;
        if (text != nullptr && item.act == act) text->removed = true;
        // A removed note keeps its place in case it is restored, but not the intervention that never was.
        if (item.anchor && find_intervention(meeting, item.anchor) == nullptr) item.anchor = {};
    }
    std::erase_if(meeting.timeline, [&](const TimelineItem& item) { return item.act == act; });
}

}  // namespace

base::Result<std::string, Refusal> what_undo_takes_back(const Meeting& meeting, const Actor& actor,
                                                        base::Instant now) {
    auto target = target_of(meeting, actor, now);
    if (target.refusal) return *std::move(target.refusal);
    return target.act->name;
}

Decision decide_on(const Context& context, const UndoLast&) {
    auto target = target_of(context.meeting, context.actor, context.now);
    if (target.refusal) return *std::move(target.refusal);
    return std::vector<Event>{ActUndone{target.act->number}};
}

void apply_one(Meeting& meeting, const ActBegun& event, const Stamp& stamp) {
    if (event.number <= meeting.last_act) return;  // each number is dealt once, or an undo would hit two acts
    // Those that are too old to be taken back go, but the last, which is kept so that its refusal can say
    // why.
    const auto too_old = [&](const Act& act) {
        return &act != &meeting.acts.back() && stamp.recorded - act.at > std::chrono::seconds(undo_seconds);
    };
    const auto keep_from = std::find_if_not(meeting.acts.begin(), meeting.acts.end(), too_old);
    meeting.acts.erase(meeting.acts.begin(), keep_from);
    if (meeting.acts.size() >= max_acts) meeting.acts.erase(meeting.acts.begin());
    meeting.last_act = event.number;
    log_act(meeting, stamp, event.name, event.number);
    Act act;
    act.number = event.number;
    act.entry = stamp.entry;
    act.name = event.name;
    act.actor = stamp.actor.name;
    act.at = stamp.recorded;
    act.touches_list_only = event.touches_list_only;
    act.before = meeting.proceedings;
    auto touched = act.before.interrupted;
    touched.push_back(act.before.floor);
    for (const auto id : touched) {
        if (const auto* intervention = find_intervention(meeting, id)) {
            act.timings.emplace_back(id, intervention->timing);
        }
    }
    meeting.acts.push_back(std::move(act));
}

// With those after it, which only touched the list.
void log_undone(Meeting& meeting, std::uint64_t act, const Stamp& stamp) {
    for (auto line = meeting.log.rbegin(); line != meeting.log.rend(); ++line) {
        if (line->act != 0 && line->act < act) break;
        if (line->act == 0 || line->undone) continue;
        line->undone = stamp.recorded;
        line->undone_by = stamp.actor.name;
    }
}

void apply_one(Meeting& meeting, const ActUndone& event, const Stamp& stamp) {
    const auto found = std::find_if(meeting.acts.begin(), meeting.acts.end(),
                                    [&](const Act& act) { return act.number == event.number; });
    if (found == meeting.acts.end()) return;
    log_undone(meeting, event.number, stamp);
    // A request that is taken back is taken back from the values before other stations' acts, too.
    const auto known_before = found->before;
    if (found->touches_list_only) {
        for (auto act = meeting.acts.begin(); act != found; ++act) {
            const auto taken_back = [&](const Request& request) {
                const auto* now = find_request(meeting.proceedings, request.id);
                return now != nullptr && find_request(known_before, request.id) == nullptr &&
                       now->since == found->at;
            };
            std::erase_if(act->before.list, taken_back);
            std::erase_if(act->before.replies, taken_back);
        }
    }
    for (const auto& [id, timing] : found->timings) {
        if (auto* intervention = find_intervention(meeting, id)) intervention->timing = timing;
    }
    for (auto& intervention : meeting.interventions) {
        if (intervention.act == event.number) intervention.undone = true;
    }
    leave_timeline(meeting, event.number);
    meeting.proceedings = known_before;
    meeting.acts.erase(found, meeting.acts.end());
}

}  // namespace dais::meeting
