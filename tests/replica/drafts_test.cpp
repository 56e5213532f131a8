// Drafts: this station's own on their way to the others, and what it holds of theirs.
#include "replica/drafts.hpp"

#include "meeting/limits.hpp"
#include "replica/bench.hpp"

namespace dais::replica {
namespace {

using Said = std::vector<std::string>;

Said words(const std::vector<wire::Draft>& drafts) {
    Said found;
    for (const auto& draft : drafts)
        found.push_back(draft.place + "/" + std::to_string(draft.base) + " " + draft.text);
    return found;
}

struct Desk : Bench {
    void type(std::string place, std::string text, std::uint32_t base = 0) {
        replica.show_draft(std::move(place), base, std::move(text), now);
    }
    Said left() {  // with the next step
        step();
        return words(said<wire::Draft>());
    }
    Said left_after(std::int64_t ms) {
        wait(ms);
        return words(said<wire::Draft>());
    }
    void another(std::string author, std::string place, std::string text) {
        hear(wire::DraftOf{std::move(author), std::move(place), 0, std::move(text)});
    }
};

TEST(OwnDrafts, leave_at_once_where_nothing_was_typed_for_long) {
    Desk desk;
    desk.join();
    desk.type("r:3", "He said th", 2);
    EXPECT_LE(desk.replica.wake_at(), desk.now);
    EXPECT_EQ(desk.left(), Said{"r:3/2 He said th"});
    EXPECT_EQ(desk.left_after(1'000), Said{}) << "once";
}

TEST(OwnDrafts, leave_no_more_often_than_every_fifty_milliseconds_and_then_the_newest) {
    Desk desk;
    desk.join();
    desk.type("p:1", "H");
    EXPECT_EQ(desk.left(), Said{"p:1/0 H"});
    desk.wait(10);
    desk.type("p:1", "He");
    EXPECT_EQ(desk.left(), Said{});
    EXPECT_EQ(desk.replica.wake_at(), desk.now + base::Span{40});
    desk.type("p:1", "He s");
    EXPECT_EQ(desk.left_after(39), Said{});
    EXPECT_EQ(desk.left_after(1), Said{"p:1/0 He s"});
    desk.type("n", "Another place need not wait.");
    EXPECT_EQ(desk.left(), Said{"n/0 Another place need not wait."});
}

TEST(OwnDrafts, do_not_wait_for_a_clock_that_jumped_back) {
    Desk desk;
    desk.join();
    desk.type("p:1", "H");
    desk.step();
    desk.type("p:1", "He");
    EXPECT_EQ(desk.left_after(-3'600'000), Said{"p:1/0 He"});
}

TEST(OwnDrafts, wait_for_a_link_and_leave_again_on_every_new_one) {
    Desk desk;
    desk.type("p:1", "He");
    EXPECT_EQ(desk.left(), Said{});
    desk.hear(Connected{});
    desk.step();
    desk.welcome();
    desk.entries(1);
    EXPECT_EQ(desk.left(), Said{"p:1/0 He"});
    desk.type("n", "Not any more");
    desk.step();
    desk.hear(Disconnected{});
    desk.step();
    desk.type("n", "");
    desk.hear(Connected{});
    desk.step();
    EXPECT_EQ(words(desk.said<wire::Draft>()), Said{});
    desk.welcome();
    EXPECT_EQ(desk.left(), Said{"p:1/0 He"});
}

TEST(OwnDrafts, leave_again_to_a_hub_that_began_a_new_life) {
    Desk desk;
    desk.join();
    desk.type("p:1", "He");
    EXPECT_EQ(desk.left().size(), 1u);
    desk.hear(wire::Refused{"old_epoch", "Another life."}, {2, 22});
    desk.step();
    desk.welcome({2, 22});
    EXPECT_EQ(desk.left(), Said{"p:1/0 He"});
}

TEST(OwnDrafts, that_are_given_up_are_told_so_at_once) {
    Desk desk;
    desk.join();
    desk.type("p:1", "H");
    desk.step();
    desk.type("p:1", "");
    EXPECT_EQ(desk.left(), Said{"p:1/0 "});
    desk.type("p:1", "");
    EXPECT_EQ(desk.left_after(1'000), Said{});
    desk.type("n", "N");
    desk.type("n", "");
    EXPECT_EQ(desk.left(), Said{}) << "nobody had seen it";
}

// Or the others would see it vanish, and come back a moment later.
TEST(OwnDrafts, that_became_a_text_are_gone_when_it_is_on_the_record) {
    Desk desk;
    desk.join();
    desk.type("n", "A note.");
    desk.step();
    ASSERT_TRUE(desk.replica.submit(note("A note."), desk.now));
    desk.type("n", "");
    EXPECT_EQ(desk.left(), Said{});
    EXPECT_EQ(desk.commands(), (std::vector<std::uint64_t>{1}));
    ASSERT_TRUE(desk.replica.submit(note("A later one does not hold it up."), desk.now));
    desk.add_note("A note.", 1);
    desk.entries(2);
    EXPECT_EQ(desk.left(), Said{"n/0 "});
}

TEST(OwnDrafts, begun_anew_at_a_place_that_is_not_on_the_record_yet_take_its_place) {
    Desk desk;
    desk.join();
    desk.type("n", "A note.");
    desk.step();
    ASSERT_TRUE(desk.replica.submit(note("A note."), desk.now));
    desk.type("n", "");
    desk.type("n", "The next");
    EXPECT_EQ(desk.left_after(50), Said{"n/0 The next"});
    desk.add_note("A note.", 1);
    desk.entries(2);
    EXPECT_EQ(desk.left(), Said{});
}

TEST(OwnDrafts, that_the_hub_would_not_take_stay_here) {
    Desk desk;
    desk.join();
    desk.type("clerk.at", "p:1");
    desk.type("b:34", "2");
    desk.type("0a1b2c3d/p:1", "He");
    desk.type("p:1", std::string(meeting::max_text_bytes + 1, 'x'));
    desk.type("p:2", "\xff");
    EXPECT_EQ(desk.left(), Said{});
    EXPECT_TRUE(desk.replica.own_drafts().all().empty());
}

TEST(OwnDrafts, of_a_desk_that_does_not_write_stay_here) {
    Desk desk;
    desk.you = {"moderator", meeting::Desk::moderator};
    desk.join();
    desk.type("n", "Not mine to write");
    EXPECT_EQ(desk.left_after(1'000), Said{});
}

TEST(OwnDrafts, of_more_places_than_the_hub_takes_wait_for_room) {
    Desk desk;
    desk.join();
    for (std::size_t i = 0; i <= wire::max_drafts_of_one; ++i) desk.type("p:" + std::to_string(100 + i), "x");
    EXPECT_EQ(desk.left().size(), wire::max_drafts_of_one);
    desk.type("p:120", "");
    EXPECT_EQ(desk.left(), (Said{"p:120/0 ", "p:164/0 x"}));
}

TEST(OwnDrafts, that_are_longer_than_the_hub_takes_in_all_wait_for_room) {
    Desk desk;
    desk.join();
    for (int i = 1; i <= 5; ++i) desk.type("p:" + std::to_string(i), std::string(60'000, 'x'));
    EXPECT_EQ(desk.left().size(), 4u);
    desk.type("p:1", "short");
    EXPECT_EQ(desk.left_after(50).size(), 2u);
}

TEST(DraftsOfOthers, are_those_that_the_hub_told_last) {
    Desk desk;
    desk.join();
    desk.another("clerk-2", "p:1", "He");
    desk.another("clerk-2", "p:1", "He said");
    desk.another("clerk-3", "p:1", "She");
    desk.another("clerk-3", "n", "Gone");
    desk.another("clerk-3", "n", "");
    desk.step();
    const DraftsOfOthers::Key two{"clerk-2", "p:1"};
    const DraftsOfOthers::Key three{"clerk-3", "p:1"};
    EXPECT_EQ(desk.replica.drafts_of_others().all(), (std::map<DraftsOfOthers::Key, DraftsOfOthers::Draft>{
                                                         {two, {0, "He said"}}, {three, {0, "She"}}}));
    EXPECT_EQ(desk.ordered<DraftSeen>().size(), 5u);
    desk.another("clerk-4", "n", "");
    desk.another("clerk", "p:1", "Our own name");
    desk.step();
    EXPECT_EQ(desk.ordered<DraftSeen>().size(), 0u);
}

TEST(DraftsOfOthers, are_forgotten_with_the_connection) {
    Desk desk;
    desk.join();
    desk.another("clerk-2", "p:1", "He");
    desk.step();
    desk.hear(Disconnected{});
    desk.step();
    EXPECT_TRUE(desk.replica.drafts_of_others().all().empty());
    EXPECT_EQ(desk.ordered<DraftsGone>().size(), 1u);
    desk.hear(Connected{});
    desk.step();
    EXPECT_EQ(desk.ordered<DraftsGone>().size(), 0u) << "once";
    desk.another("clerk-2", "p:1", "Of the time before the welcome");
    desk.step();
    EXPECT_TRUE(desk.replica.drafts_of_others().all().empty());
}

TEST(DraftsOfOthers, are_forgotten_with_every_welcome_as_the_hub_tells_all_again) {
    Desk desk;
    desk.join();
    desk.another("clerk-2", "p:1", "He");
    desk.step();
    desk.welcome();
    desk.another("clerk-2", "n", "A note");
    desk.step();
    EXPECT_EQ(desk.replica.drafts_of_others().all().size(), 1u);
    desk.another("clerk-2", "p:1", "Of a life that is over");
    desk.hear(wire::DraftOf{"clerk-2", "h", 0, "Of another life"}, {9, 99});
    desk.welcome({2, 22});
    desk.step();
    EXPECT_TRUE(desk.replica.drafts_of_others().all().empty());
}

TEST(DraftsOfOthers, are_answered_with_credit_before_the_hub_stops_sending) {
    Desk desk;
    desk.join();
    for (int i = 0; i < 31; ++i) desk.another("clerk-2", "p:1", std::to_string(i));
    desk.step();
    EXPECT_EQ(desk.said<wire::Credit>().size(), 0u);
    desk.another("clerk-2", "p:1", "the last of them");
    desk.step();
    ASSERT_EQ(desk.said<wire::Credit>().size(), 1u);
    EXPECT_EQ(desk.said<wire::Credit>().front().allowed, desk.given + (1u << 20));
    desk.another("clerk-2", "p:1", std::string(20'000, 'x'));
    desk.step();
    EXPECT_EQ(desk.said<wire::Credit>().size(), 1u);
    desk.wait(1);
    EXPECT_EQ(desk.said<wire::Credit>().size(), 0u);
}

TEST(DraftsOfOthers, are_not_held_without_end) {
    DraftsOfOthers drafts;
    const std::string big(65'000, 'x');
    std::size_t taken = 0;
    for (int i = 0; i < 1'000; ++i)
        taken += drafts.take({"clerk-2", "p:" + std::to_string(i), 0, big}) ? 1 : 0;
    EXPECT_GT(taken, 200u);
    EXPECT_LE(taken * big.size(), max_bytes_of_others);
    EXPECT_EQ(drafts.all().size(), taken);
    EXPECT_TRUE(drafts.take({"clerk-2", "p:0", 0, ""}));
    EXPECT_TRUE(drafts.take({"clerk-2", "p:999", 0, big}));
}

}  // namespace
}  // namespace dais::replica
