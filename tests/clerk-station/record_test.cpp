// The record beside the text: choosing, revising, conflicts, removing and restoring, moving, attributions.
#include <gtest/gtest.h>

#include "clerk-station/desk.hpp"

namespace dais::clerk_station {
namespace {

using Asked = std::vector<std::string>;
using meeting::TextId;

constexpr std::string_view three =
    "15:11 chair give_floor to=lewis label=i1\n"
    "15:11 clerk-2 write of=i1 label=p1 text=\"said one.\"\n"
    "15:12 clerk-2 write of=i1 label=p2 text=\"Two.\"\n"
    "15:13 clerk-2 write of=i1 label=p3 text=\"Three.\"\n"
    "15:14 chair give_floor to=poussi\n";

std::vector<std::uint64_t> order(const support::Seat& seat) {
    std::vector<std::uint64_t> ids;
    for (const auto id : seat.model.meeting.interventions[0].blocks) ids.push_back(id.value);
    return ids;
}
using Ids = std::vector<std::uint64_t>;

void revise_elsewhere(support::Seat& seat, std::uint64_t id, const std::string& text) {
    seat.other("clerk-2", meeting::Revise{TextId{id}, text, {}});
}

TEST(Record, shows_what_would_be_printed) {
    auto seat = clerk(three);
    EXPECT_EQ(seat.text("record.1"), "1. Mr. Lewis said one.");
    EXPECT_EQ(seat.text("record.2"), "2. Two.");
    EXPECT_TRUE(seat.shows("The meeting was called to order at 3.10 p.m."));
}

TEST(Record, f4_down_and_enter_revise_a_text) {
    auto seat = clerk(three);
    seat.press("F4");
    EXPECT_EQ(seat.focused(), "record.rows");
    seat.press("End");
    seat.press("Up");
    ASSERT_EQ(clerk_view(seat).record.chosen, TextId{2});
    seat.press("Enter");
    EXPECT_EQ(seat.focused(), "editor.text");
    EXPECT_TRUE(seat.shows("Revising a paragraph of Mr. Lewis"));
    EXPECT_EQ(seat.text("editor.text"), "Two.");
    EXPECT_EQ(lead(seat), "2.");
    seat.press("Ctrl+A");
    seat.type("Two, revised.");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.asked, Asked{"revise"});
    EXPECT_EQ(text_of(seat, 2), "Two, revised.");
    // Back to the end of its intervention.
    EXPECT_TRUE(seat.shows("Writing for Mr. Lewis"));
    EXPECT_EQ(seat.text("editor.text"), "");
}

TEST(Record, ctrl_up_and_down_choose_from_anywhere_and_ctrl_r_revises) {
    auto seat = clerk(three);
    seat.type("said four");
    seat.press("Ctrl+Up");
    EXPECT_EQ(seat.focused(), "editor.text");
    EXPECT_EQ(clerk_view(seat).record.chosen, TextId{3});
    seat.press("Ctrl+Up");
    seat.press("Ctrl+Up");
    EXPECT_EQ(clerk_view(seat).record.chosen, TextId{1});
    seat.press("Ctrl+Up");
    EXPECT_EQ(clerk_view(seat).record.chosen, TextId{1});
    seat.press("Ctrl+Down");
    EXPECT_EQ(clerk_view(seat).record.chosen, TextId{2});
    seat.press("Ctrl+R");
    EXPECT_EQ(seat.text("editor.text"), "Two.");
    seat.press("Esc");
    EXPECT_EQ(seat.text("editor.text"), "");  // of Mr. Lewis
    seat.press("Ctrl+G");
    EXPECT_EQ(seat.text("editor.text"), "said four");
}

TEST(Record, the_first_revision_has_its_attribution_before_it) {
    auto seat = clerk(three);
    for (int i = 0; i < 3; ++i) seat.press("Ctrl+Up");
    seat.press("Ctrl+R");
    EXPECT_EQ(seat.text("editor.text"), "said one.");
    EXPECT_EQ(lead(seat), "1. Mr. Lewis");
}

TEST(Conflict, of_a_revision_that_came_second_is_shown_and_its_text_kept_until_it_is_settled) {
    auto seat = clerk(three);
    seat.press("Ctrl+Up");
    seat.press("Ctrl+R");
    seat.press("Ctrl+A");
    seat.type("Mine.");
    revise_elsewhere(seat, 3, "Theirs.");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(text_of(seat, 3), "Theirs.");
    EXPECT_TRUE(seat.model.unplaced.empty());
    EXPECT_EQ(seat.text("editor.text"), "Mine.");
    EXPECT_EQ(seat.drafts["r:3"], "Mine.");
    seat.press("Ctrl+Alt+2");
    EXPECT_EQ(text_of(seat, 3), "Mine.");
    EXPECT_FALSE(seat.has("editor.feedback"));
}

// With another that came first both are put together, or stand side by side (two_clerks_test.cpp). What was
// refused in an earlier run of the program is left to its author.
TEST(Conflict, a_refused_revision_of_an_earlier_run_is_taken_up_again_by_hand) {
    auto seat = clerk(three);
    revise_elsewhere(seat, 3, "Theirs.");
    const meeting::Revise revise{TextId{3}, "Mine.", 1};
    seat.model.unplaced.push_back({7, revise, "Meanwhile clerk-2 has revised that text."});
    seat.frame();
    EXPECT_EQ(seat.text("unplaced.reason"), "1 refused: Meanwhile clerk-2 has revised that text.");
    EXPECT_EQ(seat.text("unplaced.text"), "Mine.");
    // By keyboard back into the editor, and on the record over what now stands.
    ASSERT_TRUE(tab_to(seat, "unplaced.edit"));
    seat.press("Enter");
    EXPECT_EQ(seat.focused(), "editor.text");
    EXPECT_EQ(seat.text("editor.text"), "Mine.");
    EXPECT_TRUE(seat.shows("Revising a paragraph of Mr. Lewis"));
    EXPECT_FALSE(seat.has("unplaced.text"));
    EXPECT_EQ(seat.drafts["r:3"], "Mine.");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(text_of(seat, 3), "Mine.");
    EXPECT_FALSE(seat.has("editor.feedback"));
}

TEST(Conflict, a_refused_text_never_takes_the_place_of_what_is_being_written) {
    auto seat = clerk(three);
    seat.hold_answers();
    seat.type("said five.");
    seat.press("Ctrl+Enter");
    seat.type("And six");
    // The floor was given by mistake and taken back before the paragraph came.
    seat.other("chair", meeting::UndoLast{});
    seat.answer();
    ASSERT_EQ(seat.model.unplaced.size(), 1U);
    seat.click("unplaced.edit");
    // Its intervention is gone, so it becomes a note, and nothing of either text is lost.
    EXPECT_TRUE(seat.shows("A note"));
    EXPECT_EQ(seat.text("editor.text"), "said five.");
    EXPECT_EQ(seat.drafts["p:2"], "And six");
    EXPECT_EQ(seat.drafts["n"], "said five.");
}

TEST(Conflict, a_refused_text_is_put_before_what_was_begun_at_its_place) {
    auto seat = clerk(three);
    meeting::Write write{meeting::InterventionId{2}, "said five.", {}};
    seat.model.unplaced.push_back({9, write, "The hub no longer takes a text with this number."});
    seat.type("And six");
    seat.click("unplaced.edit");
    EXPECT_EQ(seat.text("editor.text"), "said five. And six");
    EXPECT_EQ(seat.drafts["p:2"], "said five. And six");
}

TEST(Conflict, refused_headings_and_attributions_go_back_to_where_they_were_written) {
    auto seat = clerk(three);
    seat.model.unplaced.push_back({7, meeting::MakeHeading{"Statements", {}}, "Full."});
    seat.model.unplaced.push_back({8, meeting::Attribute{TextId{1}, "The Chair"}, "Full."});
    seat.model.unplaced.push_back({9, meeting::MakeNote{"Silence.", false, {}}, "Full."});
    seat.frame();
    EXPECT_EQ(seat.text("unplaced.reason"), "3 refused: Full.");
    seat.click("unplaced.edit");
    EXPECT_TRUE(seat.shows("A heading"));
    EXPECT_EQ(seat.text("editor.text"), "Statements");
    seat.click("unplaced.edit");
    EXPECT_TRUE(seat.shows("What stands before the paragraph"));
    EXPECT_EQ(seat.text("editor.text"), "The Chair");
    seat.click("unplaced.edit");
    EXPECT_EQ(seat.text("editor.text"), "Silence.");
    EXPECT_EQ(seat.text("editor.numbered"), "Without a number");
}

TEST(Conflict, a_refused_text_can_be_given_up) {
    auto seat = clerk(three);
    seat.model.unplaced.push_back({7, meeting::MakeHeading{"Statements", {}}, "Full."});
    seat.frame();
    seat.click("unplaced.drop");
    EXPECT_TRUE(seat.model.unplaced.empty());
    EXPECT_EQ(seat.text("editor.text"), "");
}

TEST(Removal, delete_removes_the_chosen_text_and_restores_it_among_the_removed) {
    auto seat = clerk(three);
    seat.press("F4");
    seat.press("Ctrl+Up");
    seat.press("Ctrl+Up");
    EXPECT_EQ(seat.text("record.remove"), "Remove");
    seat.press("Delete");
    EXPECT_EQ(seat.asked, Asked{"remove"});
    EXPECT_EQ(text_of(seat, 2), "(removed)");
    EXPECT_EQ(seat.text("record.3"), "2. Three.");
    seat.press("Ctrl+T");
    EXPECT_EQ(seat.focused(), "record.removed");
    EXPECT_EQ(seat.text("record.2"), "Two.");
    seat.press("Down");
    EXPECT_EQ(seat.text("record.remove"), "Restore");
    seat.press("Delete");
    EXPECT_EQ(seat.asked, (Asked{"remove", "restore"}));
    EXPECT_EQ(text_of(seat, 2), "Two.");
    EXPECT_EQ(order(seat), (Ids{1, 2, 3}));
    EXPECT_TRUE(seat.shows("Nothing was removed."));
    seat.press("Ctrl+T");
    EXPECT_EQ(seat.text("record.2"), "2. Two.");
}

TEST(Removal, delete_in_the_text_is_a_letter_less_and_no_removal) {
    auto seat = clerk(three);
    seat.press("Ctrl+Up");
    seat.type("ab");
    seat.press("Home");
    seat.press("Delete");
    EXPECT_EQ(seat.text("editor.text"), "b");
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(Removal, the_buttons_do_what_the_keys_do) {
    auto seat = clerk(three);
    EXPECT_FALSE(seat.enabled("record.remove"));
    EXPECT_FALSE(seat.enabled("record.up"));
    seat.press("Ctrl+Up");
    seat.click("record.remove");
    EXPECT_EQ(text_of(seat, 3), "(removed)");
    ASSERT_TRUE(tab_to(seat, "record.side"));
    seat.press("Right");
    ASSERT_TRUE(tab_to(seat, "record.removed"));
    seat.press("Down");
    seat.click("record.remove");
    EXPECT_EQ(text_of(seat, 3), "Three.");
}

TEST(Removal, what_somebody_else_removed_first_is_refused_at_the_record) {
    auto seat = clerk(three);
    seat.press("F4");
    seat.press("Ctrl+Up");
    seat.hold_answers();
    seat.press("Delete");
    EXPECT_EQ(seat.text("record.remove"), "Asked: Remove");
    EXPECT_FALSE(seat.enabled("record.remove"));
    seat.other("clerk-2", meeting::Remove{TextId{3}});
    seat.answer();
    EXPECT_EQ(seat.text("record.feedback"), "That text was removed.");
    EXPECT_TRUE(seat.model.unplaced.empty());
    seat.press("Esc");
    EXPECT_FALSE(seat.has("record.feedback"));
}

TEST(Moves, alt_up_and_down_move_a_paragraph_within_its_intervention) {
    auto seat = clerk(three);
    seat.press("Ctrl+Up");
    seat.press("Alt+Up");
    EXPECT_EQ(order(seat), (Ids{1, 3, 2}));
    seat.press("Alt+Up");
    EXPECT_EQ(order(seat), (Ids{3, 1, 2}));
    EXPECT_EQ(seat.text("record.3"), "1. Mr. Lewis Three.");
    EXPECT_FALSE(seat.enabled("record.up"));
    seat.press("Alt+Up");
    EXPECT_EQ(order(seat), (Ids{3, 1, 2}));
    EXPECT_EQ(clerk_view(seat).record.chosen, TextId{3});
    seat.press("Alt+Down");
    seat.press("Alt+Down");
    EXPECT_EQ(order(seat), (Ids{1, 2, 3}));
    seat.press("Alt+Down");
    EXPECT_EQ(order(seat), (Ids{1, 2, 3}));
    EXPECT_EQ(seat.asked, (Asked{"move", "move", "move", "move"}));
    seat.click("record.up");
    EXPECT_EQ(order(seat), (Ids{1, 3, 2}));
    seat.click("record.down");
    EXPECT_EQ(order(seat), (Ids{1, 2, 3}));
}

TEST(Moves, pass_over_a_paragraph_that_was_removed) {
    auto seat = clerk(std::string(three) + "15:14 clerk-2 remove paragraph=p2\n");
    seat.press("Ctrl+Up");
    seat.press("Alt+Up");
    EXPECT_EQ(seat.text("record.3"), "1. Mr. Lewis Three.");
    EXPECT_EQ(seat.text("record.1"), "2. said one.");
}

TEST(Attributions, ctrl_b_puts_other_words_before_a_paragraph_and_takes_them_back) {
    auto seat = clerk(three);
    for (int i = 0; i < 3; ++i) seat.press("Ctrl+Up");
    seat.press("Ctrl+B");
    EXPECT_TRUE(seat.shows("What stands before the paragraph, in place of its attribution"));
    seat.type("The Chair of the Working Group");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.asked, Asked{"attribute"});
    EXPECT_EQ(seat.text("record.1"), "1. The Chair of the Working Group said one.");
    seat.press("Ctrl+B");
    EXPECT_EQ(seat.text("editor.text"), "The Chair of the Working Group");
    seat.press("Ctrl+A");
    seat.press("Delete");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.text("record.1"), "1. Mr. Lewis said one.");
}

TEST(Attributions, without_a_chosen_text_ctrl_b_and_ctrl_r_do_nothing) {
    auto seat = clerk(three);
    seat.press("Ctrl+B");
    seat.press("Ctrl+R");
    EXPECT_TRUE(seat.shows("Writing for Ms. Poussi"));
}

TEST(Record, a_text_stays_chosen_when_others_come_before_it) {
    auto seat = clerk(three);
    seat.press("Ctrl+Up");
    seat.other("clerk-2", meeting::Write{meeting::InterventionId{1}, "Two and a half.", TextId{2}});
    EXPECT_EQ(clerk_view(seat).record.chosen, TextId{3});
    seat.press("Ctrl+R");
    EXPECT_EQ(seat.text("editor.text"), "Three.");
}

}  // namespace
}  // namespace dais::clerk_station
