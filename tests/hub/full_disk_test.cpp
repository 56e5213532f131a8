// A disk without room: what was decided did not happen, nobody is told that it did, and the next command is
// the next attempt.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "hub/table.hpp"

namespace dais::hub {
namespace {

meeting::MakeNote note(std::string text) {
    return {std::move(text), true, {}};
}

struct SmallDisk : Table {
    SmallDisk() {
        prepare();
        join("clerk/1", "clerk", 1);
        join("chair/1", "chair", 2);
    }
    // Nothing of the append under way was stored.
    void fill_up() {
        drop_appended();
        hear(NotAppended{});
        step();
    }
    std::string trouble() {
        heard.clear();
        say("chair/1", "chair", wire::Beat{now, {}, {}, {}});
        step();
        return only<wire::Beat>("chair/1").trouble;
    }
};

TEST(FullDisk, refuses_what_it_could_not_store_and_shows_it_to_nobody) {
    SmallDisk room;
    room.command("chair/1", "chair", 1, meeting::OpenMeeting{});
    room.step();
    room.command("clerk/1", "clerk", 1, note("One."));  // waits for the next append
    room.step();
    room.fill_up();
    for (const auto* peer : {"chair/1", "clerk/1"}) {
        const auto answer = room.only<wire::Answer>(peer);
        EXPECT_EQ(answer.request, 1u);
        EXPECT_EQ(answer.fate, wire::Fate::refused);
        EXPECT_EQ(answer.word, wire::disk_full);
        EXPECT_EQ(room.count<wire::Entries>(peer), 0u);
    }
    EXPECT_EQ(room.durable(), 1u);
    EXPECT_EQ(room.log, (std::vector<std::string>{"disk_full"}));
}

TEST(FullDisk, takes_the_same_requests_once_there_is_room) {
    SmallDisk room;
    room.command("chair/1", "chair", 1, meeting::OpenMeeting{});
    room.command("clerk/1", "clerk", 1, note("One."));
    room.step();
    room.fill_up();
    room.heard.clear();
    room.command("clerk/1", "clerk", 1, note("One."));
    room.command("chair/1", "chair", 2, meeting::OpenMeeting{});  // which the state allows again
    room.step_and_sync();
    EXPECT_EQ(room.entries("clerk/1"), (std::vector<std::uint64_t>{2, 3}));
    EXPECT_EQ(room.count<wire::Answer>("chair/1"), 0u);
    EXPECT_EQ(room.hub().state().texts.size(), 1u);
}

TEST(FullDisk, answers_nothing_that_rests_on_what_did_not_happen) {
    SmallDisk room;
    room.command("chair/1", "chair", 1, meeting::OpenMeeting{});
    room.command("chair/1", "chair", 2, meeting::OpenMeeting{});  // refused: open already
    room.say("chair/1", "chair", wire::Ask{1});                   // accepted, says the working state
    room.say("chair/1", "chair", wire::Ask{9});
    room.step();
    room.fill_up();
    std::map<std::uint64_t, std::set<std::string>> words;
    for (const auto& answer : room.all<wire::Answer>("chair/1")) {
        EXPECT_NE(answer.fate, wire::Fate::accepted);
        words[answer.request].insert(answer.word);
    }
    EXPECT_EQ(words[1], (std::set<std::string>{"disk_full"}));
    EXPECT_EQ(words[2], (std::set<std::string>{"disk_full"}));
    EXPECT_EQ(words[9], (std::set<std::string>{""})) << "not received is a promise that holds all the same";
}

TEST(FullDisk, says_so_to_every_screen_until_there_is_room) {
    SmallDisk room;
    EXPECT_EQ(room.trouble(), "");
    room.command("clerk/1", "clerk", 1, note("One."));
    room.step();
    room.fill_up();
    EXPECT_NE(room.trouble().find("disk is full"), std::string::npos);
    room.hear(hub::Room{});
    EXPECT_EQ(room.trouble(), "");
}

TEST(FullDisk, knows_by_itself_that_an_append_found_room) {
    SmallDisk room;
    room.command("clerk/1", "clerk", 1, note("One."));
    room.step();
    room.fill_up();
    room.command("clerk/1", "clerk", 1, note("One."));
    room.step_and_sync();
    EXPECT_EQ(room.trouble(), "");
}

TEST(FullDisk, a_journal_that_can_only_be_read_is_told_of_as_well) {
    auto options = usual();
    options.read_only = "It is damaged.";
    Table table(options);
    table.prepare();
    table.join("chair/1", "chair", 1);
    table.say("chair/1", "chair", wire::Beat{table.now, {}, {}, {}});
    table.step();
    EXPECT_EQ(table.only<wire::Beat>("chair/1").trouble, "It is damaged.");
}

}  // namespace
}  // namespace dais::hub
