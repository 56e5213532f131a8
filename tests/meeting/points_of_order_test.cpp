// Points of order interrupt whoever speaks; when they end, the floor goes back with the time that was left.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

constexpr auto point_of_order = Kind::point_of_order;

struct PointOfOrder : testing::Test {
    Rules rules;
    void SetUp() override {
        rules.when("15:00 chair", OpenMeeting{});
        rules.when("15:10 chair", GiveFloor{.to = "poussi", .on_behalf_of = "the Bureau"});  // i1
    }
};

TEST_F(PointOfOrder, interrupts_the_speaker_and_stops_the_clock) {
    rules.when("15:12 chair", GiveFloor{.to = "diallo", .kind = point_of_order});
    rules.then("floor: diallo(point_of_order) +0:00 | interrupted: poussi 3:00");
    rules.then_at("15:14", "floor: diallo(point_of_order) +2:00 | interrupted: poussi 3:00");
}

TEST_F(PointOfOrder, when_it_ends_the_floor_returns_with_the_clock_standing) {
    rules.when("15:12 chair", GiveFloor{.to = "diallo", .kind = point_of_order});
    rules.when("15:14 chair", EndFloor{});
    rules.then("floor: poussi 3:00 paused | interrupted: -");
    rules.then_at("15:20", "floor: poussi 3:00 paused");
    rules.when("15:20 chair", ResumeClock{});
    rules.then_at("15:21", "floor: poussi 2:00");
}

TEST_F(PointOfOrder, what_follows_is_a_second_part_of_the_intervention) {
    rules.when("15:12 chair", GiveFloor{.to = "diallo", .kind = point_of_order});
    rules.when("15:14 chair", EndFloor{});
    EXPECT_EQ(rules.order(), "opening i1 i2 i3");
    const auto& first = rules.intervention(1);
    const auto& second = rules.intervention(3);
    EXPECT_EQ(second.part_of, i(1));
    EXPECT_EQ(second.speaker, first.speaker);
    EXPECT_EQ(second.on_behalf_of, "the Bureau");
    EXPECT_EQ(first.timing.ended, clock_time("15:12"));
    EXPECT_EQ(second.timing.began, clock_time("15:14"));
    EXPECT_TRUE(first.timing.clock.pauses.empty()) << "a part that ends does not pause";
}

TEST_F(PointOfOrder, a_third_part_belongs_to_the_first_as_well) {
    rules.when("15:12 chair", GiveFloor{.to = "diallo", .kind = point_of_order});
    rules.when("15:13 chair", EndFloor{});
    rules.when("15:14 chair", GiveFloor{.to = "diallo", .kind = point_of_order});
    rules.when("15:15 chair", EndFloor{});
    EXPECT_EQ(rules.intervention(5).part_of, i(1));
    rules.then("floor: poussi 3:00 paused");
}

TEST_F(PointOfOrder, one_within_another_returns_the_floor_step_by_step) {
    rules.when("15:12 chair", GiveFloor{.to = "diallo", .kind = point_of_order});
    rules.when("15:13 chair", GiveFloor{.to = "cruz", .kind = point_of_order});
    rules.then("floor: cruz(point_of_order) +0:00 | interrupted: poussi 3:00, diallo +1:00");
    rules.when("15:14 chair", EndFloor{});
    rules.then("floor: diallo(point_of_order) +1:00 paused | interrupted: poussi 3:00");
    EXPECT_EQ(rules.intervention(4).part_of, i(2));
    rules.when("15:15 chair", EndFloor{});
    rules.then("floor: poussi 3:00 paused | interrupted: -");
}

TEST_F(PointOfOrder, giving_the_floor_for_anything_else_ends_it_and_what_it_interrupted) {
    rules.when("15:12 chair", GiveFloor{.to = "diallo", .kind = point_of_order});
    rules.when("15:13 chair", GiveFloor{.to = "lewis"});
    rules.then("floor: lewis +0:00 | interrupted: - | spoken: 3");
    rules.when("15:14 chair", EndFloor{});
    rules.then("floor: -");
}

TEST_F(PointOfOrder, interrupts_nobody_where_nobody_speaks) {
    rules.when("15:12 chair", EndFloor{});
    rules.when("15:13 chair", GiveFloor{.to = "diallo", .kind = point_of_order});
    rules.when("15:14 chair", EndFloor{});
    rules.then("floor: - | interrupted: - | spoken: 2");
}

TEST_F(PointOfOrder, of_the_list_interrupts_as_well) {
    rules.when("15:11 moderator", RequestFloor{.who = "diallo", .kind = point_of_order});
    rules.when("15:12 chair", GiveFloor{});
    rules.then("floor: diallo(point_of_order) +0:00 | interrupted: poussi 3:00 | list: -");
}

TEST_F(PointOfOrder, keeps_granted_time_and_an_overrun_for_the_second_part) {
    rules.when("15:11 chair", GrantTime{60});
    rules.when("15:17 chair", GiveFloor{.to = "diallo", .kind = point_of_order});
    rules.then("interrupted: poussi -1:00");
    rules.when("15:18 chair", EndFloor{});
    rules.then("floor: poussi -1:00 paused");
}

TEST_F(PointOfOrder, a_clock_that_stood_before_it_stands_after_it) {
    rules.when("15:11 chair", PauseClock{});
    rules.when("15:12 chair", GiveFloor{.to = "diallo", .kind = point_of_order});
    rules.when("15:13 chair", EndFloor{});
    rules.then("floor: poussi 4:00 paused");
    EXPECT_EQ(rules.intervention(1).timing.clock.pauses,
              (std::vector<Pause>{{clock_time("15:11"), clock_time("15:12")}}));
}

TEST_F(PointOfOrder, a_clerk_may_still_write_to_each_part) {
    rules.when("15:12 chair", GiveFloor{.to = "diallo", .kind = point_of_order});
    rules.when("15:12 clerk", Write{.of = i(1), .text = "said the first."});
    rules.when("15:13 chair", EndFloor{});
    rules.when("15:14 clerk", Write{.text = "said the second."});
    EXPECT_EQ(rules.blocks(1), "t1");
    EXPECT_EQ(rules.blocks(3), "t2");
}

TEST_F(PointOfOrder, there_is_an_end_to_their_nesting) {
    for (std::size_t n = 0; n < max_interrupted; ++n) {
        rules.when("15:12 chair", GiveFloor{.to = "diallo", .kind = point_of_order});
    }
    rules.refused("15:13 chair", GiveFloor{.to = "diallo", .kind = point_of_order}, Reason::too_many);
}

}  // namespace
}  // namespace dais::meeting
