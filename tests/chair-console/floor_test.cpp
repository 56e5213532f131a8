// The chair's floor by keyboard: who gets it, for how long, and what is said when it cannot be.
#include <gtest/gtest.h>

#include "chair-console/chair.hpp"

namespace dais::chair_console {
namespace {

using Asked = std::vector<std::string>;

TEST(Floor, space_gives_it_to_the_next_whom_the_button_names) {
    auto seat = chair();
    EXPECT_EQ(seat.text("floor.next"), "Give the floor to Mr. Lewis");
    seat.press("Space");
    EXPECT_EQ(seat.state(), "meeting: open | chair: garcia | floor: lewis 5:00 | list: poussi | spoken: 1");
    EXPECT_EQ(seat.text("floor.name"), "Mr. Lewis");
    EXPECT_EQ(seat.text("floor.next"), "Give the floor to Ms. Poussi");
}

TEST(Floor, a_held_space_gives_it_once) {
    auto seat = chair();
    seat.hold("Space", 5);
    EXPECT_EQ(seat.asked, Asked{"give_floor"});
}

TEST(Floor, a_space_pressed_twice_before_the_answer_gives_it_once) {
    auto seat = chair();
    seat.hold_answers();
    seat.press("Space");
    seat.press("Space");
    EXPECT_EQ(seat.text("floor.next"), "Asked: Give the floor to Mr. Lewis");
    EXPECT_FALSE(seat.enabled("floor.next"));
    seat.answer();
    EXPECT_EQ(seat.asked, Asked{"give_floor"});
    EXPECT_EQ(field(seat, "floor"), "lewis 5:00");
}

TEST(Floor, space_does_nothing_where_nobody_waits) {
    auto seat = seat_at("chair", "10:00 chair open_meeting");
    EXPECT_EQ(seat.text("floor.next"), "Nobody waits for the floor");
    EXPECT_FALSE(seat.enabled("floor.next"));
    seat.press("Space");
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(Floor, the_button_gives_it_as_well) {
    auto seat = chair();
    seat.click("floor.next");
    EXPECT_EQ(field(seat, "floor"), "lewis 5:00");
}

TEST(Floor, e_ends_it) {
    auto seat = chair(lewis_speaks);
    seat.press("e");
    EXPECT_EQ(field(seat, "floor"), "");
    EXPECT_EQ(seat.text("floor.name"), "Nobody has the floor");
    EXPECT_FALSE(seat.enabled("floor.end"));
    seat.press("e");
    EXPECT_EQ(seat.asked, Asked{"end_floor"});
}

TEST(Floor, a_held_e_ends_it_once) {
    auto seat = chair(lewis_speaks);
    seat.hold("e", 5);
    EXPECT_EQ(seat.asked, Asked{"end_floor"});
}

TEST(Floor, p_pauses_and_resumes_the_clock) {
    auto seat = chair(lewis_speaks);
    seat.pass(10);
    EXPECT_EQ(seat.text("floor.pause"), "Pause");
    seat.press("p");
    seat.pass(60);
    EXPECT_EQ(field(seat, "floor"), "lewis 4:50 paused");
    EXPECT_EQ(seat.text("floor.clock"), "4:50");
    EXPECT_EQ(seat.text("floor.clock.word"), "clock paused");
    EXPECT_EQ(seat.text("floor.pause"), "Resume");
    seat.press("p");
    seat.pass(10);
    EXPECT_EQ(field(seat, "floor"), "lewis 4:40");
}

TEST(Floor, plus_and_minus_grant_and_take_half_a_minute) {
    auto seat = chair(lewis_speaks);
    seat.press("+");
    EXPECT_EQ(field(seat, "floor"), "lewis 5:30");
    seat.press("-");
    seat.press("-");
    EXPECT_EQ(field(seat, "floor"), "lewis 4:30");
    seat.click("floor.more");
    seat.click("floor.less");
    EXPECT_EQ(field(seat, "floor"), "lewis 4:30");
}

// On most layouts "+" needs Shift, and on some another key than the one with = on it.
TEST(Floor, plus_is_what_is_typed_whatever_key_makes_it) {
    auto seat = chair(lewis_speaks);
    seat.window().input().push(ui::KeyPress{ui::Key::d1, ui::shift, false});
    seat.window().input().push(ui::Typed{"+"});
    seat.frame();
    EXPECT_EQ(field(seat, "floor"), "lewis 5:30");
}

TEST(Floor, a_held_plus_grants_once) {
    auto seat = chair(lewis_speaks);
    seat.hold("+", 5);
    EXPECT_EQ(seat.asked, Asked{"grant_time"});
}

TEST(Floor, keys_of_the_clock_do_nothing_while_nobody_speaks) {
    auto seat = chair();
    for (const auto* key : {"e", "p", "+", "-"}) seat.press(key);
    EXPECT_EQ(seat.asked, Asked{});
    for (const auto* id : {"floor.end", "floor.pause", "floor.more", "floor.less"}) {
        EXPECT_FALSE(seat.enabled(id)) << id;
    }
}

TEST(Floor, the_clock_says_when_it_warns_and_when_time_is_over) {
    auto seat = chair(lewis_speaks);
    EXPECT_EQ(seat.text("floor.clock.word"), "left");
    seat.pass(270);
    EXPECT_EQ(seat.text("floor.clock"), "0:30");
    EXPECT_EQ(seat.text("floor.clock.word"), "warning");
    seat.pass(42);
    EXPECT_EQ(seat.text("floor.clock"), "-0:12");
    EXPECT_EQ(seat.text("floor.clock.word"), "over time");
}

TEST(Floor, o_asks_who_raises_a_point_of_order_and_then_goes_back) {
    auto seat = chair(lewis_speaks);
    seat.pass(60);
    seat.press("o");
    ASSERT_TRUE(seat.has("order.who"));
    EXPECT_EQ(seat.focused(), "order.who");
    EXPECT_EQ(seat.text("order.who"), "");
    seat.type("diallo");
    seat.press("Enter");
    EXPECT_FALSE(seat.has("order.who"));
    EXPECT_EQ(field(seat, "floor").substr(0, 22), "diallo(point_of_order)");
    EXPECT_EQ(field(seat, "interrupted"), "lewis 4:00");
    EXPECT_EQ(seat.text("floor.kind"), "point of order");
    EXPECT_EQ(seat.text("floor.interrupted"), "then back to Mr. Lewis");
    seat.press("e");
    EXPECT_EQ(field(seat, "floor"), "lewis 4:00 paused");
    seat.press("p");
    EXPECT_EQ(field(seat, "floor"), "lewis 4:00");
}

TEST(Floor, the_dialog_of_a_point_of_order_is_left_by_escape_and_keeps_all_else_out_of_reach) {
    auto seat = chair(lewis_speaks);
    seat.press("o");
    for (const auto* key : {"Ctrl+F", "Ctrl+Z", "Ctrl+E", "F2", "Alt+1"}) seat.press(key);
    EXPECT_TRUE(seat.has("order.who"));
    EXPECT_FALSE(seat.enabled("floor.end"));
    EXPECT_EQ(seat.asked, Asked{});
    seat.press("Esc");
    EXPECT_FALSE(seat.has("order.who"));
    EXPECT_EQ(seat.focused(), "");
    seat.press("e");
    EXPECT_EQ(seat.asked, Asked{"end_floor"});
}

TEST(Floor, a_point_of_order_is_found_by_arrows_too) {
    auto seat = chair(lewis_speaks);
    seat.click("floor.order");
    seat.press("Down");
    seat.press("Down");
    seat.press("Enter");
    EXPECT_EQ(field(seat, "floor").substr(0, 22), "poussi(point_of_order)");
    EXPECT_EQ(seat.focused(), "floor.order");
}

TEST(Floor, a_point_of_order_is_not_lost_when_the_link_is) {
    auto seat = chair(lewis_speaks);
    seat.press("o");
    seat.type("diallo");
    seat.model.link = replica::LinkState::stale;
    seat.press("Enter");
    EXPECT_EQ(seat.text("order.who"), "diallo");
    seat.model.link = replica::LinkState::live;
    seat.press("Enter");
    EXPECT_EQ(seat.asked, Asked{"give_floor"});
}

TEST(Floor, ctrl_z_takes_back_what_the_button_says) {
    auto seat = chair();
    seat.press("Space");
    EXPECT_EQ(seat.text("floor.undo"), "Undo: give floor: Mr. Lewis");
    seat.press("Ctrl+Z");
    EXPECT_EQ(field(seat, "floor"), "");
    EXPECT_EQ(field(seat, "list"), "lewis, poussi");
    EXPECT_EQ(seat.asked, (Asked{"give_floor", "undo_last"}));
}

TEST(Floor, ctrl_z_says_where_there_is_nothing_to_undo) {
    auto seat = seat_at("chair");
    EXPECT_EQ(seat.text("floor.undo"), "Nothing to undo");
    EXPECT_FALSE(seat.enabled("floor.undo"));
    seat.press("Ctrl+Z");
    EXPECT_NE(seat.text("floor.feedback"), "(absent)");
}

TEST(Floor, says_how_the_speaker_takes_part) {
    auto seat = chair("10:00 moderator report_link who=ople link=video\n10:01 chair give_floor to=ople");
    EXPECT_EQ(seat.text("floor.name"), "Ms. Ople");
    EXPECT_EQ(seat.text("floor.affiliation"), "the Philippines");
    EXPECT_EQ(seat.text("floor.link"), "by video since 10:00");
    seat.other("moderator", meeting::ReportLink{"ople", meeting::Link::lost, {}});
    EXPECT_TRUE(seat.text("floor.link").starts_with("link lost since")) << seat.text("floor.link");
}

}  // namespace
}  // namespace dais::chair_console
