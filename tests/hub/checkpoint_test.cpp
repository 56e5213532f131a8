// A hub that begins from a checkpoint is the hub that read the whole journal; until the checkpoint is proved
// it says nothing that it cannot know.
#include <gtest/gtest.h>

#include "hub/table.hpp"
#include "support/chance.hpp"

namespace dais::hub {
namespace {

struct Asked {
    std::string station;
    std::uint64_t request;
    meeting::Command command;
};

constexpr const char* stations[] = {"chair", "clerk-1", "moderator"};

// A meeting of chance, as far as it is lawful: what the three asked, in order.
class Room {
  public:
    explicit Room(std::uint64_t seed) : chance_(seed) {
        table.prepare();
        for (std::uint8_t i = 0; i < 3; ++i) {
            table.join(std::string(stations[i]) + "/1", stations[i], static_cast<std::uint8_t>(i + 1));
        }
        ask(0, meeting::OpenMeeting{});
    }
    void go_on(int acts) {
        for (int i = 0; i < acts; ++i) {
            table.now = table.now + base::Span{static_cast<std::int64_t>(chance_.below(2'000))};
            const auto by = chance_.below(3);
            ask(by, by == 0 ? chairs() : by == 1 ? clerks() : moderators());
        }
    }

    Table table;
    std::vector<Asked> asked;

  private:
    void ask(std::size_t by, meeting::Command command) {
        const std::string station = stations[by];
        // Now and then a number is left out, as a station does after a restart.
        requests_[by] += chance_.one_in(10) ? 2 : 1;
        asked.push_back({station, requests_[by], command});
        table.command(station + "/1", station, requests_[by], std::move(command));
        if (chance_.one_in(8)) table.say(station + "/1", station, wire::Ask{requests_[by] + 50});
        table.step_and_sync();
    }
    std::string person() { return table.hub().state().participants[chance_.below(10)].id; }
    meeting::TextId text() { return meeting::TextId{1 + chance_.below(8)}; }
    meeting::Command chairs() {
        switch (chance_.below(9)) {
            case 0:
                return meeting::GiveFloor{person(), {}, "", {}};
            case 1:
                return meeting::GiveFloor{{}, {}, "", {}};
            case 2:
                return meeting::EndFloor{};
            case 3:
                return meeting::PauseClock{};
            case 4:
                return meeting::ResumeClock{};
            case 5:
                return meeting::TakeUp{"item-" + std::to_string(1 + chance_.below(5))};
            case 6:
                return meeting::UndoLast{};
            case 7:
                return meeting::Decide{"It was so decided."};
            default:
                return meeting::RequestFloor{person(), meeting::Kind::statement, ""};
        }
    }
    meeting::Command clerks() {
        switch (chance_.below(6)) {
            case 0:
                return meeting::Revise{text(), "revised " + std::to_string(chance_.below(100)), {}};
            case 1:
                return meeting::Remove{text()};
            case 2:
                return meeting::Restore{text()};
            case 3:
                return meeting::MakeNote{"A note.", chance_.coin(), {}};
            default:
                return meeting::Write{{}, "said " + std::to_string(chance_.below(100)), {}};
        }
    }
    meeting::Command moderators() {
        if (chance_.coin()) {
            return meeting::ReportLink{
                person(), chance_.coin() ? meeting::Link::audio : meeting::Link::video, {}};
        }
        return meeting::RequestFloor{person(), meeting::Kind::statement, ""};
    }

    support::Chance chance_;
    std::uint64_t requests_[3] = {};
};

// All that the hub answers when every request is sent once more, and each is asked about.
std::vector<base::Bytes> answers(Table& table, const std::vector<Asked>& asked) {
    for (std::uint8_t i = 0; i < 3; ++i) {
        table.join(std::string(stations[i]) + "/2", stations[i], static_cast<std::uint8_t>(i + 1));
    }
    for (const auto& each : asked) {
        table.command(each.station + "/2", each.station, each.request, each.command);
        table.say(each.station + "/2", each.station, wire::Ask{each.request + 50});
    }
    table.step_and_sync();
    std::vector<base::Bytes> said;
    for (const auto& [peer, envelopes] : table.heard) {
        for (const auto& envelope : envelopes) said.push_back(peer + wire::encode(envelope));
    }
    return said;
}

TEST(Checkpoint, makes_the_same_hub_at_every_entry_of_any_meeting) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Room room(seed);
        room.go_on(60);
        const auto end = room.table.durable();
        ASSERT_GT(end, 20u) << "the meeting is too lame to show anything";
        auto whole = Table::after(room.table, end);
        const auto whole_state = wire::encode(whole.hub().state());
        const auto whole_checkpoint = whole.hub().checkpoint();
        const auto whole_answers = answers(whole, room.asked);
        for (std::uint64_t at = 1; at <= end; ++at) {
            SCOPED_TRACE("seed " + std::to_string(seed) + ", entry " + std::to_string(at));
            auto table = Table::resumed(room.table, at, at % 3 == 0 ? 0 : at / 2, end);
            EXPECT_EQ(table.hub().head().value, end);
            EXPECT_EQ(table.hub().digest(), room.table.hub().digest());
            EXPECT_EQ(table.hub().now(), Table::after(room.table, end).hub().now());
            EXPECT_EQ(wire::encode(table.hub().state()), whole_state);
            EXPECT_EQ(table.hub().checkpoint(), whole_checkpoint);
            EXPECT_EQ(answers(table, room.asked), whole_answers);
            if (HasFailure()) return;
        }
    }
}

struct Resumed : testing::Test {
    Resumed() { room.go_on(60); }
    // Restored from a checkpoint at entry 20 with the five before it.
    Table resume(std::size_t earlier = 5) {
        return Table::resumed(room.table, 20, earlier, room.table.durable());
    }
    Room room{5};
};

TEST_F(Resumed, welcomes_at_once_whoever_stands_where_it_knows_the_chain) {
    auto table = resume();
    const auto end = table.durable();
    for (const std::uint64_t head : {std::uint64_t{15}, std::uint64_t{18}, std::uint64_t{25}, end}) {
        const auto peer = "clerk-1/" + std::to_string(head);
        table.hello(peer, "clerk-1", 2, head);
        table.step();
        EXPECT_FALSE(table.only<wire::Welcome>(peer).by_snapshot);
        EXPECT_EQ(table.entries(peer).size(), end - head);
    }
    table.hello("chair/9", "chair", 1, 0);
    table.step();
    EXPECT_TRUE(table.only<wire::Welcome>("chair/9").by_snapshot);
}

TEST_F(Resumed, answers_a_station_from_further_back_once_the_checkpoint_is_proved) {
    auto table = resume();
    table.hello("clerk-1/2", "clerk-1", 2, 7);
    table.step();
    table.hello("clerk-1/2", "clerk-1", 2, 7);  // its patience ends
    table.step();
    EXPECT_TRUE(table.heard.empty());
    table.hear(Proved{table.digests(15)});
    table.step();
    EXPECT_TRUE(table.only<wire::Welcome>("clerk-1/2").by_snapshot);
    table.hello("chair/2", "chair", 1, 3);  // and from now on at once
    table.step();
    EXPECT_TRUE(table.only<wire::Welcome>("chair/2").by_snapshot);
}

TEST_F(Resumed, tells_a_fork_before_the_checkpoint_once_it_is_proved) {
    auto table = resume(0);
    wire::Hello hello;
    hello.session = session(2);
    hello.head = {7};
    hello.digest = table.chain(8);
    hello.allowed = 1u << 20;
    table.say_in({}, "clerk-1/2", "clerk-1", hello);
    table.step();
    EXPECT_TRUE(table.heard.empty());
    table.hear(Proved{table.digests(20)});
    table.step();
    EXPECT_EQ(table.refused("clerk-1/2"), "diverged");
}

TEST_F(Resumed, tells_at_once_a_fork_that_it_knows_and_a_station_that_has_seen_more) {
    auto table = resume();
    wire::Hello hello;
    hello.session = session(2);
    hello.head = {16};
    hello.digest = table.chain(8);
    table.say_in({}, "clerk-1/2", "clerk-1", hello);
    hello.session = session(1);
    hello.head = {table.durable() + 1};
    table.say_in({}, "chair/2", "chair", hello);
    table.step();
    EXPECT_EQ(table.refused("clerk-1/2"), "diverged");
    EXPECT_EQ(table.refused("chair/2"), "hub_behind");
}

TEST_F(Resumed, forgets_a_hello_whose_connection_is_gone) {
    auto table = resume();
    table.hello("clerk-1/2", "clerk-1", 2, 7);
    table.step();
    table.hear(Left{"clerk-1/2"});
    table.hear(Proved{table.digests(15)});
    table.step();
    EXPECT_TRUE(table.heard.empty());
}

TEST_F(Resumed, takes_no_proof_of_another_journal) {
    for (const std::uint64_t known : {14u, 16u}) {
        auto table = resume();
        auto digests = *table.digests(known);
        if (known == 16) std::swap(digests[14], digests[15]);
        table.hear(Proved{std::make_shared<const std::vector<base::Digest>>(digests)});
        table.step();
        EXPECT_FALSE(table.hub().trouble().empty());
    }
}

TEST_F(Resumed, appends_nothing_any_more_once_the_journal_is_known_to_be_damaged) {
    auto table = resume();
    const auto end = table.durable();
    table.join("clerk-1/2", "clerk-1", 2);
    table.join("moderator/2", "moderator", 3);
    table.hello("chair/2", "chair", 1, 7);  // waits for the proof
    const meeting::MakeNote note{"A note.", true, {}};
    table.command("clerk-1/2", "clerk-1", 500, note);
    table.step();  // under way
    table.command("moderator/2", "moderator", 500, meeting::ReportLink{"ann", meeting::Link::video, {}});
    table.step();  // waits behind it
    table.appends.clear();
    table.hear(Damaged{"The journal is damaged."});
    table.step();
    EXPECT_EQ(table.refused("chair/2"), "read_only");
    table.sync();
    table.step();
    EXPECT_EQ(table.durable(), end + 1) << "what was under way is durable";
    EXPECT_EQ(table.entries("clerk-1/2"), (std::vector<std::uint64_t>{end + 1}));
    const auto answer = table.only<wire::Answer>("moderator/2");
    EXPECT_EQ(answer.word, wire::read_only);
    EXPECT_EQ(answer.sentence, "The journal is damaged.");
    table.command("clerk-1/2", "clerk-1", 501, note);
    table.say("clerk-1/2", "clerk-1", wire::Beat{table.now, {}, {}, {}});
    table.step_and_sync();
    EXPECT_TRUE(table.appends.empty());
    EXPECT_EQ(table.only<wire::Answer>("clerk-1/2").word, wire::read_only);
    EXPECT_EQ(table.only<wire::Beat>("clerk-1/2").trouble, "The journal is damaged.");
    EXPECT_EQ(table.hub().state().texts.size(), Table::after(table, end + 1).hub().state().texts.size());
    EXPECT_EQ(table.log, (std::vector<std::string>{"journal_damaged", "read_only"}));
}

TEST_F(Resumed, refuses_the_batch_that_had_no_room_where_the_journal_is_damaged_as_well) {
    auto table = resume();
    table.join("clerk-1/2", "clerk-1", 2);
    table.command("clerk-1/2", "clerk-1", 500, meeting::MakeNote{"A note.", true, {}});
    table.step();
    table.hear(Damaged{"The journal is damaged."});
    table.step();
    table.drop_appended();
    table.hear(NotAppended{});
    table.step();
    EXPECT_EQ(table.only<wire::Answer>("clerk-1/2").fate, wire::Fate::refused);
    EXPECT_EQ(table.hub().trouble(), "The journal is damaged.");
}

struct Content : Resumed {
    base::Status<> restore(base::BytesView content, const Earlier& earlier = {}) {
        Hub hub(usual());
        return hub.restore_checkpoint(content, earlier);
    }
    base::Bytes whole = Table::after(room.table, 20).hub().checkpoint();
};

TEST_F(Content, is_refused_where_it_is_cut_off_or_goes_on) {
    ASSERT_TRUE(restore(whole).ok());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        EXPECT_FALSE(restore(base::BytesView(whole).substr(0, length)).ok()) << length;
    }
    EXPECT_FALSE(restore(whole + "x").ok());
}

// What a flipped bit leaves may be a checkpoint, of another meeting; it is for the signature and the proof to
// tell. But it is read as what it says, or refused.
TEST_F(Content, with_a_flipped_byte_is_refused_or_is_another) {
    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const int flip : {0x01, 0x10, 0x80, 0xFF}) {
            auto content = whole;
            content[at] = static_cast<char>(content[at] ^ flip);
            Hub hub(usual());
            const auto restored = hub.restore_checkpoint(content);
            if (restored.ok()) {
                EXPECT_NE(hub.checkpoint(), whole) << "byte " << at;
            } else {
                EXPECT_EQ(restored.error().code, "bad_checkpoint");
                ++refused;
            }
        }
    }
    EXPECT_GT(refused, whole.size());
}

TEST_F(Content, is_refused_where_the_entries_before_it_lead_elsewhere) {
    const auto& journal = room.table;
    Earlier earlier{{18}, journal.chain(18), {journal.entry(19), journal.entry(20)}};
    EXPECT_TRUE(restore(whole, earlier).ok());
    earlier.entries.pop_back();
    EXPECT_FALSE(restore(whole, earlier).ok());
    earlier.entries.push_back(journal.entry(19));
    EXPECT_FALSE(restore(whole, earlier).ok());
    earlier = {{18}, journal.chain(17), {journal.entry(19), journal.entry(20)}};
    EXPECT_FALSE(restore(whole, earlier).ok());
}

TEST_F(Content, of_no_entry_is_refused) {
    EXPECT_FALSE(restore(Hub(usual()).checkpoint()).ok());
}

}  // namespace
}  // namespace dais::hub
