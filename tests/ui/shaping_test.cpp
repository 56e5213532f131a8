// What is seen of a line, from left to right.
#include "ui/shaping.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <set>

#include "ui/drawn_texts.hpp"
#include "ui/utf8.hpp"

namespace dais::ui {
namespace {

std::u32string letters(const ShownLine& line) {
    std::u32string found;
    for (const auto& glyph : line.glyphs) found += glyph.letter;
    return found;
}

std::u32string letters(std::string_view text, Direction direction = Direction::automatic) {
    return letters(shown_line(text, direction));
}

TEST(Shaping, latin_and_chinese_are_shown_as_they_are) {
    EXPECT_FALSE(needs_shaping("The Chair gave the floor to Mr. Müller (主席)."));
    EXPECT_EQ(shown_text("Café 主席"), "Café 主席");
    const auto line = shown_line("aé主");
    EXPECT_FALSE(line.rtl);
    EXPECT_EQ(line.glyphs,
              (std::vector<ShownGlyph>{{U'a', 0, 1, false}, {U'é', 1, 3, false}, {U'主', 3, 6, false}}));
}

TEST(Shaping, arabic_letters_have_the_forms_of_their_places) {
    // beh, yeh, teh: initial, medial, final, and read from the right.
    EXPECT_EQ(letters("بيت"), U"\uFE96\uFEF4\uFE91");
    EXPECT_TRUE(shown_line("بيت").rtl);
    EXPECT_EQ(letters("ب"), U"\uFE8F") << "alone";
}

TEST(Shaping, persian_letters_have_forms_too) {
    EXPECT_EQ(letters("پچ"), U"\uFB7B\uFB58");
}

TEST(Shaping, lam_and_alef_are_one_glyph_that_stands_for_both) {
    const auto line = shown_line("سلام");
    EXPECT_EQ(letters(line), U"\uFEE1\uFEFC\uFEB3");
    EXPECT_EQ(line.glyphs[1], (ShownGlyph{0xFEFC, 2, 6, true}));
    EXPECT_EQ(letters("لا"), U"\uFEFB");
    EXPECT_EQ(letters("  لا  "), U"  \uFEFB  ") << "spaces at the ends stay spaces";
}

TEST(Shaping, lam_and_alef_are_one_glyph_over_a_mark_between_them) {
    const auto line = shown_line("لَا");
    EXPECT_EQ(letters(line), U"\u064E\uFEFB");
    EXPECT_EQ(line.glyphs[1], (ShownGlyph{0xFEFB, 0, 6, true}));
}

TEST(Shaping, a_joiner_keeps_lam_and_alef_apart_and_is_not_seen) {
    EXPECT_EQ(letters("ل\u200Dا"), U"\uFE8E\uFEDF");
}

TEST(Shaping, arabic_marks_stay_marks_and_stand_before_their_base) {
    EXPECT_EQ(letters("بَ"), U"\u064E\uFE8F");
    EXPECT_EQ(letters("دَّ"), U"\u0651\u064E\uFEA9");
}

TEST(Shaping, latin_marks_stand_behind_their_base_even_in_an_arabic_line) {
    EXPECT_EQ(letters("e\u0301"), U"e\u0301");
    EXPECT_EQ(letters("د e\u0301x"), U"e\u0301x \uFEA9");
}

TEST(Shaping, latin_and_digits_in_an_arabic_line_run_from_left_to_right) {
    EXPECT_EQ(letters("د 12 ab د"), U"\uFEA9 ab 12 \uFEA9");
    EXPECT_EQ(letters("ab د 12 د cd"), U"ab \uFEA9 12 \uFEA9 cd");
    EXPECT_EQ(letters("د ٤٥"), U"٤٥ \uFEA9");
}

TEST(Shaping, brackets_are_mirrored_where_they_run_from_right_to_left) {
    EXPECT_EQ(letters("(ד)"), U"(ד)");
    EXPECT_EQ(letters("א(ב"), U"ב)א");
    EXPECT_EQ(letters("a(b"), U"a(b");
}

TEST(Shaping, the_direction_may_be_given) {
    EXPECT_EQ(letters("ab.", Direction::right_to_left), U".ab");
    EXPECT_EQ(letters("אב.", Direction::left_to_right), U"בא.");
    EXPECT_EQ(letters("אב.", Direction::automatic), U".בא");
    EXPECT_FALSE(shown_line("12 (3)").rtl) << "nothing in it has a direction";
    EXPECT_TRUE(shown_line("", Direction::right_to_left).rtl);
}

TEST(Shaping, what_is_never_seen_is_left_out) {
    EXPECT_EQ(letters("a\u200Fb\u00ADc\uFEFF"), U"abc");
    EXPECT_EQ(letters("👩\u200D💻"), U"👩💻");
    EXPECT_TRUE(letters("\u200F\u200D").empty());
}

TEST(Shaping, a_line_stays_a_line) {
    EXPECT_EQ(letters("a\nb\tc"), U"a b c");
    EXPECT_EQ(letters("א\nב\u2029ג"), U"ג ב א");
}

TEST(Shaping, bad_utf8_is_shown_as_such) {
    EXPECT_EQ(letters("a\xFF"
                      "b"),
              U"a\uFFFDb");
    EXPECT_EQ(letters("א\xE2\x80"), U"\uFFFDא");
}

TEST(Shaping, labels_are_in_the_order_in_which_they_are_drawn) {
    EXPECT_EQ(shown_text("אב 12"), "12 בא");
    EXPECT_EQ(shown_text("ab.", Direction::right_to_left), ".ab");
}

// The blocks that are looked at closely hold all characters for which that matters.
TEST(ShapingExhaustive, no_character_is_taken_for_plain_that_is_not) {
    for (UChar32 c = 0xA0; c <= 0x10FFFF; ++c) {
        if (U_IS_SURROGATE(c)) continue;
        std::string text;
        append_character(text, static_cast<char32_t>(c));
        if (needs_shaping(text)) continue;
        static const std::set<int> plain_directions = {U_LEFT_TO_RIGHT,
                                                       U_EUROPEAN_NUMBER,
                                                       U_EUROPEAN_NUMBER_SEPARATOR,
                                                       U_EUROPEAN_NUMBER_TERMINATOR,
                                                       U_COMMON_NUMBER_SEPARATOR,
                                                       U_WHITE_SPACE_NEUTRAL,
                                                       U_OTHER_NEUTRAL,
                                                       U_DIR_NON_SPACING_MARK,
                                                       U_BLOCK_SEPARATOR,
                                                       U_BOUNDARY_NEUTRAL};
        ASSERT_TRUE(plain_directions.contains(u_charDirection(c))) << std::hex << c;
        ASSERT_FALSE(u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) << std::hex << c;
    }
}

// Every character has a glyph, is never seen, or is the alef of a ligature; none has two.
void assert_every_byte_once(std::string_view text) {
    std::vector<int> shown(text.size(), 0);
    for (const auto& glyph : shown_line(text).glyphs) {
        RC_ASSERT(glyph.letter != 0U);
        RC_ASSERT(glyph.from_byte < glyph.to_byte);
        RC_ASSERT(glyph.to_byte <= text.size());
        const bool ligature = glyph.letter >= 0xFEF5 && glyph.letter <= 0xFEFC;
        for (auto i = glyph.from_byte; i < glyph.to_byte; ++i) shown[i] += ligature ? 100 : 1;
    }
    for (std::size_t at = 0; at < text.size();) {
        const auto first = at;
        const auto c = static_cast<UChar32>(next_character(text, at));
        const bool unseen = u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
        const int times = shown[first];
        RC_ASSERT((unseen ? times == 0 : (times == 1 || times == 100 || times == 101)));
    }
}

RC_GTEST_PROP(ShapingProperty, every_byte_is_shown_once, ()) {
    assert_every_byte_once(*drawn_texts());
}

RC_GTEST_PROP(ShapingProperty, damage_is_shown_too, ()) {
    assert_every_byte_once(*damaged_texts());
}

RC_GTEST_PROP(ShapingProperty, what_needs_no_shaping_is_not_changed, ()) {
    const auto text = *rough_texts();
    std::u32string characters;
    for (std::size_t at = 0; at < text.size();) characters += next_character(text, at);
    if (!needs_shaping(text)) {
        for (auto& c : characters) {
            if (u_iscntrl(static_cast<UChar32>(c)) || c == 0x2028) c = U' ';
        }
        RC_ASSERT(letters(text) == characters);
        RC_ASSERT(shown_text(text) == text);
    } else {
        RC_ASSERT(letters(text).size() <= characters.size());
    }
}

}  // namespace
}  // namespace dais::ui
