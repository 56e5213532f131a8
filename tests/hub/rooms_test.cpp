// The screens in the room: they are told what the room may know, the latest of it, and nothing else.
#include "hub/table.hpp"
#include "meeting/room_view.hpp"

namespace dais::hub {
namespace {

class RoomsTest : public testing::Test {
  protected:
    void SetUp() override {
        table.prepare();
        table.join("chair/1", "chair", 1);
    }
    void ask(meeting::Command command) {
        table.command("chair/1", "chair", ++request, std::move(command));
        table.step();
        table.sync();
        table.step();
    }
    void come(const PeerId& peer = "room/1", const std::string& user = "room",
              std::uint64_t allowed = 1u << 20) {
        table.hello(peer, user, ++sessions, 0, allowed);
        table.step();
    }
    std::vector<meeting::RoomView> shown(const PeerId& peer = "room/1") {
        std::vector<meeting::RoomView> views;
        for (auto& each : table.all<wire::Room>(peer)) views.push_back(std::move(each.view));
        table.heard[peer].clear();
        return views;
    }

    Table table;
    std::uint64_t request = 0;
    std::uint8_t sessions = 10;
};

TEST_F(RoomsTest, are_shown_the_meeting_when_they_come_and_whenever_it_changes_for_the_room) {
    come();
    EXPECT_EQ(table.count<wire::Welcome>("room/1"), 1u);
    ASSERT_EQ(shown().size(), 1u);
    ask(meeting::OpenMeeting{});
    const auto views = shown();
    ASSERT_EQ(views.size(), 1u);
    EXPECT_EQ(views[0], meeting::room_view(table.hub().state()));
    EXPECT_EQ(views[0].sitting, meeting::Sitting::open);
}

TEST_F(RoomsTest, are_told_nothing_of_the_journal) {
    ask(meeting::OpenMeeting{});
    come();
    come("board-2/1", "board-2");
    ask(meeting::SuspendMeeting{});
    for (const auto* peer : {"room/1", "board-2/1"}) {
        for (const auto& envelope : table.heard[peer]) {
            EXPECT_TRUE(std::holds_alternative<wire::Welcome>(envelope.message) ||
                        std::holds_alternative<wire::Room>(envelope.message))
                << "message " << envelope.message.index();
        }
        const auto welcome = table.all<wire::Welcome>(peer);
        ASSERT_EQ(welcome.size(), 1u);
        EXPECT_EQ(welcome[0].head.value, 0u);
        EXPECT_FALSE(welcome[0].by_snapshot);
    }
}

TEST_F(RoomsTest, do_not_even_learn_that_something_is_written) {
    table.join("clerk-1/1", "clerk-1", 2);
    ask(meeting::OpenMeeting{});
    come();
    shown();
    table.say("clerk-1/1", "clerk-1", wire::Draft{"n", 0, "A note is beg"});
    table.command("clerk-1/1", "clerk-1", 1, meeting::MakeNote{"A note is begun.", true, {}});
    table.step();
    table.sync();
    table.step();
    EXPECT_TRUE(table.heard["room/1"].empty());
}

TEST_F(RoomsTest, have_beats_with_the_time_alone) {
    ask(meeting::OpenMeeting{});
    come();
    table.heard.clear();
    table.say("room/1", "room", wire::Beat{{77}, {}, {}, {}, {}, {}, {}, {}});
    table.step();
    const auto beats = table.all<wire::Beat>("room/1");
    ASSERT_EQ(beats.size(), 1u);
    EXPECT_EQ(beats[0].sent, table.now);
    EXPECT_EQ(beats[0].echo.ms, 77);
    EXPECT_EQ(beats[0].head.value, 0u);
    EXPECT_EQ(beats[0].digest, base::Digest{});
    EXPECT_FALSE(beats[0].signature);
    EXPECT_EQ(beats[0].present, wire::Present{});
}

TEST_F(RoomsTest, may_ask_for_nothing) {
    const std::vector<wire::Message> asked{wire::CommandMessage{1, {}, meeting::OpenMeeting{}}, wire::Ask{1},
                                           wire::DigestAsk{}, wire::Draft{"n", 0, "I"}};
    int number = 0;
    for (const auto& message : asked) {
        const auto peer = "room/" + std::to_string(++number);
        come(peer);
        table.say(peer, "room", message);
        table.step();
        EXPECT_EQ(table.refused(peer), "bad_message") << message.index();
    }
    EXPECT_EQ(table.hub().state().proceedings.sitting, meeting::Sitting::before);
}

TEST_F(RoomsTest, that_read_slowly_get_the_latest_and_no_queue) {
    come("room/1", "room", 0);
    EXPECT_TRUE(shown().empty()) << "no credit, no view";
    ask(meeting::OpenMeeting{});
    ask(meeting::SuspendMeeting{});
    ask(meeting::ResumeMeeting{});
    EXPECT_TRUE(shown().empty());
    table.say("room/1", "room", wire::Credit{1u << 20});
    table.step();
    const auto views = shown();
    ASSERT_EQ(views.size(), 1u);
    EXPECT_EQ(views[0].sitting, meeting::Sitting::open);
}

TEST_F(RoomsTest, that_do_not_read_are_sent_a_limited_amount) {
    come();
    ask(meeting::OpenMeeting{});
    for (int i = 0; i < 2'000; ++i) {
        ask(i % 2 == 0 ? meeting::Command(meeting::CloseList{}) : meeting::Command(meeting::ReopenList{}));
    }
    std::size_t bytes = 0;
    for (const auto& view : table.all<wire::Room>("room/1")) {
        bytes += wire::encode(wire::Envelope{{3, 33}, view}).size();
    }
    EXPECT_LE(bytes, max_draft_bytes_under_way + 8'192);
}

TEST_F(RoomsTest, that_come_from_a_meeting_further_on_learn_no_number) {
    wire::Hello hello;
    hello.session = session(90);
    hello.allowed = 1u << 20;
    table.say_in({9, 9}, "room/1", "room", hello);
    table.step();
    const auto refused = table.all<wire::Refused>("room/1");
    ASSERT_EQ(refused.size(), 1u);
    EXPECT_EQ(refused[0].word, "hub_behind");
    EXPECT_EQ(refused[0].sentence.find_first_of("0123456789"), std::string::npos);
}

TEST_F(RoomsTest, are_counted_for_the_desks) {
    come();
    come("board/1", "board");
    table.heard.clear();
    table.say("chair/1", "chair", wire::Beat{{77}, {}, {}, {}, {}, {}, {}, {}});
    table.step();
    const auto beats = table.all<wire::Beat>("chair/1");
    ASSERT_EQ(beats.size(), 1u);
    EXPECT_EQ(beats[0].present, (wire::Present{1, 0, 0, 2}));
}

}  // namespace
}  // namespace dais::hub
