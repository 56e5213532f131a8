#include "folder/clerk_settings.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "support/temporary_directory.hpp"

namespace dais::folder {
namespace {

struct Site {
    ClerkSettingsReading read(const std::string& text) const {
        std::ofstream(file, std::ios::binary) << text;
        return read_clerk_settings(file);
    }
    test::TemporaryDirectory directory;
    std::filesystem::path file = directory / "clerk.toml";
};

TEST(ClerkSettings, are_the_usual_ones_where_there_is_no_file) {
    const Site site;
    const auto reading = read_clerk_settings(site.file);
    EXPECT_EQ(reading.settings.take_seconds, 600);
    EXPECT_TRUE(reading.faults.empty());
}

TEST(ClerkSettings, say_how_long_a_take_is) {
    const Site site;
    for (const auto minutes : {1, 7, 120}) {
        const auto reading = site.read("[takes]\nminutes = " + std::to_string(minutes) + "\n");
        EXPECT_EQ(reading.settings.take_seconds, minutes * 60);
        EXPECT_TRUE(reading.faults.empty());
    }
    EXPECT_EQ(site.read("").settings.take_seconds, 600);
    EXPECT_EQ(site.read("[takes]\n").settings.take_seconds, 600);
}

TEST(ClerkSettings, a_length_that_no_take_has_is_told_with_its_place_and_is_the_usual_one) {
    const Site site;
    for (const auto* wrong : {"0", "121", "-5", "\"10\"", "7.5", "[10]"}) {
        const auto reading = site.read(std::string("[takes]\nminutes = ") + wrong + "\n");
        EXPECT_EQ(reading.settings.take_seconds, 600) << wrong;
        ASSERT_EQ(reading.faults.size(), 1U) << wrong;
        EXPECT_EQ(reading.faults[0].place.line, 2U) << wrong;
        EXPECT_EQ(reading.faults[0].severity, Severity::error) << wrong;
        EXPECT_NE(reading.faults[0].message.find("expected a whole number from 1 to 120"), std::string::npos)
            << reading.faults[0].message;
    }
}

TEST(ClerkSettings, what_is_not_toml_or_not_a_file_is_told) {
    const Site site;
    EXPECT_EQ(site.read("[takes\n").faults.size(), 1U);
    EXPECT_EQ(site.read("takes = 10\n").faults.size(), 1U);
    EXPECT_EQ(read_clerk_settings(site.directory.path()).faults.size(), 1U);
}

TEST(ClerkSettings, what_nobody_knows_is_warned_of) {
    const Site site;
    const auto reading = site.read("[takes]\nminuts = 12\n[tacks]\n");
    ASSERT_EQ(reading.faults.size(), 2U);
    EXPECT_EQ(reading.faults[0].severity, Severity::warning);
    EXPECT_EQ(reading.settings.take_seconds, 600);
}

// What comes with the product is what the program does without it.
TEST(ClerkSettings, the_product_brings_a_file_without_faults) {
    const auto reading = read_clerk_settings(std::string(DAIS_SOURCE_DIR) + "/config/clerk.toml");
    EXPECT_TRUE(reading.faults.empty());
    EXPECT_EQ(reading.settings.take_seconds, 600);
}

}  // namespace
}  // namespace dais::folder
