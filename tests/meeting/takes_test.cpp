// Takes, marks, and interventions that need no paragraph.
#include "meeting/takes.hpp"

#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

struct TakesOfClerks : testing::Test {
    Rules rules;
    void SetUp() override { rules.when("15:00 chair", OpenMeeting{}); }
    [[nodiscard]] std::int64_t left(std::string_view time) const {
        return left_of_take(rules.meeting(), clock_time(time)).value_or(base::Span{-1}).count() / 1000;
    }
    [[nodiscard]] std::optional<std::int64_t> until(const std::string& clerk, std::string_view time) const {
        const auto span = until_take(rules.meeting(), clerk, clock_time(time));
        return span ? std::optional(span->count() / 1000) : std::nullopt;
    }
};

TEST_F(TakesOfClerks, the_first_clerk_sets_length_and_order_and_others_join) {
    rules.when("15:00 clerk", SetTakes{300, {"clerk", "clerk-2"}});
    rules.when("15:01 clerk-3", JoinTakes{});
    EXPECT_EQ(rules.meeting().takes.order, (std::vector<std::string>{"clerk", "clerk-2", "clerk-3"}));
    EXPECT_EQ(rules.meeting().takes.seconds, 300);
    rules.refused("15:02 clerk-3", JoinTakes{}, Reason::wrong_value);
}

TEST_F(TakesOfClerks, who_joins_first_gets_takes_of_ten_minutes) {
    rules.when("15:00 clerk-2", JoinTakes{});
    EXPECT_EQ(rules.meeting().takes.seconds, 600);
}

TEST_F(TakesOfClerks, each_sees_how_long_it_is_until_his_or_her_take) {
    rules.when("15:00 clerk", SetTakes{600, {"clerk", "clerk-2", "clerk-3"}});
    EXPECT_FALSE(left_of_take(rules.meeting(), clock_time("15:00")));
    rules.when("15:01 clerk", BeginTake{});
    EXPECT_EQ(left("15:05"), 360);
    EXPECT_EQ(until("clerk", "15:05"), std::nullopt);
    EXPECT_EQ(until("clerk-2", "15:05"), 360);
    EXPECT_EQ(until("clerk-3", "15:05"), 960);
    EXPECT_EQ(until("clerk-9", "15:05"), std::nullopt);
    EXPECT_EQ(until("clerk-2", "15:12"), -60);  // late: the take lasts until it is taken over
    rules.when("15:12 clerk-2", BeginTake{});
    EXPECT_EQ(until("clerk-3", "15:12"), 600);
    EXPECT_EQ(until("clerk", "15:12"), 1200);
}

TEST_F(TakesOfClerks, a_suspension_does_not_use_a_take_up) {
    rules.when("15:00 clerk", BeginTake{});
    rules.when("15:04 chair", SuspendMeeting{});
    EXPECT_EQ(left("15:30"), 360);
    rules.when("15:40 chair", ResumeMeeting{});
    EXPECT_EQ(left("15:41"), 300);
}

TEST_F(TakesOfClerks, what_began_in_a_take_stays_with_its_clerk) {
    rules.when("15:00 clerk", BeginTake{});
    rules.when("15:08 chair", GiveFloor{.to = "lewis"});  // i1
    rules.when("15:10 clerk-2", BeginTake{});
    rules.when("15:12 chair", GiveFloor{.to = "poussi"});  // i2
    EXPECT_EQ(clerk_of(rules.meeting(), rules.intervention(1)), "clerk");
    EXPECT_EQ(clerk_of(rules.meeting(), rules.intervention(2)), "clerk-2");
    EXPECT_EQ(rules.meeting().takes.order, (std::vector<std::string>{"clerk", "clerk-2"}));
    rules.refused("15:13 clerk-2", BeginTake{}, Reason::wrong_value);
}

TEST_F(TakesOfClerks, before_the_first_take_all_is_the_first_clerks) {
    rules.when("15:08 chair", GiveFloor{.to = "lewis"});
    EXPECT_EQ(clerk_of(rules.meeting(), rules.intervention(1)), "");
    rules.when("15:10 clerk-2", BeginTake{});
    EXPECT_EQ(clerk_of(rules.meeting(), rules.intervention(1)), "clerk-2");
}

TEST_F(TakesOfClerks, an_order_names_clerks_each_once) {
    rules.refused("15:00 clerk", SetTakes{600, {"chair"}}, Reason::wrong_value);
    rules.refused("15:00 clerk", SetTakes{600, {"clerk", "clerk"}}, Reason::wrong_value);
    rules.refused("15:00 clerk", SetTakes{59, {"clerk"}}, Reason::out_of_range);
    rules.refused("15:00 clerk", SetTakes{7201, {"clerk"}}, Reason::out_of_range);
    std::vector<std::string> many;
    for (std::size_t i = 0; i <= max_take_clerks; ++i) many.push_back("clerk-" + std::to_string(i));
    rules.refused("15:00 clerk", SetTakes{600, many}, Reason::too_many);
}

TEST_F(TakesOfClerks, taking_back_an_act_of_the_chair_leaves_takes_as_they_are) {
    rules.when("15:08 chair", GiveFloor{.to = "lewis"});
    rules.when("15:08 clerk", BeginTake{});
    rules.when("15:08:10 chair", UndoLast{});
    EXPECT_EQ(rules.meeting().takes.taken.size(), 1u);
}

TEST_F(TakesOfClerks, a_mark_has_the_moment_of_its_key_and_is_cleared_once) {
    rules.when("15:08 chair", GiveFloor{.to = "lewis"});
    rules.when("15:09 clerk", Write{.text = "said one."});
    rules.when("15:10 clerk", MakeMark{.at = clock_time("15:09:30")});
    rules.when("15:11 clerk", MakeMark{.kind = MarkKind::check, .paragraph = t(1), .note = "the figure"});
    rules.when("15:12 clerk", MakeMark{.at = clock_time("15:59")});  // a clock that goes before
    const auto& marks = rules.meeting().marks;
    ASSERT_EQ(marks.size(), 3u);
    EXPECT_EQ(marks[0],
              (Mark{MarkId{1}, MarkKind::missed, i(1), t(0), "", "clerk", clock_time("15:09:30"), false}));
    EXPECT_EQ(marks[1].note, "the figure");
    EXPECT_EQ(marks[2].at, clock_time("15:12"));
    rules.when("15:13 clerk-2", ClearMark{MarkId{1}});
    EXPECT_TRUE(marks[0].cleared);
    rules.refused("15:14 clerk", ClearMark{MarkId{1}}, Reason::unknown_mark);
    rules.refused("15:14 clerk", ClearMark{MarkId{4}}, Reason::unknown_mark);
    rules.refused("15:14 clerk", MakeMark{.of = i(7)}, Reason::unknown_intervention);
    rules.refused("15:14 clerk", MakeMark{.paragraph = t(7)}, Reason::unknown_paragraph);
}

TEST_F(TakesOfClerks, an_intervention_may_have_nothing_to_record) {
    rules.when("15:08 chair", GiveFloor{.to = "lewis"});
    rules.when("15:09 clerk", SayNothingToRecord{i(1), true});
    EXPECT_TRUE(rules.intervention(1).nothing_to_record);
    rules.refused("15:09 clerk", SayNothingToRecord{i(1), true}, Reason::wrong_value);
    rules.when("15:10 clerk", SayNothingToRecord{i(1), false});
    EXPECT_FALSE(rules.intervention(1).nothing_to_record);
    rules.refused("15:11 clerk", SayNothingToRecord{i(4), true}, Reason::unknown_intervention);
}

}  // namespace
}  // namespace dais::meeting
