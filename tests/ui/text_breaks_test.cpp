// Where letters and words begin and end.
#include "ui/text_breaks.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "ui/drawn_texts.hpp"

namespace dais::ui {
namespace {

std::vector<std::uint32_t> starts_one_by_one(std::string_view text) {
    std::vector<std::uint32_t> starts;
    for (std::size_t at = 0; at < text.size(); at = next_letter(text, at)) {
        starts.push_back(static_cast<std::uint32_t>(at));
    }
    return starts;
}

TEST(TextBreaks, an_emoji_that_is_joined_from_three_is_one_letter) {
    const std::string text = "a👩\u200D💻b";
    EXPECT_EQ(next_letter(text, 1), text.size() - 1);
    EXPECT_EQ(previous_letter(text, text.size() - 1), 1U);
}

TEST(TextBreaks, two_flags_are_two_letters) {
    EXPECT_EQ(letter_starts("🇫🇷🇨🇭"), (std::vector<std::uint32_t>{0, 8}));
}

TEST(TextBreaks, inside_of_a_letter_the_nearest_places_are_its_ends) {
    const std::string text = "xe\u0301y";
    EXPECT_EQ(letter_at_or_before(text, 2), 1U);
    EXPECT_EQ(letter_at_or_before("aaé", 3), 2U) << "the middle of a character that is a letter";
    EXPECT_EQ(letter_at_or_after(text, 2), 4U);
    EXPECT_EQ(letter_at_or_after(text, 3), 4U) << "the middle of a character";
    EXPECT_EQ(letter_at_or_after(text, 99), text.size());
}

TEST(TextBreaks, punctuation_is_no_word) {
    const std::string text = "One, two... (three)";
    EXPECT_EQ(next_word_end(text, 3), 8U);
    EXPECT_EQ(next_word_end(text, 8), 18U);
    EXPECT_EQ(next_word_end(text, 18), text.size());
    EXPECT_EQ(previous_word_start(text, text.size()), 13U);
    EXPECT_EQ(previous_word_start(text, 13), 5U);
    EXPECT_EQ(previous_word_start(text, 2), 0U);
}

TEST(TextBreaks, chinese_has_words_though_it_has_no_spaces) {
    const std::string text = "主席发言";  // the Chair speaks
    EXPECT_EQ(next_word_end(text, 0), 6U);
    EXPECT_EQ(previous_word_start(text, text.size()), 6U);
}

TEST(TextBreaks, a_line_may_begin_between_ideographs_but_not_with_a_full_stop) {
    EXPECT_EQ(line_opportunities("主席。好"), (std::vector<std::uint32_t>{3, 9}));
    EXPECT_TRUE(line_opportunities("word").empty());
    EXPECT_TRUE(line_opportunities("").empty());
}

RC_GTEST_PROP(TextBreaksProperty, the_list_of_letters_is_what_steps_find, ()) {
    const auto text = *drawn_texts();
    RC_ASSERT(letter_starts(text) == starts_one_by_one(text));
}

RC_GTEST_PROP(TextBreaksProperty, bad_utf8_has_letters_too, ()) {
    const auto text = *damaged_texts();
    RC_ASSERT(letter_starts(text) == starts_one_by_one(text));
}

RC_GTEST_PROP(TextBreaksProperty, steps_back_go_where_steps_forth_went, ()) {
    const auto text = *drawn_texts();
    std::vector<std::uint32_t> starts;
    for (std::size_t at = text.size(); at > 0;) {
        at = previous_letter(text, at);
        starts.insert(starts.begin(), static_cast<std::uint32_t>(at));
    }
    RC_ASSERT(starts == letter_starts(text));
}

}  // namespace
}  // namespace dais::ui
