#include "folder/hub_settings.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "support/temporary_directory.hpp"

namespace dais::folder {
namespace {

struct Site {
    HubSettingsReading read(const std::string& text) const {
        std::ofstream(file, std::ios::binary) << text;
        return read_hub_settings(file);
    }
    test::TemporaryDirectory directory;
    std::filesystem::path file = directory / "hub.toml";
};

TEST(HubSettings, say_whether_the_clock_stands_when_a_link_is_lost) {
    const Site site;
    EXPECT_FALSE(read_hub_settings(site.file).settings.pause_when_link_lost);
    EXPECT_TRUE(read_hub_settings(site.file).faults.empty());
    EXPECT_TRUE(site.read("[clock]\npause_when_link_lost = true\n").settings.pause_when_link_lost);
    EXPECT_FALSE(site.read("[clock]\npause_when_link_lost = false\n").settings.pause_when_link_lost);
    EXPECT_FALSE(site.read("").settings.pause_when_link_lost);
}

TEST(HubSettings, what_is_wrong_is_told_with_its_place) {
    const Site site;
    const auto wrong = site.read("[clock]\npause_when_link_lost = \"yes\"\n");
    ASSERT_EQ(wrong.faults.size(), 1U);
    EXPECT_EQ(wrong.faults[0].place.line, 2U);
    EXPECT_FALSE(wrong.settings.pause_when_link_lost);
    EXPECT_EQ(site.read("[clock\n").faults.size(), 1U);
    EXPECT_EQ(site.read("[clock]\npause = true\n").faults.size(), 1U);
}

TEST(HubSettings, the_product_brings_a_file_without_faults) {
    const auto reading = read_hub_settings(std::string(DAIS_SOURCE_DIR) + "/config/hub.toml");
    EXPECT_TRUE(reading.faults.empty());
    EXPECT_FALSE(reading.settings.pause_when_link_lost);
}

}  // namespace
}  // namespace dais::folder
