// The moderator of a debate, until when a meeting is suspended, the log, and which stations are there.
#include <gtest/gtest.h>

#include "chair-console/chair.hpp"
#include "chair-console/resumption.hpp"

namespace dais::chair_console {
namespace {

using Asked = std::vector<std::string>;

TEST(Moderation, g_asks_who_moderates_and_g_takes_it_back) {
    auto seat = chair();
    seat.press("g");
    EXPECT_EQ(seat.focused(), "moderation.who");
    seat.type("lew");
    seat.press("Enter");
    EXPECT_EQ(seat.model.meeting.proceedings.debate_moderator, "lewis");
    EXPECT_EQ(seat.text("header.moderates"), "Mr. Lewis moderates");
    EXPECT_FALSE(seat.has("moderation"));
    seat.press("d");
    seat.press("Esc");
    EXPECT_EQ(seat.text("procedure.moderator"), "Mr. Lewis moderates");
    seat.press("g");
    EXPECT_EQ(seat.model.meeting.proceedings.debate_moderator, "");
    EXPECT_FALSE(seat.has("header.moderates"));
    EXPECT_EQ(seat.asked, (Asked{"let_moderate", "let_moderate"}));
}

TEST(Moderation, is_let_and_taken_back_by_its_buttons) {
    auto seat = chair();
    seat.press("F3");
    seat.click("procedure.moderate");
    seat.type("lew");
    seat.press("Enter");
    seat.click("procedure.moderation");
    EXPECT_EQ(seat.asked, (Asked{"let_moderate", "let_moderate"}));
}

TEST(Moderation, escape_leaves_the_question_and_asks_nothing) {
    auto seat = chair();
    seat.press("g");
    seat.press("Esc");
    seat.press("Esc");
    EXPECT_FALSE(seat.has("moderation"));
    EXPECT_TRUE(seat.asked.empty());
}

TEST(Moderation, is_not_asked_while_the_meeting_is_suspended) {
    auto seat = chair();
    seat.press("m");
    seat.press("g");
    EXPECT_FALSE(seat.has("moderation"));
}

TEST(Moderation, what_the_moderators_station_gave_is_on_the_chairs_screen) {
    auto seat = chair();
    seat.other("chair", meeting::LetModerate{"lewis"});
    seat.other("moderator", meeting::GiveFloor{});
    EXPECT_NE(seat.text("floor.name"), "Nobody has the floor");
    EXPECT_FALSE(seat.enabled("floor.undo")) << "the chair's own act before it stays";
    seat.press("e");
    EXPECT_EQ(seat.text("floor.name"), "Nobody has the floor");
}

TEST(Resumption, u_says_until_when_and_enter_alone_takes_it_back) {
    auto seat = chair();
    seat.press("u");
    EXPECT_NE(seat.focused(), "procedure.resumption.at") << "the meeting is not suspended";
    seat.press("m");
    seat.press("u");
    EXPECT_EQ(seat.focused(), "procedure.resumption.at");
    seat.type("10:30");
    seat.press("Enter");
    const auto& suspension = seat.model.meeting.proceedings.suspensions.back();
    ASSERT_TRUE(suspension.until);
    EXPECT_EQ(ui::hour(seat.model.meeting.setup.facts.zone, *suspension.until), "10:30");
    EXPECT_EQ(seat.text("header.sitting"), "Suspended until 10:30");
    seat.press("Enter");
    EXPECT_FALSE(seat.model.meeting.proceedings.suspensions.back().until);
    EXPECT_EQ(seat.asked, (Asked{"suspend_meeting", "set_resumption", "set_resumption"}));
}

TEST(Resumption, what_is_no_time_of_day_is_said_and_not_asked) {
    auto seat = chair();
    seat.press("m");
    seat.press("u");
    seat.type("25:00");
    EXPECT_TRUE(seat.has("procedure.resumption.fault"));
    EXPECT_FALSE(seat.enabled("procedure.resumption"));
    seat.press("Enter");
    EXPECT_EQ(seat.asked, Asked{"suspend_meeting"});
}

TEST(Resumption, a_time_of_day_is_the_next_one_at_the_place_of_the_meeting) {
    meeting::Zone zone;
    zone.offset_seconds = 7'200;
    const base::Instant noon{12 * 3'600'000 - 7'200'000};  // 12:00 there, on the first day of 1970
    const auto at = [&](std::string_view text) { return next_time_of_day(text, zone, noon); };
    EXPECT_EQ(at("15:30")->ms - noon.ms, 3.5 * 3'600'000);
    EXPECT_EQ(at("1530"), at("15:30"));
    EXPECT_EQ(at("9:05")->ms - noon.ms, (21 * 60 + 5) * 60'000) << "tomorrow";
    EXPECT_EQ(at("12:00")->ms - noon.ms, 24 * 3'600'000) << "now is over";
    for (const auto* none : {"", "15", "153", "24:00", "15:60", "15:3", "a5:30", "15:30:00", "-1:30"}) {
        EXPECT_FALSE(at(none)) << none;
    }
}

TEST(Log, h_shows_every_act_with_time_and_author_the_latest_first) {
    auto seat = chair();
    seat.other("moderator", meeting::RequestFloor{"diallo", meeting::Kind::statement, ""});
    seat.press("Space");
    seat.press("h");
    EXPECT_EQ(seat.focused(), "log.rows");
    EXPECT_NE(seat.text("log.0").find("give floor: "), std::string::npos) << seat.text("log.0");
    EXPECT_EQ(seat.text("log.0.by"), "chair");
    EXPECT_EQ(seat.text("log.1.by"), "moderator");
    EXPECT_FALSE(seat.has("log.0.undone"));
    seat.press("Ctrl+z");
    EXPECT_EQ(seat.text("log.0.undone").find("taken back 10:0"), 0u) << seat.text("log.0.undone");
    EXPECT_NE(seat.text("log.1").find("request floor: "), std::string::npos);
}

TEST(Log, before_anything_was_done_says_so) {
    auto seat = seat_at("chair");
    seat.press("F8");
    EXPECT_TRUE(seat.shows("Nothing was done yet."));
}

TEST(Stations, are_counted_by_role_and_a_meeting_without_a_clerk_is_a_warning) {
    auto seat = chair();
    EXPECT_FALSE(seat.has("header.stations"));
    seat.model.present = {1, 2, 1, 3};
    seat.frame();
    EXPECT_EQ(seat.text("header.stations"), "2 clerks, 1 moderator, 3 screens");
    EXPECT_EQ(ui::present_phrase({2, 0, 0, 0}).text, "2 chairs, 0 clerks");
    EXPECT_EQ(ui::present_phrase({2, 0, 0, 0}).state, ui::State::warning);
}

}  // namespace
}  // namespace dais::chair_console
