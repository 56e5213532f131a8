// Drafts: who may say one, who is told of it, and that nobody waits for it.
#include "hub/drafts.hpp"

#include "hub/table.hpp"

namespace dais::hub {
namespace {

using Told = std::vector<std::string>;

wire::Draft at(std::string place, std::string text, std::uint32_t base = 0) {
    return {std::move(place), base, std::move(text)};
}

class DraftsTest : public testing::Test {
  protected:
    void SetUp() override {
        table.prepare();
        join("clerk-1");
        join("clerk-2");
        join("chair");
        join("moderator");
    }
    static PeerId peer(const std::string& user) { return user + "/1"; }
    void join(const std::string& user) { table.join(peer(user), user, ++sessions); }
    void type(const std::string& user, wire::Draft draft) {
        table.say(peer(user), user, std::move(draft));
        table.step();
    }
    // What a peer was told of drafts since the last call, in words.
    Told told(const PeerId& id) {
        Told found;
        for (const auto& draft : table.all<wire::DraftOf>(id)) {
            found.push_back(draft.author + " " + draft.place + "/" + std::to_string(draft.base) + " " +
                            draft.text);
        }
        table.heard[id].clear();
        return found;
    }
    Told told_clerk_2() { return told(peer("clerk-2")); }
    void more_credit() {
        table.say(peer("clerk-2"), "clerk-2", wire::Credit{8u << 20});
        table.step();
    }
    void without_credit(const std::string& user) {
        table.hello(peer(user), user, 77, table.durable(), 0);
        table.step();
        table.heard.clear();
    }

    Table table;
    std::uint8_t sessions = 0;
};

TEST_F(DraftsTest, go_to_the_other_desks_that_write_and_to_no_other) {
    type("clerk-1", at("r:3", "He said th", 2));
    EXPECT_EQ(told_clerk_2(), Told{"clerk-1 r:3/2 He said th"});
    for (const auto* other : {"clerk-1", "chair", "moderator"}) EXPECT_EQ(told(peer(other)), Told{}) << other;
    EXPECT_TRUE(table.appends.empty()) << "no draft is in the journal";
}

TEST_F(DraftsTest, of_a_desk_that_does_not_write_end_its_connection) {
    type("chair", at("n", "I may not."));
    EXPECT_EQ(table.refused(peer("chair")), "bad_message");
    EXPECT_EQ(told_clerk_2(), Told{});
    type("moderator", at("n", ""));
    EXPECT_EQ(table.refused(peer("moderator")), "bad_message");
}

TEST_F(DraftsTest, at_a_place_where_no_text_can_be_end_the_connection) {
    type("clerk-1", at("clerk.at", "p:1"));
    EXPECT_EQ(table.refused(peer("clerk-1")), "bad_message");
    EXPECT_EQ(told_clerk_2(), Told{});
}

TEST_F(DraftsTest, of_one_step_are_told_once_in_their_newest_form) {
    for (const auto* text : {"H", "He", "He s"}) table.say(peer("clerk-1"), "clerk-1", at("p:1", text));
    table.say(peer("clerk-1"), "clerk-1", at("n", "A note"));
    table.step();
    EXPECT_EQ(told_clerk_2(), (Told{"clerk-1 p:1/0 He s", "clerk-1 n/0 A note"}));
}

TEST_F(DraftsTest, that_are_no_more_are_told_so_once) {
    type("clerk-1", at("p:1", "He"));
    EXPECT_EQ(told_clerk_2().size(), 1u);
    type("clerk-1", at("p:1", ""));
    EXPECT_EQ(told_clerk_2(), Told{"clerk-1 p:1/0 "});
    type("clerk-1", at("p:1", ""));
    EXPECT_EQ(told_clerk_2(), Told{});
    type("clerk-1", at("n", ""));
    EXPECT_EQ(told_clerk_2(), Told{}) << "there was none";
}

TEST_F(DraftsTest, are_given_to_whoever_joins_as_they_are) {
    type("clerk-1", at("p:1", "He"));
    type("clerk-1", at("n", "Gone"));
    type("clerk-1", at("n", ""));
    type("clerk-2", at("p:1", "She"));
    table.hello("clerk-3/1", "clerk-3", 9, table.durable());
    table.step();
    ASSERT_TRUE(std::holds_alternative<wire::Welcome>(table.heard["clerk-3/1"].front().message));
    EXPECT_EQ(told("clerk-3/1"), (Told{"clerk-1 p:1/0 He", "clerk-2 p:1/0 She"}));
}

TEST_F(DraftsTest, wait_for_credit_and_then_only_the_newest_comes) {
    without_credit("clerk-2");
    for (const auto* text : {"H", "He", "He said"}) type("clerk-1", at("p:1", text));
    type("clerk-1", at("n", "Not any more"));
    type("clerk-1", at("n", ""));
    EXPECT_EQ(told_clerk_2(), Told{});
    more_credit();
    EXPECT_EQ(told_clerk_2(), Told{"clerk-1 p:1/0 He said"});
}

TEST_F(DraftsTest, come_after_the_entries_and_never_in_place_of_one) {
    table.hello(peer("clerk-2"), "clerk-2", 77, table.durable(), 200);
    table.step();
    table.heard.clear();
    // The first entry uses up the credit; the draft waits behind the second.
    for (std::uint64_t n = 1; n <= 2; ++n) {
        table.command(peer("clerk-1"), "clerk-1", n, meeting::MakeNote{std::string(500, 'x'), true, {}});
        table.step_and_sync();
    }
    type("clerk-1", at("p:1", "He"));
    EXPECT_EQ(table.entries(peer("clerk-2")), (std::vector<std::uint64_t>{2}));
    EXPECT_EQ(table.count<wire::DraftOf>(peer("clerk-2")), 0u);
    table.heard.clear();
    table.say(peer("clerk-2"), "clerk-2", wire::Credit{10'000});
    table.step();
    const auto& heard = table.heard[peer("clerk-2")];
    ASSERT_EQ(heard.size(), 2u);
    EXPECT_TRUE(std::holds_alternative<wire::Entries>(heard[0].message));
    EXPECT_TRUE(std::holds_alternative<wire::DraftOf>(heard[1].message));
}

TEST_F(DraftsTest, are_no_more_under_way_than_a_part_of_a_snapshot) {
    const auto under_way = [&] { return told_clerk_2().size(); };
    for (int i = 0; i < 300; ++i) type("clerk-1", at("p:1", "He " + std::to_string(i)));
    EXPECT_EQ(under_way(), max_drafts_under_way);
    table.say(peer("clerk-2"), "clerk-2", wire::Credit{1u << 20});
    table.step();
    EXPECT_EQ(told_clerk_2(), Told{"clerk-1 p:1/0 He 299"});
    for (int i = 0; i < 10; ++i) type("clerk-1", at("p:1", std::string(30'000, static_cast<char>('a' + i))));
    EXPECT_EQ(under_way(), 3u);
    table.say(peer("clerk-2"), "clerk-2", wire::Credit{1u << 20});
    table.step();
    const auto newest = table.all<wire::DraftOf>(peer("clerk-2"));
    ASSERT_EQ(newest.size(), 1u);
    EXPECT_EQ(newest[0].text[0], 'j');
}

TEST_F(DraftsTest, are_gone_at_once_with_the_connection_of_their_author) {
    type("clerk-1", at("p:1", "He"));
    type("clerk-1", at("n", "A note"));
    EXPECT_EQ(told_clerk_2().size(), 2u);
    table.hear(Left{peer("clerk-1")});
    table.step();
    EXPECT_EQ(told_clerk_2(), (Told{"clerk-1 n/0 ", "clerk-1 p:1/0 "}));
}

TEST_F(DraftsTest, are_gone_when_their_author_is_not_heard_any_more) {
    type("clerk-1", at("p:1", "He"));
    EXPECT_EQ(told_clerk_2().size(), 1u);
    for (int i = 0; i < 16; ++i) {
        table.now = table.now + base::Span{1'000};
        table.say(peer("clerk-2"), "clerk-2", wire::Beat{table.now, {}, {}, {}});
        table.step();
    }
    EXPECT_EQ(told_clerk_2(), Told{"clerk-1 p:1/0 "});
}

TEST_F(DraftsTest, of_an_author_who_connects_anew_are_those_said_since) {
    type("clerk-1", at("p:1", "He"));
    type("clerk-1", at("n", "A note"));
    EXPECT_EQ(told_clerk_2().size(), 2u);
    table.hello("clerk-1/2", "clerk-1", 1, table.durable());  // the same session
    table.say("clerk-1/2", "clerk-1", at("p:1", "He said"));
    table.step();
    EXPECT_EQ(told_clerk_2(), (Told{"clerk-1 p:1/0 He said", "clerk-1 n/0 "}));
    EXPECT_EQ(told("clerk-1/2"), Told{}) << "nobody is told of his own";
    // And so where it says hello again on the same connection.
    table.hello("clerk-1/2", "clerk-1", 1, table.durable());
    table.step();
    EXPECT_EQ(told_clerk_2(), Told{"clerk-1 p:1/0 "});
}

TEST_F(DraftsTest, beyond_what_one_station_may_have_are_not_handed_on) {
    for (std::size_t i = 0; i < wire::max_drafts_of_one + 5; ++i) {
        table.say(peer("clerk-1"), "clerk-1", at("p:" + std::to_string(i), "x"));
    }
    table.step();
    EXPECT_EQ(told_clerk_2().size(), wire::max_drafts_of_one);
    table.hello("clerk-3/1", "clerk-3", 9, table.durable());
    table.step();
    EXPECT_EQ(told("clerk-3/1").size(), wire::max_drafts_of_one);
    EXPECT_EQ(table.count<wire::Refused>(peer("clerk-1")), 0u);
}

TEST_F(DraftsTest, that_do_not_fit_any_more_are_gone_and_not_old) {
    const std::string big(60'000, 'x');
    for (const auto* place : {"p:1", "p:2", "p:3", "p:4"}) {
        type("clerk-1", at(place, big));
        more_credit();
    }
    type("clerk-1", at("p:5", "short"));
    EXPECT_EQ(told_clerk_2().size(), 5u);
    type("clerk-1", at("p:5", big));
    EXPECT_EQ(told_clerk_2(), Told{"clerk-1 p:5/0 "});
    type("clerk-1", at("p:4", ""));
    type("clerk-1", at("p:5", big));
    EXPECT_EQ(told_clerk_2().size(), 2u) << "there is room again";
}

TEST_F(DraftsTest, that_are_gone_are_forgotten_once_all_were_told) {
    Drafts drafts;
    std::map<PeerId, Peer> peers;
    for (const auto* name : {"clerk-1", "clerk-2"}) {
        Peer made;
        made.id = name;
        made.actor = {name, meeting::Desk::clerk};
        made.writes = true;
        made.allowed = 1u << 20;
        drafts.join(made);
        peers.emplace(name, made);
    }
    std::vector<Outbound> out;
    const auto feed = [&](const char* name) {
        drafts.feed(peers.at(name), {}, out);
        drafts.settle(peers);
    };
    drafts.take(peers.at("clerk-1"), at("n", "x"));
    drafts.take(peers.at("clerk-1"), at("n", ""));
    EXPECT_EQ(drafts.size(), 0u) << "nobody was told";
    drafts.take(peers.at("clerk-1"), at("n", "x"));
    feed("clerk-2");
    drafts.take(peers.at("clerk-1"), at("n", "y"));
    drafts.take(peers.at("clerk-1"), at("n", ""));
    feed("clerk-1");
    EXPECT_EQ(drafts.size(), 1u);
    feed("clerk-2");
    EXPECT_EQ(drafts.size(), 0u);
    EXPECT_EQ(out.size(), 2u);
}

TEST_F(DraftsTest, that_are_gone_beyond_counting_make_a_deaf_peer_begin_anew) {
    without_credit("clerk-2");
    join("clerk-3");  // who is told of all
    for (std::size_t i = 0; i <= max_drafts_gone; ++i) {
        const auto place = "p:" + std::to_string(i);
        type("clerk-1", at(place, "x"));
        type("clerk-1", at(place, ""));
        if (i % 50 != 0) continue;
        table.now = table.now + base::Span{1'000};  // an honest pace
        table.say(peer("clerk-2"), "clerk-2", wire::Beat{table.now, {}, {}, {}});
        table.say(peer("clerk-3"), "clerk-3", wire::Credit{8u << 20});
    }
    EXPECT_EQ(table.refused(peer("clerk-2")), "say_hello");
    type("clerk-1", at("n", "A note"));
    table.hello(peer("clerk-2"), "clerk-2", 77, table.durable());
    table.heard.clear();
    table.step();
    EXPECT_EQ(told_clerk_2(), Told{"clerk-1 n/0 A note"});
}

TEST_F(DraftsTest, without_an_end_are_turned_away_and_the_others_are_served) {
    for (std::uint32_t i = 0; i < 2 * budget_at_once; ++i) {
        table.say(peer("clerk-1"), "clerk-1", at("p:" + std::to_string(i), std::string(1'000, 'x')));
    }
    table.command(peer("clerk-2"), "clerk-2", 1, meeting::MakeNote{"Undisturbed.", true, {}});
    const auto before = table.bytes_sent;
    table.step_and_sync();
    EXPECT_EQ(table.refused(peer("clerk-1")), "too_fast");
    EXPECT_EQ(table.entries(peer("clerk-2")), (std::vector<std::uint64_t>{2}));
    EXPECT_LT(table.bytes_sent - before, 2 * max_draft_bytes_under_way);
}

}  // namespace
}  // namespace dais::hub
