// Who presides.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

TEST(Chair, whoever_has_the_role_presides_at_first) {
    Rules rules;
    rules.then("chair: garcia");
}

TEST(Chair, another_takes_the_chair_with_his_or_her_office) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", TakeChair{"osei"});
    rules.then("chair: osei");
    const auto& term = rules.meeting().proceedings.chairs.back();
    EXPECT_EQ(term.office, "Vice-Chair");
    EXPECT_EQ(term.since, clock_time("15:01"));
    EXPECT_FALSE(term.before_opening);
    EXPECT_EQ(rules.order(), "opening chair");
}

TEST(Chair, an_affiliation_that_is_no_office_is_none) {
    Rules rules;
    rules.when("14:50 chair", TakeChair{"lewis"});
    EXPECT_EQ(rules.meeting().proceedings.chairs.back().office, "");
}

TEST(Chair, may_be_taken_before_the_opening) {
    Rules rules;
    rules.when("14:50 chair", TakeChair{"osei"});
    rules.when("15:00 chair", OpenMeeting{});
    EXPECT_TRUE(rules.meeting().proceedings.chairs.back().before_opening);
    EXPECT_EQ(rules.order(), "chair opening");
}

TEST(Chair, the_first_one_may_come_back) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", TakeChair{"osei"});
    rules.when("15:02 chair", TakeChair{"garcia"});
    rules.then("chair: garcia");
    EXPECT_EQ(rules.meeting().proceedings.chairs.size(), 3u);
}

TEST(Chair, refusals) {
    Rules rules;
    rules.refused("14:50 chair", TakeChair{"garcia"}, Reason::already_presides);
    rules.refused("14:50 chair", TakeChair{"nobody"}, Reason::unknown_participant);
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", EndMeeting{});
    rules.refused("15:02 chair", TakeChair{"osei"}, Reason::meeting_has_ended);
}

TEST(Chair, who_speaks_from_the_chair_is_known_of_each_intervention) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", GiveFloor{.to = "garcia"});
    rules.when("15:02 chair", TakeChair{"osei"});
    rules.when("15:03 chair", GiveFloor{.to = "garcia"});
    rules.when("15:04 chair", GiveFloor{.to = "osei"});
    EXPECT_TRUE(rules.intervention(1).speaker.presiding);
    EXPECT_FALSE(rules.intervention(2).speaker.presiding);
    EXPECT_TRUE(rules.intervention(3).speaker.presiding);
}

TEST(Chair, an_empty_one_is_filled_by_whoever_comes_with_the_role) {
    auto prepared = budget_committee();
    prepared.participants.erase(prepared.participants.begin() + 1);
    Rules rules(prepared);
    rules.then("chair: -");
    rules.when("14:50 moderator", AddParticipant{{.id = "ito", .family_name = "Ito", .role = Role::chair}});
    rules.then("chair: ito");
    rules.when("14:51 moderator", AddParticipant{{.id = "kim", .family_name = "Kim", .role = Role::chair}});
    rules.then("chair: ito");
    EXPECT_EQ(rules.order(), "") << "nobody took the chair";
}

TEST(Chair, an_empty_one_is_filled_by_a_correction_too) {
    auto prepared = budget_committee();
    prepared.participants[1].role = Role::member;
    Rules rules(prepared);
    rules.then("chair: -");
    rules.when("14:50 clerk", CorrectParticipant{"garcia", {{"role", "chair"}}});
    rules.then("chair: garcia");
}

}  // namespace
}  // namespace dais::meeting
