#include "clerk-station/room/shown.hpp"

#include <algorithm>

#include "meeting/describe.hpp"
#include "meeting/outlook.hpp"

namespace dais::clerk_station {
namespace {

using folder::RoomWords;
using meeting::Kind;
using meeting::Link;
using meeting::Sitting;
using ui::State;

std::string hour(const meeting::RoomView& view, base::Instant at) {
    return ui::hour({"", view.zone_offset, ""}, at);
}

std::string kind_of(Kind kind, const RoomWords& words) {
    switch (kind) {
        case Kind::point_of_order:
            return words("kind.point_of_order");
        case Kind::right_of_reply:
            return words("kind.right_of_reply");
        case Kind::reply:
            return words("kind.reply");
        case Kind::statement:
            break;
    }
    return {};
}

ShownSpeaker speaker_of(const meeting::RoomSpeaker& speaker, const RoomWords& words) {
    ShownSpeaker made{speaker.name, speaker.affiliation, "", kind_of(speaker.kind, words)};
    if (!speaker.on_behalf_of.empty())
        made.behalf = words("floor.on_behalf_of", "{whom}", speaker.on_behalf_of);
    return made;
}

std::string item_of(const meeting::RoomItem& item, const RoomWords& words) {
    if (!item.number) return item.title;
    return words("item", "{number}", std::to_string(*item.number)) + " · " + item.title;
}

ui::Phrase link_of(const meeting::RoomFloor& floor, const RoomWords& words) {
    if (floor.lost) return {State::over, words("floor.link_lost")};
    if (floor.link == Link::video) return {State::remote, words("floor.by_video")};
    if (floor.link == Link::audio) return {State::remote, words("floor.by_audio")};
    return {};
}

ShownFloor floor_of(const meeting::RoomView& view, base::Instant now, const RoomWords& words) {
    const auto& floor = *view.floor;
    ShownFloor made{speaker_of(floor.speaker, words), link_of(floor, words), {}, ""};
    made.clock = ui::clock_face(floor.clock, view.warning, now);
    made.clock.word = words(made.clock.state == State::over      ? "clock.over"
                            : made.clock.state == State::warning ? "clock.warning"
                            : made.clock.limited                 ? "clock.left"
                                                                 : "clock.spent");
    if (!made.clock.running) made.stands = words("clock.stands");
    return made;
}

ui::Phrase statement_of(const meeting::RoomView& view, const RoomWords& words) {
    switch (view.sitting) {
        case Sitting::before:
            return {State::info, words("not_begun")};
        case Sitting::suspended:
            return {State::warning, view.until ? words("suspended_until", "{time}", hour(view, *view.until))
                                               : words("suspended")};
        case Sitting::ended:
            return {State::info, words("ended")};
        case Sitting::open:
            break;
    }
    if (view.floor) return {};
    return {State::quiet, words("floor.nobody")};
}

// A meeting that is over its time by so much is held on another day than its folder says, in a rehearsal, and
// the hall has nothing from the sum.
constexpr base::Span other_day{-12 * 3'600'000};

// Nothing unless the end is near, or past, and the meeting has not risen.
std::optional<base::Span> to_the_end(const meeting::RoomView& view, base::Instant now) {
    if (view.sitting != Sitting::open && view.sitting != Sitting::suspended) return std::nullopt;
    if (!view.scheduled_end || *view.scheduled_end - now > meeting::near_end) return std::nullopt;
    if (*view.scheduled_end - now < other_day) return std::nullopt;
    return *view.scheduled_end - now;
}

ui::Phrase end_of(const meeting::RoomView& view, base::Instant now, const RoomWords& words) {
    const auto left = to_the_end(view, now);
    if (!left) return {};
    if (left->count() >= 0) return {State::warning, words("end.near", "{time}", meeting::clock_text(*left))};
    return {State::over, words("end.past", "{time}", meeting::clock_text(-*left))};
}

}  // namespace

Shown shown(const meeting::RoomView& view, base::Instant now, const RoomWords& words) {
    Shown made;
    made.body = view.body;
    made.symbol = view.symbol;
    made.time_of_day = hour(view, now);
    for (const auto& item : view.items) made.headings.push_back(item_of(item, words));
    if (!made.headings.empty()) {
        made.item = std::move(made.headings.back());
        made.headings.pop_back();
    }
    if (!view.chair.empty()) made.chair = words("chair", "{name}", view.chair);
    if (!view.moderator.empty()) made.moderator = words("moderator", "{name}", view.moderator);
    made.statement = statement_of(view, words);
    if (view.floor && view.sitting == Sitting::open) {
        made.floor = floor_of(view, now, words);
        made.floor_title = words("floor.now");
    }
    made.end = end_of(view, now, words);
    if (view.sitting == Sitting::ended) return made;  // whoever was on the list is not called any more
    made.next_title = words("list.next");
    for (const auto& speaker : view.next) made.next.push_back(speaker_of(speaker, words));
    made.more = view.more;
    if (view.next.empty() && view.sitting == Sitting::open) made.nobody_next = words("list.nobody");
    if (view.list_closed) made.closed = words("list.closed");
    return made;
}

base::Span until_next_change(const meeting::RoomView& view, base::Instant now) {
    auto next = ui::until_next_minute(now);
    if (const auto left = to_the_end(view, now)) next = std::min(next, ui::until_next_second(*left));
    if (view.scheduled_end) {
        const auto near = *view.scheduled_end - meeting::near_end - now;  // the countdown begins
        if (near.count() > 0) next = std::min(next, near);
    }
    if (view.floor && view.sitting == Sitting::open) {
        if (const auto clock = ui::until_next_digit(view.floor->clock, now)) next = std::min(next, *clock);
    }
    return next;
}

}  // namespace dais::clerk_station
