// Fields: typing, moving, selecting, the clipboard, undo, and which keys are left to the desk.
#include "ui/field.hpp"

#include <gtest/gtest.h>

#include "ui/stage.hpp"

namespace dais::ui {
namespace {

struct OneLine : testing::Test {
    Field text{32};
    std::string left_over;  // the keys that the field did not take
    bool editing = false;
    Stage stage{[this](Ui& ui) {
        field(ui, "field", {20, 20, 200, 40}, text, {.hint = "hint"});
        editing = ui.is_editing();
        if (const auto* press = ui.key()) left_over += name({press->key, press->mods}) + " ";
    }};
    void SetUp() override {
        stage.press("Tab");
        left_over.clear();
    }
    void press(std::initializer_list<std::string_view> keys) {
        for (const auto key : keys) stage.press(key);
    }
    const std::string& now() { return text.edit.text(); }
};

TEST_F(OneLine, takes_what_is_typed_in_any_script) {
    EXPECT_TRUE(editing);
    stage.type("Koné, شكرا, 谢谢");
    EXPECT_EQ(now(), "Koné, شكرا, 谢谢");
    EXPECT_EQ(stage.probe("field").text, now());
}

TEST_F(OneLine, moves_and_erases_by_letters_and_words) {
    stage.type("one two three");
    press({"Home", "Delete", "End", "Backspace"});
    EXPECT_EQ(now(), "ne two thre");
    press({"Ctrl+Left", "Ctrl+Backspace"});
    EXPECT_EQ(now(), "ne thre");
    press({"Home", "Right", "Right"});
    stage.type("w");
    EXPECT_EQ(now(), "new thre");
    press({"Left", "Left", "Left", "Ctrl+Delete"});
    EXPECT_EQ(now(), " thre");
}

TEST_F(OneLine, selects_with_shift_and_types_over_it) {
    stage.type("one two");
    press({"Ctrl+Shift+Left"});
    EXPECT_EQ(text.edit.selected(), "two");
    stage.type("2");
    EXPECT_EQ(now(), "one 2");
    press({"Shift+Home"});
    EXPECT_EQ(text.edit.selected(), "one 2");
    press({"Right", "Ctrl+A", "Backspace"});
    EXPECT_EQ(now(), "");
}

TEST_F(OneLine, copies_cuts_and_pastes_as_one_line) {
    stage.type("word");
    press({"Ctrl+A", "Ctrl+C"});
    EXPECT_EQ(stage.window.clipboard(), "word");
    press({"Ctrl+X"});
    EXPECT_EQ(now(), "");
    stage.window.set_clipboard("two\r\nlines\tand\x01 more");
    press({"Ctrl+V"});
    EXPECT_EQ(now(), "two lines and more");
    press({"Ctrl+C"});  // nothing is selected: what is on the clipboard stays
    EXPECT_EQ(stage.window.clipboard(), "two\r\nlines\tand\x01 more");
}

TEST_F(OneLine, keeps_its_limit_and_says_so) {
    stage.window.set_clipboard(std::string(31, 'a') + "éé");
    press({"Ctrl+V"});
    EXPECT_EQ(now(), std::string(31, 'a'));
    EXPECT_TRUE(text.full);
    press({"Backspace"});
    EXPECT_FALSE(text.full);
    stage.type("é");
    EXPECT_EQ(now(), std::string(30, 'a') + "é");
}

TEST_F(OneLine, undoes_a_run_of_typing_and_does_it_again) {
    stage.type("one two");
    press({"Ctrl+Z"});
    EXPECT_EQ(now(), "one");
    press({"Ctrl+Z"});
    EXPECT_EQ(now(), "");
    press({"Ctrl+Y"});
    EXPECT_EQ(now(), "one");
    press({"Ctrl+Shift+Z"});
    EXPECT_EQ(now(), "one two");
}

TEST_F(OneLine, leaves_ctrl_z_to_the_desk_where_it_has_nothing_to_undo) {
    press({"Ctrl+Z"});
    EXPECT_EQ(left_over, "Ctrl+Z ");
    left_over.clear();
    stage.type("a");
    press({"Ctrl+Z"});
    EXPECT_EQ(left_over, "");
    press({"Ctrl+Z"});
    EXPECT_EQ(left_over, "Ctrl+Z ");
}

TEST_F(OneLine, leaves_enter_escape_and_the_desks_chords_alone) {
    press({"Enter", "Esc", "Alt+Up", "Ctrl+F", "Ctrl+E", "F2", "Up", "Down"});
    EXPECT_EQ(left_over, "Enter Esc Alt+Up Ctrl+F Ctrl+E F2 Up Down ");
}

TEST_F(OneLine, the_pointer_places_the_caret_and_takes_a_word) {
    stage.type("one two three");
    stage.press("Esc");
    stage.frame.ui().leave_focus();
    stage.click("field");
    EXPECT_EQ(stage.focused(), "field");
    const auto at = text.edit.caret();
    EXPECT_GT(at, 0U);
    stage.click("field");
    EXPECT_FALSE(text.edit.selection().empty());
    EXPECT_EQ(text.edit.selected().find(' '), std::string_view::npos);
}

TEST_F(OneLine, a_long_text_scrolls_with_the_caret) {
    stage.type("mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm");
    EXPECT_GT(text.scroll, 0);
    press({"Home"});
    EXPECT_EQ(text.scroll, 0);
}

}  // namespace
}  // namespace dais::ui
