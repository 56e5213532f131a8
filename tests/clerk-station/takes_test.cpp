// Takes: whose it is, how long until the next, and setting them up.
#include <gtest/gtest.h>

#include "clerk-station/desk.hpp"
#include "clerk-station/takes_strip.hpp"

namespace dais::clerk_station {
namespace {

using Asked = std::vector<std::string>;
using Order = std::vector<std::string>;

// Ten minutes each, clerk-1 first, from 15:11 on.
constexpr std::string_view taken =
    "15:11 clerk-1 set_takes seconds=600 order=\"clerk-1 clerk-2\"\n"
    "15:11 clerk-1 begin_take\n";

support::Seat at_take(const std::string& station) {
    return clerk(taken, station);
}

std::string strip(support::Seat& seat) {
    return seat.text("takes.strip");
}

TEST(TakesStrip, says_how_takes_are_set_up_where_there_are_none) {
    auto seat = clerk();
    EXPECT_EQ(strip(seat), "No takes are set up");
    EXPECT_FALSE(seat.has("left.begin"));
    EXPECT_EQ(take_phrase(seat.model).state, ui::State::quiet);
}

TEST(TakesStrip, counts_down_ones_own_take_and_names_who_is_next) {
    auto seat = at_take("clerk-1");
    EXPECT_EQ(strip(seat), "Your take: 10:00 left, then clerk-2");
    EXPECT_EQ(take_phrase(seat.model).state, ui::State::good);
    seat.pass(348);
    EXPECT_EQ(strip(seat), "Your take: 4:12 left, then clerk-2");
    seat.pass(200);
    EXPECT_EQ(strip(seat), "Your take: 0:52 left, then clerk-2");
    EXPECT_EQ(take_phrase(seat.model).state, ui::State::warning);
}

TEST(TakesStrip, says_that_the_successor_is_late) {
    auto seat = at_take("clerk-1");
    seat.pass(635);
    EXPECT_EQ(strip(seat), "Your successor is late (0:35)");
    EXPECT_EQ(take_phrase(seat.model).state, ui::State::over);
    EXPECT_FALSE(seat.has("left.begin"));
}

TEST(TakesStrip, tells_the_successor_when_the_take_begins_and_that_it_has_begun) {
    auto seat = at_take("clerk-2");
    EXPECT_EQ(strip(seat), "clerk-1’s take, yours in 10:00");
    EXPECT_FALSE(seat.has("left.begin"));
    seat.pass(480);
    EXPECT_EQ(strip(seat), "Your take begins in 2:00");
    EXPECT_EQ(take_phrase(seat.model).state, ui::State::warning);
    EXPECT_TRUE(seat.enabled("left.begin"));
    seat.pass(120);
    EXPECT_EQ(strip(seat), "Your take has begun (Ctrl+Shift+T)");
    EXPECT_EQ(take_phrase(seat.model).state, ui::State::over);
}

TEST(TakesStrip, of_a_third_clerk_and_of_one_outside_of_the_order) {
    auto seat = at_take("clerk-1");
    seat.other("clerk-3", meeting::JoinTakes{});
    seat.model.self->name = "clerk-3";
    seat.frame();
    EXPECT_EQ(strip(seat), "clerk-1’s take: 10:00 left, yours in 20:00");
    seat.pass(660);
    EXPECT_EQ(strip(seat), "clerk-1’s take: clerk-2 is late (1:00)");
    seat.model.self->name = "clerk-9";
    seat.frame();
    EXPECT_EQ(strip(seat), "clerk-1’s take: clerk-2 is late (1:00)");
    seat.model.now = seat.model.now - std::chrono::seconds(300);
    seat.frame();
    EXPECT_EQ(strip(seat), "clerk-1’s take: 4:00 left");
}

TEST(TakesStrip, of_a_clerk_who_is_alone) {
    auto seat = clerk(
        "15:11 clerk-1 set_takes seconds=600 order=clerk-1\n"
        "15:11 clerk-1 begin_take\n");
    EXPECT_EQ(strip(seat), "Your take: 10:00 left, then nobody");
    seat.pass(700);
    EXPECT_EQ(strip(seat), "Your take goes on: nobody comes after you");
}

TEST(TakesStrip, stands_while_the_meeting_does_and_ends_with_it) {
    auto seat = at_take("clerk-1");
    seat.pass(60);
    seat.other("chair", meeting::SuspendMeeting{});
    seat.pass(900);
    EXPECT_EQ(strip(seat), "Your take: 9:00 left, then clerk-2");
    EXPECT_FALSE(until_next_take_digit(seat.model));
    seat.other("chair", meeting::ResumeMeeting{});
    seat.other("chair", meeting::EndMeeting{});
    EXPECT_EQ(strip(seat), "The takes are over");
    EXPECT_FALSE(until_next_take_digit(seat.model));
}

// At the moment that is promised the line says something else, and not before.
TEST(TakesStrip, knows_when_its_digits_change) {
    auto seat = at_take("clerk-1");
    for (const std::int64_t ms : {0, 1, 400, 999, 599'000, 599'001, 599'999, 600'000, 600'001, 635'250}) {
        auto model = seat.model;
        model.now = model.now + base::Span{ms};
        const auto now = take_phrase(model).text;
        const auto next = until_next_take_digit(model);
        ASSERT_TRUE(next) << ms;
        EXPECT_GT(next->count(), 0) << ms;
        EXPECT_LE(next->count(), 1000) << ms;
        model.now = model.now + *next - base::Span{1};
        EXPECT_EQ(take_phrase(model).text, now) << ms;
        model.now = model.now + base::Span{1};
        // A clock that counts down shows a second until it is gone.
        model.now = model.now + base::Span{ms < 600'000 ? 1 : 0};
        EXPECT_NE(take_phrase(model).text, now) << ms;
    }
    seat.pass(30);
    const auto digit = seat.view().next_digit(seat.model);
    ASSERT_TRUE(digit);
    EXPECT_LE((*digit - seat.model.uptime).count(), 1000);
}

TEST(Takes, ctrl_shift_t_begins_mine_from_inside_the_text) {
    auto seat = at_take("clerk-2");
    seat.press("Ctrl+Shift+T");
    EXPECT_EQ(seat.asked, Asked{"begin_take"});
    EXPECT_EQ(strip(seat), "Your take: 10:00 left, then clerk-1");
    EXPECT_EQ(seat.focused(), "editor.text");
}

TEST(Takes, the_button_begins_mine_once_it_is_near) {
    auto seat = at_take("clerk-2");
    seat.pass(601);
    seat.click("left.begin");
    EXPECT_EQ(seat.asked, Asked{"begin_take"});
    EXPECT_FALSE(seat.has("left.begin"));
}

TEST(Takes, the_first_of_all_has_the_button_too) {
    auto seat = clerk("15:11 clerk-1 set_takes seconds=600 order=\"clerk-1 clerk-2\"\n");
    EXPECT_EQ(strip(seat), "No take has begun yet");
    seat.click("left.begin");
    EXPECT_EQ(seat.model.meeting.takes.taken.size(), 1U);
}

TEST(Takes, a_refusal_is_said_at_the_left) {
    auto seat = at_take("clerk-1");
    seat.press("Ctrl+Shift+T");
    EXPECT_EQ(seat.text("left.feedback"), "It is your take already.");
    ASSERT_TRUE(tab_to(seat, "left.feedback.read"));
    seat.press("Enter");
    EXPECT_FALSE(seat.has("left.feedback"));
}

TEST(Takes, a_moderator_has_no_line_and_no_keys) {
    Played played(taken);
    support::Seat seat(std::make_unique<ClerkView>(), played.meeting, played.scene.now(), "moderator");
    EXPECT_FALSE(seat.has("takes.strip"));
    seat.press("F10");
    seat.press("Ctrl+Shift+T");
    EXPECT_FALSE(seat.has("takes.go"));
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(TakesDialog, f10_sets_up_takes_with_the_usual_length_and_me) {
    auto seat = clerk();
    seat.press("F10");
    EXPECT_EQ(seat.focused(), "takes.length");
    EXPECT_EQ(seat.text("takes.length"), "10");
    EXPECT_EQ(seat.text("takes.clerk.0"), "clerk-1 (you)");
    EXPECT_FALSE(seat.enabled("takes.me"));
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.asked, Asked{"set_takes"});
    EXPECT_EQ(seat.model.meeting.takes.seconds, 600);
    EXPECT_EQ(seat.model.meeting.takes.order, Order{"clerk-1"});
    EXPECT_FALSE(seat.has("takes.go"));
    EXPECT_EQ(seat.focused(), "editor.text");
}

TEST(TakesDialog, begins_with_the_length_that_the_site_has) {
    auto seat = clerk();
    clerk_view(seat).takes.usual_seconds = 450;
    seat.press("F10");
    EXPECT_EQ(seat.text("takes.length"), "7:30");
    seat.press("Ctrl+A");
    seat.type("8");
    seat.press("Esc");
    seat.press("F10");
    EXPECT_EQ(seat.text("takes.length"), "7:30");
}

TEST(TakesDialog, the_line_opens_it_and_esc_and_cancel_leave_it) {
    auto seat = clerk();
    seat.click("takes.strip");
    EXPECT_TRUE(seat.has("takes.go"));
    seat.press("Esc");
    EXPECT_FALSE(seat.has("takes.go"));
    ASSERT_TRUE(tab_to(seat, "takes.strip"));
    seat.press("Enter");
    EXPECT_TRUE(seat.has("takes.go"));
    seat.click("takes.cancel");
    EXPECT_FALSE(seat.has("takes.go"));
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(TakesDialog, says_which_lengths_there_are_and_asks_for_no_other) {
    auto seat = clerk();
    seat.press("F10");
    for (const auto* wrong : {"0", "121", "ten", "7:5", "7:60", "-5", "", "120:01", "99999999999999999999"}) {
        seat.press("Ctrl+A");
        seat.press("Backspace");
        seat.type(wrong);
        EXPECT_EQ(seat.text("takes.length.fault"), "From 1 to 120 minutes: 10, or 7:30") << wrong;
        EXPECT_FALSE(seat.enabled("takes.go")) << wrong;
        seat.press("Ctrl+Enter");
    }
    EXPECT_EQ(seat.asked, Asked{});
    seat.press("Ctrl+A");
    seat.type("12");
    EXPECT_FALSE(seat.has("takes.length.fault"));
    seat.click("takes.go");
    EXPECT_EQ(seat.model.meeting.takes.seconds, 720);
}

TEST(TakesDialog, adds_clerks_by_name_with_enter_and_button) {
    auto seat = clerk();
    seat.press("F10");
    ASSERT_TRUE(tab_to(seat, "takes.clerk"));
    EXPECT_FALSE(seat.enabled("takes.add"));
    seat.type("clerk-2");
    seat.press("Enter");
    EXPECT_EQ(clerk_view(seat).takes.order, (Order{"clerk-1", "clerk-2"}));
    EXPECT_EQ(seat.focused(), "takes.clerk");
    seat.type(" clerk-3 ");
    seat.click("takes.add");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.model.meeting.takes.order, (Order{"clerk-1", "clerk-2", "clerk-3"}));
}

TEST(TakesDialog, says_why_a_name_cannot_be_added) {
    auto seat = clerk();
    seat.press("F10");
    ASSERT_TRUE(tab_to(seat, "takes.clerk"));
    seat.type("chair");
    seat.press("Enter");
    EXPECT_EQ(seat.text("takes.fault"), "That is no clerk’s station: clerk-1, clerk-2 and so on are.");
    seat.press("Ctrl+A");
    seat.type("clerk-1");
    EXPECT_FALSE(seat.has("takes.fault"));
    seat.press("Enter");
    EXPECT_EQ(seat.text("takes.fault"), "clerk-1 stands in the order already.");
    auto& order = clerk_view(seat).takes.order;
    for (int i = 2; i <= 64; ++i) order.push_back("clerk-" + std::to_string(i));
    seat.press("Ctrl+A");
    seat.type("clerk-99");
    seat.press("Enter");
    EXPECT_EQ(seat.text("takes.fault"), "No more than 64 clerks can take turns.");
    EXPECT_EQ(order.size(), 64U);
}

TEST(TakesDialog, moves_and_removes_by_keys) {
    auto seat = at_take("clerk-1");
    seat.press("F10");
    ASSERT_TRUE(tab_to(seat, "takes.rows"));
    seat.press("Home");
    seat.press("Alt+Down");
    EXPECT_EQ(clerk_view(seat).takes.order, (Order{"clerk-2", "clerk-1"}));
    seat.press("Alt+Down");  // it is the last
    seat.press("Alt+Up");
    seat.press("Alt+Up");
    EXPECT_EQ(clerk_view(seat).takes.order, (Order{"clerk-1", "clerk-2"}));
    seat.press("Delete");
    EXPECT_EQ(clerk_view(seat).takes.order, Order{"clerk-2"});
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.model.meeting.takes.order, Order{"clerk-2"});
}

TEST(TakesDialog, moves_and_removes_by_buttons_and_adds_me_again) {
    auto seat = at_take("clerk-1");
    seat.press("F10");
    EXPECT_FALSE(seat.enabled("takes.remove"));
    ASSERT_TRUE(tab_to(seat, "takes.rows"));
    seat.press("Home");
    EXPECT_FALSE(seat.enabled("takes.up"));
    seat.click("takes.down");
    EXPECT_FALSE(seat.enabled("takes.down"));
    seat.click("takes.up");
    EXPECT_EQ(clerk_view(seat).takes.order, (Order{"clerk-1", "clerk-2"}));
    seat.click("takes.remove");
    seat.click("takes.me");
    EXPECT_EQ(clerk_view(seat).takes.order, (Order{"clerk-2", "clerk-1"}));
    seat.click("takes.remove");
    seat.click("takes.remove");
    EXPECT_EQ(seat.text("takes.rows.empty"), "Nobody yet.");
    EXPECT_FALSE(seat.enabled("takes.remove"));
}

TEST(TakesDialog, one_who_is_not_in_the_order_can_join) {
    auto seat = at_take("clerk-3");
    seat.press("F10");
    seat.click("left.join");
    EXPECT_EQ(seat.asked, Asked{"join_takes"});
    EXPECT_EQ(seat.model.meeting.takes.order, (Order{"clerk-1", "clerk-2", "clerk-3"}));
    EXPECT_FALSE(seat.has("takes.go"));
    seat.press("F10");
    EXPECT_FALSE(seat.has("left.join"));
}

TEST(TakesDialog, lengths_in_minutes_or_minutes_and_seconds) {
    EXPECT_EQ(parse_length("10"), 600);
    EXPECT_EQ(parse_length(" 7:30 "), 450);
    EXPECT_EQ(parse_length("1"), 60);
    EXPECT_EQ(parse_length("120"), 7'200);
    EXPECT_EQ(parse_length("120:00"), 7'200);
    for (const auto* wrong : {"", ":", "0:59", "1:", ":30", "1:2:3", "1:00:00", "1 0", "1.5"}) {
        EXPECT_FALSE(parse_length(wrong)) << wrong;
    }
}

}  // namespace
}  // namespace dais::clerk_station
