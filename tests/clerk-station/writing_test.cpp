// The clerk's text: on the record, to whoever speaks, with what will be printed before it; notes, headings,
// long paragraphs and other scripts.
#include <gtest/gtest.h>

#include <algorithm>

#include "clerk-station/desk.hpp"

namespace dais::clerk_station {
namespace {

using Asked = std::vector<std::string>;
using meeting::TextId;

constexpr std::string_view lewis = "15:11 chair give_floor to=lewis\n";

std::string of_text(const support::Seat& seat, std::uint64_t id) {
    const auto* text = meeting::find_text(seat.model.meeting, TextId{id});
    if (text == nullptr) return "(none)";
    const auto* of = meeting::find_intervention(seat.model.meeting, text->of);
    return of == nullptr ? "" : of->speaker.who;
}

TEST(Writing, begins_for_the_one_who_speaks_with_the_keyboard_in_the_text) {
    auto seat = clerk(lewis);
    EXPECT_EQ(seat.focused(), "editor.text");
    EXPECT_TRUE(seat.shows("Writing for Mr. Lewis"));
    EXPECT_EQ(seat.text("editor.speaker"), "Mr. Lewis has the floor");
}

TEST(Writing, ctrl_enter_puts_the_paragraph_on_the_record_and_opens_the_next) {
    auto seat = clerk(lewis);
    seat.type("said that all was well.");
    EXPECT_EQ(seat.drafts["p:1"], "said that all was well.");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.asked, Asked{"write"});
    EXPECT_EQ(text_of(seat, 1), "said that all was well.");
    EXPECT_EQ(of_text(seat, 1), "lewis");
    EXPECT_EQ(seat.text("editor.text"), "");
    EXPECT_EQ(seat.focused(), "editor.text");
    EXPECT_FALSE(seat.drafts.contains("p:1"));
    seat.type("He also said more.");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(text_of(seat, 2), "He also said more.");
    EXPECT_EQ(of_text(seat, 2), "lewis");
}

TEST(Writing, an_empty_text_is_not_asked_for) {
    auto seat = clerk(lewis);
    seat.press("Ctrl+Enter");
    seat.type("  ");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.asked, Asked{});
    EXPECT_FALSE(seat.enabled("editor.write"));
}

TEST(Writing, alt_enter_goes_to_whoever_has_the_floor_now) {
    auto seat = clerk(lewis);
    seat.type("said that all was well.");
    seat.other("chair", meeting::GiveFloor{"poussi", {}, "", {}});
    EXPECT_TRUE(seat.shows("Writing for Mr. Lewis"));
    EXPECT_EQ(seat.text("editor.speaker"), "Ms. Poussi has the floor now (Alt+Enter goes there)");
    seat.press("Alt+Enter");
    EXPECT_EQ(of_text(seat, 1), "lewis");
    EXPECT_TRUE(seat.shows("Writing for Ms. Poussi"));
    EXPECT_EQ(seat.focused(), "editor.text");
    seat.type("said that it was not.");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(of_text(seat, 2), "poussi");
}

TEST(Writing, alt_enter_with_nothing_typed_only_goes) {
    auto seat = clerk(lewis);
    seat.other("chair", meeting::GiveFloor{"poussi", {}, "", {}});
    seat.press("Alt+Enter");
    EXPECT_EQ(seat.asked, Asked{});
    EXPECT_TRUE(seat.shows("Writing for Ms. Poussi"));
}

TEST(Writing, the_buttons_do_what_the_keys_do) {
    auto seat = clerk(lewis);
    seat.type("said one thing.");
    seat.click("editor.write");
    EXPECT_EQ(text_of(seat, 1), "said one thing.");
    EXPECT_EQ(seat.focused(), "editor.text");
    seat.type("said another.");
    seat.other("chair", meeting::GiveFloor{"poussi", {}, "", {}});
    seat.click("editor.go");
    EXPECT_EQ(text_of(seat, 2), "said another.");
    EXPECT_TRUE(seat.shows("Writing for Ms. Poussi"));
}

TEST(Attribution, stands_in_grey_before_the_text_as_it_will_be_printed) {
    auto seat = clerk("15:11 chair give_floor to=ople on_behalf_of=\"the Group of Island States\"\n");
    EXPECT_EQ(lead(seat),
              "1. Ms. Ople (Philippines), speaking via video link on behalf of the Group of Island States,");
    seat.type("said so.");
    seat.press("Ctrl+Enter");
    EXPECT_TRUE(
        seat.shows("1. Ms. Ople (Philippines), speaking via video link on behalf of the Group of "
                   "Island States, said so."));
    // The second paragraph is the same speaker's.
    EXPECT_EQ(lead(seat), "2.");
}

TEST(Attribution, does_not_say_again_by_what_link_somebody_speaks) {
    auto seat = clerk(
        "15:11 chair give_floor to=ople label=i1\n15:11 clerk-2 write of=i1 text=\"said so.\"\n"
        "15:12 chair give_floor to=lewis\n15:13 chair give_floor to=ople\n");
    EXPECT_EQ(lead(seat), "2. Ms. Ople (Philippines)");
}

TEST(Attribution, has_a_number_that_counts_what_stands_before) {
    auto seat = clerk(
        "15:11 chair give_floor to=lewis label=i1\n15:11 clerk-2 write of=i1 text=\"said so.\"\n"
        "15:11 clerk-2 write of=i1 text=\"And so.\"\n15:12 chair give_floor to=moreno\n");
    EXPECT_EQ(lead(seat), "3. Mr. Moreno (Chile)");
    seat.other("clerk-2", meeting::MakeNote{"A film was shown.", true, {}});
    EXPECT_EQ(lead(seat), "3. Mr. Moreno (Chile)");
    seat.other("clerk-2", meeting::Remove{TextId{1}});
    EXPECT_EQ(lead(seat), "2. Mr. Moreno (Chile)");
}

TEST(Notes, ctrl_n_writes_one_with_a_number) {
    auto seat = clerk(lewis);
    seat.press("Ctrl+N");
    EXPECT_TRUE(seat.shows("A note"));
    EXPECT_EQ(seat.text("editor.numbered"), "With a number");
    seat.type("A short film was shown.");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.asked, Asked{"note"});
    EXPECT_EQ(text_of(seat, 1), "A short film was shown.");
    EXPECT_TRUE(seat.model.meeting.texts[0].numbered);
    // Back to the one who speaks.
    EXPECT_TRUE(seat.shows("Writing for Mr. Lewis"));
}

TEST(Notes, ctrl_u_takes_the_number_away_for_this_one_only) {
    auto seat = clerk(lewis);
    seat.press("Ctrl+N");
    seat.press("Ctrl+U");
    EXPECT_EQ(seat.text("editor.numbered"), "Without a number");
    seat.type("A minute of silence was observed.");
    seat.press("Ctrl+Enter");
    EXPECT_FALSE(seat.model.meeting.texts[0].numbered);
    seat.click("acts.note");
    EXPECT_EQ(seat.text("editor.numbered"), "With a number");
    seat.click("editor.numbered");
    EXPECT_EQ(seat.text("editor.numbered"), "Without a number");
}

TEST(Notes, escape_leaves_a_note_and_keeps_what_was_typed) {
    auto seat = clerk(lewis);
    seat.press("Ctrl+N");
    seat.type("half");
    seat.press("Esc");
    EXPECT_TRUE(seat.shows("Writing for Mr. Lewis"));
    EXPECT_EQ(seat.text("editor.elsewhere"), "1 unfinished elsewhere (Ctrl+G)");
    seat.press("Ctrl+N");
    EXPECT_EQ(seat.text("editor.text"), "half");
}

TEST(Notes, ctrl_j_puts_one_after_the_intervention_chosen_and_back_to_this_moment) {
    auto seat = clerk("15:11 chair give_floor to=lewis\n15:12 chair give_floor to=poussi\n");
    seat.press("F2");
    seat.press("Home");
    seat.press("Ctrl+J");  // nothing is written that could stand anywhere
    seat.press("Ctrl+N");
    EXPECT_EQ(seat.text("editor.after"), "At this moment");
    seat.press("Ctrl+J");
    EXPECT_EQ(seat.text("editor.after"), "After Mr. Lewis");
    seat.press("Ctrl+J");
    EXPECT_EQ(seat.text("editor.after"), "At this moment");
    seat.press("Ctrl+J");
    seat.type("A film was shown.");
    seat.press("Ctrl+Enter");
    const auto& timeline = seat.model.meeting.timeline;
    const auto note = std::find_if(timeline.begin(), timeline.end(), [](const meeting::TimelineItem& item) {
        return item.place == meeting::Place::text;
    });
    ASSERT_NE(note, timeline.end());
    EXPECT_EQ(note->anchor, meeting::InterventionId{1});
    // For this one only.
    seat.press("Ctrl+Shift+N");
    EXPECT_EQ(seat.text("editor.after"), "At this moment");
    seat.press("Ctrl+J");
    seat.click("editor.after");
    EXPECT_EQ(seat.text("editor.after"), "At this moment");
}

TEST(Headings, ctrl_shift_n_writes_one) {
    auto seat = clerk(lewis);
    seat.press("Ctrl+Shift+N");
    EXPECT_TRUE(seat.shows("A heading"));
    EXPECT_FALSE(seat.has("editor.numbered"));
    seat.type("Statements");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(seat.asked, Asked{"heading"});
    EXPECT_EQ(text_of(seat, 1), "Statements");
    seat.click("acts.heading");
    EXPECT_TRUE(seat.shows("A heading"));
}

TEST(Typing, undo_and_redo_are_the_texts) {
    auto seat = clerk(lewis);
    seat.type("said ");
    seat.press("Ctrl+Z");
    const auto undone = seat.text("editor.text");
    EXPECT_LT(undone.size(), 5U);
    seat.press("Ctrl+Y");
    EXPECT_EQ(seat.text("editor.text"), "said ");
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(Typing, escape_leaves_the_text_and_f3_comes_back) {
    auto seat = clerk(lewis);
    seat.type("said");
    seat.press("Esc");
    EXPECT_EQ(seat.focused(), "");
    seat.press("F3");
    EXPECT_EQ(seat.focused(), "editor.text");
    seat.type(" so");
    EXPECT_EQ(seat.text("editor.text"), "said so");
}

std::string words(int from, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i == 0 ? "w" : " w") + std::to_string(from + i);
    return text;
}

TEST(LongTexts, a_paragraph_of_320_words_is_typed_and_edited_in_the_middle) {
    auto seat = clerk(lewis);
    seat.type(words(1, 320));
    EXPECT_EQ(seat.text("editor.text"), words(1, 320));
    seat.press("Ctrl+Home");
    for (int i = 0; i < 160; ++i) seat.press("Ctrl+Right");
    seat.type(" middle");
    EXPECT_EQ(seat.text("editor.text"), words(1, 160) + " middle " + words(161, 160));
    for (int i = 0; i < 7; ++i) seat.press("Backspace");
    EXPECT_EQ(seat.text("editor.text"), words(1, 320));
    seat.press("Ctrl+Enter");
    EXPECT_EQ(text_of(seat, 1), words(1, 320));
}

TEST(LongTexts, up_and_down_go_by_the_lines_that_are_seen) {
    auto seat = clerk(lewis);
    const auto text = words(1, 320);
    seat.type(text);
    seat.press("Up");
    seat.press("Home");
    seat.type("#");
    const auto with = seat.text("editor.text");
    const auto at = with.find('#');
    // A line up from the end, at its beginning: neither in the last words nor at the very start.
    ASSERT_NE(at, std::string::npos);
    EXPECT_GT(at, text.size() / 2);
    EXPECT_LT(at, text.size() - 20);
    EXPECT_EQ(with[at - 1], ' ');
    seat.press("Backspace");
    seat.press("Down");
    seat.press("End");
    seat.type("#");
    EXPECT_EQ(seat.text("editor.text"), text + "#");
}

TEST(LongTexts, more_than_a_paragraph_holds_is_said) {
    auto seat = clerk(lewis);
    seat.window().set_clipboard(std::string(meeting::max_text_bytes + 10, 'a'));
    seat.press("Ctrl+V");
    EXPECT_EQ(seat.text("editor.text").size(), meeting::max_text_bytes);
    EXPECT_EQ(seat.text("editor.state"), "A paragraph holds no more than this");
}

TEST(Scripts, arabic_is_typed_corrected_and_put_on_the_record) {
    auto seat = clerk(lewis);
    seat.type("قال إن القراءات يجب أن تنتقل في أقل من 10 دقائقة");
    seat.press("Backspace");
    seat.type("،");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(text_of(seat, 1), "قال إن القراءات يجب أن تنتقل في أقل من 10 دقائق،");
}

TEST(Scripts, left_goes_on_in_a_text_that_runs_from_right_to_left) {
    auto seat = clerk(lewis);
    seat.type("قال");
    seat.press("Home");
    seat.press("Left");
    seat.type("-");
    EXPECT_EQ(seat.text("editor.text"), "ق-ال");
}

TEST(Scripts, chinese_is_typed_corrected_and_put_on_the_record) {
    auto seat = clerk(lewis);
    std::string text;
    for (int i = 0; i < 40; ++i) text += "读数应当从一个水位计传到另一个水位计，";
    seat.type(text + "而");
    seat.press("Backspace");
    seat.press("Up");
    seat.press("End");
    seat.press("Ctrl+Enter");
    EXPECT_EQ(text_of(seat, 1), text);
}

}  // namespace
}  // namespace dais::clerk_station
