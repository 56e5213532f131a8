// The keyboard's focus: where Tab and F6 go, and what dialogs do with it.
#include <gtest/gtest.h>

#include "ui/confirm.hpp"
#include "ui/stage.hpp"
#include "ui/widgets.hpp"

namespace dais::ui {
namespace {

Rect place(int number) {
    return {10, 10.0F + 50.0F * static_cast<float>(number), 200, 40};
}

// Two groups of two buttons, of which the second is disabled where `second` says so, and a dialog.
struct Desk {
    bool second = true;
    bool asks = false;
    bool gone = false;
    std::string pressed;
    Answer answer = Answer::none;

    void draw(Ui& ui) {
        const auto put = [&](const char* id, int number, bool enabled = true) {
            if (button(ui, id, place(number), id, {.enabled = enabled})) pressed += id;
        };
        ui.group("left");
        put("a", 0);
        put("b", 1, second);
        ui.group("right");
        if (!gone) put("c", 2);
        put("d", 3);
        if (!asks) return;
        const auto said = confirm(ui, "ask", "Really?", "It cannot be taken back.", "Do it");
        if (said == Answer::none) return;
        answer = said;
        asks = false;
    }
    void ask(Stage& stage) {
        asks = true;
        stage.frame.ui().focus_in_dialog("ask.no");
        stage.show();
    }
};

struct Focus : testing::Test {
    Desk desk;
    Stage stage{[this](Ui& ui) { desk.draw(ui); }};
    std::string walk(std::string_view keys, int times) {
        std::string way;
        for (int i = 0; i < times; ++i) {
            stage.press(keys);
            way += stage.focused();
        }
        return way;
    }
};

TEST_F(Focus, tab_goes_round_in_the_order_in_which_things_are_drawn) {
    EXPECT_EQ(stage.focused(), "");
    EXPECT_EQ(walk("Tab", 5), "abcda");
    EXPECT_EQ(walk("Shift+Tab", 5), "dcbad");
}

TEST_F(Focus, shift_tab_from_nowhere_begins_at_the_end) {
    EXPECT_EQ(walk("Shift+Tab", 1), "d");
}

TEST_F(Focus, passes_over_what_is_disabled) {
    desk.second = false;
    EXPECT_EQ(walk("Tab", 4), "acda");
    EXPECT_FALSE(stage.probe("b").enabled);
}

TEST_F(Focus, f6_goes_to_the_first_of_each_group) {
    EXPECT_EQ(walk("F6", 3), "aca");
    stage.press("Tab");
    EXPECT_EQ(walk("F6", 1), "c");
    EXPECT_EQ(walk("Shift+F6", 2), "ac");
}

TEST_F(Focus, is_lost_where_its_widget_goes) {
    EXPECT_EQ(walk("Tab", 3), "abc");
    desk.gone = true;
    stage.show();
    EXPECT_EQ(stage.focused(), "");
    EXPECT_EQ(walk("Tab", 1), "a");
}

TEST_F(Focus, enter_activates_once_and_space_does_not) {
    walk("Tab", 1);
    stage.press("Space");
    EXPECT_EQ(desk.pressed, "");
    stage.press("Enter");
    stage.press("Enter", true);  // held
    EXPECT_EQ(desk.pressed, "a");
    stage.press("Shift+Enter");
    EXPECT_EQ(desk.pressed, "a");
}

TEST_F(Focus, a_click_presses_once_and_takes_the_focus) {
    stage.click("d");
    EXPECT_EQ(desk.pressed, "d");
    EXPECT_EQ(stage.focused(), "d");
}

TEST_F(Focus, a_press_that_slips_off_is_none) {
    const auto rect = stage.probe("a").rect;
    stage.window.input().push(PointerMoved{rect.x + 5, rect.y + 5});
    stage.show();
    stage.window.input().push(ButtonChanged{0, true});
    stage.window.input().push(PointerMoved{600, 500});
    stage.window.input().push(ButtonChanged{0, false});
    stage.show();
    EXPECT_EQ(desk.pressed, "");
}

TEST_F(Focus, a_dialog_takes_it_and_gives_it_back) {
    walk("Tab", 2);
    desk.ask(stage);
    EXPECT_EQ(stage.focused(), "ask.no");
    EXPECT_EQ(walk("Tab", 3), "ask.yesask.noask.yes");
    EXPECT_FALSE(stage.probe("a").enabled);
    stage.press("Enter");
    EXPECT_EQ(desk.answer, Answer::yes);
    EXPECT_EQ(stage.focused(), "b");
    EXPECT_TRUE(stage.probe("a").enabled);
}

TEST_F(Focus, a_click_does_not_reach_behind_a_dialog) {
    desk.ask(stage);
    stage.click("a");
    EXPECT_EQ(desk.pressed, "");
    stage.press("Esc");
    EXPECT_EQ(desk.answer, Answer::no);
    stage.click("a");
    EXPECT_EQ(desk.pressed, "a");
}

TEST_F(Focus, choices_are_made_by_arrows) {
    std::size_t chosen = 0;
    constexpr std::array<std::string_view, 3> words{"one", "two", "three"};
    Stage other([&](Ui& ui) { choice(ui, "choice", place(0), words, chosen); });
    other.press("Right");
    EXPECT_EQ(chosen, 0U);
    other.press("Tab");
    other.press("Right");
    other.press("Right");
    other.press("Right");
    EXPECT_EQ(chosen, 2U);
    other.press("Left");
    EXPECT_EQ(other.probe("choice").text, "two");
    other.click("choice.0");
    EXPECT_EQ(chosen, 0U);
}

TEST_F(Focus, the_scale_and_the_theme_have_keys_on_every_desk) {
    EXPECT_EQ(stage.frame.scale(), 1.0F);
    stage.press("Ctrl++");
    stage.press("Ctrl++");
    EXPECT_FLOAT_EQ(stage.frame.scale(), 1.2F);
    stage.press("Ctrl+-");
    EXPECT_FLOAT_EQ(stage.frame.scale(), 1.1F);
    stage.press("Ctrl+0");
    EXPECT_EQ(stage.frame.scale(), 1.0F);
    for (int i = 0; i < 30; ++i) stage.press("Ctrl++");
    EXPECT_FLOAT_EQ(stage.frame.scale(), 2.5F);
    stage.press("F9");
    EXPECT_EQ(stage.frame.settings().theme, ThemeName::dark);
    EXPECT_FALSE(stage.frame.take_picture_wish());
    stage.press("F12");
    EXPECT_TRUE(stage.frame.take_picture_wish());
    EXPECT_FALSE(stage.frame.take_picture_wish());
}

}  // namespace
}  // namespace dais::ui
