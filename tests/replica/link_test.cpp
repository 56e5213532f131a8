// What is known of the link to the hub, and of the hub's time.
#include <gtest/gtest.h>

#include "replica/bench.hpp"

namespace dais::replica {
namespace {

void beat_from_hub(Bench& bench, base::Instant echo) {
    bench.hear(
        wire::Beat{bench.hub_time(), echo, base::Span{0}, bench.replica.head(), bench.replica.chain()});
}

TEST(Link, beats_every_second_while_it_is_welcome) {
    Bench bench;
    bench.join();
    std::size_t beats = 0;
    for (int i = 0; i < 20; ++i) {
        bench.wait(250);
        beats += bench.said<wire::Beat>().size();
    }
    EXPECT_EQ(beats, 5u);
}

TEST(Link, is_evasive_after_three_seconds_and_stale_after_ten) {
    Bench bench;
    bench.join();
    bench.wait(3'000);
    EXPECT_EQ(bench.replica.link(), LinkState::live);
    bench.wait(1);
    EXPECT_EQ(bench.replica.link(), LinkState::evasive);
    EXPECT_TRUE(bench.replica.submit(meeting::OpenMeeting{}, bench.now).ok());
    beat_from_hub(bench, {});
    bench.wait(1'000);
    EXPECT_EQ(bench.replica.link(), LinkState::live);
    bench.wait(10'000);
    EXPECT_EQ(bench.replica.link(), LinkState::evasive);
    EXPECT_TRUE(bench.ordered<Reconnect>().empty());
    bench.wait(1);
    EXPECT_EQ(bench.replica.link(), LinkState::stale);
    EXPECT_EQ(bench.ordered<Reconnect>().size(), 1u);
    EXPECT_EQ(bench.replica.submit(meeting::OpenMeeting{}, bench.now).error().code, "no_link");
    // And again, when nothing comes of that.
    bench.wait(9'000);
    EXPECT_TRUE(bench.ordered<Reconnect>().empty());
    bench.wait(1'001);
    EXPECT_EQ(bench.ordered<Reconnect>().size(), 1u);
}

TEST(Link, connects_anew_where_a_hello_has_no_answer) {
    Bench bench;
    bench.hear(Connected{});
    bench.step();
    bench.wait(3'000);
    EXPECT_TRUE(bench.ordered<Reconnect>().empty());
    bench.wait(1);
    EXPECT_EQ(bench.ordered<Reconnect>().size(), 1u);
}

TEST(Link, does_not_connect_anew_because_its_program_has_just_begun) {
    Bench bench;
    bench.step();
    EXPECT_TRUE(bench.ordered<Reconnect>().empty());
    bench.wait(9'000);
    EXPECT_TRUE(bench.ordered<Reconnect>().empty());
    bench.wait(1'001);
    EXPECT_EQ(bench.ordered<Reconnect>().size(), 1u);
}

TEST(Link, says_hello_again_where_the_hub_asks_for_it) {
    for (const auto* word : {"say_hello", "old_epoch"}) {
        Bench bench;
        bench.join();
        bench.hear(wire::Refused{word, "Say hello."});
        bench.hear(wire::Refused{word, "Say hello."});
        bench.step();
        EXPECT_EQ(bench.said<wire::Hello>().size(), 1u) << word;
        bench.hear(wire::Refused{word, "Say hello."});
        bench.wait(100);
        EXPECT_TRUE(bench.said<wire::Hello>().empty()) << word;
    }
}

TEST(Link, waits_for_a_hub_that_stops) {
    Bench bench;
    bench.join();
    bench.hear(wire::Refused{"hub_stopping", "The hub is stopping."});
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::connecting);
    EXPECT_EQ(bench.replica.link_sentence(), "The hub is stopping.");
    // Also where nobody tells that the connection has ended.
    bench.wait(10'001);
    EXPECT_EQ(bench.ordered<Reconnect>().size(), 1u);
}

TEST(Link, is_refused_for_a_while_and_tries_again) {
    Bench bench;
    bench.join();
    bench.hear(wire::Refused{"too_many_stations", "No room."});
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::refused);
    EXPECT_EQ(bench.replica.link_sentence(), "No room.");
    bench.welcome();
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::refused);
    bench.wait(5'001);
    EXPECT_EQ(bench.ordered<Reconnect>().size(), 1u);
    bench.join();
    EXPECT_EQ(bench.replica.link_sentence(), "");
}

TEST(Link, is_refused_where_the_key_is_on_no_list) {
    Bench bench;
    bench.hear(TurnedAway{});
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::refused);
    EXPECT_FALSE(bench.replica.link_sentence().empty());
}

TEST(Link, ends_for_a_station_that_was_superseded_twice) {
    Bench bench;
    bench.join();
    // Once may be an own hello that came late on an earlier connection.
    bench.hear(wire::Refused{"superseded", "Elsewhere."});
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::connecting);
    EXPECT_EQ(bench.ordered<Reconnect>().size(), 1u);
    bench.join();
    bench.hear(wire::Refused{"superseded", "Elsewhere."});
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::superseded);
    // And nothing calls it back.
    bench.hear(wire::Refused{"say_hello", ""});
    bench.hear(Disconnected{});
    bench.hear(TurnedAway{});
    bench.hear(Connected{});
    bench.welcome();
    bench.wait(60'000);
    EXPECT_EQ(bench.replica.link(), LinkState::superseded);
    EXPECT_TRUE(bench.out.empty());
}

TEST(Link, diverges_from_a_hub_without_its_history) {
    for (const auto* word : {"hub_behind", "diverged"}) {
        Bench bench;
        bench.join();
        bench.hear(wire::Refused{word, "Another history."});
        bench.step();
        EXPECT_EQ(bench.replica.link(), LinkState::diverged);
        EXPECT_EQ(bench.replica.state(), bench.state());
    }
}

TEST(Link, passes_over_the_late_welcome_of_an_earlier_life_of_the_hub) {
    Bench bench;
    bench.join();
    const auto epoch = bench.replica.epoch();
    bench.hear(Connected{});
    bench.step();
    bench.welcome(base::Epoch{0, 1});
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::joining);
    EXPECT_EQ(bench.replica.epoch(), epoch);
    bench.welcome();
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::live);
}

TEST(Link, diverges_from_another_hub_of_the_same_count) {
    Bench bench;
    bench.join();
    bench.hear(Connected{});
    bench.step();
    bench.welcome(base::Epoch{1, 12});
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::diverged);
}

TEST(Link, diverges_from_a_hub_that_stands_behind) {
    Bench bench;
    bench.join();
    bench.hear(Connected{});
    bench.step();
    wire::Welcome welcome;
    welcome.you = {"clerk", meeting::Desk::clerk};
    bench.hear(welcome, base::Epoch{2, 2});
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::diverged);
    EXPECT_EQ(bench.replica.head().value, 1u);
}

TEST(HubTime, is_right_to_half_the_quickest_round_trip) {
    Bench bench;
    bench.join();
    for (const int round_trip : {400, 30, 200, 90}) {
        bench.wait(1'000);
        const auto asked = bench.now;
        // All of it on the way there: the worst case.
        bench.now = bench.now + base::Span{round_trip};
        beat_from_hub(bench, asked);
        bench.step();
    }
    EXPECT_LE(std::chrono::abs(bench.replica.hub_time(bench.now) - bench.hub_time()), base::Span{15});
}

TEST(HubTime, follows_a_jump_of_the_stations_clock_at_once) {
    for (const std::int64_t jump : {3'600'000, -3'600'000}) {
        Bench bench;
        bench.join();
        bench.now = bench.now + base::Span{jump};
        bench.hub_ahead -= base::Span{jump};
        bench.hear(Connected{});  // a jump forward is silence too
        bench.step();
        bench.welcome();
        bench.step();
        for (int i = 0; i < 2; ++i) {
            const auto asked = bench.now;
            bench.now = bench.now + base::Span{40};
            beat_from_hub(bench, asked);
            bench.step();
        }
        EXPECT_LE(std::chrono::abs(bench.replica.hub_time(bench.now) - bench.hub_time()), base::Span{20});
    }
}

TEST(HubTime, follows_a_jump_within_a_connection) {
    Bench bench;
    bench.join();
    bench.now = bench.now - base::Span{7'000};
    bench.hub_ahead += base::Span{7'000};
    const auto asked = bench.now;
    bench.now = bench.now + base::Span{300};  // slower than any beat before
    beat_from_hub(bench, asked);
    bench.step();
    EXPECT_LE(std::chrono::abs(bench.replica.hub_time(bench.now) - bench.hub_time()), base::Span{150});
}

TEST(Heads, that_the_hub_signed_are_handed_out_once_each) {
    Bench bench;
    bench.join();
    const auto beat = [&](std::optional<wire::Signature> signature) {
        bench.hear(wire::Beat{
            bench.hub_time(), {}, base::Span{0}, bench.replica.head(), bench.replica.chain(), signature});
        bench.step();
        return bench.ordered<HeadSeen>();
    };
    EXPECT_TRUE(beat(std::nullopt).empty());
    const auto seen = beat(wire::Signature{7});
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(seen[0].head.head,
              (seal::Head{bench.replica.epoch(), bench.replica.head(), bench.replica.chain()}));
    EXPECT_EQ(seen[0].head.signature, wire::Signature{7});
    EXPECT_TRUE(beat(wire::Signature{7}).empty());
}

TEST(Heads, of_another_history_mean_that_the_station_has_diverged) {
    Bench bench;
    bench.join();
    auto other = bench.replica.chain();
    other[0] ^= 1;
    const auto state = bench.replica.state();
    bench.hear(wire::Beat{bench.hub_time(), {}, base::Span{0}, bench.replica.head().next(), other, {}});
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::live) << "of a place where the station is not it cannot judge";
    bench.hear(wire::Beat{bench.hub_time(), {}, base::Span{0}, bench.replica.head(), other, {}});
    bench.step();
    EXPECT_EQ(bench.replica.link(), LinkState::diverged);
    EXPECT_EQ(bench.replica.state(), state);
}

}  // namespace
}  // namespace dais::replica
