// What a clerk's station finds of the site's files for typing, and that it goes on without them.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "clerk-station/aids.hpp"
#include "support/temporary_directory.hpp"

namespace dais::clerk_station {
namespace {

namespace fs = std::filesystem;

// A site of one's own, while it lives.
class SiteAidsTest : public testing::Test {
  protected:
    SiteAidsTest() {
        fs::create_directories(site / "house-styles");
        ::setenv("DAIS_CONFIG", site.path().c_str(), 1);
    }
    ~SiteAidsTest() override { ::unsetenv("DAIS_CONFIG"); }

    void write(const std::string& file, const std::string& text) {
        fs::create_directories(fs::path(site / file).parent_path());
        std::ofstream(site / file) << text;
    }

    test::TemporaryDirectory site;
};

TEST(SiteAids, are_there_for_every_language) {
    for (const char* language : {"en", "fr", "es", "ru", "ar", "zh"}) {
        const auto aids = load_aids(language);
        EXPECT_EQ(aids.faults, std::vector<std::string>{}) << language;
        EXPECT_GE(aids.snippets.size(), 15U) << language;
        EXPECT_TRUE(aids.typography.after("...", 3, ".")) << language;
        EXPECT_EQ(aids.spelling->language, language);
    }
}

TEST_F(SiteAidsTest, are_the_sites_own) {
    write("snippets/en.toml", "mine = \"of this site\"\n");
    const auto aids = load_aids("en");
    EXPECT_TRUE(aids.snippets.expand("mine", 4));
    ASSERT_EQ(aids.faults.size(), 2U) << "there is no typography, and there are no hints";
    EXPECT_FALSE(aids.typography.after("...", 3, "."));
}

TEST_F(SiteAidsTest, that_are_faulty_are_named_and_left_out) {
    write("snippets/en.toml", "\"two words\" = \"x\"\n");
    write("typography/en.toml", "quotes = 1\n");
    const auto aids = load_aids("en");
    ASSERT_EQ(aids.faults.size(), 3U);
    EXPECT_NE(aids.faults[0].find("quotes"), std::string::npos) << aids.faults[0];
    EXPECT_NE(aids.faults[1].find("two words"), std::string::npos) << aids.faults[1];
    EXPECT_EQ(aids.snippets.size(), 0U);
}

}  // namespace
}  // namespace dais::clerk_station
