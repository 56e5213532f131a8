// The editor of paragraphs: keys, pointer, clipboard, input methods and what is drawn anew, without a window.
#include "ui/editor.hpp"

#include <gtest/gtest.h>

#include "ui/stage.hpp"

namespace dais::ui {
namespace {

struct Editing : testing::Test {
    Editor editor{200};
    std::string lead = "12. Mr. Lewis (Office of the Gauges),";
    std::string hint = "said that …";
    std::string left_over;  // the keys that the editor did not take
    float height = 0;
    Rect place{20, 20, 400, 200};
    std::vector<Editor::Mark> marks;
    Stage stage{[this](Ui& ui) {
        const auto event = editor.draw(ui, "text", place, lead, hint, marks);
        height = event.height;
        if (const auto* press = ui.key()) left_over += name({press->key, press->mods}) + " ";
    }};
    void SetUp() override {
        stage.press("Tab");
        left_over.clear();
    }
    void press(std::initializer_list<std::string_view> keys) {
        for (const auto key : keys) stage.press(key);
    }
    const std::string& now() { return editor.text(); }
    std::size_t caret() { return editor.edit().caret(); }
    Rect caret_seen() { return stage.window.text_input(); }
    std::uint64_t drawn() { return stage.frame.ui().sheets().drawn(); }

    void pointer(float x, float y) {
        stage.window.input().push(PointerMoved{x, y});
        stage.show();
    }
    void button(bool down, Mods mods = {}) {
        stage.window.input().push(ButtonChanged{0, down, mods});
        stage.show();
    }
    void click(float x, float y, Mods mods = {}) {
        pointer(x, y);
        button(true, mods);
        button(false, mods);
    }
    void compose(std::string text, std::size_t at) {
        stage.window.input().push(Composing{std::move(text), at});
        stage.show();
    }
};

TEST_F(Editing, takes_what_is_typed_in_any_script) {
    stage.type("Koné, شكرا, 谢谢, 𝛼!");
    EXPECT_EQ(now(), "Koné, شكرا, 谢谢, 𝛼!");
    EXPECT_EQ(stage.probe("text").text, now());
    EXPECT_EQ(stage.probe("text.lead").text, lead);
}

TEST_F(Editing, begins_behind_the_lead_and_never_goes_into_it) {
    const auto begin = caret_seen();
    EXPECT_GT(begin.x, 200);
    stage.type("a");
    press({"Left", "Left", "Ctrl+Left", "Up"});
    EXPECT_EQ(caret(), 0U);
    EXPECT_EQ(caret_seen().x, begin.x);
    press({"Backspace"});
    EXPECT_EQ(now(), "a");
    press({"Home"});
    EXPECT_EQ(caret(), 0U);
}

TEST_F(Editing, an_empty_text_behind_a_number_begins_at_the_side_of_its_hint) {
    lead = "12.";
    stage.show();
    EXPECT_LT(caret_seen().x, 120);
    hint = "قال إن …";
    stage.show();
    EXPECT_GT(caret_seen().x, 320);
    stage.type("a");  // what is typed settles it
    EXPECT_LT(caret_seen().x, 120);
    press({"Backspace"});
    lead = "12. Mr. Lewis,";  // and so does a name
    stage.show();
    EXPECT_LT(caret_seen().x, 220);
}

TEST_F(Editing, moves_erases_and_kills_by_letters_and_words) {
    lead = "12.";
    stage.type("one two three");
    press({"Ctrl+Home", "Delete", "End", "Backspace"});
    EXPECT_EQ(now(), "ne two thre");
    press({"Ctrl+Left", "Ctrl+Backspace"});
    EXPECT_EQ(now(), "ne thre");
    press({"Ctrl+Home", "Right", "Right"});
    stage.type("w");
    EXPECT_EQ(now(), "new thre");
    press({"Left", "Left", "Left", "Ctrl+Delete"});
    EXPECT_EQ(now(), " thre");
    press({"Ctrl+Z", "Ctrl+Z", "Ctrl+Y"});
    EXPECT_EQ(now(), "new thre");
}

TEST_F(Editing, left_and_right_go_as_the_line_is_seen) {
    lead.clear();
    stage.type("ab");
    stage.type("שלום");
    press({"Ctrl+Home"});
    float last = -1;
    for (int i = 0; i < 6; ++i) {
        EXPECT_GT(caret_seen().x, last);
        last = caret_seen().x;
        press({"Right"});
    }
    editor.set("قال الممثل");
    press({"Ctrl+Home"});
    const auto right = caret_seen().x;
    press({"Left"});
    EXPECT_EQ(caret(), 2U);
    EXPECT_LT(caret_seen().x, right);
    press({"Ctrl+Left", "Ctrl+Left"});
    EXPECT_EQ(caret(), now().size());
}

TEST_F(Editing, a_selection_is_given_up_for_its_end_on_that_side) {
    stage.type("one two");
    press({"Ctrl+Shift+Left", "Left"});
    EXPECT_EQ(caret(), 4U);
    press({"Ctrl+Shift+Right", "Right"});
    EXPECT_EQ(caret(), 7U);
    editor.set("قال");
    lead.clear();
    press({"Ctrl+A", "Left"});
    EXPECT_EQ(caret(), 6U);
    press({"Ctrl+A", "Right"});
    EXPECT_EQ(caret(), 0U);
}

TEST_F(Editing, lines_are_walked_with_their_column) {
    lead.clear();
    for (int i = 0; i < 12; ++i) stage.type("mmmm ");
    stage.type("i");
    press({"Ctrl+Home", "End"});
    const auto end = caret();
    const auto far = caret_seen();
    EXPECT_GT(far.x, 250);
    press({"Down"});
    EXPECT_NEAR(caret_seen().x, far.x, 30);
    EXPECT_GT(caret_seen().y, far.y);
    press({"Ctrl+End"});
    const auto last = caret_seen();
    press({"Up", "Up", "Down", "Down"});
    EXPECT_EQ(caret_seen().x, last.x);
    press({"PageUp"});
    EXPECT_LT(caret(), end);
    press({"Shift+PageDown", "Shift+Down", "Shift+Down"});
    EXPECT_EQ(editor.edit().selection().to, now().size());
}

TEST_F(Editing, where_a_line_is_full_without_a_space_its_end_is_not_the_next_lines_beginning) {
    lead.clear();
    for (int i = 0; i < 60; ++i) stage.type("主");
    press({"Ctrl+Home", "End"});
    const auto end = caret_seen();
    const auto at = caret();
    EXPECT_GT(end.x, 350);
    press({"Down", "Home"});
    EXPECT_EQ(caret(), at);
    EXPECT_LT(caret_seen().x, 40);
    EXPECT_GT(caret_seen().y, end.y);
    click(410, end.y + 5);  // beyond the last letter
    EXPECT_EQ(caret(), at);
    EXPECT_EQ(caret_seen().y, end.y);
}

TEST_F(Editing, the_pointer_places_takes_words_and_all_and_drags) {
    lead.clear();
    stage.type("one two three");
    press({"Ctrl+Home"});
    const auto first = caret_seen();
    press({"Ctrl+Right"});
    const auto second = caret_seen();
    press({"Ctrl+Right"});
    const auto third = caret_seen();
    const float y = first.y + 5;
    click(second.x + 1, y);
    EXPECT_EQ(caret(), 3U);
    EXPECT_TRUE(editor.edit().selection().empty());
    click(second.x - 1, y);
    EXPECT_EQ(editor.edit().selected(), "one");
    click(second.x - 1, y);
    EXPECT_EQ(editor.edit().selected(), now());
    pointer(first.x + 30, 150);
    stage.show();
    click(first.x, y);
    pointer(first.x, y);
    button(true);
    pointer(third.x, y);
    EXPECT_NE(editor.edit().selected(), "");
    button(false);
}

TEST_F(Editing, with_shift_a_press_selects_up_to_it_and_a_word_taken_is_dragged_by_words) {
    lead.clear();
    stage.type("one two three");
    press({"Ctrl+Home", "Ctrl+Right", "Ctrl+Right"});
    const auto third = caret_seen();
    press({"Ctrl+Home"});
    click(third.x + 1, third.y + 5, shift);
    EXPECT_EQ(editor.edit().selected(), "one two");
    pointer(600, 500);
    click(60, third.y + 5);
    pointer(60, third.y + 5);
    button(true);
    EXPECT_EQ(editor.edit().selected(), "one");
    pointer(third.x + 20, third.y + 5);
    EXPECT_EQ(editor.edit().selected(), "one two three");
    button(false);
}

TEST_F(Editing, copies_cuts_and_pastes_within_the_limit) {
    stage.type("word");
    press({"Ctrl+A", "Ctrl+C", "End", "Ctrl+V"});
    EXPECT_EQ(now(), "wordword");
    press({"Ctrl+A", "Ctrl+X"});
    EXPECT_EQ(now(), "");
    stage.window.set_clipboard(std::string(199, 'a') + "éé\r\n");
    press({"Ctrl+V"});
    EXPECT_EQ(now(), std::string(199, 'a'));
    EXPECT_TRUE(editor.full());
    press({"Backspace"});
    EXPECT_FALSE(editor.full());
}

TEST_F(Editing, what_is_put_together_stands_at_the_caret_and_is_not_part_of_the_text) {
    stage.type("a b");
    press({"Left"});
    const auto before = caret_seen();
    compose("zhu", 3);
    EXPECT_EQ(now(), "a b");
    EXPECT_EQ(editor.composing(), "zhu");
    EXPECT_GT(caret_seen().x, before.x + 15);
    compose("zhu", 0);
    EXPECT_EQ(caret_seen().x, before.x);
    stage.type("主");
    EXPECT_EQ(now(), "a 主b");
    EXPECT_EQ(editor.composing(), "");
}

TEST_F(Editing, what_is_put_together_takes_the_place_of_a_selection_and_can_be_given_up) {
    stage.type("one two");
    press({"Ctrl+Shift+Left"});
    compose("x", 1);
    EXPECT_EQ(now(), "one ");
    compose("", 0);
    EXPECT_EQ(editor.composing(), "");
    press({"Ctrl+Z"});
    EXPECT_EQ(now(), "one two");
    compose("\xFF", 1);
    EXPECT_EQ(editor.composing(), "");
    compose("é", 1);  // a caret within a character
    stage.frame.ui().leave_focus();
    stage.show();
    EXPECT_EQ(editor.composing(), "");
}

TEST_F(Editing, draws_a_line_when_it_changes_and_at_no_other_time) {
    stage.type("one two three four five six seven eight nine ten eleven twelve");
    const auto before = drawn();
    stage.show();
    press({"Left", "Up", "Ctrl+A"});
    EXPECT_EQ(drawn(), before) << "a caret or a selection is no other text";
    press({"Ctrl+End"});
    stage.type(".");
    EXPECT_EQ(drawn(), before + 1) << "one line has changed";
    press({"Backspace"});
    EXPECT_EQ(drawn(), before + 1) << "and was drawn before";
    auto settings = stage.frame.settings();
    settings.theme = ThemeName::dark;
    stage.frame.set(settings);
    stage.show();
    EXPECT_EQ(drawn(), before + 1) << "colours are not in the strips";
    place.w += 40;
    stage.show();
    EXPECT_GT(drawn(), 0U);
    EXPECT_NE(stage.frame.ui().sheets().all().begin()->second.number(), Sheets::first_number);
}

TEST_F(Editing, many_keys_in_one_batch_need_no_more_room_than_the_sheet_has) {
    for (int round = 0; round < 30; ++round) stage.type("word and ");
    editor.set("");
    for (int i = 0; i < 20; ++i) {
        for (int key = 0; key < 9; ++key) stage.window.input().push(Typed{"主席 "});
        stage.window.input().push(KeyPress{Key::z, ctrl, false});
        stage.show();
    }
    SUCCEED();
}

TEST_F(Editing, follows_its_caret_and_is_turned_by_the_wheel) {
    place.h = 100;
    for (int i = 0; i < 40; ++i) stage.type("word ");
    EXPECT_GT(height, place.h);
    EXPECT_TRUE(place.contains(caret_seen().x, caret_seen().y));
    stage.wheel("text", 20);
    EXPECT_FALSE(place.contains(caret_seen().x, caret_seen().y));
    stage.type("x");
    EXPECT_TRUE(place.contains(caret_seen().x, caret_seen().y));
}

TEST_F(Editing, marks_lie_over_the_text_and_change_nothing_of_it) {
    stage.type("one twoo three");
    const auto before = drawn();
    marks.push_back({{4, 8}, stage.frame.ui().theme().over});
    marks.push_back({{400, 800}, stage.frame.ui().theme().over});
    stage.show();
    EXPECT_EQ(drawn(), before);
}

TEST_F(Editing, leaves_the_desks_keys_alone) {
    press({"Enter", "Ctrl+Enter", "Esc", "Alt+Up", "Ctrl+Up", "Ctrl+F", "F2", "Ctrl+Z"});
    EXPECT_EQ(left_over, "Enter Ctrl+Enter Esc Alt+Up Ctrl+Up Ctrl+F F2 Ctrl+Z ");
}

TEST_F(Editing, in_hardly_any_room_it_still_takes_keys) {
    place = {20, 20, 3, 3};
    stage.show();
    stage.type("word");
    EXPECT_EQ(now(), "word");
}

}  // namespace
}  // namespace dais::ui
