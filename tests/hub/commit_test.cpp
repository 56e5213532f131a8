// Commands, group commit and what is answered when; each command at most once.
#include <gtest/gtest.h>

#include "hub/table.hpp"

namespace dais::hub {
namespace {

using meeting::EndFloor;
using meeting::GiveFloor;
using meeting::MakeNote;

MakeNote note(std::string text) {
    return MakeNote{std::move(text), true, {}};
}

struct Room : Table {
    explicit Room(Options options = usual()) : Table(options) {
        prepare();
        join("clerk/1", "clerk", 1);
        join("chair/1", "chair", 2);
    }
};

TEST(Commit, tells_nobody_before_it_is_durable) {
    Room room;
    room.command("clerk/1", "clerk", 1, note("One."));
    room.step();
    EXPECT_EQ(room.appends, (std::vector<std::size_t>{1}));
    EXPECT_TRUE(room.heard.empty());
    EXPECT_EQ(room.hub().head().value, 1u);
    EXPECT_TRUE(room.hub().state().texts.empty());
    room.sync();
    room.step();
    EXPECT_EQ(room.entries("clerk/1"), (std::vector<std::uint64_t>{2}));
    EXPECT_EQ(room.entries("chair/1"), (std::vector<std::uint64_t>{2}));
    EXPECT_EQ(room.hub().state().texts.size(), 1u);
    EXPECT_EQ(room.hub().digest(), room.chain(2));
}

// Its author has it back by then, and may have written it anew.
TEST(Commit, refuses_again_what_comes_late_on_an_earlier_connection) {
    Room room;
    const meeting::Revise revise{meeting::TextId{1}, "Another.", std::nullopt};
    room.command("clerk/1", "clerk", 1, revise);
    room.step();
    ASSERT_EQ(room.count<wire::Answer>("clerk/1"), 1u);
    const auto first = room.only<wire::Answer>("clerk/1");
    EXPECT_EQ(first.fate, wire::Fate::refused);
    room.command("clerk/1", "clerk", 2, note("One."));  // now there is a text to be revised
    room.step();
    room.sync();
    room.step();
    room.join("clerk/0", "clerk", 1);
    room.command("clerk/0", "clerk", 1, revise);
    room.step();
    EXPECT_TRUE(room.appends.size() == 1) << "it is not decided anew";
    const auto second = room.only<wire::Answer>("clerk/0");
    EXPECT_EQ(second.fate, wire::Fate::refused);
    EXPECT_EQ(second.word, first.word);
    EXPECT_EQ(second.sentence, first.sentence);
}

TEST(Commit, collects_what_comes_during_a_sync_for_the_next) {
    Room room;
    room.command("clerk/1", "clerk", 1, note("One."));
    room.step();
    for (std::uint64_t request = 2; request <= 4; ++request) {
        room.command("clerk/1", "clerk", request, note("More."));
        room.step();
    }
    EXPECT_EQ(room.appends, (std::vector<std::size_t>{1}));
    room.hear(Synced{{2}});
    room.step();
    EXPECT_EQ(room.appends, (std::vector<std::size_t>{1, 3}));
    EXPECT_EQ(room.entries("clerk/1"), (std::vector<std::uint64_t>{2}));
    room.sync();
    room.step();
    EXPECT_EQ(room.entries("clerk/1"), (std::vector<std::uint64_t>{2, 3, 4, 5}));
    // One message for each commit.
    EXPECT_EQ(room.count<wire::Entries>("clerk/1"), 2u);
}

TEST(Commit, decides_on_what_the_same_batch_brought_about) {
    Room room;
    room.command("chair/1", "chair", 1, meeting::OpenMeeting{});
    room.command("chair/1", "chair", 2, meeting::OpenMeeting{});
    room.step();
    EXPECT_EQ(room.appends, (std::vector<std::size_t>{1}));
    // The refusal tells of what is not durable yet, so it waits as well.
    EXPECT_EQ(room.count<wire::Answer>("chair/1"), 0u);
    room.sync();
    room.step();
    const auto answer = room.only<wire::Answer>("chair/1");
    EXPECT_EQ(answer.request, 2u);
    EXPECT_EQ(answer.fate, wire::Fate::refused);
    EXPECT_EQ(answer.word, "meeting_already_open");
    EXPECT_FALSE(answer.sentence.empty());
}

TEST(Commit, answers_a_refusal_at_once_where_all_is_durable) {
    Room room;
    room.command("chair/1", "chair", 1, EndFloor{});
    room.command("clerk/1", "clerk", 1, meeting::OpenMeeting{});
    room.step();
    EXPECT_EQ(room.only<wire::Answer>("chair/1").word, "meeting_not_open");
    EXPECT_EQ(room.only<wire::Answer>("clerk/1").word, "not_your_desk");
    EXPECT_TRUE(room.appends.empty());
}

TEST(Commit, beats_while_the_disk_is_slow) {
    Room room;
    room.command("clerk/1", "clerk", 1, note("One."));
    room.step();
    room.say("chair/1", "chair", wire::Beat{{555}, {}, {}, {}});
    room.step();
    const auto beat = room.only<wire::Beat>("chair/1");
    EXPECT_EQ(beat.echo.ms, 555);
    EXPECT_EQ(beat.sent, room.now);
    EXPECT_EQ(beat.head.value, 1u);
}

TEST(Commit, does_a_request_once_however_often_it_comes) {
    Room room;
    room.command("clerk/1", "clerk", 1, note("One."));
    room.command("clerk/1", "clerk", 1, note("One."));
    room.step();
    EXPECT_EQ(room.count<wire::Answer>("clerk/1"), 0u);
    room.sync();
    room.command("clerk/1", "clerk", 1, note("One."));
    room.step();
    EXPECT_EQ(room.durable(), 2u);
    const auto answers = room.all<wire::Answer>("clerk/1");
    ASSERT_EQ(answers.size(), 2u);
    for (const auto& answer : answers) {
        EXPECT_EQ(answer.fate, wire::Fate::accepted);
        EXPECT_EQ(answer.sequence.value, 2u);
    }
}

TEST(Commit, remembers_requests_from_the_journal) {
    Room room;
    room.command("clerk/1", "clerk", 7, note("One."));
    room.step_and_sync();
    auto later = Table::after(room, 2);
    later.join("clerk/9", "clerk", 1);
    later.command("clerk/9", "clerk", 7, note("One."));
    later.say("clerk/9", "clerk", wire::Ask{7});
    later.step();
    EXPECT_TRUE(later.appends.empty());
    EXPECT_EQ(later.count<wire::Answer>("clerk/9"), 2u);
    for (const auto& answer : later.all<wire::Answer>("clerk/9")) {
        EXPECT_EQ(answer.fate, wire::Fate::accepted);
        EXPECT_EQ(answer.sequence.value, 2u);
    }
}

TEST(Commit, never_takes_a_request_that_it_called_not_received) {
    Room room;
    room.say("chair/1", "chair", wire::Ask{5});
    room.step();
    EXPECT_EQ(room.only<wire::Answer>("chair/1").fate, wire::Fate::not_received);
    room.heard.clear();
    room.command("chair/1", "chair", 5, meeting::OpenMeeting{});
    room.step_and_sync();
    EXPECT_EQ(room.only<wire::Answer>("chair/1").fate, wire::Fate::not_received);
    EXPECT_EQ(room.durable(), 1u);
}

TEST(Commit, keeps_the_fate_of_what_is_under_way_back) {
    Room room;
    room.command("chair/1", "chair", 5, meeting::OpenMeeting{});
    room.say("chair/1", "chair", wire::Ask{5});
    room.step();
    EXPECT_EQ(room.count<wire::Answer>("chair/1"), 0u);
    room.sync();
    room.step();
    EXPECT_EQ(room.only<wire::Answer>("chair/1").fate, wire::Fate::accepted);
}

TEST(Commit, gives_the_floor_once_when_two_press_next_at_once) {
    Room room;
    room.join("chair-2/1", "chair-2", 3);
    room.command("chair/1", "chair", 1, meeting::OpenMeeting{});
    room.command("chair/1", "chair", 2, meeting::RequestFloor{"ann", meeting::Kind::statement, ""});
    room.command("chair/1", "chair", 3, meeting::RequestFloor{"ben", meeting::Kind::statement, ""});
    room.step_and_sync();
    room.heard.clear();
    const GiveFloor next{{}, std::nullopt, "", meeting::InterventionId{0}};
    room.command("chair-2/1", "chair-2", 1, next);
    room.command("chair/1", "chair", 4, next);
    room.step_and_sync();
    const auto answer = room.only<wire::Answer>("chair/1");
    EXPECT_EQ(answer.fate, wire::Fate::refused);
    EXPECT_EQ(answer.word, "floor_has_changed");
    EXPECT_EQ(room.count<wire::Answer>("chair-2/1"), 0u);
    ASSERT_EQ(room.hub().state().interventions.size(), 1u);
    EXPECT_EQ(room.hub().state().interventions[0].speaker.who, "ann");
}

TEST(Commit, stamps_what_happens_with_the_station_and_a_time_that_never_goes_back) {
    Room room;
    room.command("clerk/1", "clerk", 1, note("One."));
    room.step_and_sync();
    const auto first = *wire::decode_entry(room.only<wire::Entries>("chair/1").entries.at(0));
    EXPECT_EQ(first.fact.stamp.actor.name, "clerk");
    EXPECT_EQ(first.fact.stamp.recorded, room.now);
    EXPECT_EQ(first.session, session(1));
    EXPECT_EQ(first.request, 1u);
    auto later = Table::after(room, 2);
    later.now = room.now - base::Span{60'000};
    later.join("chair/1", "chair", 2);
    later.command("chair/1", "chair", 1, meeting::OpenMeeting{});
    later.step_and_sync();
    EXPECT_EQ(later.hub().state().proceedings.opened, room.now);
}

TEST(Commit, hears_no_message_of_an_earlier_life) {
    Room room;
    room.say_in({2, 22}, "clerk/1", "clerk", wire::CommandMessage{1, std::nullopt, note("Old.")});
    room.step_and_sync();
    EXPECT_EQ(room.refused("clerk/1"), "old_epoch");
    EXPECT_EQ(room.durable(), 1u);
}

TEST(Commit, answers_garbage_once_and_goes_on_serving_the_others) {
    Room room;
    room.say_bytes("clerk/1", "clerk", "\xdd\xff\xff\xff\xff");
    room.say_bytes("clerk/1", "clerk", "\xc1");
    room.command("clerk/1", "clerk", 1, note("Not heard."));
    room.command("chair/1", "chair", 1, meeting::OpenMeeting{});
    room.step_and_sync();
    EXPECT_EQ(room.refused("clerk/1"), "bad_message");
    EXPECT_EQ(room.log, (std::vector<std::string>{"bad_message"}));
    EXPECT_EQ(room.entries("chair/1"), (std::vector<std::uint64_t>{2}));
    EXPECT_TRUE(room.hub().state().texts.empty());
}

TEST(Commit, takes_no_message_that_only_a_hub_sends) {
    Room room;
    room.say("clerk/1", "clerk", wire::Entries{{2}, {"x"}});
    room.step();
    EXPECT_EQ(room.refused("clerk/1"), "bad_message");
    EXPECT_EQ(room.hub().peers(), 1u);
}

TEST(Commit, takes_no_connection_for_another_station) {
    Room room;
    room.command("clerk/1", "chair", 1, meeting::OpenMeeting{});
    room.step_and_sync();
    EXPECT_EQ(room.refused("clerk/1"), "bad_message");
    EXPECT_EQ(room.durable(), 1u);
}

TEST(Commit, restores_only_what_is_the_next_entry) {
    Room room;
    room.command("clerk/1", "clerk", 1, note("One."));
    room.step_and_sync();
    const auto second = room.only<wire::Entries>("chair/1").entries.at(0);
    Hub hub(usual());
    EXPECT_EQ(hub.restore(second).error().code, "bad_entry");
    EXPECT_EQ(hub.restore("nonsense").error().code, "bad_entry");
    EXPECT_EQ(hub.head().value, 0u);
}

TEST(Commit, tells_the_digest_of_its_durable_state) {
    Room room;
    room.command("clerk/1", "clerk", 1, note("One."));
    room.say("chair/1", "chair", wire::DigestAsk{});
    room.step();
    const auto before = room.only<wire::DigestAnswer>("chair/1");
    EXPECT_EQ(before.sequence.value, 1u);
    EXPECT_EQ(before.state, wire::state_digest(room.hub().state()));
    room.sync();
    room.heard.clear();
    room.say("chair/1", "chair", wire::DigestAsk{});
    room.step();
    EXPECT_EQ(room.only<wire::DigestAnswer>("chair/1").sequence.value, 2u);
    EXPECT_NE(room.only<wire::DigestAnswer>("chair/1").state, before.state);
}

TEST(ReadOnly, leaves_open_what_the_damaged_journal_does_not_show) {
    Table before;
    before.prepare();
    before.join("A", "chair", 1);
    before.command("A", "chair", 1, meeting::OpenMeeting{});
    before.step_and_sync();
    auto options = usual();
    options.read_only = "The journal is damaged.";
    Table table(options);
    Table::take_journal(table, before, 1);
    table.join("B", "chair", 1);
    table.say("B", "chair", wire::Ask{1});
    table.step();
    EXPECT_EQ(table.count<wire::Answer>("B"), 0u) << "it stands in the sound journal";
    table.command("B", "chair", 2, meeting::OpenMeeting{});
    table.step();
    EXPECT_EQ(table.only<wire::Answer>("B").word, "read_only");
}

}  // namespace
}  // namespace dais::hub
