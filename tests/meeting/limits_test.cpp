// How long a speech may be: by the speaker's role and by its kind, changed in mid-debate.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

Rules& opened(Rules& rules) {
    rules.when("15:00 chair", OpenMeeting{});
    return rules;
}

TEST(Limits, a_statement_has_that_of_the_speakers_role) {
    Rules rules;
    opened(rules).when("15:01 chair", GiveFloor{.to = "poussi"});
    rules.then("floor: poussi 5:00");
    rules.when("15:02 chair", GiveFloor{.to = "cruz"});
    rules.then("floor: cruz 3:00");
    rules.when("15:03 chair", GiveFloor{.to = "lewis"});
    rules.then("floor: lewis +0:00");
}

TEST(Limits, of_role_and_kind_a_statement_has_the_lower) {
    auto prepared = budget_committee();
    prepared.setup.limits.by_kind[Kind::statement] = 240;
    Rules rules(prepared);
    opened(rules).when("15:01 chair", GiveFloor{.to = "poussi"});
    rules.then("floor: poussi 4:00");
    rules.when("15:02 chair", GiveFloor{.to = "cruz"});
    rules.then("floor: cruz 3:00");
    rules.when("15:03 chair", GiveFloor{.to = "lewis"});
    rules.then("floor: lewis 4:00");
}

TEST(Limits, a_reply_has_that_of_its_kind_or_else_of_the_role) {
    Rules rules;
    opened(rules).when("15:01 chair", GiveFloor{.to = "cruz", .kind = Kind::reply});
    rules.then("floor: cruz(reply) 3:00");
    rules.when("15:02 chair", SetLimit{.kind = Kind::reply, .seconds = 600});
    rules.when("15:03 chair", GiveFloor{.to = "cruz", .kind = Kind::reply});
    rules.then("floor: cruz(reply) 10:00");
}

TEST(Limits, a_point_of_order_has_that_of_its_kind_alone) {
    Rules rules;
    opened(rules).when("15:01 chair", GiveFloor{.to = "cruz", .kind = Kind::point_of_order});
    rules.then("floor: cruz(point_of_order) +0:00");
    rules.when("15:02 chair", EndFloor{});
    rules.when("15:02 chair", SetLimit{.kind = Kind::point_of_order, .seconds = 60});
    rules.when("15:03 chair", GiveFloor{.to = "cruz", .kind = Kind::point_of_order});
    rules.then("floor: cruz(point_of_order) 1:00");
}

TEST(Limits, a_change_holds_from_the_next_floor) {
    Rules rules;
    opened(rules).when("15:01 chair", GiveFloor{.to = "poussi"});
    rules.when("15:02 chair", SetLimit{.role = Role::member, .seconds = 120});
    rules.then("floor: poussi 4:00");
    rules.when("15:03 chair", GiveFloor{.to = "diallo"});
    rules.then("floor: diallo 2:00");
}

TEST(Limits, an_interrupted_speaker_comes_back_under_the_old_one) {
    Rules rules;
    opened(rules).when("15:01 chair", GiveFloor{.to = "poussi"});
    rules.when("15:02 chair", GiveFloor{.to = "cruz", .kind = Kind::point_of_order});
    rules.when("15:02 chair", SetLimit{.role = Role::member, .seconds = 120});
    rules.when("15:03 chair", EndFloor{});
    rules.then("floor: poussi 4:00 paused");
}

TEST(Limits, nought_lifts_it) {
    Rules rules;
    opened(rules).when("15:01 chair", SetLimit{.role = Role::member, .seconds = 0});
    rules.when("15:02 chair", GiveFloor{.to = "poussi"});
    rules.then("floor: poussi +0:00");
}

TEST(Limits, the_folder_keeps_its_own) {
    Rules rules;
    opened(rules).when("15:01 chair", SetLimit{.role = Role::member, .seconds = 120});
    EXPECT_EQ(rules.meeting().setup.limits.by_role.at(Role::member), 300);
    EXPECT_EQ(rules.meeting().proceedings.limits.by_role.at(Role::member), 120);
}

TEST(Limits, are_set_for_a_role_or_for_a_kind_within_a_day) {
    Rules rules;
    opened(rules).refused("15:01 chair", SetLimit{.seconds = 60}, Reason::wrong_value);
    rules.refused("15:01 chair", SetLimit{.role = Role::state, .kind = Kind::reply, .seconds = 60},
                  Reason::wrong_value);
    rules.refused("15:01 chair", SetLimit{.role = Role::state, .seconds = -1}, Reason::out_of_range);
    rules.refused("15:01 chair", SetLimit{.role = Role::state, .seconds = max_seconds + 1},
                  Reason::out_of_range);
    rules.when("15:01 chair", SetLimit{.role = Role::state, .seconds = max_seconds});
}

}  // namespace
}  // namespace dais::meeting
