#include "tidy/glossary.hpp"

#include <gtest/gtest.h>

namespace dais::tidy {
namespace {

constexpr std::string_view page =
    "# Glossary\n\n**floor** – the right to speak, of one person at a time.\n\n**hub** – the program that "
    "decides.\n";

TEST(Glossary, has_its_terms) {
    EXPECT_EQ(terms(page), (std::vector<std::string>{"floor", "hub"}));
    EXPECT_TRUE(check_glossary(page, {"hub", "floor"}).empty());
}

TEST(Glossary, misses_a_term) {
    EXPECT_EQ(as_text(check_glossary(page, {"take"})), "docs/glossary.md:0: the term is missing: take\n");
}

TEST(Glossary, gives_each_word_one_meaning) {
    const std::string twice = std::string(page) + "\n**hub** – something else altogether.\n";
    EXPECT_EQ(as_text(check_glossary(twice, {})), "docs/glossary.md:7: defined twice: hub\n");
}

TEST(Glossary, says_what_a_word_means) {
    EXPECT_FALSE(check_glossary("**floor**\n", {}).empty());
    EXPECT_FALSE(check_glossary("**floor** – ?\n", {}).empty());
}

}  // namespace
}  // namespace dais::tidy
