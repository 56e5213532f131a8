// Cursors and credit: what a peer is sent, and when.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "hub/table.hpp"

namespace dais::hub {
namespace {

void write(Table& table, std::uint64_t& request, std::size_t count, std::size_t size = 10) {
    for (std::size_t i = 0; i < count; ++i) {
        table.command("clerk/1", "clerk", request++, meeting::MakeNote{std::string(size, 'x'), true, {}});
        table.step_and_sync();
    }
}

TEST(Credit, sends_nothing_more_to_a_peer_without_it) {
    Table table;
    table.prepare();
    table.join("clerk/1", "clerk", 1);
    table.hello("chair/1", "chair", 2, 1, 500);
    table.step();
    std::uint64_t request = 1;
    write(table, request, 20);
    const auto first = table.entries("chair/1");
    ASSERT_FALSE(first.empty());
    EXPECT_LT(first.size(), 10u);
    // All of it in few messages once credit comes.
    table.heard.clear();
    table.say("chair/1", "chair", wire::Credit{500'000});
    table.step();
    EXPECT_EQ(table.count<wire::Entries>("chair/1"), 1u);
    const auto rest = table.entries("chair/1");
    EXPECT_EQ(rest.front(), first.back() + 1);
    EXPECT_EQ(rest.back(), 21u);
}

TEST(Credit, is_never_taken_back_and_not_believed_without_end) {
    Table table;
    table.prepare();
    table.join("clerk/1", "clerk", 1);
    table.hello("chair/1", "chair", 2, 1, ~std::uint64_t{0});
    table.say("chair/1", "chair", wire::Credit{0});
    table.say("chair/1", "chair", wire::Credit{~std::uint64_t{0}});
    table.step();
    std::uint64_t request = 1;
    const auto before = table.bytes_sent;
    for (int i = 0; i < 120; ++i) {
        table.command("clerk/1", "clerk", request++, meeting::MakeNote{std::string(60'000, 'x'), true, {}});
        if (i % 10 == 0) table.say("clerk/1", "clerk", wire::Credit{~std::uint64_t{0}});
        table.step_and_sync();
    }
    EXPECT_GT(table.bytes_sent, before + 120 * 60'000);
    std::size_t sum = 0;
    for (const auto& message : table.all<wire::Entries>("chair/1")) {
        for (const auto& entry : message.entries) sum += entry.size();
    }
    EXPECT_GT(sum, max_credit - 200'000);
    EXPECT_LT(sum, max_credit + 200'000);
}

TEST(Credit, lets_a_snapshot_come_in_pieces) {
    auto meeting = support::small_meeting();
    for (int i = 0; i < 10; ++i) meeting.setup.style["page." + std::to_string(i)] = std::string(60'000, 'a');
    auto options = usual();
    options.snapshot_after = 0;
    Table table(options);
    table.prepare(meeting);
    table.hello("chair/1", "chair", 2, 0, 100'000);
    table.step();
    EXPECT_EQ(table.count<wire::SnapshotPart>("chair/1"), 2u);
    table.step();
    EXPECT_EQ(table.count<wire::SnapshotPart>("chair/1"), 2u);
    table.say("chair/1", "chair", wire::Credit{2'000'000});
    table.step();
    const auto parts = table.all<wire::SnapshotPart>("chair/1");
    EXPECT_EQ(parts.back().offset + parts.back().bytes.size(), parts.back().total);
}

TEST(Credit, makes_the_parts_of_a_snapshot_once_for_all_who_are_given_it) {
    auto meeting = support::small_meeting();
    for (int i = 0; i < 5; ++i) meeting.setup.style["page." + std::to_string(i)] = std::string(60'000, 'a');
    auto options = usual();
    options.snapshot_after = 0;
    Table table(options);
    table.prepare(meeting);
    std::map<PeerId, std::vector<const base::Bytes*>> given;
    for (std::uint8_t i = 1; i < 4; ++i) {
        const auto name = "clerk-" + std::to_string(i);
        const wire::Hello hello{session(i), {}, {}, 2'000'000, ""};
        const Arrived arrived{name + "/1", name, wire::encode(wire::Envelope{{}, hello})};
        for (const auto& out : table.hub().step(table.now, {arrived})) {
            const auto* send = std::get_if<Send>(&out);
            if (send != nullptr && send->bytes->size() > 1'000)
                given[send->peer].push_back(send->bytes.get());
        }
    }
    ASSERT_GT(given["clerk-1/1"].size(), 4u);
    EXPECT_EQ(given["clerk-2/1"], given["clerk-1/1"]);
    EXPECT_EQ(given["clerk-3/1"], given["clerk-1/1"]);
}

// A writer, one who follows, and three commands, the last of which is under way when the others are durable.
Table busy_disk() {
    Table table;
    table.prepare();
    table.join("clerk/1", "clerk", 1);
    table.join("chair/1", "chair", 2);
    std::uint64_t request = 1;
    write(table, request, 1);
    for (; request < 4; ++request) {
        table.command("clerk/1", "clerk", request, meeting::MakeNote{"And more.", true, {}});
        table.step();
        if (request < 3) table.sync();
    }
    return table;
}

TEST(Credit, feeds_a_writer_at_once_and_those_who_only_follow_together_while_the_disk_has_more) {
    auto table = busy_disk();
    EXPECT_EQ(table.entries("clerk/1"), (std::vector<std::uint64_t>{2, 3}));
    EXPECT_EQ(table.entries("chair/1"), (std::vector<std::uint64_t>{2}));
    ASSERT_TRUE(table.hub().due());
    EXPECT_LE(*table.hub().due(), base::Span{10});
    table.sync();
    table.step();
    EXPECT_EQ(table.entries("clerk/1"), (std::vector<std::uint64_t>{2, 3, 4}));
    EXPECT_EQ(table.entries("chair/1"), (std::vector<std::uint64_t>{2, 3, 4}));
    EXPECT_EQ(table.count<wire::Entries>("chair/1"), 2u);
    EXPECT_FALSE(table.hub().due());
}

TEST(Credit, does_not_keep_those_who_follow_waiting_for_a_slow_disk) {
    auto table = busy_disk();
    table.now = table.now + *table.hub().due();
    table.step();
    EXPECT_EQ(table.entries("chair/1"), (std::vector<std::uint64_t>{2, 3}));
    EXPECT_FALSE(table.hub().due());
}

TEST(Credit, feeds_whoever_speaks_although_the_disk_has_more_under_way) {
    auto table = busy_disk();
    table.say("chair/1", "chair", wire::Beat{});
    table.step();
    EXPECT_EQ(table.entries("chair/1"), (std::vector<std::uint64_t>{2, 3}));
}

TEST(Credit, makes_one_message_for_all_who_stand_at_the_same_place) {
    Table table;
    table.prepare();
    table.join("clerk/1", "clerk", 1);
    for (std::uint8_t i = 2; i < 12; ++i)
        table.join("chair-" + std::to_string(i) + "/1", "chair-" + std::to_string(i), i);
    table.command("clerk/1", "clerk", 1, meeting::MakeNote{"One.", true, {}});
    table.command("clerk/1", "clerk", 2, meeting::MakeNote{"Two.", true, {}});
    table.step();
    std::set<const base::Bytes*> bytes;
    std::size_t sends = 0;
    for (const auto& out : table.hub().step(table.now, {Synced{{3}}})) {
        const auto* send = std::get_if<Send>(&out);
        if (send == nullptr) continue;
        ++sends;
        bytes.insert(send->bytes.get());
    }
    EXPECT_EQ(sends, 11u);
    EXPECT_EQ(bytes.size(), 1u);
}

TEST(Credit, asks_a_peer_whom_the_tail_has_left_behind_to_say_hello) {
    auto options = usual();
    options.tail_bytes = 2'000;
    Table table(options);
    table.prepare();
    table.join("clerk/1", "clerk", 1);
    table.hello("chair/1", "chair", 2, 1, 0);
    table.step();
    std::uint64_t request = 1;
    write(table, request, 40);
    EXPECT_EQ(table.refused("chair/1"), "say_hello");
    EXPECT_TRUE(table.entries("chair/1").empty());
    table.heard.clear();
    table.hello("chair/1", "chair", 2, 1);
    table.step();
    EXPECT_TRUE(table.only<wire::Welcome>("chair/1").by_snapshot);
    EXPECT_EQ(table.only<wire::SnapshotPart>("chair/1").sequence.value, 41u);
}

TEST(Credit, survives_a_snapshot_that_ends_behind_the_tail) {
    auto meeting = support::small_meeting();
    for (int i = 0; i < 4; ++i) meeting.setup.style["page." + std::to_string(i)] = std::string(60'000, 'a');
    auto options = usual();
    options.tail_bytes = 2'000;
    options.snapshot_after = 0;
    Table table(options);
    table.prepare(meeting);
    table.join("clerk/1", "clerk", 1);
    table.hello("chair/1", "chair", 2, 0, 1'000);
    table.step();
    EXPECT_EQ(table.count<wire::SnapshotPart>("chair/1"), 1u);
    std::uint64_t request = 1;
    write(table, request, 40);
    table.say("chair/1", "chair", wire::Credit{1'000'000});
    table.step();
    EXPECT_EQ(table.refused("chair/1"), "say_hello");
    EXPECT_TRUE(table.entries("chair/1").empty());
}

TEST(Credit, forgets_a_peer_that_left) {
    Table table;
    table.prepare();
    table.join("clerk/1", "clerk", 1);
    table.join("chair/1", "chair", 2);
    table.hear(Left{"chair/1"});
    table.command("clerk/1", "clerk", 1, meeting::MakeNote{"One.", true, {}});
    table.step_and_sync();
    EXPECT_TRUE(table.entries("chair/1").empty());
    EXPECT_EQ(table.hub().peers(), 1u);
}

}  // namespace
}  // namespace dais::hub
