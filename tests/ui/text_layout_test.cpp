// Paragraphs in lines: each character is ten wide, an ideograph twenty, a space five, a mark nothing.
#include "ui/text_layout.hpp"

#include <gtest/gtest.h>

#include "ui/ten_wide.hpp"

namespace dais::ui {
namespace {

std::vector<std::string> lines(std::string_view text, float width, float indent = 0) {
    std::vector<std::string> found;
    for (const auto& line : lay_out(text, width, indent, ten_wide).lines()) {
        found.emplace_back(text.substr(line.from_byte, line.to_byte - line.from_byte));
    }
    return found;
}

using Lines = std::vector<std::string>;
using Place = TextLayout::Place;
using Stretch = TextLayout::Stretch;

TEST(TextLayout, an_empty_text_is_one_line_with_room_for_a_caret) {
    const auto layout = lay_out("", 100, 30, ten_wide);
    ASSERT_EQ(layout.lines().size(), 1U);
    EXPECT_EQ(layout.caret_at(0), (Place{0, 30}));
    EXPECT_EQ(layout.byte_at(0, 55), 0U);
    EXPECT_EQ(layout.line_end(0), 0U);
    const auto arabic = lay_out("", 100, 30, ten_wide, {.direction = Direction::right_to_left});
    EXPECT_EQ(arabic.caret_at(0), (Place{0, 70}));
}

TEST(TextLayout, lines_break_between_words_and_spaces_hang) {
    EXPECT_EQ(lines("one two three", 65), (Lines{"one two ", "three"}));
    EXPECT_EQ(lines("one two three", 64), (Lines{"one ", "two ", "three"}));
    EXPECT_EQ(lines("one     two", 30), (Lines{"one     ", "two"}));
    const auto layout = lay_out("one  two", 30, 0, ten_wide);
    EXPECT_EQ(layout.lines()[0].width, 30);
}

TEST(TextLayout, a_word_wider_than_the_line_is_broken_between_letters) {
    EXPECT_EQ(lines("a incomprehensible b", 60), (Lines{"a ", "incomp", "rehens", "ible b"}));
    EXPECT_EQ(lines("e\u0301e\u0301e\u0301", 20), (Lines{"e\u0301e\u0301", "e\u0301"}));
    EXPECT_EQ(lines("abc", 0), (Lines{"a", "b", "c"}));
    EXPECT_EQ(lines("👩\u200D💻👩\u200D💻", 5), (Lines{"👩\u200D💻", "👩\u200D💻"}));
}

TEST(TextLayout, the_first_line_begins_behind_the_attribution) {
    EXPECT_EQ(lines("one two three", 65, 30), (Lines{"one ", "two ", "three"}));
    EXPECT_EQ(lay_out("one", 65, 30, ten_wide).caret_at(0), (Place{0, 30}));
}

TEST(TextLayout, a_word_without_room_behind_the_attribution_goes_to_the_second_line) {
    EXPECT_EQ(lines("three", 65, 30), (Lines{"", "three"}));
    EXPECT_EQ(lines("thirteen", 65, 30), (Lines{"thi", "rteen"})) << "it would be broken there as well";
    EXPECT_EQ(lines("three", 65, 90), (Lines{"", "three"}));
    const auto layout = lay_out("three", 65, 30, ten_wide);
    EXPECT_EQ(layout.caret_at(0), (Place{1, 0}));
    EXPECT_EQ(layout.line_of(0), 1U);
    EXPECT_EQ(layout.above(0, 0), std::nullopt);
    EXPECT_EQ(layout.byte_at(0, 10), 0U);
}

TEST(TextLayout, chinese_breaks_between_ideographs_but_not_before_a_full_stop) {
    EXPECT_EQ(lines("主席先生好。", 100), (Lines{"主席先生", "好。"}));
}

TEST(TextLayout, a_box_that_scrolls_has_one_line) {
    const auto layout = lay_out("one two three", 30, 0, ten_wide, {.wrap = false});
    ASSERT_EQ(layout.lines().size(), 1U);
    EXPECT_EQ(layout.caret_at(13), (Place{0, 120}));
}

TEST(TextLayout, the_caret_is_where_the_next_letter_begins) {
    const auto layout = lay_out("one two three", 65, 0, ten_wide);
    EXPECT_EQ(layout.caret_at(3), (Place{0, 30}));
    EXPECT_EQ(layout.caret_at(4), (Place{0, 35}));
    EXPECT_EQ(layout.caret_at(8), (Place{1, 0}));
    EXPECT_EQ(layout.caret_at(13), (Place{1, 50}));
    EXPECT_EQ(layout.caret_at(99), (Place{1, 50}));
}

TEST(TextLayout, a_click_goes_to_the_nearest_place_between_letters) {
    const auto layout = lay_out("one two three", 65, 0, ten_wide);
    EXPECT_EQ(layout.byte_at(0, -5), 0U);
    EXPECT_EQ(layout.byte_at(0, 14), 1U);
    EXPECT_EQ(layout.byte_at(0, 16), 2U);
    EXPECT_EQ(layout.byte_at(0, 500), 7U) << "before the space: behind it is the next line";
    EXPECT_EQ(layout.byte_at(1, 500), 13U);
    EXPECT_EQ(layout.byte_at(7, 500), 13U) << "below the last line";
}

TEST(TextLayout, the_caret_goes_up_and_down_at_its_x) {
    const auto layout = lay_out("one two three", 65, 0, ten_wide);
    EXPECT_EQ(layout.below(1, 10), 9U);
    EXPECT_EQ(layout.above(9, 10), 1U);
    EXPECT_EQ(layout.above(1, 10), std::nullopt);
    EXPECT_EQ(layout.below(9, 10), std::nullopt);
    EXPECT_EQ(layout.line_start(10), 8U);
    EXPECT_EQ(layout.line_end(2), 7U);
    EXPECT_EQ(layout.line_end(10), 13U);
}

TEST(TextLayout, a_selection_covers_a_part_of_each_line) {
    const auto layout = lay_out("one two three", 65, 0, ten_wide);
    EXPECT_EQ(layout.stretches(2, 10), (std::vector<Stretch>{{0, 20, 70}, {1, 0, 20}}));
    EXPECT_TRUE(layout.stretches(4, 4).empty());
    EXPECT_EQ(layout.stretches(12, 99), (std::vector<Stretch>{{1, 40, 50}}));
}

TEST(TextLayout, an_accent_takes_no_room_and_no_caret) {
    const auto layout = lay_out("e\u0301x", 100, 0, ten_wide);
    EXPECT_EQ(layout.caret_at(3), (Place{0, 10}));
    EXPECT_EQ(layout.caret_at(1), layout.caret_at(0));
    EXPECT_EQ(layout.lines()[0].stops.size(), 3U);
}

TEST(TextLayout, arabic_stands_at_the_right_edge) {
    const auto layout = lay_out("دار در", 100, 10, ten_wide);
    EXPECT_TRUE(layout.rtl());
    EXPECT_EQ(layout.caret_at(0), (Place{0, 90}));
    EXPECT_EQ(layout.caret_at(11), (Place{0, 35}));
    EXPECT_EQ(layout.byte_at(0, 71), 4U);
    EXPECT_EQ(layout.stretches(0, 4), (std::vector<Stretch>{{0, 70, 90}}));
}

TEST(TextLayout, arabic_goes_on_at_the_right_of_the_next_line_and_its_spaces_hang_at_the_left) {
    const auto layout = lay_out("دار  در", 30, 0, ten_wide);
    ASSERT_EQ(layout.lines().size(), 2U);
    EXPECT_EQ(layout.lines()[0].width, 30);
    EXPECT_EQ(layout.lines()[0].edges.front(), -10);
    EXPECT_EQ(layout.lines()[0].edges.back(), 30);
    EXPECT_EQ(layout.caret_at(8), (Place{1, 30}));
}

TEST(TextLayout, half_of_a_lam_alef_belongs_to_each_letter) {
    const auto layout = lay_out("لا", 100, 0, ten_wide);
    EXPECT_EQ(layout.caret_at(0), (Place{0, 100}));
    EXPECT_EQ(layout.caret_at(2), (Place{0, 95}));
    EXPECT_EQ(layout.caret_at(4), (Place{0, 90}));
    EXPECT_EQ(layout.stretches(2, 4), (std::vector<Stretch>{{0, 90, 95}}));
    EXPECT_EQ(lines("لالا", 5), (Lines{"لا", "لا"})) << "and no line ends between them";
}

TEST(TextLayout, latin_in_an_arabic_line_is_selected_where_it_stands) {
    const auto layout = lay_out("ab אב cd", 200, 0, ten_wide);  // shown as ab בא cd
    EXPECT_EQ(layout.caret_at(3), (Place{0, 45})) << "the right edge of alef";
    EXPECT_EQ(layout.stretches(0, 5), (std::vector<Stretch>{{0, 0, 25}, {0, 35, 45}}));
}

TEST(TextLayout, what_is_never_seen_has_a_place_for_the_caret_without_width) {
    const auto layout = lay_out("a\u200Fb", 100, 0, ten_wide);
    EXPECT_EQ(layout.caret_at(1), (Place{0, 10}));
    EXPECT_EQ(layout.caret_at(4), (Place{0, 10}));
}

TEST(Elided, what_fits_is_as_it_was) {
    EXPECT_EQ(elided("Chair", 50, ten_wide), "Chair");
    EXPECT_EQ(elided("", 0, ten_wide), "");
}

TEST(Elided, what_does_not_ends_in_an_ellipsis) {
    EXPECT_EQ(elided("Chairman", 50, ten_wide), "Chai…");
    EXPECT_EQ(elided("one two", 50, ten_wide), "one…") << "no space before it";
    EXPECT_EQ(elided("主席先生", 50, ten_wide), "主席…");
    EXPECT_EQ(elided("abc", 10, ten_wide), "…");
    EXPECT_EQ(elided("abc", 0, ten_wide), "…") << "there is nothing shorter";
}

TEST(Elided, accents_and_joined_emoji_stay_whole) {
    EXPECT_EQ(elided("e\u0301e\u0301e\u0301", 20, ten_wide), "e\u0301…");
    EXPECT_EQ(elided("👩\u200D💻👩\u200D💻", 35, ten_wide), "👩\u200D💻…");
    EXPECT_EQ(elided("👩\u200D💻👩\u200D💻", 25, ten_wide), "…");
}

}  // namespace
}  // namespace dais::ui
