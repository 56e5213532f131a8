// Why a command was not accepted: a word for programs and a sentence for people.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "meeting/words.hpp"

namespace dais::meeting {

enum class Reason : std::uint8_t {
    not_your_desk,  // the station's role may not ask for this
    meeting_not_open,
    meeting_is_suspended,
    meeting_is_not_suspended,
    meeting_already_open,
    meeting_has_ended,
    unknown_participant,
    participant_exists,
    unknown_item,
    item_is_taken_up,
    item_is_not_taken_up,
    item_is_concluded,
    list_is_closed,
    list_is_open,
    list_is_empty,
    already_on_the_list,
    not_on_the_list,
    more_than_one_request,  // say which
    different_queues,       // a right of reply cannot stand before a statement, and so on
    points_of_order_go_first,
    replies_exhausted,  // as many rights of reply as the limits allow were given or asked for
    nobody_has_the_floor,
    floor_has_changed,  // somebody else acted first
    clock_is_paused,
    clock_is_running,
    already_presides,
    nothing_to_undo,
    too_late_to_undo,
    others_depend_on_it,  // the undo would pull the ground from under a paragraph or a later act
    unknown_intervention,
    unknown_paragraph,
    paragraph_has_changed,  // somebody else revised it first
    paragraph_is_removed,
    paragraph_is_not_removed,
    not_a_paragraph,  // a note or a heading where only a paragraph will do
    wrong_place,      // `after` is not of the same intervention, or is the text itself
    text_is_empty,
    text_has_line_break,
    text_is_not_valid,  // not UTF-8, or control characters
    too_long,
    too_many,
    out_of_range,  // a number or a time
    unknown_field,
    wrong_value,
    paragraph_is_final,
    unknown_mark,
};

template <>
struct Words<Reason> {
    static constexpr std::array<std::string_view, 46> list{"not_your_desk",
                                                           "meeting_not_open",
                                                           "meeting_is_suspended",
                                                           "meeting_is_not_suspended",
                                                           "meeting_already_open",
                                                           "meeting_has_ended",
                                                           "unknown_participant",
                                                           "participant_exists",
                                                           "unknown_item",
                                                           "item_is_taken_up",
                                                           "item_is_not_taken_up",
                                                           "item_is_concluded",
                                                           "list_is_closed",
                                                           "list_is_open",
                                                           "list_is_empty",
                                                           "already_on_the_list",
                                                           "not_on_the_list",
                                                           "more_than_one_request",
                                                           "different_queues",
                                                           "points_of_order_go_first",
                                                           "replies_exhausted",
                                                           "nobody_has_the_floor",
                                                           "floor_has_changed",
                                                           "clock_is_paused",
                                                           "clock_is_running",
                                                           "already_presides",
                                                           "nothing_to_undo",
                                                           "too_late_to_undo",
                                                           "others_depend_on_it",
                                                           "unknown_intervention",
                                                           "unknown_paragraph",
                                                           "paragraph_has_changed",
                                                           "paragraph_is_removed",
                                                           "paragraph_is_not_removed",
                                                           "not_a_paragraph",
                                                           "wrong_place",
                                                           "text_is_empty",
                                                           "text_has_line_break",
                                                           "text_is_not_valid",
                                                           "too_long",
                                                           "too_many",
                                                           "out_of_range",
                                                           "unknown_field",
                                                           "wrong_value",
                                                           "paragraph_is_final",
                                                           "unknown_mark"};
};
static_assert(Words<Reason>::list.size() == static_cast<std::size_t>(Reason::unknown_mark) + 1);

struct Refusal {
    Reason reason{};
    std::string sentence;  // "The list of speakers is closed."

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

}  // namespace dais::meeting
