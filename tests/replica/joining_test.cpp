// Hello, welcome, entries and snapshots: how a station comes to the hub's state and stays there.
#include <gtest/gtest.h>

#include "replica/bench.hpp"

namespace dais::replica {
namespace {

TEST(Joining, says_hello_once_for_a_connection) {
    Bench bench;
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::connecting);
    EXPECT_TRUE(bench.out.empty());
    bench.hear(Connected{});
    bench.step();
    ASSERT_EQ(bench.said<wire::Hello>().size(), 1u);
    EXPECT_EQ(bench.said<wire::Hello>()[0].session, our_session);
    EXPECT_EQ(bench.said<wire::Hello>()[0].head.value, 0u);
    EXPECT_EQ(bench.replica.link(), LinkState::joining);
    bench.wait(500);
    EXPECT_TRUE(bench.said<wire::Hello>().empty());
}

TEST(Joining, is_live_once_it_has_what_the_hub_had) {
    Bench bench;
    bench.add_note("One.");
    bench.hear(Connected{});
    bench.step();
    bench.welcome();
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::joining);
    EXPECT_EQ(bench.replica.self().name, "clerk");
    bench.entries(1);
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::live);
    EXPECT_EQ(bench.replica.head().value, 2u);
    EXPECT_EQ(bench.replica.chain(), bench.chain());
    EXPECT_EQ(bench.replica.state(), bench.state());
    EXPECT_EQ(bench.ordered<Applied>().size(), 2u);
}

TEST(Joining, continues_from_where_it_stood) {
    Bench bench;
    bench.join();
    bench.hear(Disconnected{});
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::connecting);
    bench.add_note("One.");
    bench.hear(Connected{});
    bench.step();
    const auto hello = bench.said<wire::Hello>().at(0);
    EXPECT_EQ(hello.head.value, 1u);
    EXPECT_EQ(hello.digest, bench.replica.chain());
    EXPECT_EQ(bench.sent[0].epoch, first_life);
    bench.welcome({2, 5});
    bench.entries(2, {2, 5});
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::live);
    EXPECT_EQ(bench.replica.epoch(), (base::Epoch{2, 5}));
    EXPECT_EQ(bench.replica.state(), bench.state());
}

TEST(Joining, says_hello_again_at_a_gap) {
    Bench bench;
    bench.join();
    bench.wait(2'000);
    bench.add_note("One.");
    bench.add_note("Two.");
    bench.entries(3);
    bench.step();
    EXPECT_EQ(bench.replica.head().value, 1u);
    EXPECT_EQ(bench.replica.link(), LinkState::joining);
    ASSERT_EQ(bench.said<wire::Hello>().size(), 1u);
    EXPECT_EQ(bench.said<wire::Hello>()[0].head.value, 1u);
    // What still comes is not for this state.
    bench.entries(2);
    bench.step();
    EXPECT_EQ(bench.replica.head().value, 1u);
}

TEST(Joining, does_not_spin_where_nothing_fits) {
    Bench bench;
    bench.join();
    bench.wait(2'000);
    std::size_t hellos = 0;
    std::size_t reconnects = 0;
    for (int i = 0; i < 100; ++i) {
        bench.hear(wire::Entries{{2}, {"no entry"}});
        bench.wait(10);
        hellos += bench.said<wire::Hello>().size();
        bench.welcome();
        bench.step();
    }
    EXPECT_LE(hellos, 2u);
    for (int i = 0; i < 40; ++i) {
        bench.wait(100);
        reconnects += bench.ordered<Reconnect>().size();
    }
    EXPECT_LE(reconnects, 2u);
}

TEST(Joining, applies_nothing_of_another_life_or_before_the_welcome) {
    Bench bench;
    bench.hear(Connected{});
    bench.entries(1);
    bench.step();
    EXPECT_EQ(bench.replica.head().value, 0u);
    bench.welcome();
    bench.entries(1, {1, 12});
    bench.step();
    EXPECT_EQ(bench.replica.head().value, 0u);
}

TEST(Joining, throws_a_connection_away_that_brings_garbage) {
    Bench bench;
    bench.join();
    bench.hear(Received{"\xc1"});
    bench.step();
    EXPECT_EQ(bench.ordered<Reconnect>().size(), 1u);
    EXPECT_NE(bench.replica.link(), LinkState::live);
    EXPECT_EQ(bench.replica.submit(meeting::OpenMeeting{}, bench.now).error().code, "no_link");
}

struct BySnapshot : testing::Test {
    Bench bench;

    void SetUp() override {
        bench.add_note("One.");
        bench.hear(Connected{});
        bench.step();
        bench.welcome(first_life, true);
        bench.wait(2'000);
    }
    void expect_nothing_taken() {
        EXPECT_EQ(bench.replica.head().value, 0u);
        EXPECT_EQ(bench.replica.state(), meeting::Meeting{});
        EXPECT_TRUE(bench.ordered<Replaced>().empty());
        EXPECT_EQ(bench.said<wire::Hello>().size(), 1u);
    }
};

TEST_F(BySnapshot, is_swapped_in_whole) {
    auto parts = bench.snapshot(100);
    ASSERT_GT(parts.size(), 3u);
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) bench.hear(parts[i]);
    bench.step();
    EXPECT_EQ(bench.replica.state(), meeting::Meeting{});
    EXPECT_EQ(bench.replica.link(), LinkState::joining);
    bench.hear(parts.back());
    bench.step();
    EXPECT_EQ(bench.ordered<Replaced>().size(), 1u);
    EXPECT_EQ(bench.replica.state(), bench.state());
    EXPECT_EQ(bench.replica.chain(), bench.chain());
    EXPECT_EQ(bench.replica.link(), LinkState::live);
    bench.add_note("Two.");
    bench.entries(3);
    bench.step();
    EXPECT_EQ(bench.replica.chain(), bench.chain());
}

TEST_F(BySnapshot, is_dropped_with_a_wrong_digest) {
    auto parts = bench.snapshot(100);
    for (auto& part : parts) part.state[0] ^= 1;
    for (const auto& part : parts) bench.hear(part);
    bench.step();
    expect_nothing_taken();
}

TEST_F(BySnapshot, is_dropped_when_a_part_is_missing) {
    const auto parts = bench.snapshot(100);
    bench.hear(parts[0]);
    bench.hear(parts[2]);
    bench.step();
    expect_nothing_taken();
}

TEST_F(BySnapshot, is_dropped_when_it_mixes_two_or_goes_beyond_its_end) {
    auto parts = bench.snapshot(100);
    bench.hear(parts[0]);
    parts[1].sequence = {1};
    bench.hear(parts[1]);
    bench.step();
    expect_nothing_taken();
    bench.welcome(first_life, true);
    bench.wait(2'000);
    auto whole = bench.snapshot(1u << 20);
    whole[0].total -= 1;
    bench.hear(whole[0]);
    bench.step();
    expect_nothing_taken();
}

TEST_F(BySnapshot, is_not_taken_from_another_life) {
    for (const auto& part : bench.snapshot(100)) bench.hear(part, base::Epoch{0, 4});
    bench.step();
    EXPECT_EQ(bench.replica.head().value, 0u);
    EXPECT_TRUE(bench.said<wire::Hello>().empty());
    EXPECT_EQ(bench.replica.link(), LinkState::joining);
}

TEST_F(BySnapshot, takes_no_entries_in_between) {
    bench.hear(bench.snapshot(100)[0]);
    bench.entries(1);
    bench.step();
    expect_nothing_taken();
}

TEST(Joining, takes_no_snapshot_that_was_not_announced) {
    Bench bench;
    bench.join();
    bench.wait(2'000);
    bench.add_note("One.");
    bench.hear(bench.snapshot(1u << 20)[0]);
    bench.step();
    EXPECT_EQ(bench.replica.head().value, 1u);
    EXPECT_EQ(bench.said<wire::Hello>().size(), 1u);
}

TEST(Joining, gives_credit_back_for_what_it_has_received) {
    auto options = usual();
    options.window = 1'000;
    Bench bench(options);
    bench.hear(Connected{});
    bench.step();
    const auto hello = bench.said<wire::Hello>().at(0);
    EXPECT_EQ(hello.allowed, 1'000u);
    std::uint64_t allowed = hello.allowed;
    bench.welcome();
    bench.entries(1);
    for (int i = 0; i < 50; ++i) {
        bench.step();
        for (const auto& credit : bench.said<wire::Credit>()) {
            EXPECT_GT(credit.allowed, allowed);
            EXPECT_EQ(credit.allowed, bench.given + options.window);
            allowed = credit.allowed;
        }
        // Always more than half a window, so that the hub need not wait.
        EXPECT_GT(allowed, bench.given + options.window / 2);
        bench.add_note("Some words.");
        bench.entries(bench.journal.size());
    }
    EXPECT_EQ(bench.replica.head().value, 50u);
}

TEST(Joining, asks_for_the_hubs_digest) {
    Bench bench;
    bench.join();
    bench.replica.ask_digest();
    bench.step();
    EXPECT_EQ(bench.said<wire::DigestAsk>().size(), 1u);
    bench.hear(wire::DigestAnswer{{1}, wire::state_digest(bench.state())});
    bench.step();
    ASSERT_EQ(bench.ordered<HubDigest>().size(), 1u);
    EXPECT_EQ(bench.ordered<HubDigest>()[0].state, wire::state_digest(bench.replica.state()));
}

}  // namespace
}  // namespace dais::replica
