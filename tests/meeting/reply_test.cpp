// Rights of reply: counted by delegation, with limits of their own, and no more than the limits allow.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

constexpr auto right_of_reply = Kind::right_of_reply;

struct RightOfReply : testing::Test {
    Rules rules;
    void SetUp() override { rules.when("15:00 chair", OpenMeeting{}); }
};

TEST_F(RightOfReply, the_first_and_the_second_have_limits_of_their_own) {
    rules.when("15:01 chair", GiveFloor{.to = "almada", .kind = right_of_reply});
    rules.then("floor: almada(right_of_reply) 5:00");
    rules.when("15:06 chair", GiveFloor{.to = "almada", .kind = right_of_reply});
    rules.then("floor: almada(right_of_reply) 3:00");
}

TEST_F(RightOfReply, is_counted_for_the_delegation_and_there_is_no_third) {
    rules.when("15:01 chair", GiveFloor{.to = "almada", .kind = right_of_reply});
    rules.when("15:06 chair", GiveFloor{.to = "basri", .kind = right_of_reply});
    rules.then("floor: basri(right_of_reply) 3:00");
    const auto sentence = rules.refused("15:10 chair", GiveFloor{.to = "almada", .kind = right_of_reply},
                                        Reason::replies_exhausted);
    EXPECT_NE(sentence.find("Uruguay"), std::string::npos);
    rules.refused("15:10 moderator", RequestFloor{.who = "basri", .kind = right_of_reply},
                  Reason::replies_exhausted);
    rules.when("15:11 chair", GiveFloor{.to = "cruz", .kind = right_of_reply});
}

TEST_F(RightOfReply, requests_that_wait_count_as_well) {
    rules.when("15:01 chair", GiveFloor{.to = "almada", .kind = right_of_reply});
    rules.when("15:02 moderator", RequestFloor{.who = "basri", .kind = right_of_reply});
    rules.refused("15:03 moderator", RequestFloor{.who = "almada", .kind = right_of_reply},
                  Reason::replies_exhausted);
    rules.when("15:04 moderator", WithdrawRequest{.who = "basri"});
    rules.when("15:05 moderator", RequestFloor{.who = "almada", .kind = right_of_reply});
}

TEST_F(RightOfReply, somebody_without_affiliation_has_his_or_her_own) {
    rules.when("15:01 chair", GiveFloor{.to = "poussi", .kind = right_of_reply});
    rules.when("15:02 chair", GiveFloor{.to = "poussi", .kind = right_of_reply});
    rules.refused("15:03 chair", GiveFloor{.to = "poussi", .kind = right_of_reply},
                  Reason::replies_exhausted);
    rules.when("15:03 chair", GiveFloor{.to = "diallo", .kind = right_of_reply});
}

TEST(RightOfReplyWithoutLimits, may_be_had_any_number_of_times_for_any_time) {
    auto prepared = budget_committee();
    prepared.setup.limits.right_of_reply.clear();
    Rules rules(prepared);
    rules.when("15:00 chair", OpenMeeting{});
    for (int n = 0; n < 5; ++n) {
        rules.when("15:01 moderator", RequestFloor{.who = "almada", .kind = right_of_reply});
        rules.when("15:02 chair", GiveFloor{});
        rules.then("floor: almada(right_of_reply) +0:00");
    }
}

TEST_F(RightOfReply, a_limit_set_for_it_holds_for_each_and_leaves_their_number) {
    rules.when("15:01 chair", SetLimit{.kind = right_of_reply, .seconds = 60});
    rules.when("15:01 chair", GiveFloor{.to = "almada", .kind = right_of_reply});
    rules.then("floor: almada(right_of_reply) 1:00");
    rules.when("15:02 chair", GiveFloor{.to = "almada", .kind = right_of_reply});
    rules.then("floor: almada(right_of_reply) 1:00");
    rules.refused("15:03 chair", GiveFloor{.to = "almada", .kind = right_of_reply},
                  Reason::replies_exhausted);
}

TEST_F(RightOfReply, a_limit_that_is_lifted_leaves_their_number) {
    rules.when("15:01 chair", SetLimit{.kind = right_of_reply, .seconds = 0});
    rules.when("15:01 chair", GiveFloor{.to = "almada", .kind = right_of_reply});
    rules.then("floor: almada(right_of_reply) +0:00");
    rules.when("15:02 chair", GiveFloor{.to = "almada", .kind = right_of_reply});
    rules.refused("15:03 chair", GiveFloor{.to = "almada", .kind = right_of_reply},
                  Reason::replies_exhausted);
}

}  // namespace
}  // namespace dais::meeting
