// The store between a station and its window: what the station tells becomes a model, what panels want goes
// to the station; and nothing that was written is ever out of sight.
#include "desk/store.hpp"

#include <gtest/gtest.h>

#include "support/scene.hpp"
#include "ui/words.hpp"

namespace dais::desk {
namespace {

using meeting::InterventionId;
using station::News;

// What was posted, in words, in its order.
class FakePost final : public Post {
  public:
    void ask(std::uint64_t token, meeting::Command command, std::string from) override {
        said.push_back("ask " + std::to_string(token) + " " + std::string(meeting::command_word(command)) +
                       (from.empty() ? "" : " from " + from));
    }
    void keep_draft(std::string place, std::string text, std::uint64_t version) override {
        last_version = version;
        said.push_back("keep " + place + " “" + text + "”");
    }
    void forget_draft(std::string place) override { said.push_back("forget " + place); }
    void show_draft(std::string place, std::uint32_t base, std::string text) override {
        shown.push_back(place + "/" + std::to_string(base) + " " + text);
    }
    void forget_unplaced(std::uint64_t request) override {
        said.push_back("forget request " + std::to_string(request));
    }
    std::vector<std::string> take() { return std::exchange(said, {}); }

    std::vector<std::string> said;
    std::vector<std::string> shown;  // to the other desks
    std::uint64_t last_version = 0;
};

using Said = std::vector<std::string>;
constexpr base::Instant start{1'000'000};

meeting::Meeting a_meeting(std::string_view setup = "") {
    support::Scene scene(setup);
    scene.go("15:10 chair open_meeting\n15:11 chair give_floor to=lewis\n");
    return scene.meeting();
}

struct Desk {
    FakePost post;
    Store store{post};
    base::Instant now = start;

    template <class... N>
    void tell(N... news) {
        std::vector<News> all;
        (all.emplace_back(std::move(news)), ...);
        store.take(std::move(all), now);
    }
    template <class... I>
    void want(I... intents) {
        std::vector<ui::Intent> all;
        (all.emplace_back(std::move(intents)), ...);
        store.carry_out(std::move(all), now);
    }
    // As a desk is after it joined a meeting.
    std::string join(const meeting::Meeting& meeting = a_meeting()) {
        tell(station::Restored{}, station::Replaced{std::make_shared<const meeting::Meeting>(meeting), {}},
             link(replica::LinkState::live));
        post.take();
        store.take_drafts();
        return fingerprint(meeting.setup);
    }
    static station::LinkNews link(replica::LinkState state, std::string sentence = "") {
        station::LinkNews news;
        news.state = state;
        news.sentence = std::move(sentence);
        news.known = true;
        news.self = {"clerk-1", meeting::Desk::clerk};
        return news;
    }
    void write(const std::string& text, const std::string& from = "p:1") {
        want(ui::Ask{"editor.write", meeting::Write{InterventionId{1}, text, {}}, from});
    }
    [[nodiscard]] const ui::Model& model() const { return store.model(); }
};

station::Settled settled(std::uint64_t token, wire::Fate fate, std::string sentence = "",
                         std::uint64_t request = 7) {
    station::Settled news;
    news.token = token;
    news.request = request;
    news.fate = fate;
    news.sentence = std::move(sentence);
    return news;
}

TEST(News, of_the_whole_state_and_of_one_entry_more_bring_the_meeting_up_to_date) {
    Desk desk;
    support::Scene scene;
    scene.go("15:10 chair open_meeting\n");
    desk.tell(station::Replaced{std::make_shared<const meeting::Meeting>(scene.meeting()), {}});
    EXPECT_EQ(desk.model().meeting, scene.meeting());
    const auto before = desk.model().revision;
    scene.go("15:11 chair give_floor to=lewis\n");
    desk.tell(station::Happened{scene.facts().back()});
    EXPECT_EQ(desk.model().meeting, scene.meeting());
    EXPECT_GT(desk.model().revision, before);
}

TEST(News, tell_who_we_are_and_the_hubs_time) {
    Desk desk;
    EXPECT_FALSE(desk.model().self.has_value());
    desk.join();
    EXPECT_EQ(desk.model().self->name, "clerk-1");
    EXPECT_TRUE(desk.model().may(meeting::Write{}));
    auto news = Desk::link(replica::LinkState::live);
    // The hub's clock is ahead by as much as the meeting's day is after the machine's start.
    news.offset = (desk.model().meeting.now - start) + base::Span{5'000};
    desk.tell(news);
    EXPECT_EQ(desk.model().now, desk.model().meeting.now + base::Span{5'000});
    desk.store.tell_time(start + base::Span{1'000});
    EXPECT_EQ(desk.model().now, desk.model().meeting.now + base::Span{6'000});
    // Never before what has happened.
    news.offset = base::Span{0};
    desk.tell(news);
    EXPECT_EQ(desk.model().now, desk.model().meeting.now);
}

TEST(News, of_trouble_with_the_disk_are_said_until_they_are_over) {
    Desk desk;
    desk.join();
    desk.tell(station::Trouble{"The disk is full."});
    EXPECT_EQ(desk.model().trouble, "The disk is full.");
    desk.tell(station::Trouble{""});
    EXPECT_EQ(desk.model().trouble, "");
    station::Restored damaged;
    damaged.notice = "The station's disk was damaged; it was set aside.";
    desk.tell(damaged);
    EXPECT_EQ(desk.model().trouble, damaged.notice);
}

TEST(Link, a_loss_shorter_than_two_seconds_raises_no_banner) {
    Desk desk;
    desk.join();
    desk.now = start + base::Span{10'000};
    desk.tell(Desk::link(replica::LinkState::stale));
    EXPECT_FALSE(ui::link_is_lost(desk.model()));
    desk.store.tell_time(start + base::Span{11'900});
    EXPECT_FALSE(ui::link_is_lost(desk.model()));
    desk.now = start + base::Span{11'950};
    desk.tell(Desk::link(replica::LinkState::live));
    desk.store.tell_time(start + base::Span{20'000});
    EXPECT_FALSE(ui::link_is_lost(desk.model()));
}

TEST(Link, a_loss_counts_from_when_it_began_whatever_it_goes_through) {
    Desk desk;
    desk.join();
    desk.now = start + base::Span{10'000};
    desk.tell(Desk::link(replica::LinkState::stale));
    desk.now = start + base::Span{11'000};
    desk.tell(Desk::link(replica::LinkState::connecting));
    EXPECT_FALSE(ui::link_is_lost(desk.model()));
    desk.store.tell_time(start + base::Span{12'100});
    EXPECT_TRUE(ui::link_is_lost(desk.model()));
}

TEST(Asking, goes_to_the_station_and_is_shown_until_it_is_answered) {
    Desk desk;
    desk.join();
    desk.want(ui::Ask{"floor.end", meeting::EndFloor{}, ""});
    EXPECT_EQ(desk.post.take(), Said{"ask 1 end_floor"});
    ASSERT_NE(desk.model().asked_at("floor.end"), nullptr);
    EXPECT_TRUE(desk.model().waits_at("floor.end"));
    EXPECT_EQ(desk.model().asked_at("floor.end")->since, start);
    EXPECT_EQ(desk.model().texts_waiting, 0U);  // an act does not wait
    desk.tell(settled(1, wire::Fate::accepted));
    EXPECT_TRUE(desk.model().asked.empty());
}

TEST(Asking, a_refusal_is_there_in_its_sentence_until_it_is_read) {
    Desk desk;
    desk.join();
    desk.want(ui::Ask{"floor.end", meeting::EndFloor{}, ""});
    desk.tell(settled(1, wire::Fate::refused, "Nobody has the floor."));
    const auto* asked = desk.model().asked_at("floor.end");
    ASSERT_NE(asked, nullptr);
    EXPECT_EQ(asked->state, ui::Asked::State::refused);
    EXPECT_EQ(asked->sentence, "Nobody has the floor.");
    EXPECT_FALSE(desk.model().waits_at("floor.end"));
    desk.want(ui::Read{1});
    EXPECT_TRUE(desk.model().asked.empty());
}

TEST(Asking, without_an_answer_it_is_doubtful_and_settled_later) {
    Desk desk;
    desk.join();
    desk.want(ui::Ask{"floor.end", meeting::EndFloor{}, ""});
    desk.tell(station::Unanswered{1});
    EXPECT_EQ(desk.model().asked_at("floor.end")->state, ui::Asked::State::doubtful);
    EXPECT_TRUE(desk.model().waits_at("floor.end"));
    desk.tell(settled(1, wire::Fate::accepted));
    EXPECT_TRUE(desk.model().asked.empty());
}

TEST(Asking, what_the_hub_never_heard_was_not_done_and_says_so) {
    Desk desk;
    desk.join();
    desk.want(ui::Ask{"floor.end", meeting::EndFloor{}, ""});
    desk.tell(settled(1, wire::Fate::not_received));
    const auto* asked = desk.model().asked_at("floor.end");
    ASSERT_NE(asked, nullptr);
    EXPECT_EQ(asked->state, ui::Asked::State::refused);
    EXPECT_NE(asked->sentence.find("it was not done"), std::string::npos);
}

TEST(Asking, what_the_station_did_not_take_is_refused_with_its_sentence) {
    Desk desk;
    desk.join();
    desk.want(ui::Ask{"floor.end", meeting::EndFloor{}, ""});
    desk.tell(station::NotTaken{1, "no_link", "There is no link to the hub."});
    EXPECT_EQ(desk.model().asked_at("floor.end")->sentence, "There is no link to the hub.");
    EXPECT_TRUE(desk.model().unplaced.empty());
}

TEST(Texts, count_as_waiting_until_they_are_answered) {
    Desk desk;
    desk.join();
    desk.write("said one.");
    desk.write("And two.");
    EXPECT_EQ(desk.model().texts_waiting, 2U);
    desk.tell(settled(1, wire::Fate::accepted));
    EXPECT_EQ(desk.model().texts_waiting, 1U);
    desk.tell(settled(2, wire::Fate::refused, "There is no such intervention."));
    EXPECT_EQ(desk.model().texts_waiting, 0U);
}

TEST(Texts, of_an_earlier_run_wait_too) {
    Desk desk;
    station::Restored restored;
    restored.waiting = {{3, meeting::Write{{}, "said one.", {}}}, {4, meeting::Write{{}, "And two.", {}}}};
    desk.tell(restored);
    EXPECT_EQ(desk.model().texts_waiting, 2U);
    desk.tell(settled(0, wire::Fate::accepted, "", 3), settled(0, wire::Fate::accepted, "", 4));
    EXPECT_EQ(desk.model().texts_waiting, 0U);
}

TEST(Texts, that_are_refused_are_kept_until_placed_or_given_up) {
    Desk desk;
    desk.join();
    desk.write("said one.");
    desk.post.take();
    const meeting::Write write{InterventionId{1}, "said one.", {}};
    desk.tell(station::Unplaced{7, write, "Meanwhile."}, settled(1, wire::Fate::refused, "Meanwhile."));
    ASSERT_EQ(desk.model().unplaced.size(), 1U);
    EXPECT_EQ(desk.model().unplaced[0].reason, "Meanwhile.");
    EXPECT_EQ(desk.post.take(), Said{});
    desk.want(ui::ForgetUnplaced{7});
    EXPECT_TRUE(desk.model().unplaced.empty());
    EXPECT_EQ(desk.post.take(), Said{"forget request 7"});
}

// By the word a view knows a text that only came second.
TEST(Texts, that_were_refused_have_the_word_of_it_where_the_hub_said_it_in_this_run) {
    Desk desk;
    station::Restored restored;
    restored.unplaced = {{5, meeting::MakeNote{"A film.", true, {}}, "Meanwhile."}};
    desk.tell(restored);
    desk.join();
    desk.write("said one.");
    const meeting::Revise revise{meeting::TextId{1}, "said one.", 1};
    auto refusal = settled(1, wire::Fate::refused, "Meanwhile.");
    refusal.request = 7;
    refusal.word = "paragraph_has_changed";
    desk.tell(station::Unplaced{7, revise, "Meanwhile."}, refusal);
    ASSERT_EQ(desk.model().unplaced.size(), 2U);
    EXPECT_EQ(desk.model().unplaced[0].word, "");
    EXPECT_EQ(desk.model().unplaced[1].word, "paragraph_has_changed");
}

TEST(Texts, refused_in_an_earlier_run_are_there_again) {
    Desk desk;
    station::Restored restored;
    restored.unplaced = {{5, meeting::MakeNote{"A film.", true, {}}, "The meeting has ended."}};
    desk.tell(restored);
    ASSERT_EQ(desk.model().unplaced.size(), 1U);
    EXPECT_EQ(desk.model().unplaced[0].request, 5U);
}

TEST(Texts, without_words_are_not_kept_when_they_are_refused) {
    Desk desk;
    desk.join();
    desk.want(ui::Ask{"record.remove", meeting::Remove{meeting::TextId{1}}, ""});
    desk.post.take();
    desk.tell(station::Unplaced{7, meeting::Remove{meeting::TextId{1}}, "That text was removed."},
              settled(1, wire::Fate::refused, "That text was removed."));
    EXPECT_TRUE(desk.model().unplaced.empty());
    EXPECT_EQ(desk.post.take(), Said{"forget request 7"});
    EXPECT_EQ(desk.model().asked_at("record.remove")->sentence, "That text was removed.");
}

TEST(Texts, that_the_station_did_not_take_are_not_lost_and_each_is_its_own) {
    Desk desk;
    desk.join();
    desk.write("said one.");
    desk.write("And two.");
    desk.post.take();
    desk.tell(station::NotTaken{1, "disk_full", "The disk is full."},
              station::NotTaken{2, "disk_full", "The disk is full."});
    ASSERT_EQ(desk.model().unplaced.size(), 2U);
    EXPECT_EQ(*ui::typed_text(desk.model().unplaced[0].command), "said one.");
    // One is placed; the other stays, and the station is not asked to forget what it never had.
    desk.want(ui::ForgetUnplaced{desk.model().unplaced[0].request});
    ASSERT_EQ(desk.model().unplaced.size(), 1U);
    EXPECT_EQ(*ui::typed_text(desk.model().unplaced[0].command), "And two.");
    EXPECT_EQ(desk.post.take(), Said{});
}

TEST(Texts, for_which_the_disk_has_no_room_are_held_and_said_to_be_until_it_has) {
    Desk desk;
    desk.join();
    desk.write("said one.");
    desk.write("And two.");
    desk.tell(station::Held{1}, station::Held{2}, station::Trouble{"This machine’s disk is full."});
    EXPECT_EQ(desk.model().texts_held, 2U);
    EXPECT_EQ(desk.model().asked[0].state, ui::Asked::State::held);
    EXPECT_TRUE(desk.model().unplaced.empty()) << "nobody has refused them";
    EXPECT_EQ(ui::trouble_phrase(desk.model()).text,
              "This machine’s disk is full. · 2 typed, not on this disk");
    desk.tell(station::Kept{1}, station::Kept{2}, station::Trouble{""});
    EXPECT_EQ(desk.model().texts_held, 0U);
    EXPECT_EQ(desk.model().texts_waiting, 2U);
    EXPECT_EQ(desk.model().asked[0].state, ui::Asked::State::waiting);
    EXPECT_EQ(ui::trouble_phrase(desk.model()).text, "");
}

TEST(Texts, that_the_station_did_not_take_leave_the_disk_once_they_are_given_up) {
    Desk desk;
    const auto mark = desk.join();
    const auto give_up = [&] {
        desk.tell(station::NotTaken{desk.model().asked.back().token, "disk_full", "The disk is full."});
        desk.post.take();
        desk.want(ui::ForgetUnplaced{desk.model().unplaced.back().request});
        return desk.post.take();
    };
    desk.want(ui::KeepDraft{"p:1", "said one."});
    desk.want(ui::Ask{"editor.write", meeting::Write{{}, "said one.", {}}, "p:1"});
    EXPECT_EQ(give_up(), Said{"forget " + mark + "/p:1"});
    // What was begun at its place since then stays.
    desk.want(ui::KeepDraft{"p:1", "said two."});
    desk.want(ui::Ask{"editor.write", meeting::Write{{}, "said two.", {}}, "p:1"});
    desk.want(ui::KeepDraft{"p:1", "said three."});
    EXPECT_EQ(give_up(), Said{});
}

TEST(Drafts, are_kept_under_the_meetings_fingerprint_and_unsaved_until_the_disk_has_them) {
    Desk desk;
    const auto mark = desk.join();
    desk.want(ui::KeepDraft{"p:1", "sa"});
    EXPECT_EQ(desk.post.take(), Said{"keep " + mark + "/p:1 “sa”"});
    EXPECT_TRUE(desk.model().unsaved.contains("p:1"));
    const auto first = desk.post.last_version;
    desk.want(ui::KeepDraft{"p:1", "said"});
    desk.tell(station::DraftKept{mark + "/p:1", first});
    EXPECT_TRUE(desk.model().unsaved.contains("p:1")) << "an older state is on the disk";
    desk.tell(station::DraftKept{mark + "/p:1", desk.post.last_version});
    EXPECT_FALSE(desk.model().unsaved.contains("p:1"));
    desk.post.take();
    desk.want(ui::ForgetDraft{"p:1"});
    EXPECT_EQ(desk.post.take(), Said{"forget " + mark + "/p:1"});
}

TEST(Drafts, go_with_the_command_that_they_became) {
    Desk desk;
    const auto mark = desk.join();
    desk.want(ui::KeepDraft{"p:1", "said one."});
    desk.post.take();
    desk.write("said one.");
    EXPECT_EQ(desk.post.take(), Said{"ask 1 write from " + mark + "/p:1"});
    EXPECT_TRUE(desk.model().unsaved.empty());
}

TEST(Drafts, of_this_meeting_are_handed_back_once_and_those_of_another_are_not) {
    const auto meeting = a_meeting();
    const auto mark = fingerprint(meeting.setup);
    Desk desk;
    station::Restored restored;
    restored.drafts = {{mark + "/p:1", "sai"}, {"00000000/p:1", "another"}, {"ui.meeting", mark}};
    desk.tell(restored);
    // Before the hub is heard: of the meeting that the station was at last.
    const auto drafts = desk.store.take_drafts();
    ASSERT_TRUE(drafts.has_value());
    EXPECT_EQ(*drafts, (Drafts{{"p:1", "sai"}}));
    desk.tell(station::Replaced{std::make_shared<const meeting::Meeting>(meeting), {}});
    EXPECT_FALSE(desk.store.take_drafts().has_value());
    EXPECT_EQ(desk.post.take(), Said{});
}

TEST(Drafts, change_when_it_turns_out_to_be_another_meeting) {
    const auto meeting = a_meeting();
    const auto mark = fingerprint(meeting.setup);
    Desk desk;
    station::Restored restored;
    restored.drafts = {{mark + "/p:1", "sai"}, {"00000000/p:1", "another"}, {"ui.meeting", "00000000"}};
    desk.tell(restored);
    EXPECT_EQ(desk.store.take_drafts(), (Drafts{{"p:1", "another"}}));
    desk.tell(station::Replaced{std::make_shared<const meeting::Meeting>(meeting), {}});
    EXPECT_EQ(desk.store.take_drafts(), (Drafts{{"p:1", "sai"}}));
    EXPECT_EQ(desk.post.take(), Said{"keep ui.meeting “" + mark + "”"});
}

TEST(Drafts, a_meetings_fingerprint_is_its_own) {
    const auto mark = [](std::string_view setup) { return fingerprint(a_meeting(setup).setup); };
    EXPECT_EQ(mark("").size(), 8U);
    EXPECT_EQ(mark(""), mark(""));
    EXPECT_NE(mark(""), mark("[meeting]\nnumber = 3\n"));
    EXPECT_NE(mark(""), mark("[meeting]\ndate = 2021-10-09\n"));
    EXPECT_NE(mark(""), mark("[meeting]\nbody = \"Another committee\"\n"));
}

TEST(Settings, are_kept_for_every_meeting_and_never_unsaved) {
    Desk desk;
    station::Restored restored;
    restored.drafts = {{"ui.theme", "dark"}, {"00000000/p:1", "another"}};
    desk.tell(restored);
    EXPECT_EQ(desk.store.settings(), (Drafts{{"ui.theme", "dark"}}));
    desk.want(ui::KeepDraft{"ui.scale", "1.5"});
    EXPECT_EQ(desk.post.take(), Said{"keep ui.scale “1.5”"});
    EXPECT_TRUE(desk.model().unsaved.empty());
    desk.want(ui::ForgetDraft{"ui.scale"});
    EXPECT_EQ(desk.post.take(), Said{"forget ui.scale"});
}

TEST(Shown, to_the_other_desks_is_what_is_to_go_on_the_record_and_nothing_else) {
    Desk desk;
    desk.join();
    desk.want(ui::KeepDraft{"r:3", "He said th", 2}, ui::KeepDraft{"b:3", "2"},
              ui::KeepDraft{"clerk.at", "r:3"}, ui::KeepDraft{"ui.theme", "dark"},
              ui::KeepDraft{"n", "A note"});
    EXPECT_EQ(desk.post.shown, (Said{"r:3/2 He said th", "n/0 A note"}));
    desk.post.shown.clear();
    desk.want(ui::ForgetDraft{"n"}, ui::ForgetDraft{"b:3"});
    EXPECT_EQ(desk.post.shown, Said{"n/0 "});
    desk.post.shown.clear();
    desk.want(ui::KeepDraft{"p:1", "He said."});
    desk.write("He said.");
    EXPECT_EQ(desk.post.shown, (Said{"p:1/0 He said.", "p:1/0 "}));
}

TEST(Shown, to_the_other_desks_is_what_the_disk_held_once_it_is_known_to_be_of_their_meeting) {
    const auto meeting = a_meeting();
    const auto here = fingerprint(meeting.setup);
    station::Restored restored;
    restored.drafts = {{"ui.meeting", here},
                       {here + "/r:3", "He said th"},
                       {here + "/b:3", "2"},
                       {"01234567/n", "Of another"}};
    Desk desk;
    desk.tell(std::move(restored));
    desk.want(ui::KeepDraft{"n", "Typed before the hub was there"});
    EXPECT_EQ(desk.post.shown, Said{});
    const auto replaced = station::Replaced{std::make_shared<const meeting::Meeting>(meeting), {}};
    desk.tell(replaced);
    EXPECT_EQ(desk.post.shown, (Said{"n/0 Typed before the hub was there", "r:3/2 He said th"}));
    desk.post.shown.clear();
    desk.tell(replaced);
    EXPECT_EQ(desk.post.shown, Said{}) << "once";
}

TEST(Shown, to_the_desks_of_another_meeting_is_nothing_of_this_one) {
    Desk desk;
    const auto meeting = a_meeting();
    station::Restored restored;
    restored.drafts = {{"ui.meeting", "01234567"}, {"01234567/n", "Of another"}};
    desk.tell(std::move(restored), station::Replaced{std::make_shared<const meeting::Meeting>(meeting), {}});
    EXPECT_EQ(desk.post.shown, Said{});
    desk.want(ui::KeepDraft{"n", "Of this one"});
    desk.post.shown.clear();
    auto other = meeting;
    other.setup.facts.symbol = "ANOTHER/SYMBOL";
    desk.tell(station::Replaced{std::make_shared<const meeting::Meeting>(other), {}});
    EXPECT_EQ(desk.post.shown, Said{"n/0 "});
}

TEST(DraftsOfOthers, are_in_the_model_by_place_and_author_with_when_they_were_seen) {
    Desk desk;
    desk.join();
    const auto in_words = [&] {
        Said all;
        for (const auto& draft : desk.model().drafts_of_others) {
            all.push_back(draft.place + " " + draft.author + "/" + std::to_string(draft.base) + " " +
                          draft.text + " " + std::to_string((draft.seen - start).count()));
        }
        return all;
    };
    desk.tell(station::DraftOfOther{"clerk-3", "p:1", 0, "She"},
              station::DraftOfOther{"clerk-2", "r:3", 2, "It"},
              station::DraftOfOther{"clerk-2", "p:1", 0, "H"}, station::DraftOfOther{"clerk-4", "n", 0, ""});
    desk.now = start + base::Span{50};
    desk.tell(station::DraftOfOther{"clerk-2", "p:1", 0, "He"});
    EXPECT_EQ(in_words(), (Said{"p:1 clerk-2/0 He 50", "p:1 clerk-3/0 She 0", "r:3 clerk-2/2 It 0"}));
    desk.tell(station::DraftOfOther{"clerk-3", "p:1", 0, ""});
    EXPECT_EQ(in_words(), (Said{"p:1 clerk-2/0 He 50", "r:3 clerk-2/2 It 0"}));
    desk.tell(station::DraftsOfOthersGone{});
    EXPECT_EQ(in_words(), Said{});
}

}  // namespace
}  // namespace dais::desk
