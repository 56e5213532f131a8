// Sheets: a line is drawn once, and what the last picture shows is not drawn over.
#include "ui/sheets.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace dais::ui {
namespace {

constexpr Extent strip{8, 4};

std::vector<std::uint8_t> ink(std::uint8_t dark) {
    return std::vector<std::uint8_t>(32, dark);
}

std::uint8_t at(const Sheet& sheet, int top) {
    return sheet.pixels()[static_cast<std::size_t>(top) * 8];
}

TEST(Sheets, draw_a_line_once) {
    Sheets sheets;
    auto& sheet = sheets.of("a", strip, 2);
    const int top = sheet.strip(7, [] { return ink(70); });
    EXPECT_EQ(at(sheet, top), 70);
    EXPECT_EQ(sheet.fresh(), std::vector<int>{top});
    sheets.shown();
    EXPECT_TRUE(sheet.fresh().empty());
    sheets.begin();
    EXPECT_EQ(sheet.strip(7, [] { return ink(1); }), top);
    EXPECT_EQ(sheets.drawn(), 1U);
}

TEST(Sheets, leave_alone_what_the_last_picture_shows) {
    Sheets sheets;
    auto& sheet = sheets.of("a", strip, 1);
    const int shown = sheet.strip(1, [] { return ink(1); });
    sheets.shown();
    // Frames that nobody saw: many lines, one at a time.
    for (std::uint64_t look = 2; look < 50; ++look) {
        sheets.begin();
        EXPECT_NE(sheet.strip(look, [] { return ink(2); }), shown);
        EXPECT_EQ(at(sheet, shown), 1);
    }
    sheets.shown();
    // Another picture without it: now its place may be taken.
    std::vector<int> tops;
    for (std::uint64_t look = 50; look < 60; ++look) {
        sheets.begin();
        tops.push_back(sheet.strip(look, [] { return ink(3); }));
    }
    EXPECT_NE(std::find(tops.begin(), tops.end(), shown), tops.end());
}

TEST(Sheets, are_made_anew_under_another_number_where_they_do_not_fit) {
    Sheets sheets;
    const auto number = sheets.of("a", strip, 2).number();
    EXPECT_GE(number, Sheets::first_number);
    EXPECT_EQ(sheets.of("a", strip, 2).number(), number);
    EXPECT_EQ(sheets.of("a", strip, 1).number(), number);
    const auto wider = sheets.of("a", {9, 4}, 2).number();
    EXPECT_NE(wider, number);
    const auto more = sheets.of("a", {9, 4}, 20).number();
    EXPECT_NE(more, wider);
    EXPECT_NE(sheets.of("b", {9, 4}, 20).number(), more);
    EXPECT_EQ(sheets.all().size(), 2U);
}

}  // namespace
}  // namespace dais::ui
