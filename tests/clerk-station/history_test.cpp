// The history of a text, its status, the reviser's view, and how far each text has come.
#include <gtest/gtest.h>

#include "clerk-station/desk.hpp"
#include "clerk-station/status.hpp"

namespace dais::clerk_station {
namespace {

using Asked = std::vector<std::string>;
using meeting::Status;
using meeting::TextId;

constexpr std::string_view three =
    "15:11 chair give_floor to=lewis label=i1\n"
    "15:11 clerk-2 write of=i1 label=p1 text=\"said one.\"\n"
    "15:12 clerk-2 write of=i1 label=p2 text=\"Two.\"\n"
    "15:13 clerk-3 revise paragraph=p1 text=\"said one thing.\"\n"
    "15:13 clerk-2 write of=i1 label=p3 text=\"Three.\"\n"
    "15:14 clerk-2 revise paragraph=p1 text=\"said two things.\"\n"
    "15:14 chair give_floor to=poussi\n";

Status status_of(const support::Seat& seat, std::uint64_t id) {
    return meeting::find_text(seat.model.meeting, TextId{id})->status;
}

// Chooses the first paragraph.
void choose_first(support::Seat& seat) {
    for (int i = 0; i < 3; ++i) seat.press("Ctrl+Up");
    EXPECT_EQ(clerk_view(seat).record.chosen, TextId{1});
}

TEST(History, ctrl_shift_y_shows_every_wording_with_its_author_and_time_the_newest_first) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+Shift+Y");
    EXPECT_EQ(seat.focused(), "history.rows");
    EXPECT_EQ(seat.text("history.3"), "3.  15:14:00  clerk-2 · stands");
    EXPECT_EQ(seat.text("history.2"), "2.  15:13:00  clerk-3");
    EXPECT_EQ(seat.text("history.1"), "1.  15:11:00  clerk-2");
    EXPECT_LT(seat.probe("history.3")->rect.y, seat.probe("history.2")->rect.y);
    seat.press("Ctrl+Shift+Y");
    EXPECT_EQ(seat.focused(), "record.rows");
    EXPECT_EQ(clerk_view(seat).record.chosen, TextId{1});
}

TEST(History, up_and_down_choose_a_wording_and_what_changed_in_it_is_marked) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+Shift+Y");
    EXPECT_EQ(seat.text("history.changes.text"), "said [-one thing-][+two things+].");
    seat.press("Down");
    EXPECT_EQ(seat.text("history.changes.text"), "said one[+ thing+].");
    seat.press("Down");
    EXPECT_EQ(seat.text("history.changes.text"), "said one.");
    seat.press("Up");
    EXPECT_EQ(seat.text("history.changes.text"), "said one[+ thing+].");
}

TEST(History, ctrl_d_compares_with_what_stands_and_back) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+Shift+Y");
    seat.press("End");
    seat.press("Ctrl+D");
    EXPECT_EQ(seat.text("history.changes.text"), "said [-one-][+two things+].");
    seat.press("Ctrl+D");
    EXPECT_EQ(seat.text("history.changes.text"), "said one.");
    // By the control as well.
    ASSERT_TRUE(tab_to(seat, "history.against"));
    seat.press("Right");
    EXPECT_EQ(seat.text("history.changes.text"), "said [-one-][+two things+].");
}

TEST(History, enter_restores_a_wording_as_a_revision_of_what_stands) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+Shift+Y");
    seat.press("End");
    seat.press("Enter");
    EXPECT_EQ(seat.asked, Asked{"revise"});
    EXPECT_EQ(text_of(seat, 1), "said one.");
    EXPECT_EQ(seat.text("history.4"), "4.  15:14:00  clerk-1 · stands");
    // The same wording stays chosen, though there is one more.
    EXPECT_EQ(clerk_view(seat).record.history.rows.chosen, 3u);
    // What stands need not be restored.
    seat.press("Home");
    seat.press("Enter");
    EXPECT_EQ(seat.asked, Asked{"revise"});
    EXPECT_FALSE(seat.enabled("history.restore"));
}

TEST(History, the_button_restores_too) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+Shift+Y");
    seat.press("Down");
    seat.click("history.restore");
    EXPECT_EQ(text_of(seat, 1), "said one thing.");
}

TEST(History, of_a_final_text_can_be_read_and_not_restored) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+3");
    seat.press("Ctrl+Shift+Y");
    EXPECT_EQ(seat.text("history.3"), "3.  15:14:00  clerk-2 · stands · final since then");
    seat.press("End");
    seat.press("Enter");
    EXPECT_FALSE(seat.enabled("history.restore"));
    EXPECT_EQ(seat.asked, Asked{"set_status"});
}

TEST(History, a_restoring_that_comes_second_is_put_together_with_what_stands) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+Shift+Y");
    seat.press("End");
    seat.hold_answers();
    seat.press("Enter");
    seat.other("clerk-2", meeting::Revise{TextId{1}, "said two things. More.", {}});
    seat.answer();
    EXPECT_EQ(text_of(seat, 1), "said one. More.");
    EXPECT_TRUE(seat.model.unplaced.empty());
}

TEST(History, follows_the_text_that_is_chosen_and_says_where_none_is) {
    auto seat = clerk(three);
    seat.press("Ctrl+Shift+Y");
    EXPECT_TRUE(seat.shows("Choose a text of the record"));
    seat.press("Ctrl+Shift+Y");
    seat.press("Ctrl+Up");
    seat.press("Ctrl+Shift+Y");
    EXPECT_EQ(seat.text("history.1"), "1.  15:13:00  clerk-2 · stands");
}

TEST(History, is_the_third_side_of_the_panel) {
    auto seat = clerk(three);
    choose_first(seat);
    ASSERT_TRUE(tab_to(seat, "record.side"));
    seat.press("Right");
    EXPECT_TRUE(seat.has("record.removed"));
    seat.press("Right");
    EXPECT_TRUE(seat.has("history.rows"));
    seat.press("Left");
    seat.press("Left");
    EXPECT_TRUE(seat.has("record.rows"));
}

TEST(History, of_a_removed_text_can_be_read) {
    auto seat = clerk(std::string(three) + "15:14 clerk-2 remove paragraph=p1\n");
    seat.press("Ctrl+T");
    seat.press("Down");
    ASSERT_EQ(clerk_view(seat).record.chosen, TextId{1});
    seat.press("Ctrl+1");
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(Statuses, ctrl_1_2_and_3_set_the_status_of_the_chosen_text) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+2");
    EXPECT_EQ(status_of(seat, 1), Status::revised);
    seat.press("Ctrl+3");
    EXPECT_EQ(status_of(seat, 1), Status::final);
    // Once more asks for nothing.
    seat.press("Ctrl+3");
    EXPECT_EQ(seat.asked, (Asked{"set_status", "set_status"}));
    seat.press("Ctrl+1");
    EXPECT_EQ(status_of(seat, 1), Status::draft);
}

TEST(Statuses, are_shown_at_each_paragraph_that_is_no_draft) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+3");
    seat.press("Ctrl+Down");
    EXPECT_EQ(seat.text("record.1.status"), "final, locked");
    EXPECT_FALSE(seat.has("record.3.status"));
    seat.press("Ctrl+2");
    seat.press("Ctrl+Down");
    EXPECT_EQ(seat.text("record.2.status"), "revised");
    seat.other("clerk-2", meeting::Revise{TextId{2}, "Two, anew.", {}});
    EXPECT_EQ(seat.text("record.2.status"), "revised, changed since");
    // The chosen one says more.
    EXPECT_EQ(seat.text("record.3.status"), "on the record · draft · wording 1 by clerk-2, 15:13");
}

TEST(Statuses, without_a_chosen_text_the_keys_do_nothing) {
    auto seat = clerk(three);
    for (const auto* key : {"Ctrl+1", "Ctrl+2", "Ctrl+3"}) seat.press(key);
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(Statuses, what_is_final_opens_locked_and_says_how_to_unlock_it) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+3");
    seat.press("Ctrl+R");
    EXPECT_EQ(seat.focused(), "editor.text");
    EXPECT_EQ(seat.text("editor.locked"), locked_sentence);
    EXPECT_EQ(seat.text("editor.state"), "Final, and locked");
    seat.type("more");
    seat.press("Backspace");
    seat.press("Delete");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.text("editor.text"), "said two things.");
    EXPECT_FALSE(seat.enabled("editor.write"));
    EXPECT_EQ(seat.asked, Asked{"set_status"});
    EXPECT_EQ(text_of(seat, 1), "said two things.");
    seat.press("Ctrl+2");
    EXPECT_FALSE(seat.has("editor.locked"));
    seat.press("Ctrl+End");
    seat.type(" More.");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(text_of(seat, 1), "said two things. More.");
}

TEST(Statuses, a_text_that_becomes_final_under_the_hands_of_a_clerk_keeps_what_is_typed) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+R");
    seat.type(" More.");
    seat.other("clerk-2", meeting::SetStatus{TextId{1}, Status::final});
    EXPECT_TRUE(seat.has("editor.locked"));
    seat.type("x");
    EXPECT_EQ(seat.drafts["r:1"], "said two things. More.");
    seat.press("Esc");
    EXPECT_TRUE(seat.shows("Writing for Mr. Lewis"));
    EXPECT_EQ(seat.drafts["r:1"], "said two things. More.");
}

TEST(Statuses, an_unfinished_revision_makes_its_text_the_chosen_one) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+R");
    seat.type(" More.");
    seat.press("Esc");
    seat.press("Ctrl+Down");
    ASSERT_EQ(clerk_view(seat).record.chosen, TextId{2});
    seat.press("Ctrl+G");
    EXPECT_EQ(clerk_view(seat).record.chosen, TextId{1});
}

TEST(Reviser, ctrl_shift_v_marks_what_changed_since_the_status_was_set) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+Shift+V");
    EXPECT_EQ(seat.focused(), "record.rows");
    EXPECT_EQ(seat.text("record.1"), "1. Mr. Lewis said [-one-][+two things+].");
    EXPECT_EQ(seat.text("record.2"), "2. Two.");
    seat.press("Ctrl+2");
    EXPECT_EQ(seat.text("record.1"), "1. Mr. Lewis said two things.");
    seat.other("clerk-2", meeting::Revise{TextId{1}, "said three things.", {}});
    EXPECT_EQ(seat.text("record.1"), "1. Mr. Lewis said [-two-][+three+] things.");
    // Looked at once more.
    seat.press("Ctrl+2");
    EXPECT_EQ(seat.text("record.1"), "1. Mr. Lewis said three things.");
    seat.press("Ctrl+Shift+V");
    EXPECT_FALSE(seat.has("record.filter"));
}

TEST(Reviser, a_text_that_begins_with_a_comma_stands_close_to_its_attribution) {
    auto seat = clerk(
        "15:11 chair give_floor to=lewis label=i1\n"
        "15:11 clerk-2 write of=i1 label=p1 text=\", speaking softly, said one.\"\n"
        "15:12 clerk-2 revise paragraph=p1 text=\", speaking softly, said two.\"\n");
    seat.press("Ctrl+Shift+V");
    EXPECT_EQ(seat.text("record.1"), "1. Mr. Lewis, speaking softly, said [-one-][+two+].");
}

TEST(Reviser, a_frame_in_which_nothing_changed_compares_nothing) {
    auto seat = clerk(three);
    seat.press("Ctrl+Shift+V");
    const auto compared = clerk_view(seat).record.changes.compared();
    EXPECT_EQ(compared, 1u);
    seat.pass(1);
    seat.press("Ctrl+Up");
    EXPECT_EQ(clerk_view(seat).record.changes.compared(), compared);
}

TEST(Reviser, ctrl_shift_d_goes_from_all_to_drafts_to_what_changed) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+Shift+D");
    EXPECT_TRUE(seat.shows("The meeting was called to order"));
    seat.press("Ctrl+2");
    seat.press("Ctrl+Shift+V");
    EXPECT_TRUE(seat.shows("The meeting was called to order"));
    seat.press("Ctrl+Shift+D");
    EXPECT_FALSE(seat.has("record.1"));
    EXPECT_TRUE(seat.has("record.2"));
    EXPECT_EQ(seat.text("record.filter.count"), "2 shown (Ctrl+Shift+D)");
    seat.press("Ctrl+Shift+D");
    EXPECT_FALSE(seat.has("record.2"));
    EXPECT_TRUE(seat.shows("No text was changed."));
    seat.other("clerk-2", meeting::Revise{TextId{2}, "Two, anew.", {}});
    EXPECT_EQ(seat.text("record.2"), "2. Two[+, anew+].");
    seat.press("Ctrl+Shift+D");
    EXPECT_TRUE(seat.shows("The meeting was called to order"));
}

TEST(Reviser, the_filter_and_the_status_are_buttons_too) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+Shift+V");
    ASSERT_TRUE(tab_to(seat, "record.filter"));
    seat.press("Right");
    EXPECT_EQ(seat.text("record.filter.count"), "3 shown (Ctrl+Shift+D)");
    seat.click("record.status.revised");
    EXPECT_EQ(status_of(seat, 1), Status::revised);
    EXPECT_EQ(seat.text("record.status.revised"), "Is revised");
    EXPECT_FALSE(seat.enabled("record.status.revised"));
    seat.click("record.status.final");
    EXPECT_EQ(status_of(seat, 1), Status::final);
    seat.click("record.status.draft");
    EXPECT_EQ(status_of(seat, 1), Status::draft);
}

TEST(Reviser, walking_and_enter_go_by_what_is_shown) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+Down");
    seat.press("Ctrl+2");
    seat.press("Ctrl+Up");
    seat.press("Ctrl+Shift+V");
    seat.press("Ctrl+Shift+D");
    seat.press("Ctrl+Down");
    EXPECT_EQ(clerk_view(seat).record.chosen, TextId{3});
    seat.press("Enter");
    EXPECT_EQ(seat.text("editor.text"), "Three.");
}

TEST(Rights, whoever_may_not_write_sees_history_and_status_and_changes_nothing) {
    auto seat = clerk(three, "moderator");
    seat.press("F4");
    for (int i = 0; i < 3; ++i) seat.press("Ctrl+Up");
    for (const auto* key : {"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+Alt+1", "Ctrl+Shift+V"}) seat.press(key);
    EXPECT_FALSE(seat.has("record.status.final"));
    seat.press("Ctrl+Shift+Y");
    EXPECT_EQ(seat.text("history.2"), "2.  15:13:00  clerk-3");
    EXPECT_FALSE(seat.has("history.restore"));
    seat.press("End");
    seat.press("Enter");
    EXPECT_EQ(seat.asked, Asked{});
}

// --- How far a text has come

TEST(Stages, of_a_paragraph_are_typed_then_sent_then_on_the_record) {
    auto seat = clerk(three);
    seat.hold_disk();
    seat.type("said so.");
    EXPECT_EQ(seat.text("editor.state"), "Not on this machine’s disk yet");
    seat.release_disk();
    EXPECT_EQ(seat.text("editor.state"), "Typed, and kept on this machine");
    seat.hold_answers();
    seat.press("Ctrl+Enter");
    seat.pass(1);
    EXPECT_TRUE(seat.shows("Sent, not on the record yet: said so."));
    seat.answer();
    EXPECT_EQ(seat.text("editor.state"), "On the record: said so.");
    EXPECT_EQ(seat.text("record.4.status"), "on the record");
    seat.pass(6);
    EXPECT_EQ(seat.text("editor.state"), "(absent)");
    EXPECT_FALSE(seat.has("record.4.status"));
}

TEST(Stages, without_a_hub_a_paragraph_is_typed_and_not_said_to_be_sent) {
    auto seat = clerk(three);
    seat.lose_link(5);
    seat.type("said so.");
    seat.press("Ctrl+Enter");
    seat.pass(1);
    EXPECT_TRUE(seat.shows("Typed. Waits for the hub: said so."));
    EXPECT_FALSE(seat.shows("Sent"));
}

TEST(Stages, of_a_revision_stand_at_its_paragraph_in_the_record) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.press("Ctrl+R");
    seat.type(" More.");
    seat.press("Ctrl+Down");
    EXPECT_EQ(seat.text("record.1.status"), "typed");
    seat.hold_answers();
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.text("record.1.status"), "sent");
    seat.answer();
    EXPECT_EQ(seat.text("record.1.status"), "on the record");
    seat.pass(6);
    EXPECT_FALSE(seat.has("record.1.status"));
}

TEST(Stages, of_a_revision_on_a_full_disk_say_so_at_its_paragraph) {
    auto seat = clerk(three);
    choose_first(seat);
    seat.hold_disk();
    seat.press("Ctrl+R");
    seat.type(" More.");
    seat.press("Ctrl+Down");
    EXPECT_EQ(seat.text("record.1.status"), "typed, not on this disk");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.text("record.1.status"), "typed, not on this disk");
}

TEST(Stages, the_view_draws_anew_when_what_is_fresh_is_so_no_more) {
    auto seat = clerk("15:11 chair give_floor to=lewis label=i1\n15:11 chair pause_clock\n");
    seat.type("said so.");
    seat.press("Ctrl+Enter");
    const auto next = seat.view().next_digit(seat.model);
    ASSERT_TRUE(next);
    EXPECT_LE(*next - seat.model.uptime, fresh_for);
}

}  // namespace
}  // namespace dais::clerk_station
