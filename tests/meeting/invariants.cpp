#include "meeting/invariants.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "meeting/limits.hpp"

namespace dais::meeting {
namespace {

std::string about(const char* what, std::uint64_t id) {
    return std::string(what) + " (" + std::to_string(id) + ")";
}

std::string broken_queue(const Meeting& meeting, const std::vector<Request>& queue, bool of_replies) {
    std::set<std::pair<ParticipantId, Kind>> asked;
    for (const auto& request : queue) {
        if (!asked.insert({request.who, request.kind}).second)
            return "somebody is on the list twice for one kind";
        if ((request.kind == Kind::right_of_reply) != of_replies)
            return "a request stands in the wrong queue";
        if (find_participant(meeting, request.who) == nullptr) return "a stranger is on the list";
        if (request.id.value == 0 || request.id.value > meeting.last_request)
            return "a request was never dealt";
    }
    const auto first = [](const Request& request) { return request.kind == Kind::point_of_order; };
    if (!std::is_partitioned(queue.begin(), queue.end(), first)) return "a point of order does not go first";
    return {};
}

// Of the proceedings as they stand, and of those that an undo would bring back.
std::string broken_proceedings(const Meeting& meeting, const Proceedings& proceedings) {
    if (auto broken = broken_queue(meeting, proceedings.list, false); !broken.empty()) return broken;
    if (auto broken = broken_queue(meeting, proceedings.replies, true); !broken.empty()) return broken;
    if (proceedings.floor && find_intervention(meeting, proceedings.floor) == nullptr) {
        return "an intervention that is not there has the floor";
    }
    for (const auto id : proceedings.interrupted) {
        if (find_intervention(meeting, id) == nullptr)
            return "an intervention that is not there is interrupted";
    }
    if (!proceedings.interrupted.empty() && !proceedings.floor) return "interrupted, but by nobody";
    if (find_participant(meeting, presiding(proceedings)) == nullptr) return "a stranger presides";
    for (const auto& item : proceedings.path) {
        if (proceedings.taken_up.count(item) == 0) return item + " is open, but was not taken up";
        if (proceedings.concluded.count(item) != 0) return item + " is open, but was concluded";
    }
    const bool suspended = !proceedings.suspensions.empty() && !proceedings.suspensions.back().resumed;
    if (proceedings.sitting == Sitting::suspended && !suspended) return "suspended, but without a suspension";
    if (proceedings.sitting == Sitting::open && suspended) return "open, but in a suspension";
    return {};
}

std::string broken_floor(const Meeting& meeting) {
    const auto& proceedings = meeting.proceedings;
    std::size_t running = 0;
    for (const auto& each : meeting.interventions) {
        if (each.undone) continue;
        const auto& timing = each.timing;
        const bool runs = timing.clock.running_since.has_value();
        running += runs ? 1 : 0;
        if (runs && timing.ended) return about("the clock of an ended intervention runs", each.id.value);
        if (runs && proceedings.sitting != Sitting::open) return "a clock runs while the meeting does not";
        if ((each.id == proceedings.floor) == timing.ended.has_value()) {
            return about("an intervention has the floor and has ended, or neither", each.id.value);
        }
        const auto& pauses = timing.clock.pauses;
        for (std::size_t n = 0; n < pauses.size(); ++n) {
            const bool open_end = !pauses[n].to;
            if (open_end && (n + 1 != pauses.size() || runs || timing.ended)) {
                return about("a pause has no end", each.id.value);
            }
        }
        if (each.part_of && find_intervention(meeting, each.part_of) == nullptr) {
            return about("a part of nothing", each.id.value);
        }
    }
    return running > 1 ? "two clocks run" : "";
}

// Every text stands in exactly one place, but for decisions that were taken back, which stand in none.
std::string broken_texts(const Meeting& meeting) {
    std::map<std::uint64_t, std::size_t> places;
    for (const auto& each : meeting.interventions) {
        for (const auto block : each.blocks) {
            const auto* text = find_text(meeting, block);
            if (text == nullptr || text->of != each.id)
                return about("a block is no text of its intervention", block.value);
            if (each.undone)
                return about("a text stands in an intervention that was taken back", block.value);
            ++places[block.value];
        }
    }
    for (const auto& item : meeting.timeline) {
        if (item.place != Place::text) continue;
        const auto* text = find_text(meeting, TextId{item.ref});
        if (text == nullptr || text->of) return about("a text of the timeline is none", item.ref);
        ++places[item.ref];
    }
    for (const auto& text : meeting.texts) {
        const auto count = places[text.id.value];
        const bool taken_back = text.kind == TextKind::decision && text.removed;
        if (count != (taken_back ? 0u : 1u))
            return about("a text stands in more or fewer places than one", text.id.value);
        if (text.kind == TextKind::paragraph && !text.of)
            return about("a paragraph without an intervention", text.id.value);
        if (text.revisions.empty()) return about("a text says nothing", text.id.value);
    }
    return {};
}

std::string broken_timeline(const Meeting& meeting) {
    std::set<std::uint64_t> standing;
    for (const auto& item : meeting.timeline) {
        const auto& proceedings = meeting.proceedings;
        if (item.anchor && find_intervention(meeting, item.anchor) == nullptr)
            return "an anchor is not there";
        if (item.place == Place::intervention) {
            if (find_intervention(meeting, InterventionId{item.ref}) == nullptr)
                return about("no such turn", item.ref);
            if (!standing.insert(item.ref).second) return about("an intervention stands twice", item.ref);
        }
        if (item.place == Place::item && find_item(meeting.setup, item.item) == nullptr)
            return "no such heading";
        if (item.place == Place::suspension && item.ref >= proceedings.suspensions.size())
            return "no such suspension";
        if (item.place == Place::chair && item.ref >= proceedings.chairs.size())
            return "no such term of a chair";
    }
    for (const auto& each : meeting.interventions) {
        if (!each.undone && standing.count(each.id.value) == 0) return about("stands nowhere", each.id.value);
    }
    return {};
}

std::string broken_acts(const Meeting& meeting) {
    if (meeting.acts.size() > max_acts) return "too many acts are kept";
    std::uint64_t last = 0;
    for (const auto& act : meeting.acts) {
        if (act.number <= last || act.number > meeting.last_act)
            return about("an act is out of order", act.number);
        last = act.number;
        if (auto broken = broken_proceedings(meeting, act.before); !broken.empty()) {
            return "before " + act.name + ": " + broken;
        }
    }
    return {};
}

}  // namespace

std::string broken_invariant(const Meeting& meeting) {
    if (auto broken = broken_proceedings(meeting, meeting.proceedings); !broken.empty()) return broken;
    for (const auto check : {broken_floor, broken_texts, broken_timeline, broken_acts}) {
        if (auto broken = check(meeting); !broken.empty()) return broken;
    }
    for (std::size_t n = 0; n < meeting.interventions.size(); ++n) {
        if (meeting.interventions[n].id.value != n + 1) return "interventions are not numbered as they stand";
    }
    return {};
}

}  // namespace dais::meeting
