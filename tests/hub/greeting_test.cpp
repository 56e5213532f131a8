// Hello and what it is answered with.
#include <gtest/gtest.h>

#include "hub/table.hpp"

namespace dais::hub {
namespace {

void open(Table& table, std::uint64_t first_request = 1) {
    table.join("chair/1", "chair", 1);
    table.command("chair/1", "chair", first_request, meeting::OpenMeeting{});
    table.step_and_sync();
    table.heard.clear();
}

meeting::Command request(std::string who) {
    return meeting::RequestFloor{std::move(who), meeting::Kind::statement, ""};
}

TEST(Greeting, welcomes_with_the_tail) {
    Table table;
    table.prepare();
    open(table);
    table.hello("clerk/1", "clerk", 2, 1);
    table.step();
    const auto welcome = table.only<wire::Welcome>("clerk/1");
    EXPECT_EQ(welcome.you, (meeting::Actor{"clerk", meeting::Desk::clerk}));
    EXPECT_EQ(welcome.head.value, 2u);
    EXPECT_FALSE(welcome.by_snapshot);
    EXPECT_EQ(welcome.now, table.now);
    EXPECT_EQ(welcome.highest_request, 0u);
    EXPECT_EQ(table.entries("clerk/1"), (std::vector<std::uint64_t>{2}));
}

TEST(Greeting, tells_a_station_the_highest_request_of_its_session) {
    Table table;
    table.prepare();
    open(table, 17);
    table.hello("chair/2", "chair", 1, 2);
    table.step();
    EXPECT_EQ(table.only<wire::Welcome>("chair/2").highest_request, 17u);
    auto later = Table::after(table, 2);
    later.hello("chair/3", "chair", 1, 2);
    later.step();
    EXPECT_EQ(later.only<wire::Welcome>("chair/3").highest_request, 17u);
}

TEST(Greeting, gives_a_snapshot_to_whoever_is_far_behind) {
    auto options = usual();
    options.snapshot_after = 2;
    Table table(options);
    table.prepare();
    open(table);
    table.command("chair/1", "chair", 2, request("ann"));
    table.step_and_sync();
    table.hello("clerk/1", "clerk", 2, 1);
    table.hello("clerk/2", "clerk", 3, 0);
    table.step();
    EXPECT_FALSE(table.only<wire::Welcome>("clerk/1").by_snapshot);
    EXPECT_TRUE(table.only<wire::Welcome>("clerk/2").by_snapshot);
    const auto part = table.only<wire::SnapshotPart>("clerk/2");
    EXPECT_EQ(part.sequence.value, 3u);
    EXPECT_EQ(part.chain, table.chain(3));
    EXPECT_EQ(part.state, wire::state_digest(table.hub().state()));
    EXPECT_EQ(part.bytes.size(), part.total);
    EXPECT_TRUE(table.entries("clerk/2").empty());
}

TEST(Greeting, gives_a_first_entry_that_is_too_long_for_a_message_as_a_snapshot) {
    Table table;
    auto meeting = support::small_meeting();
    for (int i = 0; i < 20; ++i) meeting.setup.style["page." + std::to_string(i)] = std::string(60'000, 'a');
    table.prepare(meeting);
    table.hello("clerk/1", "clerk", 2, 0, 4u << 20);
    table.step();
    EXPECT_TRUE(table.only<wire::Welcome>("clerk/1").by_snapshot);
    const auto parts = table.all<wire::SnapshotPart>("clerk/1");
    ASSERT_GT(parts.size(), 10u);
    base::Bytes whole;
    for (const auto& part : parts) {
        EXPECT_EQ(part.offset, whole.size());
        EXPECT_LE(part.bytes.size(), part_bytes);
        whole += part.bytes;
    }
    EXPECT_EQ(whole, wire::encode(table.hub().state()));
    EXPECT_EQ(table.count<wire::Entries>("clerk/1"), 0u);
}

TEST(Greeting, refuses_a_station_that_has_seen_more_than_the_hub) {
    Table table;
    table.prepare();
    open(table);
    auto older = Table::after(table, 1);
    wire::Hello hello;
    hello.session = session(2);
    hello.head = {2};
    hello.digest = table.chain(2);
    older.say_in({}, "clerk/1", "clerk", hello);
    older.step();
    EXPECT_EQ(older.refused("clerk/1"), "hub_behind");
    EXPECT_EQ(older.log, (std::vector<std::string>{"hub_behind"}));
    // Also where the journal is long enough by chance, but the hub's life is an earlier one.
    older.say_in({9, 1}, "clerk/2", "clerk", wire::Hello{session(2), {}, {}, 1000, ""});
    older.step();
    EXPECT_EQ(older.refused("clerk/2"), "hub_behind");
}

TEST(Greeting, refuses_a_station_with_another_history) {
    Table table;
    table.prepare();
    wire::Hello hello;
    hello.session = session(2);
    hello.head = {1};
    hello.digest.fill(9);
    table.say_in({}, "clerk/1", "clerk", hello);
    table.step();
    EXPECT_EQ(table.refused("clerk/1"), "diverged");
    // Another hub that counted the same lives.
    table.say_in({3, 34}, "clerk/2", "clerk", wire::Hello{session(2), {}, {}, 1000, ""});
    table.step();
    EXPECT_EQ(table.refused("clerk/2"), "diverged");
}

TEST(Greeting, refuses_the_session_of_another_station) {
    Table table;
    table.prepare();
    open(table);
    table.hello("clerk/1", "clerk", 1, 2);
    table.hello("clerk/2", "clerk", 5, 2);
    table.hello("moderator/1", "moderator", 5, 2);  // in use, though nothing was asked for in it yet
    table.step();
    EXPECT_EQ(table.refused("clerk/1"), "session_of_another");
    EXPECT_EQ(table.count<wire::Welcome>("clerk/2"), 1u);
    EXPECT_EQ(table.refused("moderator/1"), "session_of_another");
}

TEST(Greeting, lets_the_newest_connection_speak_for_a_session) {
    Table table;
    table.prepare();
    table.join("clerk/1", "clerk", 1);
    table.hello("clerk/2", "clerk", 1, 1);
    table.step();
    EXPECT_EQ(table.refused("clerk/1"), "superseded");
    EXPECT_EQ(table.count<wire::Welcome>("clerk/2"), 1u);
    table.heard.clear();
    table.command("clerk/1", "clerk", 1, meeting::MakeNote{"Late.", true, {}});
    table.step_and_sync();
    EXPECT_EQ(table.refused("clerk/1"), "say_hello");
    EXPECT_EQ(table.durable(), 1u);
}

TEST(Greeting, supersedes_also_a_connection_that_has_not_read_for_long) {
    Table table;
    table.prepare();
    table.join("clerk/1", "clerk", 1);
    // Beats are answered beyond the credit, until enough is enough.
    const std::string slow = "clerk/1";
    while (table.log.empty() && table.bytes_sent < (16u << 20)) {
        for (int i = 0; i < 4'000; ++i) table.say(slow, "clerk", wire::Beat{table.now, {}, {}, {}});
        table.step();
        table.now = table.now + base::Span{10'000};  // not so fast that this alone were enough
        table.heard.clear();
    }
    EXPECT_EQ(table.log, (std::vector<std::string>{"does_not_read"}));
    table.hello("clerk/2", "clerk", 1, 1);
    table.step();
    EXPECT_EQ(table.count<wire::Welcome>("clerk/2"), 1u);
}

TEST(Greeting, refuses_whom_it_has_no_desk_for) {
    Table table;
    table.prepare();
    table.hello("hub/1", "hub", 1);
    table.hello("stranger/1", "stranger", 2);
    table.step();
    EXPECT_EQ(table.refused("hub/1"), "no_such_desk");
    EXPECT_EQ(table.refused("stranger/1"), "no_such_desk");
    EXPECT_EQ(table.hub().peers(), 0u);
}

TEST(Greeting, refuses_too_many_stations_but_not_one_that_comes_back) {
    auto options = usual();
    options.max_peers = 3;
    options.max_per_station = 2;
    Table table(options);
    table.prepare();
    table.hello("clerk/1", "clerk", 1);
    table.hello("clerk/2", "clerk", 2);
    table.hello("clerk/3", "clerk", 3);
    table.hello("chair/1", "chair", 4);
    table.hello("chair/2", "chair", 5);
    table.hello("chair/3", "chair", 4);  // the same session as chair/1
    table.step();
    EXPECT_EQ(table.refused("clerk/3"), "too_many_stations");
    EXPECT_EQ(table.refused("chair/2"), "too_many_stations");
    EXPECT_EQ(table.count<wire::Welcome>("chair/3"), 1u);
    EXPECT_EQ(table.hub().peers(), 3u);
}

TEST(Greeting, says_to_each_stranger_once_that_it_should_say_hello) {
    Table table;
    table.prepare();
    for (int i = 0; i < 3; ++i) table.say("clerk/1", "clerk", wire::Beat{});
    table.step();
    EXPECT_EQ(table.refused("clerk/1"), "say_hello");
    table.hello("clerk/1", "clerk", 1);
    table.step();
    EXPECT_EQ(table.count<wire::Welcome>("clerk/1"), 1u);
}

TEST(Greeting, tells_all_when_it_stops) {
    Table table;
    table.prepare();
    table.join("clerk/1", "clerk", 1);
    table.join("chair/1", "chair", 2);
    table.farewell();
    EXPECT_EQ(table.refused("clerk/1"), "hub_stopping");
    EXPECT_EQ(table.refused("chair/1"), "hub_stopping");
}

TEST(Greeting, lets_go_of_whoever_is_silent_by_the_time_it_is_told) {
    auto options = usual();
    options.script_clock = true;
    Table table(options);
    table.prepare();
    table.join("clerk/1", "clerk", 1);
    table.join("chair/1", "chair", 2);
    // A script may be hours ahead: nobody is silent because of that.
    table.say("chair/1", "chair",
              wire::CommandMessage{1, table.now + std::chrono::hours(3), meeting::OpenMeeting{}});
    table.step_and_sync();
    EXPECT_EQ(table.hub().peers(), 2u);
    EXPECT_EQ(table.hub().now(), table.now + std::chrono::hours(3));
    EXPECT_EQ(table.hub().state().proceedings.opened, table.now + std::chrono::hours(3));

    table.now = table.now + base::Span{16'000};
    table.say("chair/1", "chair", wire::Beat{table.now, {}, {}, {}});
    table.step();
    EXPECT_EQ(table.hub().peers(), 1u);
}

TEST(Greeting, takes_no_time_from_a_command_where_the_clock_is_its_own) {
    Table table;
    table.prepare();
    table.join("chair/1", "chair", 2);
    table.say("chair/1", "chair",
              wire::CommandMessage{1, table.now + std::chrono::hours(3), meeting::OpenMeeting{}});
    table.step_and_sync();
    EXPECT_EQ(table.hub().state().proceedings.opened, table.now);
}

TEST(Hello, again_on_a_connection_leaves_no_answer_of_before_on_its_way) {
    Table table;
    table.prepare();
    table.join("A", "chair", 1);
    table.join("B", "clerk", 2);
    table.command("A", "chair", 1, meeting::OpenMeeting{});
    table.command("B", "clerk", 1, meeting::Remove{meeting::TextId{7}});  // which is not there, so far
    table.step();
    table.hello("B", "clerk", 2, 1);
    table.step();
    table.sync();
    table.step();
    EXPECT_EQ(table.count<wire::Welcome>("B"), 1u);
    EXPECT_EQ(table.count<wire::Answer>("B"), 0u) << "it will send the text again, and be answered then";
    table.command("B", "clerk", 1, meeting::Remove{meeting::TextId{7}});
    table.step();
    EXPECT_EQ(table.only<wire::Answer>("B").fate, wire::Fate::refused);
}

}  // namespace
}  // namespace dais::hub
