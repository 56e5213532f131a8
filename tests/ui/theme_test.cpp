// Can the colours be read, and are they those that we say?
#include "ui/theme.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace dais::ui {
namespace {

constexpr ThemeName every_name[] = {ThemeName::light, ThemeName::dark, ThemeName::high_contrast};

// The hue in degrees (0 red, 120 green, 240 blue).
double hue(Colour colour) {
    const double r = colour.r / 255.0;
    const double g = colour.g / 255.0;
    const double b = colour.b / 255.0;
    const double most = std::max({r, g, b});
    const double spread = most - std::min({r, g, b});
    double sixth = 0;
    if (most == r) {
        sixth = std::fmod((g - b) / spread + 6, 6);
    } else if (most == g) {
        sixth = (b - r) / spread + 2;
    } else {
        sixth = (r - g) / spread + 4;
    }
    return sixth * 60;
}

double apart(double one, double other) {
    const double distance = std::fabs(one - other);
    return std::min(distance, 360 - distance);
}

TEST(Contrast, is_that_of_the_guideline) {
    EXPECT_NEAR(contrast(colour(0x000000), colour(0xFFFFFF)), 21.0, 0.001);
    EXPECT_NEAR(contrast(colour(0x777777), colour(0x777777)), 1.0, 0.001);
    // The grey next to 4.5 on either side, as every checker of the guideline says.
    EXPECT_NEAR(contrast(colour(0x767676), colour(0xFFFFFF)), 4.54, 0.005);
    EXPECT_NEAR(contrast(colour(0xFFFFFF), colour(0x777777)), 4.48, 0.005);
    EXPECT_NEAR(contrast(colour(0xFF0000), colour(0xFFFFFF)), 4.00, 0.005);
    EXPECT_NEAR(contrast(colour(0x0000FF), colour(0xFFFFFF)), 8.59, 0.005);
}

TEST(Theme, words_and_edges_can_be_told_from_what_they_stand_on) {
    for (const ThemeName name : every_name) {
        const double least = name == ThemeName::high_contrast ? 7.0 : 4.5;
        for (const Pair& pair : pairs(theme(name))) {
            EXPECT_GE(contrast(pair.ink, pair.ground), pair.is_text ? least : 3.0)
                << word(name) << ": " << pair.name;
        }
    }
}

TEST(Theme, every_pair_has_a_name_of_its_own_and_opaque_colours) {
    for (const ThemeName name : every_name) {
        std::set<std::string_view> names;
        for (const Pair& pair : pairs(theme(name))) {
            EXPECT_TRUE(names.insert(pair.name).second) << pair.name;
            EXPECT_EQ(pair.ink.a, 255) << pair.name;
            EXPECT_EQ(pair.ground.a, 255) << pair.name;
        }
    }
}

TEST(Theme, states_keep_the_hues_of_okabe_and_ito) {
    for (const ThemeName name : every_name) {
        const Theme& each = theme(name);
        EXPECT_LE(apart(hue(each.good), hue(colour(0x009E73))), 10) << word(name);
        EXPECT_LE(apart(hue(each.warning), hue(colour(0xE69F00))), 10) << word(name);
        EXPECT_LE(apart(hue(each.over), hue(colour(0xD55E00))), 10) << word(name);
        EXPECT_LE(apart(hue(each.info), hue(colour(0x0072B2))), 10) << word(name);
        EXPECT_LE(apart(hue(each.remote), hue(colour(0xCC79A7))), 10) << word(name);
    }
}

TEST(Theme, is_found_by_its_word) {
    for (const ThemeName name : every_name) EXPECT_EQ(theme_named(word(name)), name);
    EXPECT_EQ(word(ThemeName::high_contrast), "high-contrast");
    EXPECT_EQ(theme_named("garish"), std::nullopt);
}

TEST(Colour, is_packed_red_first) {
    EXPECT_EQ(colour(0x112233).u32(), 0xFF332211U);
    EXPECT_EQ(colour(0x112233).with_alpha(0x44).u32(), 0x44332211U);
}

}  // namespace
}  // namespace dais::ui
