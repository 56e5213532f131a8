// What a chair asks of a meeting in sums.
#include "meeting/outlook.hpp"

#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

struct Outlook : testing::Test {
    Rules rules;
    void SetUp() override { rules.when("15:00 chair", OpenMeeting{}); }
    void ask(std::string_view at, const char* who, Kind kind = Kind::statement) {
        rules.when(at, RequestFloor{who, kind, ""});
    }
};

MeetingPrepared ending_at(std::optional<std::int32_t> seconds_of_day) {
    auto prepared = budget_committee();
    prepared.setup.facts.date = {2021, 10, 8};
    prepared.setup.facts.scheduled_end = seconds_of_day;
    return prepared;
}

TEST(ScheduledEnd, is_a_time_of_the_meetings_day_at_its_place) {
    auto prepared = ending_at(18 * 3600);
    Rules rules(prepared);
    EXPECT_EQ(scheduled_end(rules.meeting()), clock_time("18:00"));
    prepared.setup.facts.zone.offset_seconds = 2 * 3600;
    Rules eastern(prepared);
    EXPECT_EQ(scheduled_end(eastern.meeting()), clock_time("16:00"));
    prepared.setup.facts.zone.offset_seconds = 0;
    prepared.setup.facts.scheduled = 22 * 3600;
    prepared.setup.facts.scheduled_end = 3600;
    Rules late(prepared);
    EXPECT_EQ(scheduled_end(late.meeting()), clock_time("25:00")) << "after midnight";
    Rules other(ending_at(std::nullopt));
    EXPECT_FALSE(scheduled_end(other.meeting()));
}

TEST(ScheduledEnd, counts_down_only_when_it_is_near_and_the_meeting_is_held) {
    Rules rules(ending_at(18 * 3600));
    EXPECT_FALSE(hard_stop(rules.meeting(), clock_time("17:55")));
    rules.when("15:00 chair", OpenMeeting{});
    EXPECT_FALSE(hard_stop(rules.meeting(), clock_time("17:44:59")));
    EXPECT_EQ(hard_stop(rules.meeting(), clock_time("17:45")), minutes(15));
    EXPECT_EQ(hard_stop(rules.meeting(), clock_time("18:00:10")), seconds(-10));
    rules.when("17:50 chair", SuspendMeeting{});
    EXPECT_EQ(hard_stop(rules.meeting(), clock_time("17:58")), minutes(2));
    rules.when("17:59 chair", EndMeeting{});
    EXPECT_FALSE(hard_stop(rules.meeting(), clock_time("17:59")));
}

TEST_F(Outlook, a_list_takes_what_its_limits_and_the_floor_have_left) {
    rules.when("15:01 chair", GiveFloor{"poussi", {}, "", {}});  // five minutes
    ask("15:02 chair", "almada");                                // three minutes
    ask("15:02 chair", "diallo");                                // five
    ask("15:02 chair", "lewis");                                 // no limit
    ask("15:02 chair", "cruz", Kind::right_of_reply);            // stands apart
    const auto outlook = list_outlook(rules.meeting());
    EXPECT_EQ(outlook.waiting, 3U);
    EXPECT_EQ(outlook.unlimited, 1U);
    EXPECT_EQ(outlook.at_limits, minutes(8));
    EXPECT_EQ(list_ends(rules.meeting(), outlook, clock_time("15:03")), clock_time("15:14"));
    // In overrun the floor has nothing left.
    EXPECT_EQ(list_ends(rules.meeting(), outlook, clock_time("15:10")), clock_time("15:18"));
}

TEST_F(Outlook, the_second_reply_of_a_delegation_has_the_second_limit) {
    ask("15:01 chair", "almada", Kind::right_of_reply);
    ask("15:01 chair", "basri", Kind::right_of_reply);  // of the same delegation
    const auto& replies = rules.meeting().proceedings.replies;
    EXPECT_EQ(limit_of(rules.meeting(), replies.at(0)), 300);
    EXPECT_EQ(limit_of(rules.meeting(), replies.at(1)), 180);
    EXPECT_EQ(replies_had(rules.meeting(), "basri").given, 0U);
    EXPECT_EQ(replies_had(rules.meeting(), "basri").allowed, 2U);
    rules.when("15:02 chair", GiveFloor{});
    EXPECT_EQ(replies_had(rules.meeting(), "basri").given, 1U);
    EXPECT_EQ(limit_of(rules.meeting(), rules.meeting().proceedings.replies.at(0)), 180);
}

TEST_F(Outlook, totals_are_by_person_affiliation_role_and_how) {
    rules.when("15:00 chair", GiveFloor{"almada", {}, "", {}});
    rules.when("15:04 chair", GiveFloor{"basri", {}, "", {}});
    rules.when("15:05 chair", GiveFloor{"diallo", {}, "", {}});
    rules.when("15:07 chair", GiveFloor{"cruz", Kind::point_of_order, "", {}});
    rules.when("15:08 chair", EndFloor{});
    rules.when("15:08 chair", ResumeClock{});
    const auto now = clock_time("15:10");
    const auto persons = totals(rules.meeting(), TotalOf::person, now);
    ASSERT_EQ(persons.size(), 4U);
    EXPECT_EQ(persons[0], (Total{"almada", 1, minutes(4), minutes(1)}));
    EXPECT_EQ(persons[1], (Total{"diallo", 1, minutes(4), seconds(0)})) << "two parts are one intervention";
    EXPECT_EQ(spoken_by(rules.meeting(), "diallo", now), minutes(4));
    const auto delegations = totals(rules.meeting(), TotalOf::affiliation, now);
    ASSERT_FALSE(delegations.empty());
    EXPECT_EQ(delegations[0].times, 2U);
    EXPECT_EQ(delegations[0].spoken, minutes(5));
    const auto roles = totals(rules.meeting(), TotalOf::role, now);
    ASSERT_EQ(roles.size(), 2U);
    EXPECT_EQ(roles[0].key, "state");
    EXPECT_EQ(roles[1], (Total{"member", 1, minutes(4), seconds(0)}));
    const auto how = totals(rules.meeting(), TotalOf::attendance, now);
    ASSERT_EQ(how.size(), 2U);
    EXPECT_EQ(how[0].key, "in_room");
    EXPECT_EQ(how[1].key, "video");
}

TEST_F(Outlook, the_record_is_behind_by_those_who_spoke_and_have_no_paragraph) {
    rules.when("15:00 chair", GiveFloor{"almada", {}, "", {}});
    EXPECT_EQ(speakers_behind(rules.meeting()), 0U) << "whoever has the floor is not behind";
    rules.when("15:02 chair", GiveFloor{"basri", {}, "", {}});
    rules.when("15:03 chair", GiveFloor{"cruz", {}, "", {}});
    rules.when("15:03:04 chair", GiveFloor{"diallo", {}, "", {}});  // four seconds are nothing
    EXPECT_EQ(speakers_behind(rules.meeting()), 2U);
    rules.when("15:04 clerk", Write{i(1), "said that.", {}});
    EXPECT_EQ(speakers_behind(rules.meeting()), 1U);
    rules.when("15:04 clerk", Remove{t(1)});
    EXPECT_EQ(speakers_behind(rules.meeting()), 2U);
    rules.when("15:04 clerk", Restore{t(1)});
    rules.when("15:05 clerk", SayNothingToRecord{i(2), true});
    EXPECT_EQ(speakers_behind(rules.meeting()), 0U);
}

}  // namespace
}  // namespace dais::meeting
