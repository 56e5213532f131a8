// Private to this folder. What a room's screen is told.
#pragma once

#include <tuple>

#include "meeting/limits.hpp"
#include "meeting/room_view.hpp"
#include "wire/layout.hpp"
#include "wire/layout_meeting.hpp"

namespace dais::wire {

inline constexpr Terms room_text{.limit = meeting::max_room_text_bytes};

template <>
struct Layout<meeting::RoomItem> {
    static constexpr std::tuple fields{field("number", &meeting::RoomItem::number),
                                       field<room_text>("title", &meeting::RoomItem::title)};
};

template <>
struct Layout<meeting::RoomSpeaker> {
    static constexpr std::tuple fields{field<room_text>("name", &meeting::RoomSpeaker::name),
                                       field<room_text>("affiliation", &meeting::RoomSpeaker::affiliation),
                                       field<room_text>("on_behalf_of", &meeting::RoomSpeaker::on_behalf_of),
                                       field("kind", &meeting::RoomSpeaker::kind)};
};

template <>
struct Layout<meeting::RoomFloor> {
    static constexpr std::tuple fields{
        field("speaker", &meeting::RoomFloor::speaker), field("presiding", &meeting::RoomFloor::presiding),
        field("link", &meeting::RoomFloor::link),       field("lost", &meeting::RoomFloor::lost),
        field("clock", &meeting::RoomFloor::clock),     field("waiting", &meeting::RoomFloor::waiting)};
};

template <>
struct Layout<meeting::RoomView> {
    static constexpr std::tuple fields{
        field<room_text>("body", &meeting::RoomView::body),
        field<room_text>("symbol", &meeting::RoomView::symbol),
        field<room_text>("language", &meeting::RoomView::language),
        field("zone_offset", &meeting::RoomView::zone_offset),
        field("sitting", &meeting::RoomView::sitting),
        field("since", &meeting::RoomView::since),
        field("until", &meeting::RoomView::until),
        field("scheduled_end", &meeting::RoomView::scheduled_end),
        field<Terms{.limit = meeting::max_agenda_depth}>("items", &meeting::RoomView::items),
        field<room_text>("chair", &meeting::RoomView::chair),
        field<room_text>("moderator", &meeting::RoomView::moderator),
        field("floor", &meeting::RoomView::floor),
        field<Terms{.limit = meeting::max_room_next}>("next", &meeting::RoomView::next),
        field("more", &meeting::RoomView::more),
        field("list_closed", &meeting::RoomView::list_closed),
        field("warning", &meeting::RoomView::warning)};
};

}  // namespace dais::wire
