// The floor: to whom it is given, which request that meets, and that one press too many changes nothing.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

struct Floor : testing::Test {
    Rules rules;
    void SetUp() override {
        rules.when("15:00 chair", OpenMeeting{});
        rules.when("15:01 chair", RequestFloor{.who = "lewis"});
        rules.when("15:01 chair", RequestFloor{.who = "poussi", .on_behalf_of = "the Working Group"});
    }
};

TEST_F(Floor, is_given_to_the_next_on_the_list_where_nobody_is_named) {
    rules.when("15:02 chair", GiveFloor{});
    rules.then("floor: lewis +0:00 | list: poussi");
    rules.when("15:03 chair", GiveFloor{});
    rules.then("floor: poussi 5:00 | list: -");
    rules.refused("15:04 chair", GiveFloor{}, Reason::list_is_empty);
}

TEST_F(Floor, may_be_given_out_of_turn) {
    rules.when("15:02 chair", GiveFloor{.to = "poussi"});
    rules.then("floor: poussi 5:00 | list: lewis");
}

TEST_F(Floor, may_be_given_to_somebody_who_is_not_on_the_list) {
    rules.when("15:02 chair", GiveFloor{.to = "cruz"});
    rules.then("floor: cruz 3:00 | list: lewis, poussi");
    rules.refused("15:03 chair", GiveFloor{.to = "nobody"}, Reason::unknown_participant);
}

TEST_F(Floor, goes_to_rights_of_reply_when_the_list_is_exhausted) {
    rules.when("15:02 chair", RequestFloor{.who = "almada", .kind = Kind::right_of_reply});
    rules.when("15:03 chair", GiveFloor{});
    rules.when("15:04 chair", GiveFloor{});
    rules.then("floor: poussi 5:00 | replies: almada");
    rules.when("15:05 chair", GiveFloor{});
    rules.then("floor: almada(right_of_reply) 5:00 | replies: -");
}

TEST_F(Floor, meets_the_request_of_the_kind_that_is_named) {
    rules.when("15:02 chair", RequestFloor{.who = "lewis", .kind = Kind::reply});
    rules.when("15:03 chair", GiveFloor{.to = "lewis", .kind = Kind::reply});
    rules.then("floor: lewis(reply) +0:00 | list: lewis, poussi");
}

TEST_F(Floor, meets_a_point_of_order_first_where_no_kind_is_named) {
    rules.when("15:02 chair", RequestFloor{.who = "poussi", .kind = Kind::point_of_order});
    rules.when("15:03 chair", GiveFloor{.to = "poussi"});
    rules.then("floor: poussi(point_of_order) +0:00 | list: lewis, poussi");
}

TEST_F(Floor, meets_no_request_where_none_is_of_that_kind) {
    rules.when("15:03 chair", GiveFloor{.to = "lewis", .kind = Kind::reply});
    rules.then("floor: lewis(reply) +0:00 | list: lewis, poussi");
}

TEST_F(Floor, is_given_to_the_first_of_a_kind_where_only_the_kind_is_named) {
    rules.when("15:02 chair", RequestFloor{.who = "cruz", .kind = Kind::reply});
    rules.when("15:03 chair", GiveFloor{.kind = Kind::reply});
    rules.then("floor: cruz(reply) 3:00 | list: lewis, poussi");
    rules.refused("15:04 chair", GiveFloor{.kind = Kind::reply}, Reason::list_is_empty);
}

TEST_F(Floor, carries_on_whose_behalf_the_request_was_made) {
    rules.when("15:02 chair", GiveFloor{.to = "poussi"});
    EXPECT_EQ(rules.intervention(1).on_behalf_of, "the Working Group");
}

TEST_F(Floor, on_behalf_of_at_the_key_goes_before_that_of_the_request) {
    rules.when("15:02 chair", GiveFloor{.to = "poussi", .on_behalf_of = "the Group of 77"});
    EXPECT_EQ(rules.intervention(1).on_behalf_of, "the Group of 77");
}

TEST_F(Floor, giving_it_ends_the_floor_of_whoever_has_it) {
    rules.when("15:02 chair", GiveFloor{});
    rules.when("15:05 chair", GiveFloor{});
    const auto& timing = rules.intervention(1).timing;
    EXPECT_EQ(timing.began, clock_time("15:02"));
    EXPECT_EQ(timing.ended, clock_time("15:05"));
    EXPECT_EQ(timing.clock.spent, std::chrono::minutes(3));
    EXPECT_FALSE(timing.clock.running_since);
    EXPECT_TRUE(timing.clock.pauses.empty()) << "an end is no pause";
}

TEST_F(Floor, may_be_given_again_to_whoever_has_it) {
    rules.when("15:02 chair", GiveFloor{.to = "poussi"});
    rules.when("15:05 chair", GiveFloor{.to = "poussi"});
    rules.then("floor: poussi 5:00 | spoken: 2");
}

TEST_F(Floor, is_ended) {
    rules.when("15:02 chair", GiveFloor{});
    rules.when("15:04 chair", EndFloor{});
    rules.then("floor: - | spoken: 1");
    EXPECT_EQ(rules.intervention(1).timing.ended, clock_time("15:04"));
    rules.refused("15:05 chair", EndFloor{}, Reason::nobody_has_the_floor);
}

TEST_F(Floor, the_speaker_is_kept_as_he_or_she_then_was) {
    rules.when("15:02 chair", GiveFloor{});
    rules.when("15:03 clerk", CorrectParticipant{"lewis", {{"affiliation", "Audit Office"}}});
    EXPECT_EQ(rules.intervention(1).speaker.affiliation, "Budget Office");
    rules.when("15:04 chair", GiveFloor{.to = "lewis"});
    EXPECT_EQ(rules.intervention(2).speaker.affiliation, "Audit Office");
}

TEST_F(Floor, interventions_stand_in_the_order_in_which_it_was_given) {
    rules.when("15:02 chair", GiveFloor{});
    rules.when("15:03 chair", GiveFloor{});
    EXPECT_EQ(rules.order(), "opening i1 i2");
}

TEST_F(Floor, two_presses_of_next_give_it_to_one_person) {
    rules.when("15:02 chair", GiveFloor{.seen = i(0)});
    const auto sentence = rules.refused("15:02 chair-2", GiveFloor{.seen = i(0)}, Reason::floor_has_changed);
    EXPECT_NE(sentence.find("Mr. Lewis"), std::string::npos);
    rules.then("floor: lewis +0:00 | list: poussi");
    rules.when("15:03 chair-2", GiveFloor{.seen = i(1)});
    rules.then("floor: poussi 5:00");
}

TEST_F(Floor, every_key_of_the_floor_is_refused_where_another_was_seen_to_have_it) {
    rules.when("15:02 chair", GiveFloor{});
    for (const auto seen : {i(0), i(2)}) {
        rules.refused("15:03 chair", EndFloor{seen}, Reason::floor_has_changed);
        rules.refused("15:03 chair", PauseClock{seen}, Reason::floor_has_changed);
        rules.refused("15:03 chair", ResumeClock{seen}, Reason::floor_has_changed);
        rules.refused("15:03 chair", GrantTime{60, seen}, Reason::floor_has_changed);
    }
    rules.when("15:03 chair", EndFloor{i(1)});
    rules.refused("15:04 chair", EndFloor{i(1)}, Reason::floor_has_changed);
}

}  // namespace
}  // namespace dais::meeting
