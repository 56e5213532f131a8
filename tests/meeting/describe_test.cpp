// The small language in which a meeting's state is written.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

TEST(Describe, says_everything_in_one_order) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", TakeUp{"staffing"});
    rules.when("15:02 chair", RequestFloor{.who = "lewis"});
    rules.when("15:02 chair", RequestFloor{.who = "basri", .kind = Kind::point_of_order});
    rules.when("15:02 chair", RequestFloor{.who = "almada", .kind = Kind::right_of_reply});
    rules.when("15:02 chair", CloseList{});
    rules.when("15:03 chair", GiveFloor{.to = "poussi"});
    rules.when("15:04 clerk", Write{.text = "said one."});
    rules.when("15:04 chair", GiveFloor{.to = "cruz", .kind = Kind::point_of_order});
    EXPECT_EQ(describe(rules.meeting(), clock_time("15:04:10")),
              "meeting: open | chair: garcia | item: budget > staffing | floor: cruz(point_of_order) +0:10 | "
              "interrupted: poussi 4:00 | list: basri(point_of_order), lewis; closed | replies: almada | "
              "spoken: 2 | texts: 1");
}

TEST(Describe, leaves_out_what_says_nothing) {
    Rules rules;
    EXPECT_EQ(describe(rules.meeting(), clock_time("15:00")), "meeting: before | chair: garcia");
    EXPECT_EQ(describe(Meeting{}, {}), "meeting: before");
}

TEST(Describe, an_empty_list_that_is_closed) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:00 chair", CloseList{});
    rules.then("list: closed");
}

TEST(Describe, clocks_show_no_less_than_is_left_and_hide_no_overrun) {
    using std::chrono::milliseconds;
    EXPECT_EQ(clock_text(milliseconds(130'000)), "2:10");
    EXPECT_EQ(clock_text(milliseconds(129'900)), "2:10");
    EXPECT_EQ(clock_text(milliseconds(1)), "0:01");
    EXPECT_EQ(clock_text(milliseconds(0)), "0:00");
    EXPECT_EQ(clock_text(milliseconds(-1)), "-0:01");
    EXPECT_EQ(clock_text(milliseconds(-12'000)), "-0:12");
    EXPECT_EQ(clock_text(milliseconds(3'723'000)), "1:02:03");
    EXPECT_EQ(clock_text(milliseconds(3'599'001)), "1:00:00");
}

TEST(Describe, what_was_spent_counts_once_a_second_is_over) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:00 chair", GiveFloor{.to = "lewis"});
    rules.then_at("15:00:59.999", "floor: lewis +0:59");
    rules.then_at("15:01", "floor: lewis +1:00");
}

}  // namespace
}  // namespace dais::meeting
