// Lists: their keys, what is scrolled into view, and how little is drawn of a long one.
#include "ui/rows.hpp"

#include <gtest/gtest.h>

#include "ui/stage.hpp"
#include "ui/widgets.hpp"

namespace dais::ui {
namespace {

constexpr Rect box{20, 20, 300, 200};  // five rows of forty

struct List : testing::Test {
    std::size_t count = 100;
    RowsState state;
    std::size_t activated = no_row;
    std::size_t dropped = no_row;
    int drawn = 0;
    Stage stage{[this](Ui& ui) {
        drawn = 0;
        const auto event = rows(ui, "list", box, count, 40, state, {"Things", "There is nothing.", true},
                                [&](const Row& row) {
                                    ++drawn;
                                    label(ui, "row." + std::to_string(row.index), row.rect, "row");
                                });
        if (event.activated) activated = *event.activated;
        if (event.dropped) dropped = *event.dropped;
    }};
    void SetUp() override { stage.press("Tab"); }
    std::size_t after(std::string_view keys) {
        stage.press(keys);
        return state.chosen;
    }
};

TEST_F(List, keys_choose) {
    EXPECT_EQ(state.chosen, no_row);
    EXPECT_EQ(after("Down"), 0U);
    EXPECT_EQ(after("Down"), 1U);
    EXPECT_EQ(after("Up"), 0U);
    EXPECT_EQ(after("Up"), 0U);
    EXPECT_EQ(after("PageDown"), 5U);
    EXPECT_EQ(after("PageDown"), 10U);
    EXPECT_EQ(after("PageUp"), 5U);
    EXPECT_EQ(after("End"), 99U);
    EXPECT_EQ(after("Down"), 99U);
    EXPECT_EQ(after("Home"), 0U);
    EXPECT_EQ(after("Ctrl+Down"), 0U);
}

TEST_F(List, up_with_nothing_chosen_begins_at_the_end) {
    EXPECT_EQ(after("Up"), 99U);
}

TEST_F(List, a_held_arrow_goes_on_and_a_held_enter_does_not) {
    stage.press("Down");
    for (int i = 0; i < 4; ++i) stage.press("Down", true);
    EXPECT_EQ(state.chosen, 4U);
    stage.press("Enter", true);
    EXPECT_EQ(activated, no_row);
    stage.press("Enter");
    EXPECT_EQ(activated, 4U);
}

TEST_F(List, enter_without_a_choice_activates_nothing) {
    stage.press("Enter");
    EXPECT_EQ(activated, no_row);
}

TEST_F(List, the_chosen_row_is_always_in_view) {
    const std::array<std::string_view, 8> keys{"Down", "Down", "PageDown", "PageDown",
                                               "Up",   "End",  "PageUp",   "Home"};
    for (int round = 0; round < 20; ++round) {
        for (const auto key : keys) {
            stage.press(key);
            const auto& row = stage.probe("row." + std::to_string(state.chosen));
            EXPECT_GE(row.rect.y, box.y - 0.5F);
            EXPECT_LE(row.rect.bottom(), box.bottom() + 0.5F);
        }
    }
}

TEST_F(List, a_hundred_thousand_rows_draw_a_screenful) {
    count = 100'000;
    stage.press("End");
    EXPECT_EQ(state.chosen, 99'999U);
    EXPECT_LE(drawn, 7);
    EXPECT_GE(drawn, 5);
    EXPECT_TRUE(stage.probe("row.99999").visible);
    EXPECT_NEAR(stage.probe("row.99999").rect.bottom(), box.bottom(), 1);
}

TEST_F(List, says_that_it_is_empty) {
    count = 0;
    stage.show();
    EXPECT_EQ(stage.probe("list.empty").text, "There is nothing.");
    stage.press("Down");
    stage.press("Enter");
    EXPECT_EQ(activated, no_row);
}

TEST_F(List, a_choice_beyond_a_list_that_shrank_is_its_last_row) {
    stage.press("End");
    count = 3;
    stage.show();
    EXPECT_EQ(state.chosen, 2U);
    EXPECT_TRUE(stage.probe("row.0").visible);
}

TEST_F(List, a_row_is_dragged_to_where_another_stands) {
    const auto pointer = [&](float y) {
        stage.window.input().push(PointerMoved{100, y});
        stage.show();
    };
    const auto button = [&](bool down) {
        stage.window.input().push(ButtonChanged{0, down, {}});
        stage.show();
    };
    pointer(30);  // the first row
    button(true);
    pointer(150);  // the fourth
    EXPECT_EQ(dropped, no_row);
    button(false);
    EXPECT_EQ(dropped, 3U);
    EXPECT_EQ(state.chosen, 0U);
    dropped = no_row;
    pointer(30);
    button(true);
    button(false);
    EXPECT_EQ(dropped, no_row) << "let go where it stands";
    button(true);
    pointer(600);
    button(false);
    EXPECT_EQ(dropped, no_row) << "let go outside of the list";
}

TEST_F(List, the_wheel_scrolls_and_leaves_the_choice) {
    stage.press("Down");
    stage.wheel("list", -2);
    EXPECT_EQ(state.offset, 120);
    EXPECT_EQ(state.chosen, 0U);
    stage.wheel("list", 100);
    EXPECT_EQ(state.offset, 0);
}

TEST_F(List, a_click_chooses_and_a_double_click_activates) {
    stage.click("row.2");
    EXPECT_EQ(state.chosen, 2U);
    EXPECT_EQ(activated, no_row);
    stage.click("row.2");
    EXPECT_EQ(activated, 2U);
}

}  // namespace
}  // namespace dais::ui
