// The clock of whoever has the floor: it runs, stands, is granted time, and goes below nought.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

struct SpeakersClock : testing::Test {
    Rules rules;
    void SetUp() override {
        rules.when("15:00 chair", OpenMeeting{});
        rules.when("15:10 chair", GiveFloor{.to = "cruz"});  // three minutes
    }
};

TEST_F(SpeakersClock, runs_from_the_giving_of_the_floor) {
    rules.then_at("15:10:50", "floor: cruz 2:10");
}

TEST_F(SpeakersClock, counts_an_overrun_as_negative_time) {
    rules.then_at("15:13", "floor: cruz 0:00");
    rules.then_at("15:13:12", "floor: cruz -0:12");
}

TEST_F(SpeakersClock, is_paused_and_resumed) {
    rules.when("15:11 chair", PauseClock{});
    rules.then_at("15:15", "floor: cruz 2:00 paused");
    rules.refused("15:15 chair", PauseClock{}, Reason::clock_is_paused);
    rules.when("15:16 chair", ResumeClock{});
    rules.then_at("15:16:30", "floor: cruz 1:30");
    rules.refused("15:17 chair", ResumeClock{}, Reason::clock_is_running);
    EXPECT_EQ(rules.intervention(1).timing.clock.pauses,
              (std::vector<Pause>{{clock_time("15:11"), clock_time("15:16")}}));
}

TEST_F(SpeakersClock, a_pause_that_lasts_to_the_end_is_over_with_it) {
    rules.when("15:11 chair", PauseClock{});
    rules.when("15:12 chair", EndFloor{});
    EXPECT_EQ(rules.intervention(1).timing.clock.pauses,
              (std::vector<Pause>{{clock_time("15:11"), clock_time("15:12")}}));
    EXPECT_EQ(rules.intervention(1).timing.clock.spent, std::chrono::minutes(1));
}

TEST_F(SpeakersClock, is_granted_time_and_loses_it) {
    rules.when("15:11 chair", GrantTime{60});
    rules.then("floor: cruz 3:00");
    rules.when("15:11 chair", GrantTime{-90});
    rules.then("floor: cruz 1:30");
    rules.when("15:11 chair", GrantTime{-100});
    rules.then("floor: cruz -0:10");
}

TEST_F(SpeakersClock, is_granted_a_day_at_most_and_something_at_least) {
    rules.refused("15:11 chair", GrantTime{0}, Reason::out_of_range);
    rules.refused("15:11 chair", GrantTime{max_seconds + 1}, Reason::out_of_range);
    rules.refused("15:11 chair", GrantTime{-max_seconds - 1}, Reason::out_of_range);
}

TEST_F(SpeakersClock, without_a_limit_it_counts_what_was_spent) {
    rules.when("15:11 chair", GiveFloor{.to = "lewis"});
    rules.then_at("15:14:05", "floor: lewis +3:05");
    rules.when("15:15 chair", GrantTime{60});
    rules.then("floor: lewis +4:00");
}

TEST_F(SpeakersClock, nobodys_clock_cannot_be_touched) {
    rules.when("15:11 chair", EndFloor{});
    rules.refused("15:12 chair", PauseClock{}, Reason::nobody_has_the_floor);
    rules.refused("15:12 chair", ResumeClock{}, Reason::nobody_has_the_floor);
    rules.refused("15:12 chair", GrantTime{60}, Reason::nobody_has_the_floor);
}

TEST_F(SpeakersClock, stands_during_a_suspension_and_goes_on_after_it) {
    rules.when("15:11 chair", SuspendMeeting{});
    rules.then_at("15:20", "floor: cruz 2:00 paused");
    rules.when("15:30 chair", ResumeMeeting{});
    rules.then_at("15:31", "floor: cruz 1:00");
}

TEST_F(SpeakersClock, that_stood_before_a_suspension_stands_after_it) {
    rules.when("15:11 chair", PauseClock{});
    rules.when("15:12 chair", SuspendMeeting{});
    rules.when("15:30 chair", ResumeMeeting{});
    rules.then_at("15:31", "floor: cruz 2:00 paused");
}

TEST_F(SpeakersClock, of_the_interrupted_stands_through_a_suspension) {
    rules.when("15:11 chair", GiveFloor{.to = "poussi", .kind = Kind::point_of_order});
    rules.when("15:12 chair", SuspendMeeting{});
    rules.when("15:30 chair", ResumeMeeting{});
    rules.then_at("15:31", "floor: poussi(point_of_order) +2:00 | interrupted: cruz 2:00");
}

// As a stupid model has it: what is left is limit and grants less every second that it ran.
TEST_F(SpeakersClock, adds_up_whatever_happens_to_it) {
    rules.when("15:10:20 chair", PauseClock{});
    rules.when("15:10:30 chair", ResumeClock{});
    rules.when("15:10:50 chair", GiveFloor{.to = "poussi", .kind = Kind::point_of_order});
    rules.when("15:11:50 chair", EndFloor{});
    rules.when("15:12:00 chair", ResumeClock{});
    rules.when("15:12:10 chair", GrantTime{30});
    rules.when("15:12:20 chair", SuspendMeeting{});
    rules.when("15:40:00 chair", ResumeMeeting{});
    rules.then_at("15:40:05", "floor: cruz 2:25");  // 180 + 30 - (20 + 20 + 20 + 5)
}

}  // namespace
}  // namespace dais::meeting
