// Agenda, procedure and what was spoken, by keyboard.
#include <gtest/gtest.h>

#include "chair-console/chair.hpp"

namespace dais::chair_console {
namespace {

using Asked = std::vector<std::string>;

TEST(Agenda, a_goes_to_it_enter_takes_up_and_k_concludes) {
    auto seat = chair();
    for (const auto* key : {"a", "F2"}) {
        seat.press("Esc");
        seat.press(key);
        EXPECT_EQ(seat.focused(), "agenda.rows") << key;
    }
    seat.press("Down");
    seat.press("Enter");
    EXPECT_EQ(field(seat, "item"), "budget");
    EXPECT_EQ(seat.text("header.item"), "2. Budget");
    EXPECT_EQ(seat.text("agenda.state.budget"), "now");
    seat.press("k");
    EXPECT_EQ(seat.text("agenda.state.budget"), "concluded");
    EXPECT_EQ(seat.asked, (Asked{"take_up", "conclude"}));
}

TEST(Agenda, its_buttons_do_the_same) {
    auto seat = chair();
    seat.press("a");
    seat.click("agenda.take_up");
    EXPECT_EQ(field(seat, "item"), "opening");
    seat.click("agenda.conclude");
    EXPECT_EQ(seat.asked, (Asked{"take_up", "conclude"}));
}

TEST(Agenda, k_elsewhere_concludes_nothing) {
    auto seat = chair();
    seat.press("a");
    seat.press("Enter");
    seat.press("l");
    seat.press("k");
    EXPECT_EQ(seat.asked, Asked{"take_up"});
}

TEST(Agenda, held_keys_act_once) {
    auto seat = chair();
    seat.press("a");
    seat.hold("Enter", 4);
    seat.hold("k", 4);
    EXPECT_EQ(seat.asked, (Asked{"take_up", "conclude"}));
}

TEST(Procedure, m_opens_suspends_and_resumes) {
    auto seat = seat_at("chair");
    EXPECT_EQ(seat.text("header.sitting"), "Not opened");
    seat.press("F3");
    EXPECT_EQ(seat.text("procedure.sitting"), "Open the meeting");
    seat.press("Esc");
    seat.press("m");
    EXPECT_TRUE(seat.text("header.sitting").starts_with("In session since"));
    EXPECT_EQ(seat.text("procedure.sitting"), "Suspend the meeting");
    seat.press("m");
    EXPECT_TRUE(seat.text("header.sitting").starts_with("Suspended at"));
    EXPECT_EQ(seat.text("procedure.sitting"), "Resume the meeting");
    seat.press("m");
    EXPECT_EQ(seat.asked, (Asked{"open_meeting", "suspend_meeting", "resume_meeting"}));
    seat.click("procedure.sitting");
    EXPECT_EQ(seat.asked.back(), "suspend_meeting");
}

TEST(Procedure, a_held_m_acts_once) {
    auto seat = seat_at("chair");
    seat.hold("m", 6);
    EXPECT_EQ(seat.asked, Asked{"open_meeting"});
}

TEST(Procedure, ctrl_e_asks_and_only_yes_ends_the_meeting) {
    auto seat = chair();
    seat.press("Ctrl+E");
    EXPECT_EQ(seat.focused(), "procedure.end.ask.no");
    seat.press("Space");
    seat.press("Enter");
    EXPECT_EQ(seat.asked, Asked{});
    seat.press("Ctrl+E");
    seat.press("Esc");
    EXPECT_FALSE(seat.has("procedure.end.ask.yes"));
    seat.press("Ctrl+E");
    seat.press("Tab");
    seat.press("Enter");
    EXPECT_EQ(seat.asked, Asked{"end_meeting"});
    EXPECT_TRUE(seat.text("header.sitting").starts_with("Ended at"));
    seat.press("Ctrl+E");
    seat.press("m");
    EXPECT_EQ(seat.asked, Asked{"end_meeting"});
    seat.press("d");
    EXPECT_EQ(seat.text("procedure.sitting"), "The meeting is over");
    EXPECT_FALSE(seat.enabled("procedure.sitting"));
    EXPECT_FALSE(seat.enabled("procedure.end"));
}

TEST(Procedure, its_button_asks_as_well) {
    auto seat = chair();
    seat.press("F3");
    seat.click("procedure.end");
    seat.click("procedure.end.ask.yes");
    EXPECT_EQ(seat.asked, Asked{"end_meeting"});
}

TEST(Procedure, t_asks_who_takes_the_chair) {
    auto seat = chair();
    seat.press("t");
    EXPECT_EQ(seat.focused(), "take_chair.who");
    EXPECT_EQ(seat.text("take_chair.who"), "");
    seat.type("vidal");
    seat.press("Enter");
    EXPECT_FALSE(seat.has("take_chair.who"));
    EXPECT_EQ(field(seat, "chair"), "vidal");
    seat.press("d");
    EXPECT_EQ(seat.text("procedure.presiding"), "Mr. Vidal presides");
    seat.click("procedure.chair");
    seat.press("Esc");
    seat.click("procedure.chair");
    seat.click("take_chair.cancel");
    EXPECT_EQ(seat.asked, Asked{"take_chair"});
}

TEST(Procedure, d_and_enter_decide_in_the_usual_words) {
    auto seat = chair("10:01 chair take_up item=budget\n");
    seat.press("d");
    EXPECT_EQ(seat.focused(), "procedure.decision");
    EXPECT_EQ(seat.text("procedure.decision"), "");
    seat.press("Enter");
    EXPECT_EQ(seat.asked, Asked{"decide"});
    ASSERT_EQ(seat.model.meeting.texts.size(), 1U);
}

TEST(Procedure, a_decision_is_recorded_as_it_was_typed) {
    auto seat = chair();
    seat.press("F3");
    seat.type("The Committee decided to meet in Mexico City.");
    seat.press("Enter");
    ASSERT_EQ(seat.model.meeting.texts.size(), 1U);
    EXPECT_TRUE(seat.model.meeting.texts.front().revisions.back().text.find("Mexico City") !=
                std::string::npos);
    EXPECT_EQ(seat.text("procedure.decision"), "");
    seat.type("Again.");
    seat.click("procedure.decide");
    EXPECT_EQ(seat.asked, (Asked{"decide", "decide"}));
}

TEST(Procedure, a_refused_decision_is_back_in_its_box) {
    auto seat = seat_at("chair");
    seat.press("d");
    seat.type("All is well.");
    seat.press("Enter");
    EXPECT_NE(seat.text("procedure.feedback"), "(absent)");
    EXPECT_EQ(seat.text("procedure.decision"), "All is well.");
    seat.press("Ctrl+A");
    seat.press("Backspace");
    EXPECT_EQ(seat.text("procedure.decision"), "");
}

TEST(Procedure, limits_are_set_for_whom_is_chosen) {
    auto seat = chair(lewis_speaks);
    seat.press("F3");
    EXPECT_EQ(seat.text("procedure.limit.of"), "members");
    seat.click("procedure.limit.length");
    seat.type("3:00");
    EXPECT_TRUE(seat.enabled("procedure.limit"));
    seat.press("Enter");
    EXPECT_EQ(seat.model.meeting.proceedings.limits.by_role.at(meeting::Role::member), 180);
    EXPECT_EQ(seat.text("procedure.limit.length"), "");
    for (const auto* whose : {"States", "organizations", "observers", "points of order", "replies"}) {
        seat.click("procedure.limit.of");
        EXPECT_EQ(seat.text("procedure.limit.of"), whose);
    }
    seat.click("procedure.limit.length");
    seat.type("90");
    seat.click("procedure.limit");
    EXPECT_EQ(seat.model.meeting.proceedings.limits.by_kind.at(meeting::Kind::reply), 90);
    seat.click("procedure.limit.of");
    EXPECT_EQ(seat.text("procedure.limit.of"), "members");
    seat.click("procedure.limit.length");
    seat.type("0");
    seat.press("Enter");
    EXPECT_FALSE(seat.model.meeting.proceedings.limits.by_role.contains(meeting::Role::member));
}

TEST(Procedure, what_is_no_length_is_said_and_not_asked) {
    auto seat = chair();
    seat.press("F3");
    seat.click("procedure.limit.length");
    for (const auto* bad : {"3:0", "x", "3:60", "-1", "1:2:3", "99999"}) {
        seat.press("Ctrl+A");
        seat.type(bad);
        seat.press("Enter");
        EXPECT_TRUE(seat.has("procedure.limit.fault")) << bad;
        EXPECT_FALSE(seat.enabled("procedure.limit")) << bad;
    }
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(ParseLength, takes_seconds_minutes_and_hours) {
    EXPECT_EQ(parse_length("180"), 180);
    EXPECT_EQ(parse_length(" 3:00 "), 180);
    EXPECT_EQ(parse_length("0"), 0);
    EXPECT_EQ(parse_length("0:05"), 5);
    EXPECT_EQ(parse_length("90:00"), 5400);
    EXPECT_EQ(parse_length("1:00:00"), 3600);
    EXPECT_EQ(parse_length("24:00:00"), 86'400);
}

TEST(ParseLength, takes_nothing_else) {
    for (const auto* bad : {"", " ", ":", "3:", ":30", "3:5", "3:60", "3:005", "1:2:3", "1:00:00:00", "-1",
                            "+3", "3.5", "three", "3:00x", "24:00:01", "86401", "99999999999999999999"}) {
        EXPECT_FALSE(parse_length(bad).has_value()) << bad;
    }
}

TEST(Spoken, says_how_long_each_took_and_by_how_much_it_was_over) {
    auto seat = chair("10:01 chair give_floor\n10:06:12 chair give_floor\n10:07 chair end_floor\n");
    seat.press("s");
    EXPECT_EQ(seat.focused(), "spoken.rows");
    const auto& all = seat.model.meeting.interventions;
    const auto id = [&](std::size_t at) { return "spoken." + std::to_string(all[at].id.value); };
    EXPECT_EQ(seat.text(id(0)), "Mr. Lewis");
    EXPECT_EQ(seat.text(id(0) + ".length"), "5:12");
    EXPECT_EQ(seat.text(id(0) + ".over"), "over by 0:12");
    EXPECT_EQ(seat.text(id(1) + ".length"), "0:48");
    EXPECT_FALSE(seat.has(id(1) + ".over"));
    EXPECT_LT(seat.probe(id(1))->rect.y, seat.probe(id(0))->rect.y);  // the latest first
}

TEST(Spoken, leaves_out_what_was_taken_back) {
    auto seat = chair();
    seat.press("F4");
    EXPECT_TRUE(seat.shows("Nobody has spoken yet."));
    seat.press("Space");
    EXPECT_TRUE(seat.has("spoken.1.length"));
    seat.press("Ctrl+Z");
    EXPECT_TRUE(seat.shows("Nobody has spoken yet."));
}

TEST(Spoken, counts_on_while_somebody_speaks) {
    auto seat = chair(lewis_speaks);
    seat.press("s");
    seat.pass(65);
    const auto id = "spoken." + std::to_string(seat.model.meeting.interventions[0].id.value) + ".length";
    EXPECT_EQ(seat.text(id), "1:05");
}

TEST(Tabs, are_chosen_by_arrows_and_clicks) {
    auto seat = chair();
    seat.click("side.tabs.1");
    EXPECT_TRUE(seat.has("procedure.sitting"));
    EXPECT_FALSE(seat.has("agenda.rows"));
    seat.press("Right");
    EXPECT_TRUE(seat.has("spoken.rows"));
    seat.press("Left");
    seat.press("Left");
    EXPECT_TRUE(seat.has("agenda.rows"));
}

}  // namespace
}  // namespace dais::chair_console
