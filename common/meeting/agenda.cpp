// The agenda: items are taken up and concluded. The meeting stands under a path of headings, from the top of
// the agenda down to the item; taking one up prints what is new on the way to it.
#include <algorithm>

#include "meeting/topics.hpp"

namespace dais::meeting {
namespace {

Refusal unknown_item(const AgendaItemId& id) {
    return refuse(Reason::unknown_item, "There is no agenda item with the id \"" + id + "\".");
}

}  // namespace

Decision decide_on(const Context& context, const TakeUp& command) {
    if (auto refusal = refuse_unless_open(context.meeting)) return *std::move(refusal);
    const auto& proceedings = context.meeting.proceedings;
    if (find_item(context.meeting.setup, command.item) == nullptr) return unknown_item(command.item);
    const auto path = path_to(context.meeting.setup, command.item);
    for (const auto& item : path) {
        if (proceedings.concluded.count(item) != 0) {
            return refuse(Reason::item_is_concluded, "The item \"" + item + "\" was concluded.");
        }
    }
    if (proceedings.path == path) {
        return refuse(Reason::item_is_taken_up,
                      "The meeting is already considering \"" + command.item + "\".");
    }
    ItemTakenUp taken{command.item, {}};
    const auto [_, fresh] =
        std::mismatch(proceedings.path.begin(), proceedings.path.end(), path.begin(), path.end());
    taken.headings.assign(fresh, path.end());
    auto events = begin_act(context, "take_up " + command.item);
    events.emplace_back(std::move(taken));
    return events;
}

void apply_one(Meeting& meeting, const ItemTakenUp& event, const Stamp& stamp) {
    if (find_item(meeting.setup, event.item) == nullptr) return;
    auto& proceedings = meeting.proceedings;
    proceedings.path = path_to(meeting.setup, event.item);
    proceedings.taken_up.insert(proceedings.path.begin(), proceedings.path.end());
    for (const auto& heading : event.headings) {
        if (find_item(meeting.setup, heading) == nullptr) continue;
        TimelineItem item;
        item.place = Place::item;
        item.item = heading;
        stand_now(meeting, std::move(item), stamp);
    }
}

Decision decide_on(const Context& context, const Conclude& command) {
    if (auto refusal = refuse_unless_open(context.meeting)) return *std::move(refusal);
    const auto& proceedings = context.meeting.proceedings;
    if (find_item(context.meeting.setup, command.item) == nullptr) return unknown_item(command.item);
    if (proceedings.concluded.count(command.item) != 0) {
        return refuse(Reason::item_is_concluded, "The item \"" + command.item + "\" was concluded already.");
    }
    if (proceedings.taken_up.count(command.item) == 0) {
        return refuse(Reason::item_is_not_taken_up,
                      "The item \"" + command.item + "\" was not taken up yet.");
    }
    auto events = begin_act(context, "conclude " + command.item);
    events.emplace_back(ItemConcluded{command.item});
    return events;
}

void apply_one(Meeting& meeting, const ItemConcluded& event, const Stamp&) {
    if (find_item(meeting.setup, event.item) == nullptr) return;
    auto& proceedings = meeting.proceedings;
    proceedings.concluded.insert(event.item);
    const auto at = std::find(proceedings.path.begin(), proceedings.path.end(), event.item);
    proceedings.path.erase(at, proceedings.path.end());
}

}  // namespace dais::meeting
