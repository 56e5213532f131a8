// Marks: made from inside the text, listed, gone to, cleared.
#include <gtest/gtest.h>

#include "clerk-station/desk.hpp"

namespace dais::clerk_station {
namespace {

using Asked = std::vector<std::string>;
using meeting::InterventionId;
using meeting::Mark;
using meeting::MarkKind;
using meeting::TextId;

constexpr std::string_view two =
    "15:11 chair give_floor to=lewis label=i1\n"
    "15:11:30 clerk-2 write of=i1 text=\"said that all was well.\"\n"
    "15:12 chair give_floor to=ople\n"
    "15:12:20 clerk-2 note text=\"A film was shown.\"\n";

const Mark& mark(const support::Seat& seat, std::size_t number) {
    return seat.model.meeting.marks.at(number - 1);
}

TEST(Marks, ctrl_m_marks_a_missed_point_at_this_moment_from_inside_the_text) {
    auto seat = clerk(two);
    seat.type("said ");
    seat.press("Ctrl+M");
    seat.type("so.");
    EXPECT_EQ(seat.asked, Asked{"mark"});
    EXPECT_EQ(mark(seat, 1).kind, MarkKind::missed);
    EXPECT_EQ(mark(seat, 1).of, InterventionId{2});
    EXPECT_EQ(mark(seat, 1).paragraph, TextId{});
    EXPECT_EQ(mark(seat, 1).at, seat.model.now);
    EXPECT_EQ(mark(seat, 1).author, "clerk-1");
    EXPECT_EQ(seat.text("editor.text"), "said so.");
}

TEST(Marks, ctrl_k_marks_the_revised_paragraph_to_be_checked) {
    auto seat = clerk(two);
    seat.press("Ctrl+Up");
    seat.press("Ctrl+Up");
    seat.press("Ctrl+R");
    ASSERT_TRUE(seat.shows("Revising a paragraph of Mr. Lewis"));
    seat.press("Ctrl+K");
    EXPECT_EQ(mark(seat, 1).kind, MarkKind::check);
    EXPECT_EQ(mark(seat, 1).of, InterventionId{1});
    EXPECT_EQ(mark(seat, 1).paragraph, TextId{1});
}

TEST(Marks, from_a_note_are_of_the_one_who_has_the_floor) {
    auto seat = clerk(two);
    seat.press("Ctrl+N");
    seat.press("Ctrl+M");
    EXPECT_EQ(mark(seat, 1).of, InterventionId{2});
}

TEST(Marks, are_made_one_after_another_without_waiting_for_the_hub) {
    auto seat = clerk(two);
    seat.hold_answers();
    seat.press("Ctrl+M");
    const auto first = seat.model.now;
    seat.pass(1);
    seat.press("Ctrl+M");
    EXPECT_EQ(seat.asked, (Asked{"mark", "mark"}));
    seat.answer();
    ASSERT_EQ(seat.model.meeting.marks.size(), 2U);
    EXPECT_EQ(mark(seat, 1).at, first);
    EXPECT_EQ(mark(seat, 2).at - first, std::chrono::seconds(1));
}

TEST(Marks, wait_for_the_hub_with_their_moment_where_the_link_is_lost) {
    auto seat = clerk(two);
    seat.lose_link(20);
    seat.press("Ctrl+M");
    const auto pressed = seat.model.now;
    seat.pass(60);
    seat.answer();
    EXPECT_EQ(mark(seat, 1).at, pressed);
}

TEST(Marks, their_number_is_always_in_sight) {
    auto seat = clerk(two);
    EXPECT_EQ(seat.text("left.side.1"), "0 marks");
    seat.press("Ctrl+M");
    EXPECT_EQ(seat.text("left.side.1"), "1 mark");
    seat.press("Ctrl+K");
    EXPECT_EQ(seat.text("left.side.1"), "2 marks");
    EXPECT_EQ(seat.text("interventions.2.marks"), "2 marks");
    seat.press("F7");
    EXPECT_EQ(seat.text("left.side.1"), "2 marks");
}

TEST(MarkDialog, ctrl_shift_m_makes_a_mark_with_a_note_at_the_moment_of_the_key) {
    auto seat = clerk(two);
    const auto pressed = seat.model.now;
    seat.press("Ctrl+Shift+M");
    EXPECT_EQ(seat.focused(), "mark.note");
    EXPECT_TRUE(seat.shows("A mark at 15:12:20"));
    seat.pass(30);
    seat.type("the year of the flood");
    ASSERT_TRUE(tab_to(seat, "mark.kind"));
    seat.press("Right");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.asked, Asked{"mark"});
    EXPECT_EQ(mark(seat, 1).note, "the year of the flood");
    EXPECT_EQ(mark(seat, 1).kind, MarkKind::check);
    EXPECT_EQ(mark(seat, 1).at, pressed);
    EXPECT_EQ(mark(seat, 1).of, InterventionId{2});
    EXPECT_EQ(seat.focused(), "editor.text");
}

TEST(MarkDialog, enter_in_the_note_and_the_button_make_it_too) {
    auto seat = clerk(two);
    seat.press("Ctrl+Shift+M");
    seat.type(" a name ");
    seat.press("Enter");
    EXPECT_EQ(mark(seat, 1).note, "a name");
    EXPECT_EQ(mark(seat, 1).kind, MarkKind::missed);
    seat.press("Ctrl+Shift+M");
    EXPECT_EQ(seat.text("mark.note"), "");
    seat.click("mark.go");
    EXPECT_EQ(mark(seat, 2).note, "");
}

TEST(MarkDialog, esc_and_cancel_leave_it) {
    auto seat = clerk(two);
    seat.press("Ctrl+Shift+M");
    seat.press("Esc");
    EXPECT_FALSE(seat.has("mark.go"));
    seat.press("Ctrl+Shift+M");
    seat.click("mark.cancel");
    EXPECT_FALSE(seat.has("mark.go"));
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(MarksList, f7_shows_it_in_place_of_the_interventions_and_back) {
    auto seat = clerk(two);
    seat.press("F7");
    EXPECT_EQ(seat.focused(), "marks.rows");
    EXPECT_FALSE(seat.has("interventions.rows"));
    EXPECT_EQ(seat.text("marks.rows.empty"),
              "No open marks: Ctrl+M marks a missed point, Ctrl+K what to check.");
    seat.press("F7");
    EXPECT_EQ(seat.focused(), "interventions.rows");
    EXPECT_FALSE(seat.has("marks.rows"));
    seat.click("left.side.1");
    EXPECT_TRUE(seat.has("marks.rows"));
    seat.press("F2");
    EXPECT_EQ(seat.focused(), "interventions.rows");
    seat.press("F7");
    seat.press("F5");
    EXPECT_TRUE(seat.has("interventions.rows"));
    EXPECT_EQ(clerk_view(seat).interventions.filter, Filter::mine);
}

TEST(MarksList, says_when_what_of_whom_and_by_whom_in_the_order_of_the_moments) {
    auto seat = clerk(two);
    const auto earlier = seat.model.now - std::chrono::seconds(30);
    seat.press("Ctrl+M");
    seat.other("clerk-2",
               meeting::MakeMark{MarkKind::check, InterventionId{1}, TextId{1}, "the figures", earlier});
    seat.press("F7");
    EXPECT_EQ(seat.text("marks.1.at"), "15:12:20");
    EXPECT_EQ(seat.text("marks.1.kind"), "point missed");
    EXPECT_EQ(seat.text("marks.1"), "Ms. Ople");
    EXPECT_EQ(seat.text("marks.1.author"), "mine");
    EXPECT_EQ(seat.text("marks.2.at"), "15:11:50");
    EXPECT_EQ(seat.text("marks.2.kind"), "check against delivery");
    EXPECT_EQ(seat.text("marks.2"), "Mr. Lewis: the figures");
    EXPECT_EQ(seat.text("marks.2.author"), "clerk-2");
    EXPECT_LT(seat.probe("marks.2")->rect.y, seat.probe("marks.1")->rect.y);
}

TEST(MarksList, enter_revises_the_paragraph_or_writes_for_the_intervention) {
    auto seat = clerk(two);
    seat.press("Ctrl+M");
    seat.other("clerk-2", meeting::MakeMark{MarkKind::check, InterventionId{1}, TextId{1}, "",
                                            seat.model.now - std::chrono::seconds(30)});
    seat.press("F7");
    seat.press("Home");
    seat.press("Enter");
    EXPECT_TRUE(seat.shows("Revising a paragraph of Mr. Lewis"));
    EXPECT_EQ(seat.focused(), "editor.text");
    seat.press("F7");
    seat.press("F7");
    seat.press("End");
    seat.press("Enter");
    EXPECT_TRUE(seat.shows("Writing for Ms. Ople"));
    // The paragraph is gone: its intervention is there.
    seat.other("clerk-2", meeting::Remove{TextId{1}});
    seat.press("F7");
    seat.press("F7");
    seat.press("Home");
    seat.press("Enter");
    EXPECT_TRUE(seat.shows("Writing for Mr. Lewis"));
}

TEST(MarksList, enter_at_what_was_said_by_nobody_goes_nowhere) {
    auto seat = clerk();
    seat.press("Ctrl+M");
    seat.press("F7");
    EXPECT_EQ(seat.text("marks.1"), "Nobody had the floor");
    seat.press("Enter");
    EXPECT_EQ(seat.focused(), "marks.rows");
}

TEST(MarksList, delete_clears_and_never_touches_the_record) {
    auto seat = clerk(two);
    seat.press("Ctrl+Up");
    seat.press("Ctrl+M");
    seat.press("Ctrl+K");
    seat.press("F7");
    seat.press("Home");
    seat.press("Delete");
    EXPECT_TRUE(mark(seat, 1).cleared);
    EXPECT_FALSE(mark(seat, 2).cleared);
    EXPECT_FALSE(seat.has("marks.1"));
    seat.press("Delete");
    seat.press("Delete");
    EXPECT_EQ(seat.asked, (Asked{"mark", "mark", "clear_mark", "clear_mark"}));
    EXPECT_EQ(seat.text("left.side.1"), "0 marks");
    EXPECT_EQ(text_of(seat, 2), "A film was shown.");
}

TEST(MarksList, the_buttons_do_the_same) {
    Played played(two);
    support::Seat seat(std::make_unique<ClerkView>(), played.meeting, played.scene.now(), "clerk-1",
                       {1920, 1080});
    seat.press("F7");
    EXPECT_FALSE(seat.enabled("marks.clear"));
    seat.click("marks.missed");
    seat.click("marks.check");
    EXPECT_EQ(mark(seat, 1).kind, MarkKind::missed);
    EXPECT_EQ(mark(seat, 2).kind, MarkKind::check);
    seat.click("marks.clear");
    seat.click("marks.clear");
    EXPECT_TRUE(seat.model.meeting.marks[0].cleared && seat.model.meeting.marks[1].cleared);
    EXPECT_FALSE(seat.enabled("marks.clear"));
}

TEST(MarksList, what_is_refused_is_said_and_read) {
    auto seat = clerk(two);
    seat.press("Ctrl+M");
    seat.hold_answers();
    seat.press("F7");
    seat.press("Delete");
    seat.other("clerk-2", meeting::ClearMark{meeting::MarkId{1}});
    seat.answer();
    EXPECT_EQ(seat.text("left.feedback"), "That mark was cleared already.");
    seat.press("Esc");
    EXPECT_FALSE(seat.has("left.feedback"));
}

TEST(MarksList, a_moderator_reads_it_and_marks_nothing) {
    Played played(std::string(two) + "15:13 clerk-2 mark for=check\n");
    support::Seat seat(std::make_unique<ClerkView>(), played.meeting, played.scene.now(), "moderator");
    seat.press("Ctrl+M");
    seat.press("Ctrl+K");
    seat.press("Ctrl+Shift+M");
    EXPECT_FALSE(seat.has("mark.go"));
    seat.press("Ctrl+Shift+R");
    seat.press("F7");
    EXPECT_EQ(seat.text("marks.1.kind"), "check against delivery");
    EXPECT_FALSE(seat.has("marks.clear"));
    seat.press("Delete");
    EXPECT_EQ(seat.asked, Asked{});
}

}  // namespace
}  // namespace dais::clerk_station
