// base/text by example: the borders of UTF-8, every line break, and what trim, split and join do at their
// edges.
#include "base/text.hpp"

#include <gtest/gtest.h>

namespace dais::base {
namespace {

using namespace std::literals;

TEST(Utf8, is_well_formed_at_its_borders) {
    for (const auto text : {""sv, "a"sv, "\0"sv, "\x7F"sv, "\xC2\x80"sv, "\xDF\xBF"sv, "\xE0\xA0\x80"sv,
                            "\xED\x9F\xBF"sv, "\xEE\x80\x80"sv, "\xEF\xBF\xBF"sv, "\xF0\x90\x80\x80"sv,
                            "\xF4\x8F\xBF\xBF"sv, "Diallo, Nuñez, 李, Ж, ع, 🙂"sv}) {
        EXPECT_FALSE(first_bad_utf8(text)) << testing::PrintToString(text);
    }
}

TEST(Utf8, is_ill_formed_beyond_them) {
    for (const auto text : {"\x80"sv, "\xBF"sv, "\xC0\x80"sv, "\xC1\xBF"sv, "\xE0\x9F\xBF"sv,
                            "\xED\xA0\x80"sv, "\xED\xBF\xBF"sv, "\xF0\x8F\xBF\xBF"sv, "\xF4\x90\x80\x80"sv,
                            "\xF5\x80\x80\x80"sv, "\xFE"sv, "\xFF"sv}) {
        EXPECT_EQ(first_bad_utf8(text), 0u) << testing::PrintToString(text);
    }
}

TEST(Utf8, is_ill_formed_where_it_is_cut) {
    EXPECT_EQ(first_bad_utf8("ab\xC3"sv), 2u);
    EXPECT_EQ(first_bad_utf8("ab\xE2\x82"sv), 2u);
    EXPECT_EQ(first_bad_utf8("ab\xF0\x9F\x99"sv), 2u);
    EXPECT_EQ(first_bad_utf8("\xC3\xA9\xC3(\xC3\xA9"sv), 2u);
}

TEST(LineBreak, is_any_of_seven_characters) {
    for (const auto text :
         {"ab\n"sv, "ab\v"sv, "ab\f"sv, "ab\r"sv, "ab\u0085"sv, "ab\u2028"sv, "ab\u2029"sv, "ab\r\n"sv}) {
        EXPECT_EQ(first_line_break(text), 2u) << testing::PrintToString(text);
    }
    EXPECT_EQ(first_line_break("a\u00E9\n"), 3u);
}

TEST(LineBreak, is_no_neighbour_of_them) {
    for (const auto text : {""sv, "\t"sv, "\x0E"sv, "\u0084"sv, "\u0086"sv, "\u2027"sv, "\u202A"sv,
                            "\u00A0"sv, "\u3000"sv, "a b"sv}) {
        EXPECT_FALSE(first_line_break(text)) << testing::PrintToString(text);
    }
}

TEST(Control, is_found_where_it_stands) {
    EXPECT_EQ(first_control("ab\0"sv), 2u);
    EXPECT_EQ(first_control("ab\x1B[0m"sv), 2u);
    EXPECT_EQ(first_control("ab\x7F"sv), 2u);
    EXPECT_EQ(first_control("\u00E9\u0080"sv), 2u);
    EXPECT_EQ(first_control("\u00E9\u009F"sv), 2u);
}

TEST(Control, is_neither_tab_nor_line_break) {
    for (const auto text : {"\t"sv, "\n"sv, "\r"sv, "\u0085"sv, "\u2028"sv, "\u00A0"sv, "~"sv, " "sv}) {
        EXPECT_FALSE(first_control(text)) << testing::PrintToString(text);
    }
}

TEST(Trimmed, loses_spaces_and_tabs_at_the_ends_only) {
    EXPECT_EQ(trimmed(" \ta b\t "), "a b");
    EXPECT_EQ(trimmed(""), "");
    EXPECT_EQ(trimmed(" \t "), "");
    EXPECT_EQ(trimmed("\u00A0a\n"), "\u00A0a\n");
}

TEST(Split, keeps_empty_parts) {
    EXPECT_EQ(split("a,,b", ','), (std::vector<std::string_view>{"a", "", "b"}));
    EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
    EXPECT_EQ(split(",", ','), (std::vector<std::string_view>{"", ""}));
}

TEST(Join, puts_the_separator_between) {
    EXPECT_EQ(join({}, ", "), "");
    EXPECT_EQ(join({"a"}, ", "), "a");
    EXPECT_EQ(join({"a", "", "b"}, ", "), "a, , b");
}

TEST(CodePoints, are_not_bytes) {
    EXPECT_EQ(code_points(""), 0u);
    EXPECT_EQ(code_points("a\u00E9\u20AC\U0001F642"), 4u);
}

}  // namespace
}  // namespace dais::base
