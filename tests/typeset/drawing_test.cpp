// What is drawn of a line: ink in every script, where the letters stand, and nowhere else.
#include <gtest/gtest.h>

#include <numeric>

#include "typeset/paragraph.hpp"
#include "typeset/six.hpp"

namespace dais::typeset {
namespace {

constexpr Strip strip{2, 440, 50, 10, 34};

std::size_t ink(const std::vector<std::uint8_t>& coverage) {
    return std::accumulate(coverage.begin(), coverage.end(), std::size_t{0});
}

std::size_t ink_between(const std::vector<std::uint8_t>& coverage, int from, int to) {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < coverage.size(); ++i) {
        const auto x = static_cast<int>(i % static_cast<std::size_t>(strip.width));
        if (x >= from && x < to) sum += coverage[i];
    }
    return sum;
}

TEST(Drawing, every_script_leaves_ink_on_every_line) {
    for (const auto text : six_languages) {
        const auto made = Paragraph::set(text, 200, {}).value();
        for (std::size_t i = 0; i < made.lines().size(); ++i) {
            const auto coverage = made.draw(i, strip);
            ASSERT_EQ(coverage.size(), 440U * 50U);
            EXPECT_GT(ink(coverage), 10'000U) << text;
        }
    }
}

TEST(Drawing, stands_where_the_carets_say) {
    const std::string_view text = "l          l";
    const auto made = Paragraph::set(text, 200, {}).value();
    const auto coverage = made.draw(0, strip);
    const int end = strip.pad + static_cast<int>(made.place_of({1}).x * strip.pixels);
    const int again = strip.pad + static_cast<int>(made.place_of({11}).x * strip.pixels);
    EXPECT_GT(ink_between(coverage, strip.pad - 1, end + 1), 0U);
    EXPECT_EQ(ink_between(coverage, end + 2, again - 1), 0U);
    EXPECT_GT(ink_between(coverage, again, strip.width), 0U);
    EXPECT_EQ(ink_between(coverage, 0, strip.pad - 1), 0U);
}

TEST(Drawing, of_arabic_stands_at_the_right) {
    const auto made = Paragraph::set("قال", 200, {}).value();
    const auto coverage = made.draw(0, strip);
    EXPECT_EQ(ink_between(coverage, 0, 200), 0U);
    EXPECT_GT(ink_between(coverage, 350, 412), 0U);
}

// A space 1.3 points wide moves what follows by a part of a pixel, and not by none or a whole one.
TEST(Drawing, glyphs_stand_between_pixels) {
    const auto centre = [](const Paragraph& made) {
        const auto coverage = made.draw(0, strip);
        double sum = 0;
        for (std::size_t i = 0; i < coverage.size(); ++i) {
            sum += coverage[i] * static_cast<double>(i % static_cast<std::size_t>(strip.width));
        }
        return sum / static_cast<double>(ink(coverage));
    };
    const auto bare = Paragraph::set("l", 200, {}).value();
    for (const auto* spaces : {"\u200A", "\u2009", "\u2006", " "}) {
        const auto moved = Paragraph::set(std::string(spaces) + "l", 200, {}).value();
        const double by = moved.place_of({std::string_view(spaces).size()}).x * strip.pixels;
        EXPECT_NEAR(centre(moved) - centre(bare), by, 0.2) << by;
    }
}

TEST(Drawing, nothing_is_drawn_of_nothing) {
    EXPECT_EQ(ink(Paragraph::set("", 200, {}).value().draw(0, strip)), 0U);
    EXPECT_EQ(ink(Paragraph::set("   ", 200, {}).value().draw(0, strip)), 0U);
}

}  // namespace
}  // namespace dais::typeset
