// What a clerk's station finds of the site's files for typing, and that it goes on without them.
#include "clerk-station/typing_rules.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "support/temporary_directory.hpp"

namespace dais::clerk_station {
namespace {

namespace fs = std::filesystem;

// A site of one's own, while it lives.
class TypingRulesTest : public testing::Test {
  protected:
    TypingRulesTest() {
        fs::create_directories(site / "house-styles");
        ::setenv("DAIS_CONFIG", site.path().c_str(), 1);
    }
    ~TypingRulesTest() override { ::unsetenv("DAIS_CONFIG"); }

    void write(const std::string& file, const std::string& text) {
        fs::create_directories(fs::path(site / file).parent_path());
        std::ofstream(site / file) << text;
    }

    test::TemporaryDirectory site;
};

TEST(TypingRules, are_there_for_every_language) {
    for (const char* language : {"en", "fr", "es", "ru", "ar", "zh"}) {
        const auto rules = read_typing_rules(language);
        EXPECT_EQ(rules.complaints, std::vector<std::string>{}) << language;
        EXPECT_GE(rules.snippets.size(), 15U) << language;
        EXPECT_TRUE(rules.typography.after("...", 3, ".")) << language;
    }
}

TEST_F(TypingRulesTest, are_the_sites_own) {
    write("snippets/en.toml", "mine = \"of this site\"\n");
    const auto rules = read_typing_rules("en");
    EXPECT_TRUE(rules.snippets.expand("mine", 4));
    ASSERT_EQ(rules.complaints.size(), 1U) << "there is no typography";
    EXPECT_FALSE(rules.typography.after("...", 3, "."));
}

TEST_F(TypingRulesTest, that_are_faulty_are_named_and_left_out) {
    write("snippets/en.toml", "\"two words\" = \"x\"\n");
    write("typography/en.toml", "quotes = 1\n");
    const auto rules = read_typing_rules("en");
    ASSERT_EQ(rules.complaints.size(), 2U);
    EXPECT_NE(rules.complaints[0].find("quotes"), std::string::npos) << rules.complaints[0];
    EXPECT_NE(rules.complaints[1].find("two words"), std::string::npos) << rules.complaints[1];
    EXPECT_EQ(rules.snippets.size(), 0U);
}

}  // namespace
}  // namespace dais::clerk_station
