// What a person does in a text field.
#include "ui/text_edit.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace dais::ui {
namespace {

using Taken = TextEdit::Taken;
using To = TextEdit::To;

TextEdit holding(std::string_view text) {
    TextEdit edit;
    edit.set(text);
    return edit;
}

void type(TextEdit& edit, std::string_view text) {
    for (const char c : text) edit.insert({&c, 1});
}

// The text with | at the caret and [ at the anchor.
std::string shown(const TextEdit& edit) {
    auto text = edit.text();
    const bool caret_first = edit.caret() < edit.anchor();
    text.insert(caret_first ? edit.anchor() : edit.caret(), caret_first ? "[" : "|");
    if (edit.caret() != edit.anchor()) text.insert(edit.selection().from, caret_first ? "|" : "[");
    return text;
}

TEST(TextEdit, begins_empty) {
    const TextEdit edit;
    EXPECT_TRUE(edit.empty());
    EXPECT_EQ(shown(edit), "|");
    EXPECT_FALSE(edit.can_undo());
}

TEST(TextEdit, what_is_typed_stands_before_the_caret) {
    TextEdit edit;
    type(edit, "Chair");
    EXPECT_EQ(shown(edit), "Chair|");
}

TEST(TextEdit, the_caret_goes_by_letters_whatever_they_are_made_of) {
    auto edit = holding("e\u0301👩\u200D💻x");
    edit.move(To::start);
    edit.move(To::next_letter);
    EXPECT_EQ(shown(edit), "e\u0301|👩\u200D💻x");
    edit.move(To::next_letter);
    EXPECT_EQ(shown(edit), "e\u0301👩\u200D💻|x");
    edit.move(To::previous_letter);
    edit.move(To::previous_letter);
    edit.move(To::previous_letter);
    EXPECT_EQ(edit.caret(), 0U);
}

TEST(TextEdit, the_caret_goes_by_words_to_the_end_of_the_next_and_the_beginning_of_the_last) {
    auto edit = holding("The floor, please.");
    edit.move(To::start);
    edit.move(To::next_word);
    EXPECT_EQ(shown(edit), "The| floor, please.");
    edit.move(To::next_word);
    EXPECT_EQ(shown(edit), "The floor|, please.");
    edit.move(To::previous_word);
    EXPECT_EQ(shown(edit), "The |floor, please.");
    edit.move(To::end);
    edit.move(To::previous_word);
    EXPECT_EQ(shown(edit), "The floor, |please.");
}

TEST(TextEdit, moves_may_extend_the_selection) {
    auto edit = holding("one two");
    edit.move(To::previous_word, true);
    EXPECT_EQ(shown(edit), "one |two[");
    EXPECT_EQ(edit.selected(), "two");
    edit.move(To::start, true);
    EXPECT_EQ(edit.selected(), "one two");
    edit.move(To::end);
    EXPECT_EQ(shown(edit), "one two|");
}

TEST(TextEdit, a_step_without_extending_leaves_the_selection_at_its_end) {
    auto edit = holding("one two");
    edit.select(0, 3);
    edit.move(To::next_letter);
    EXPECT_EQ(shown(edit), "one| two");
    edit.select(4, 7);
    edit.move(To::previous_letter);
    EXPECT_EQ(shown(edit), "one |two");
}

TEST(TextEdit, typing_replaces_the_selection) {
    auto edit = holding("one two");
    edit.select(3, 0);
    edit.insert("1");
    EXPECT_EQ(shown(edit), "1| two");
}

TEST(TextEdit, erases_by_letters_and_words_on_both_sides) {
    auto edit = holding("one two three four");
    edit.place(8);
    EXPECT_TRUE(edit.erase(To::previous_word));
    EXPECT_EQ(shown(edit), "one |three four");
    EXPECT_TRUE(edit.erase(To::next_word));
    EXPECT_EQ(shown(edit), "one | four");
    EXPECT_TRUE(edit.erase(To::next_letter));
    EXPECT_TRUE(edit.erase(To::previous_letter));
    EXPECT_EQ(shown(edit), "one|four");
    EXPECT_TRUE(edit.erase(To::end));
    EXPECT_TRUE(edit.erase(To::start));
    EXPECT_FALSE(edit.erase(To::start));
    EXPECT_FALSE(edit.erase(To::next_letter));
}

TEST(TextEdit, a_letter_goes_with_its_accents) {
    auto edit = holding("cafe\u0301");
    edit.erase(To::previous_letter);
    EXPECT_EQ(shown(edit), "caf|");
}

TEST(TextEdit, with_a_selection_erasing_takes_just_that) {
    auto edit = holding("one two");
    edit.select(1, 2);
    EXPECT_TRUE(edit.erase(To::previous_word));
    EXPECT_EQ(shown(edit), "o|e two");
}

TEST(TextEdit, line_breaks_become_spaces_and_other_controls_are_left_out) {
    TextEdit edit;
    EXPECT_EQ(edit.insert("a\r\nb\nc\td\u2028e\u0085f\x01\x7F\u009Fg"), Taken::whole);
    EXPECT_EQ(edit.text(), "a b c d e fg");
    edit.select_all();
    edit.insert(std::string_view("\x02\0", 2));
    EXPECT_EQ(edit.selected(), "a b c d e fg") << "nothing to put";
}

TEST(TextEdit, bad_utf8_is_refused_and_changes_nothing) {
    auto edit = holding("text");
    const auto revision = edit.revision();
    edit.select_all();
    EXPECT_EQ(edit.insert("a\xFF"), Taken::refused);
    EXPECT_EQ(edit.set("\xC0\xAF"), Taken::refused);
    EXPECT_EQ(edit.selected(), "text");
    EXPECT_EQ(edit.revision(), revision);
}

TEST(TextEdit, what_has_no_room_is_cut_between_letters) {
    TextEdit edit(6);
    EXPECT_EQ(edit.insert("abc"), Taken::whole);
    EXPECT_EQ(edit.insert("de\u0301"), Taken::cut);
    EXPECT_EQ(shown(edit), "abcd|");
    EXPECT_EQ(edit.insert("席"), Taken::cut);
    EXPECT_EQ(edit.text(), "abcd");
    edit.select(0, 4);
    EXPECT_EQ(edit.insert("主席好"), Taken::cut) << "the room of the selection counts";
    EXPECT_EQ(edit.text(), "主席");
    EXPECT_EQ(edit.set("1234567"), Taken::cut);
    EXPECT_EQ(edit.text(), "123456");
}

TEST(TextEdit, a_field_holds_as_much_as_a_paragraph_may_have) {
    TextEdit edit;
    EXPECT_EQ(edit.insert(std::string(meeting::max_text_bytes, 'a')), Taken::whole);
    EXPECT_EQ(edit.insert("a"), Taken::cut);
    EXPECT_EQ(edit.text().size(), meeting::max_text_bytes);
}

TEST(TextEdit, an_accent_before_the_caret_joins_what_is_typed_before_it) {
    auto edit = holding("\u0301x");
    edit.place(0);
    edit.insert("e");
    EXPECT_EQ(shown(edit), "e\u0301|x");
}

TEST(TextEdit, a_place_inside_of_a_letter_is_behind_it) {
    auto edit = holding("e\u0301x");
    edit.place(1);
    EXPECT_EQ(edit.caret(), 3U);
    edit.place(99);
    EXPECT_EQ(edit.caret(), 4U);
}

TEST(TextEdit, typing_is_undone_word_by_word) {
    TextEdit edit;
    type(edit, "so it was  decided");
    EXPECT_TRUE(edit.undo());
    EXPECT_EQ(shown(edit), "so it was|");
    EXPECT_TRUE(edit.undo());
    EXPECT_EQ(shown(edit), "so it|");
    EXPECT_TRUE(edit.redo());
    EXPECT_EQ(shown(edit), "so it was|");
    EXPECT_TRUE(edit.redo());
    EXPECT_FALSE(edit.redo());
    EXPECT_EQ(edit.text(), "so it was  decided");
}

TEST(TextEdit, a_move_ends_a_run_of_typing) {
    TextEdit edit;
    type(edit, "ab");
    edit.move(To::start);
    edit.move(To::end);
    type(edit, "cd");
    edit.undo();
    EXPECT_EQ(edit.text(), "ab");
}

TEST(TextEdit, erasing_is_a_step_of_its_own_and_brings_the_caret_back) {
    TextEdit edit;
    type(edit, "word");
    edit.erase(To::previous_letter);
    edit.erase(To::previous_letter);
    type(edit, "k");
    EXPECT_EQ(edit.text(), "wok");
    edit.undo();
    EXPECT_EQ(shown(edit), "wo|");
    edit.undo();
    EXPECT_EQ(shown(edit), "word|");
    edit.undo();
    EXPECT_EQ(shown(edit), "|");
}

TEST(TextEdit, erasing_a_line_backwards_is_undone_word_by_word) {
    auto edit = holding("one two");
    while (edit.erase(To::previous_letter)) continue;
    edit.undo();
    EXPECT_EQ(shown(edit), "one |");
    edit.undo();
    EXPECT_EQ(shown(edit), "one two|");
}

TEST(TextEdit, erasing_forwards_is_one_run_as_well) {
    auto edit = holding("one two");
    edit.move(To::start);
    for (int i = 0; i < 3; ++i) edit.erase(To::next_letter);
    edit.undo();
    EXPECT_EQ(shown(edit), "|one two");
}

TEST(TextEdit, a_replaced_selection_comes_back_selected) {
    auto edit = holding("one two");
    edit.select(7, 4);
    type(edit, "2");
    edit.undo();
    EXPECT_EQ(shown(edit), "one |two[");
}

TEST(TextEdit, typing_over_a_long_selection_is_one_step) {
    auto edit = holding(std::string(500, 'a'));
    edit.select_all();
    type(edit, "new");
    EXPECT_TRUE(edit.undo());
    EXPECT_EQ(edit.selected().size(), 500U);
}

TEST(TextEdit, what_is_pasted_is_one_step) {
    TextEdit edit;
    type(edit, "a");
    edit.insert("b c d");
    type(edit, "e");
    edit.undo();
    EXPECT_EQ(edit.text(), "ab c d");
    edit.undo();
    EXPECT_EQ(edit.text(), "a");
}

TEST(TextEdit, a_long_run_without_spaces_is_several_steps) {
    TextEdit edit;
    for (int i = 0; i < 100; ++i) edit.insert("席");
    edit.undo();
    EXPECT_GT(edit.text().size(), 200U);
}

TEST(TextEdit, what_was_undone_is_forgotten_when_something_else_is_typed) {
    TextEdit edit;
    type(edit, "one two");
    edit.undo();
    type(edit, "!");
    EXPECT_FALSE(edit.can_redo());
    EXPECT_EQ(edit.text(), "one!");
}

TEST(TextEdit, the_way_back_is_a_thousand_steps_long) {
    TextEdit edit;
    for (int i = 0; i < 1'100; ++i) edit.insert("ab");
    int steps = 0;
    while (edit.undo()) ++steps;
    EXPECT_EQ(steps, 1'000);
    EXPECT_EQ(edit.text().size(), 200U);
}

TEST(TextEdit, the_way_back_remembers_only_so_many_bytes) {
    TextEdit edit;
    const std::string big(65'536, 'a');
    for (int i = 0; i < 200; ++i) {
        edit.select_all();
        edit.insert(big);
    }
    std::size_t steps = 0;
    while (edit.undo()) ++steps;
    EXPECT_EQ(steps, TextEdit::max_undo_bytes / (2 * big.size()));
}

TEST(TextEdit, the_revision_grows_with_the_text_and_not_with_the_caret) {
    TextEdit edit;
    auto before = edit.revision();
    const auto grew = [&] { return std::exchange(before, edit.revision()) < edit.revision(); };
    edit.insert("a");
    EXPECT_TRUE(grew());
    edit.move(To::start);
    edit.select_all();
    edit.insert("");
    EXPECT_FALSE(grew());
    edit.undo();
    EXPECT_TRUE(grew());
    edit.redo();
    EXPECT_TRUE(grew());
    edit.set("a");
    EXPECT_FALSE(grew());
    edit.clear();
    EXPECT_TRUE(grew());
}

TEST(TextEdit, another_text_has_no_way_back) {
    TextEdit edit;
    type(edit, "draft");
    edit.set("other");
    EXPECT_FALSE(edit.undo());
    EXPECT_EQ(shown(edit), "other|");
    edit.clear();
    EXPECT_EQ(shown(edit), "|");
}

}  // namespace
}  // namespace dais::ui
