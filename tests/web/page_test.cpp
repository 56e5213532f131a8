// The page as it is sent.
#include "web/page.hpp"

#include <gtest/gtest.h>

#include "web/served.hpp"

namespace dais::web {
namespace {

using test_web::page_text;
using test_web::words_of;

TEST(Page, gets_language_direction_words_and_nonce) {
    BoardWords words{"ar", {{"item", "</script>"}}};
    EXPECT_EQ(fill_page("<{{language}} {{direction}} {{nonce}}>{{words}}", words, "n0"),
              R"(<ar rtl n0>{"item":"\u003c/script\u003e"})");
}

TEST(Page, takes_no_language_that_is_no_tag) {
    EXPECT_EQ(fill_page("{{language}}", BoardWords{"en\" onload=\"", {}}, ""), "und");
    EXPECT_EQ(fill_page("{{language}}", BoardWords{"zh-Hans", {}}, ""), "zh-Hans");
}

TEST(Page, survives_marks_that_are_unknown_or_unfinished) {
    EXPECT_EQ(fill_page("a{{other}}b{{language", BoardWords{"en", {}}, ""), "ab{{language");
    EXPECT_EQ(fill_page("", BoardWords{"en", {}}, ""), "");
}

TEST(Page, runs_from_right_to_left_where_its_words_do) {
    EXPECT_EQ(direction("ar"), "rtl");
    EXPECT_EQ(direction("ar-EG"), "rtl");
    EXPECT_EQ(direction("fr"), "ltr");
    EXPECT_EQ(direction("arn"), "ltr");
}

TEST(Page, has_a_nonce_of_its_own_each_time) {
    EXPECT_NE(new_nonce(), new_nonce());
    EXPECT_EQ(new_nonce().size(), 32u);
    EXPECT_NE(content_policy("n0").find("script-src 'nonce-n0'"), std::string::npos);
    EXPECT_EQ(content_policy("n0").find("unsafe"), std::string::npos);
}

TEST(Page, of_ours_is_small_asks_nobody_else_and_knows_every_word_that_it_says) {
    const auto page = page_text();
    EXPECT_LT(page.size(), 30u * 1024u);
    for (const auto* elsewhere :
         {"http:", "https:", "//cdn", "@import", "Date.now", "innerHTML", " style=", "onclick="}) {
        EXPECT_EQ(page.find(elsewhere), std::string::npos) << elsewhere;
    }
    const auto words = words_of("en");
    std::size_t said = 0;
    static constexpr std::string_view call = "say(\"";
    for (auto from = page.find(call); from != std::string::npos; from = page.find(call, from + 1)) {
        const auto begin = from + call.size();
        const auto key = page.substr(begin, page.find('"', begin) - begin);
        if (key.ends_with('.') || key.ends_with("_")) continue;  // put together: kind.…, floor.by_…
        EXPECT_TRUE(words.texts.contains(key)) << key;
        ++said;
    }
    EXPECT_GT(said, 10u);
}

}  // namespace
}  // namespace dais::web
