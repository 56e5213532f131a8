#include "meeting/room_view.hpp"

#include <algorithm>

#include "meeting/limits.hpp"
#include "meeting/outlook.hpp"

namespace dais::meeting {
namespace {

std::string cut(const std::string& text) {
    if (text.size() <= max_room_text_bytes) return text;
    static constexpr std::string_view ellipsis = "…";
    auto end = max_room_text_bytes - ellipsis.size();
    const auto within = [&](std::size_t at) {
        return (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u;
    };
    while (end > 0 && within(end)) --end;
    return text.substr(0, end) + std::string(ellipsis);
}

// "Mr. John Lewis", or what name_of() falls back to.
std::string full_name(const Participant& person) {
    if (person.family_name.empty() || person.given_name.empty()) return cut(name_of(person));
    const auto title = person.title.empty() ? "" : person.title + " ";
    return cut(title + person.given_name + " " + person.family_name);
}

std::string name_by_id(const Meeting& meeting, const ParticipantId& id) {
    const auto* person = find_participant(meeting, id);
    return person == nullptr ? cut(id) : full_name(*person);
}

RoomSpeaker speaker(const Meeting& meeting, const Request& request) {
    const auto* person = find_participant(meeting, request.who);
    return {name_by_id(meeting, request.who), person == nullptr ? "" : cut(person->affiliation),
            cut(request.on_behalf_of), request.kind};
}

std::optional<RoomFloor> floor(const Meeting& meeting) {
    const auto* intervention = find_intervention(meeting, meeting.proceedings.floor);
    if (intervention == nullptr) return std::nullopt;
    RoomFloor floor;
    floor.speaker = {name_by_id(meeting, intervention->speaker.who), cut(intervention->speaker.affiliation),
                     cut(intervention->on_behalf_of), intervention->kind};
    floor.presiding = intervention->speaker.presiding;
    floor.clock = intervention->timing.clock;
    floor.clock.pauses.clear();
    floor.waiting = static_cast<std::uint32_t>(meeting.proceedings.interrupted.size());
    floor.link = link_of(meeting, *intervention);
    if (const auto* person = find_participant(meeting, intervention->speaker.who)) {
        floor.link = intervention->link.value_or(link_now(*person));
        if (!person->links.empty() && person->links.back().link == Link::lost) {
            floor.lost = person->links.back().effective;
        }
    }
    return floor;
}

void put_list(const Meeting& meeting, RoomView& view) {
    const auto& proceedings = meeting.proceedings;
    for (const auto* queue : {&proceedings.list, &proceedings.replies}) {
        for (const auto& request : *queue) {
            if (view.next.size() == max_room_next) break;
            view.next.push_back(speaker(meeting, request));
        }
    }
    view.more =
        static_cast<std::uint32_t>(proceedings.list.size() + proceedings.replies.size() - view.next.size());
    view.list_closed = proceedings.list_closed;
}

std::optional<base::Instant> since(const Proceedings& proceedings) {
    switch (proceedings.sitting) {
        case Sitting::before:
            return std::nullopt;
        case Sitting::open:
            return proceedings.opened;
        case Sitting::suspended:
            if (proceedings.suspensions.empty()) return std::nullopt;
            return proceedings.suspensions.back().at;
        case Sitting::ended:
            return proceedings.ended;
    }
    return std::nullopt;
}

}  // namespace

RoomView room_view(const Meeting& meeting) {
    const auto& proceedings = meeting.proceedings;
    const auto& facts = meeting.setup.facts;
    RoomView view;
    view.body = cut(facts.body);
    view.symbol = cut(facts.symbol);
    view.language = cut(facts.language);
    view.zone_offset = facts.zone.offset_seconds;
    view.sitting = proceedings.sitting;
    view.since = since(proceedings);
    if (view.sitting == Sitting::suspended && !proceedings.suspensions.empty()) {
        view.until = proceedings.suspensions.back().until;
    }
    view.scheduled_end = scheduled_end(meeting);
    for (const auto& id : proceedings.path) {
        if (view.items.size() == max_agenda_depth) break;
        if (const auto* item = find_item(meeting.setup, id))
            view.items.push_back({item->number, cut(item->title)});
    }
    view.chair = name_by_id(meeting, presiding(proceedings));
    view.moderator = name_by_id(meeting, proceedings.debate_moderator);
    view.floor = floor(meeting);
    put_list(meeting, view);
    view.warning = proceedings.limits.warning;
    return view;
}

}  // namespace dais::meeting
