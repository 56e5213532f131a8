// Paragraphs: what is refused, where lines break, where carets stand, what a place on the screen means.
#include "typeset/paragraph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "typeset/six.hpp"

namespace dais::typeset {
namespace {

const Type type;

Paragraph set(std::string_view text, double width = 200) {
    return Paragraph::set(text, width, type).value();
}

std::string_view text_of(const Line& line, std::string_view text) {
    return text.substr(line.from, line.to - line.from);
}

TEST(Paragraph, refuses_what_pango_would_cut_short_or_warn_of) {
    const auto code = [](std::string_view text, double width) {
        return Paragraph::set(text, width, type).error().code;
    };
    EXPECT_EQ(code(std::string_view("a\0b", 3), 100), "bad_text");
    EXPECT_EQ(code("a\xFF", 100), "bad_text");
    EXPECT_EQ(code("\xED\xA0\x80", 100), "bad_text");
    EXPECT_EQ(code("a\nb", 100), "bad_text");
    EXPECT_EQ(code("a\u2029", 100), "bad_text");
    EXPECT_EQ(code("a", 0), "bad_width");
    EXPECT_EQ(code("a", std::numeric_limits<double>::quiet_NaN()), "bad_width");
    EXPECT_EQ(code(std::string(max_bytes + 1, 'a'), 100), "too_long");
}

TEST(Paragraph, of_nothing_has_one_line_and_one_place) {
    const auto empty = set("");
    ASSERT_EQ(empty.lines().size(), 1U);
    EXPECT_EQ(empty.place_of({0}), (Place{0, 0}));
    EXPECT_EQ(empty.at(0, 50), Caret{});
    EXPECT_FALSE(empty.left_of({}));
    EXPECT_FALSE(empty.right_of({}));
    EXPECT_TRUE(empty.stretches(0, 10).empty());
}

TEST(Paragraph, breaks_between_words_and_chinese_between_characters) {
    const std::string_view english = six_languages[0];
    const auto made = set(english);
    ASSERT_GT(made.lines().size(), 2U);
    for (std::size_t i = 0; i + 1 < made.lines().size(); ++i) {
        EXPECT_EQ(text_of(made.lines()[i], english).back(), ' ');
        EXPECT_LE(made.lines()[i].right, 200.0);
    }
    const auto chinese = set(six_languages[5]);
    EXPECT_GT(chinese.lines().size(), 1U);
    const std::string_view second = text_of(chinese.lines()[1], six_languages[5]);
    EXPECT_FALSE(second.starts_with("，")) << "a comma does not begin a line";
}

TEST(Paragraph, a_word_wider_than_a_line_is_parted_without_a_hyphen) {
    const std::string word(80, 'm');
    const auto made = set(word);
    ASSERT_GT(made.lines().size(), 2U);
    const auto whole = set("mm", 10'000);
    const double wide = whole.lines()[0].right / 2;
    const auto& first = made.lines()[0];
    EXPECT_NEAR(first.right, wide * static_cast<double>(first.to), 0.1);
}

TEST(Paragraph, a_word_as_long_as_a_paragraph_may_be_is_set_as_any_other) {
    const std::string word(65'536, 'a');
    const auto made = set(word);
    const auto wide = set("aaaaaaaaaa", 10'000).lines()[0].right / 10;
    for (std::size_t i = 0; i + 1 < made.lines().size(); ++i) {
        const auto& line = made.lines()[i];
        EXPECT_NEAR(line.right, wide * static_cast<double>(line.to - line.from), 0.5) << i;
        EXPECT_GT(line.right, 200 - 2 * wide);
    }
    // Letters that join have one form at the ends of a word and another between.
    const auto width_of = [](std::size_t letters) {
        std::string text;
        for (std::size_t i = 0; i < letters; ++i) text += "ب";
        const auto line = set(text, 100'000).lines()[0];
        return line.right - line.left;
    };
    const double between = (width_of(20) - width_of(10)) / 10;
    EXPECT_NEAR((width_of(1'200) - width_of(20)) / 1'180, between, 0.01) << "letters still join";
    EXPECT_LT(between, width_of(1)) << "a letter alone is wider than one between others";
}

TEST(Paragraph, runs_as_its_first_letter_says) {
    EXPECT_FALSE(set(six_languages[0]).rtl());
    EXPECT_TRUE(set(six_languages[4]).rtl());
    EXPECT_TRUE(set("12. قال").rtl());
    EXPECT_FALSE(set("12.").rtl());
    EXPECT_FALSE(set(mixed_directions[0]).rtl());
    EXPECT_TRUE(set(mixed_directions[1]).rtl());
    const auto arabic = set("قال", 200);
    EXPECT_NEAR(arabic.lines()[0].right, 200, 0.1) << "it stands at the right edge";
    EXPECT_NEAR(arabic.place_of({0}).x, 200, 0.1);
    EXPECT_LT(arabic.place_of({6}).x, 200);
}

TEST(Paragraph, the_same_lines_whatever_the_size_of_a_pixel) {
    for (const auto text : six_languages) {
        const auto once = set(text, 180);
        Type larger = type;
        larger.em *= 2.5;
        const auto scaled = Paragraph::set(text, 450, larger).value();
        ASSERT_EQ(once.lines().size(), scaled.lines().size()) << text;
        for (std::size_t i = 0; i < once.lines().size(); ++i) {
            EXPECT_EQ(once.lines()[i].to, scaled.lines()[i].to) << text;
        }
    }
}

TEST(Paragraph, a_place_where_a_line_wraps_is_two_places) {
    const auto text = std::string(60, 'm');
    const auto made = set(text);
    const auto end = made.lines()[0].to;
    EXPECT_EQ(made.place_of({end, Side::after}).line, 1U);
    EXPECT_NEAR(made.place_of({end, Side::after}).x, 0, 0.01);
    EXPECT_EQ(made.place_of({end, Side::before}).line, 0U);
    EXPECT_NEAR(made.place_of({end, Side::before}).x, made.lines()[0].right, 0.01);
    EXPECT_EQ(made.line_end(0), (Caret{end, Side::before}));
    EXPECT_EQ(made.at(0, 10'000), (Caret{end, Side::before}));
    EXPECT_EQ(made.line_start(1), (Caret{end, Side::after}));
}

TEST(Paragraph, the_end_of_a_line_of_words_is_before_the_space_that_hangs) {
    const std::string_view english = six_languages[0];
    const auto made = set(english);
    const auto& first = made.lines()[0];
    EXPECT_EQ(made.line_end(0), (Caret{first.to - 1, Side::after}));
    EXPECT_EQ(made.at(0, 10'000), (Caret{first.to - 1, Side::after}));
    EXPECT_EQ(made.line_end(made.lines().size() - 1), (Caret{english.size(), Side::after}));
    EXPECT_EQ(made.at(0, -5), (Caret{0, Side::after}));
}

TEST(Paragraph, no_caret_parts_an_accent_a_lam_alef_or_an_emoji_from_its_letters) {
    const auto accent = set("e\u0301x");
    EXPECT_TRUE(accent.is_stop(0));
    EXPECT_FALSE(accent.is_stop(1));
    EXPECT_TRUE(accent.is_stop(3));
    EXPECT_EQ(accent.right_of({0})->byte, 3U);
    EXPECT_EQ(accent.left_of({3})->byte, 0U);
    const auto family = set("👩\u200D💻!");
    EXPECT_EQ(family.right_of({0})->byte, 11U);
    EXPECT_FALSE(family.is_stop(4));
}

TEST(Paragraph, left_and_right_go_as_the_line_is_seen) {
    const std::string_view text = "ab שלום cd";
    const auto made = set(text, 500);
    std::vector<double> seen;
    auto caret = std::optional<Caret>(Caret{0, Side::after});
    for (int i = 0; caret && i < 100; ++i) {
        seen.push_back(made.place_of(*caret).x);
        caret = made.right_of(*caret);
    }
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
    EXPECT_GE(seen.size(), 10U);
    EXPECT_NEAR(seen.back(), made.lines()[0].right, 0.01);
}

TEST(Paragraph, what_is_selected_is_covered_also_where_directions_meet) {
    const std::string_view text = "ab שלום cd";
    const auto made = set(text, 500);
    // From within the Latin into the Hebrew: two stretches with a gap between them.
    const auto covered = made.stretches(1, 5);
    ASSERT_EQ(covered.size(), 2U);
    EXPECT_LT(covered[0].right, covered[1].left);
    const auto all = made.stretches(0, text.size());
    double wide = 0;
    for (const auto& each : all) wide += each.right - each.left;
    EXPECT_NEAR(wide, made.lines()[0].right, 0.1);
}

TEST(Paragraph, a_selection_stays_within_the_text_of_its_lines) {
    const auto made = set(six_languages[0]);
    for (const auto& each : made.stretches(0, six_languages[0].size())) {
        EXPECT_GE(each.left, made.lines()[each.line].left - 0.01);
        EXPECT_LE(each.right, made.lines()[each.line].right + 0.01);
    }
}

TEST(Paragraph, lines_that_look_the_same_have_the_same_look) {
    const auto one = set("same words here");
    const auto two = set("same words here");
    const auto other = set("same words there");
    EXPECT_EQ(one.look_of(0), two.look_of(0));
    EXPECT_NE(one.look_of(0), other.look_of(0));
    Type bold = type;
    bold.bold = true;
    EXPECT_NE(one.look_of(0), Paragraph::set("same words here", 200, bold).value().look_of(0));
}

TEST(Paragraph, each_thread_has_fonts_of_its_own) {
    const auto here = set(six_languages[4]);
    std::vector<double> there;
    std::thread other([&] {
        for (const auto& line : set(six_languages[4]).lines()) there.push_back(line.left);
    });
    other.join();
    ASSERT_EQ(there.size(), here.lines().size());
    for (std::size_t i = 0; i < there.size(); ++i) EXPECT_EQ(there[i], here.lines()[i].left);
}

}  // namespace
}  // namespace dais::typeset
