// Commands: acts are meant now, text stays true.
#include <gtest/gtest.h>

#include "replica/bench.hpp"

namespace dais::replica {
namespace {

using wire::Answer;
using wire::Fate;

void lose_and_join(Bench& bench) {
    bench.hear(Disconnected{});
    bench.step();
    bench.hear(Connected{});
    bench.step();
    bench.welcome();
    bench.step();
}

TEST(Acts, are_refused_at_once_without_a_link) {
    Bench bench;
    EXPECT_EQ(bench.replica.submit(meeting::OpenMeeting{}, bench.now).error().code, "no_link");
    bench.hear(Connected{});
    bench.step();
    EXPECT_EQ(bench.replica.submit(meeting::OpenMeeting{}, bench.now).error().code, "no_link");
    EXPECT_TRUE(bench.replica.outbox().all().empty());
}

TEST(Acts, are_sent_once_and_asked_about_after_a_reconnection) {
    Bench bench;
    bench.join();
    EXPECT_EQ(*bench.replica.submit(meeting::OpenMeeting{}, bench.now), 1u);
    bench.step();
    EXPECT_EQ(bench.commands(), (std::vector<std::uint64_t>{1}));
    EXPECT_TRUE(bench.ordered<Keep>().empty());
    lose_and_join(bench);
    EXPECT_TRUE(bench.commands().empty());
    ASSERT_EQ(bench.said<wire::Ask>().size(), 1u);
    EXPECT_EQ(bench.said<wire::Ask>()[0].request, 1u);
    bench.step();
    EXPECT_TRUE(bench.said<wire::Ask>().empty());
    bench.hear(Answer{1, Fate::not_received, {}, "", ""});
    bench.step();
    ASSERT_EQ(bench.ordered<Settled>().size(), 1u);
    EXPECT_EQ(bench.ordered<Settled>()[0].fate, Fate::not_received);
    EXPECT_TRUE(bench.replica.outbox().all().empty());
    lose_and_join(bench);
    EXPECT_TRUE(bench.said<wire::Ask>().empty());
    EXPECT_TRUE(bench.commands().empty());
}

TEST(Acts, do_not_leave_after_the_connection_that_they_were_meant_for) {
    Bench bench;
    bench.join();
    ASSERT_TRUE(bench.replica.submit(meeting::OpenMeeting{}, bench.now).ok());
    lose_and_join(bench);
    EXPECT_TRUE(bench.commands().empty());
    EXPECT_EQ(bench.said<wire::Ask>().size(), 1u);
}

TEST(Acts, are_said_to_be_unanswered_after_five_seconds_and_settled_later) {
    Bench bench;
    bench.join();
    ASSERT_TRUE(bench.replica.submit(meeting::OpenMeeting{}, bench.now).ok());
    bench.step();
    bench.wait(4'900);
    EXPECT_TRUE(bench.ordered<Unanswered>().empty());
    bench.wait(100);
    ASSERT_EQ(bench.ordered<Unanswered>().size(), 1u);
    EXPECT_EQ(bench.said<wire::Ask>().size(), 1u);
    EXPECT_TRUE(bench.commands().empty());
    bench.wait(1'000);
    EXPECT_TRUE(bench.ordered<Unanswered>().empty());
    bench.hear(Answer{1, Fate::refused, {}, "list_is_empty", "Nobody is on the list."});
    bench.step();
    ASSERT_EQ(bench.ordered<Settled>().size(), 1u);
    EXPECT_EQ(bench.ordered<Settled>()[0].word, "list_is_empty");
    EXPECT_TRUE(bench.ordered<Unplaced>().empty());
}

TEST(Texts, are_kept_before_they_leave_and_forgotten_when_their_entry_came) {
    Bench bench;
    bench.join();
    ASSERT_EQ(*bench.replica.submit(note("One."), bench.now), 1u);
    bench.step();
    ASSERT_EQ(bench.out.size(), 2u);
    ASSERT_TRUE(std::holds_alternative<Keep>(bench.out[0]));
    EXPECT_TRUE(std::holds_alternative<Send>(bench.out[1]));
    EXPECT_EQ(wire::encode(*wire::decode_command(std::get<Keep>(bench.out[0]).bytes)),
              wire::encode(note("One.")));
    bench.add_note("One.", 1);
    bench.entries(2);
    bench.step();
    ASSERT_EQ(bench.ordered<Settled>().size(), 1u);
    EXPECT_EQ(bench.ordered<Settled>()[0].fate, Fate::accepted);
    EXPECT_EQ(bench.ordered<Settled>()[0].sequence.value, 2u);
    EXPECT_EQ(bench.ordered<Forget>().size(), 1u);
    EXPECT_TRUE(bench.replica.outbox().all().empty());
}

TEST(Texts, are_settled_by_their_entry_and_not_before) {
    Bench bench;
    bench.join();
    ASSERT_TRUE(bench.replica.submit(note("One."), bench.now).ok());
    bench.step();
    bench.hear(Answer{1, Fate::accepted, {2}, "", ""});
    bench.step();
    EXPECT_TRUE(bench.ordered<Settled>().empty());
    bench.add_note("One.", 1);
    bench.entries(2);
    bench.hear(Answer{1, Fate::accepted, {2}, "", ""});
    bench.step();
    EXPECT_EQ(bench.ordered<Settled>().size(), 1u);
}

TEST(Texts, of_another_session_with_the_same_number_settle_nothing) {
    Bench bench;
    bench.join();
    ASSERT_TRUE(bench.replica.submit(note("One."), bench.now).ok());
    bench.step();
    bench.add_note("Another's.", 1, wire::SessionId{8});
    bench.entries(2);
    bench.step();
    EXPECT_TRUE(bench.ordered<Settled>().empty());
}

TEST(Texts, are_taken_without_a_link_and_sent_again_in_order_until_answered) {
    Bench bench;
    for (const auto* text : {"One.", "Two.", "Three."}) {
        ASSERT_TRUE(bench.replica.submit(note(text), bench.now).ok());
    }
    bench.step();
    EXPECT_EQ(bench.ordered<Keep>().size(), 3u);
    EXPECT_TRUE(bench.commands().empty());
    bench.hear(Connected{});
    bench.step();
    bench.welcome();
    bench.entries(1);
    bench.step();
    EXPECT_EQ(bench.commands(), (std::vector<std::uint64_t>{1, 2, 3}));
    bench.step();
    EXPECT_TRUE(bench.commands().empty());
    lose_and_join(bench);
    EXPECT_EQ(bench.commands(), (std::vector<std::uint64_t>{1, 2, 3}));
    // Accepted on the connection that was lost: the answer comes with a sequence that is here already.
    bench.hear(Answer{1, Fate::accepted, {1}, "", ""});
    bench.step();
    EXPECT_EQ(bench.ordered<Settled>().size(), 1u);
    lose_and_join(bench);
    EXPECT_EQ(bench.commands(), (std::vector<std::uint64_t>{2, 3}));
}

TEST(Texts, that_are_refused_go_back_to_their_author) {
    Bench bench;
    bench.join();
    ASSERT_TRUE(bench.replica.submit(note("One."), bench.now).ok());
    bench.step();
    bench.hear(Answer{1, Fate::refused, {}, "too_many", "There are too many texts."});
    bench.step();
    ASSERT_EQ(bench.ordered<Unplaced>().size(), 1u);
    EXPECT_EQ(bench.ordered<Unplaced>()[0].reason, "There are too many texts.");
    EXPECT_TRUE(bench.ordered<Forget>().empty());
    ASSERT_EQ(bench.ordered<Settled>().size(), 1u);
}

TEST(Texts, that_a_hub_with_a_damaged_journal_cannot_take_rest_and_are_sent_again_in_their_order) {
    Bench bench;
    bench.join();
    for (const auto* text : {"One.", "Two."}) ASSERT_TRUE(bench.replica.submit(note(text), bench.now).ok());
    bench.step();
    for (const std::uint64_t request : {1u, 2u}) {
        bench.hear(Answer{request, Fate::refused, {}, "read_only", "The journal is damaged."});
    }
    bench.step();
    EXPECT_TRUE(bench.ordered<Settled>().empty());
    EXPECT_TRUE(bench.ordered<Unplaced>().empty());
    bench.wait(4'900);
    EXPECT_TRUE(bench.commands().empty());
    bench.wait(200);
    EXPECT_EQ(bench.commands(), (std::vector<std::uint64_t>{1, 2}));

    ASSERT_TRUE(bench.replica.submit(meeting::OpenMeeting{}, bench.now).ok());
    bench.step();
    bench.hear(Answer{3, Fate::refused, {}, "read_only", "The journal is damaged."});
    bench.step();
    EXPECT_EQ(bench.ordered<Settled>().size(), 1u) << "an act was meant then";
}

TEST(Texts, that_the_hub_will_never_take_go_back_to_their_author_too) {
    Bench bench;
    bench.join();
    ASSERT_TRUE(bench.replica.submit(note("One."), bench.now).ok());
    bench.step();
    bench.hear(Answer{1, Fate::not_received, {}, "", ""});
    bench.step();
    ASSERT_EQ(bench.ordered<Unplaced>().size(), 1u);
    EXPECT_FALSE(bench.ordered<Unplaced>()[0].reason.empty());
    EXPECT_TRUE(bench.replica.outbox().all().empty());
}

TEST(Texts, come_back_from_the_spool_under_their_numbers) {
    Bench bench(usual(9));
    bench.replica.restore(4, note("Four."));
    bench.replica.restore(6, note("Six."));
    EXPECT_EQ(*bench.replica.submit(note("Nine."), bench.now), 9u);
    bench.hear(Connected{});
    bench.step();
    bench.welcome();
    bench.entries(1);
    bench.step();
    EXPECT_EQ(bench.commands(), (std::vector<std::uint64_t>{4, 6, 9}));
}

TEST(Texts, leave_sixty_four_at_a_time_in_their_order) {
    Bench bench;
    bench.join();
    std::vector<std::uint64_t> sent;
    for (std::size_t i = 0; i < 100; ++i) ASSERT_TRUE(bench.replica.submit(note("More."), bench.now).ok());
    const auto step = [&] {
        bench.step();
        const auto now = bench.commands();
        sent.insert(sent.end(), now.begin(), now.end());
    };
    step();
    EXPECT_EQ(sent.size(), max_under_way);
    step();
    EXPECT_EQ(sent.size(), max_under_way);
    for (std::uint64_t request = 1; request <= 10; ++request) {
        bench.hear(Answer{request, Fate::refused, {}, "wrong_value", "No."});
    }
    step();
    EXPECT_EQ(sent.size(), max_under_way + 10);
    for (std::size_t i = 0; i < sent.size(); ++i) EXPECT_EQ(sent[i], i + 1);
}

TEST(Requests, are_numbered_above_what_the_hub_knows_of) {
    Bench bench;
    bench.hear(Connected{});
    bench.step();
    wire::Welcome welcome;
    welcome.you = {"clerk", meeting::Desk::clerk};
    welcome.highest_request = 41;
    bench.hear(welcome);
    bench.step();
    EXPECT_EQ(*bench.replica.submit(note("One."), bench.now), 42u);
}

TEST(Requests, are_not_taken_without_end) {
    Bench bench;
    for (std::size_t i = 0; i < max_unanswered; ++i) {
        ASSERT_TRUE(bench.replica.submit(note("More."), bench.now).ok());
    }
    EXPECT_EQ(bench.replica.submit(note("Too much."), bench.now).error().code, "too_many");
}

TEST(Requests, carry_the_scripts_time) {
    Bench bench;
    bench.join();
    ASSERT_TRUE(bench.replica.submit(note("One."), bench.now, base::Instant{77}).ok());
    bench.step();
    ASSERT_EQ(bench.said<wire::CommandMessage>().size(), 1u);
    EXPECT_EQ(bench.said<wire::CommandMessage>()[0].script_time, base::Instant{77});
}

}  // namespace
}  // namespace dais::replica
