// A hub without room on its disk: acts are over, texts wait and are sent again.
#include "replica/bench.hpp"

namespace dais::replica {
namespace {

void no_room(Bench& bench, std::uint64_t request) {
    bench.hear(wire::Answer{request, wire::Fate::refused, {}, std::string(wire::disk_full), "No room."});
}

void beat(Bench& bench, std::string trouble) {
    bench.hear(wire::Beat{
        bench.hub_time(), {}, base::Span{0}, bench.replica.head(), bench.chain(), {}, std::move(trouble)});
}

TEST(FullDisk, keeps_a_text_and_sends_it_again_in_a_while) {
    Bench bench;
    bench.join();
    ASSERT_TRUE(bench.replica.submit(note("One."), bench.now));
    bench.step();
    no_room(bench, 1);
    bench.step();
    EXPECT_TRUE(bench.ordered<Settled>().empty());
    EXPECT_TRUE(bench.ordered<Unplaced>().empty());
    EXPECT_TRUE(bench.ordered<Forget>().empty());
    EXPECT_TRUE(bench.commands().empty());
    bench.wait(4'000);
    EXPECT_TRUE(bench.commands().empty());
    bench.wait(1'000);
    EXPECT_EQ(bench.commands(), (std::vector<std::uint64_t>{1}));
    bench.add_note("One.", 1);
    bench.entries(2);
    bench.step();
    ASSERT_EQ(bench.ordered<Settled>().size(), 1u);
    EXPECT_EQ(bench.ordered<Settled>()[0].fate, wire::Fate::accepted);
    EXPECT_EQ(bench.ordered<Forget>().size(), 1u);
}

TEST(FullDisk, lets_no_later_text_overtake_one_that_waits_for_room) {
    Bench bench;
    bench.join();
    ASSERT_TRUE(bench.replica.submit(note("One."), bench.now));
    bench.step();
    no_room(bench, 1);
    bench.step();
    ASSERT_TRUE(bench.replica.submit(note("Two."), bench.now));
    ASSERT_TRUE(bench.replica.submit(meeting::OpenMeeting{}, bench.now));
    bench.step();
    EXPECT_EQ(bench.commands(), (std::vector<std::uint64_t>{3})) << "an act is meant now";
    bench.wait(5'000);
    EXPECT_EQ(bench.commands(), (std::vector<std::uint64_t>{1, 2}));
}

TEST(FullDisk, settles_an_act_as_refused) {
    Bench bench;
    bench.join();
    ASSERT_TRUE(bench.replica.submit(meeting::OpenMeeting{}, bench.now));
    bench.step();
    no_room(bench, 1);
    bench.step();
    ASSERT_EQ(bench.ordered<Settled>().size(), 1u);
    EXPECT_EQ(bench.ordered<Settled>()[0].word, "disk_full");
    bench.wait(5'000);
    EXPECT_TRUE(bench.commands().empty());
}

TEST(FullDisk, sends_texts_at_once_when_the_hub_is_well_again) {
    Bench bench;
    bench.join();
    ASSERT_TRUE(bench.replica.submit(note("One."), bench.now));
    bench.step();
    no_room(bench, 1);
    beat(bench, "The disk is full.");
    bench.step();
    EXPECT_EQ(bench.replica.trouble(), "The disk is full.");
    EXPECT_TRUE(bench.commands().empty());
    beat(bench, "");
    bench.step();
    EXPECT_EQ(bench.replica.trouble(), "");
    EXPECT_EQ(bench.commands(), (std::vector<std::uint64_t>{1}));
}

TEST(FullDisk, a_clock_that_jumped_back_does_not_make_texts_wait_for_long) {
    Bench bench;
    bench.join();
    ASSERT_TRUE(bench.replica.submit(note("One."), bench.now));
    bench.step();
    no_room(bench, 1);
    bench.step();
    bench.wait(-600'000);
    EXPECT_EQ(bench.commands(), (std::vector<std::uint64_t>{1}));
}

}  // namespace
}  // namespace dais::replica
