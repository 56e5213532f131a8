// A station that sends without an end is turned away, before and whatever the others do.
#include "hub/budget.hpp"
#include "hub/table.hpp"

namespace dais::hub {
namespace {

const std::string rogue = "clerk-9/1";

// Says it so often, in one step.
void flood(Table& table, const wire::Message& message, std::size_t times) {
    for (std::size_t i = 0; i < times; ++i) table.say(rogue, "clerk-9", message);
    table.step();
}

class Floods : public testing::Test {
  protected:
    void SetUp() override {
        table.prepare();
        table.join("chair/1", "chair", 1);
        table.join(rogue, "clerk-9", 9);
        table.command("chair/1", "chair", 1, meeting::OpenMeeting{});
        table.step_and_sync();
        table.heard.clear();
    }
    // The chair's beat is answered.
    void expect_the_chair_is_served() {
        const auto before = table.count<wire::Beat>("chair/1");
        table.say("chair/1", "chair", wire::Beat{table.now, {}, {}, {}});
        table.step();
        EXPECT_EQ(table.count<wire::Beat>("chair/1"), before + 1);
    }
    Table table;
};

TEST_F(Floods, of_beats_are_turned_away_when_the_budget_is_spent) {
    flood(table, wire::Beat{}, budget_at_once);
    EXPECT_EQ(table.refused(rogue), "too_fast");
    EXPECT_EQ(table.log, (std::vector<std::string>{"too_fast"}));
    EXPECT_LE(table.count<wire::Beat>(rogue), budget_at_once);
    expect_the_chair_is_served();
}

TEST_F(Floods, end_the_connection_of_one_who_goes_on_and_say_so_once) {
    flood(table, wire::Beat{}, budget_at_once);
    EXPECT_TRUE(table.hung_up.empty());
    flood(table, wire::Beat{}, 200);
    ASSERT_FALSE(table.hung_up.empty());
    EXPECT_EQ(table.hung_up.front(), rogue);
    EXPECT_EQ(table.count<wire::Refused>(rogue), 1u);
    EXPECT_EQ(table.log.size(), 1u);
}

TEST_F(Floods, do_not_begin_anew_on_another_connection) {
    flood(table, wire::Beat{}, budget_at_once);
    table.hello("clerk-9/2", "clerk-9", 9, table.durable());
    table.step();
    EXPECT_EQ(table.refused("clerk-9/2"), "too_fast");
    table.now = table.now + base::Span{1'000};
    table.hello("clerk-9/3", "clerk-9", 9, table.durable());
    table.step();
    EXPECT_EQ(table.count<wire::Welcome>("clerk-9/3"), 1u);
}

TEST_F(Floods, of_what_is_not_for_this_hub_are_no_cheaper) {
    for (std::uint32_t i = 0; i <= budget_at_once; ++i) {
        table.say_in({77, 77}, "clerk-9/2", "clerk-9", wire::Beat{});
    }
    table.step();
    const auto words = table.all<wire::Refused>("clerk-9/2");
    ASSERT_EQ(words.size(), 2u);
    EXPECT_EQ(words[0].word, "say_hello");
    EXPECT_EQ(words[1].word, "too_fast");
}

TEST_F(Floods, of_hellos_end_long_before_so_many_welcomes) {
    for (int i = 0; i < 1000; ++i) table.hello(rogue, "clerk-9", 9, 0);
    table.step();
    EXPECT_LE(table.count<wire::Welcome>(rogue), budget_at_once / 32);
    EXPECT_EQ(table.refused(rogue), "too_fast");
}

TEST_F(Floods, of_commands_leave_the_others_a_place_in_the_next_commit) {
    for (std::uint64_t n = 1; n <= 1000; ++n) {
        table.command(rogue, "clerk-9", n, meeting::MakeNote{"Again.", true, {}});
    }
    table.command("chair/1", "chair", 2, meeting::SuspendMeeting{});
    table.step();
    EXPECT_EQ(table.appends.back(), 256u + 1u);
    EXPECT_EQ(table.refused(rogue), "too_fast");
    table.sync();
    table.step();
    EXPECT_EQ(table.hub().state().texts.size(), 256u);
    EXPECT_EQ(table.hub().head().value, 2u + 256u + 1u);
}

// A clerk who comes back with a full outbox, sixty-four at a time, is not turned away, however quick.
TEST_F(Floods, are_not_what_an_honest_station_sends) {
    std::uint64_t request = 0;
    for (int round = 0; round < 200; ++round) {
        for (int i = 0; i < 64; ++i) {
            table.command(rogue, "clerk-9", ++request, meeting::MakeNote{"Written in an outage.", true, {}});
        }
        table.step_and_sync();
    }
    EXPECT_EQ(table.count<wire::Refused>(rogue), 0u);
    EXPECT_EQ(table.hub().state().texts.size(), request);
}

TEST_F(Floods, in_a_rehearsal_are_its_own_stations_whose_clock_may_stand) {
    auto options = usual();
    options.script_clock = true;
    Table rehearsal(options);
    rehearsal.prepare();
    rehearsal.join(rogue, "clerk-9", 9);
    for (std::uint32_t i = 0; i < budget_at_once + 10; ++i) rehearsal.say(rogue, "clerk-9", wire::Ask{i});
    rehearsal.step();
    EXPECT_EQ(rehearsal.count<wire::Refused>(rogue), 0u);
}

TEST(Budget, is_spent_and_comes_back_with_time) {
    Budgets budgets;
    base::Instant now{5'000};
    EXPECT_TRUE(budgets.spend("clerk", budget_at_once, now));
    EXPECT_FALSE(budgets.spend("clerk", 1, now));
    EXPECT_TRUE(budgets.spend("moderator", 1, now));
    now = now + base::Span{1'000};
    EXPECT_TRUE(budgets.spend("clerk", budget_a_second, now));
    EXPECT_FALSE(budgets.spend("clerk", 1, now));
    budgets.give_back("clerk", 2);
    EXPECT_TRUE(budgets.spend("clerk", 2, now));
    now = now + base::Span{1'000'000'000'000};
    EXPECT_TRUE(budgets.spend("clerk", budget_at_once, now));
    EXPECT_FALSE(budgets.spend("clerk", 1, now));
}

}  // namespace
}  // namespace dais::hub
