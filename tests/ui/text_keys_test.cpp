// Which word a double click takes.
#include "ui/text_keys.hpp"

#include <gtest/gtest.h>

namespace dais::ui {
namespace {

std::string word(std::string_view text, std::size_t at) {
    TextEdit edit;
    edit.set(text);
    const auto range = word_at(edit, at);
    return edit.text().substr(range.from, range.to - range.from);
}

TEST(WordAt, is_the_one_that_is_there_or_ends_there) {
    EXPECT_EQ(word("one two", 0), "one");
    EXPECT_EQ(word("one two", 2), "one");
    EXPECT_EQ(word("one two", 3), "one");
    EXPECT_EQ(word("one two", 4), "two");
    EXPECT_EQ(word("one two", 7), "two");
    EXPECT_EQ(word("قال الممثل", 8), "الممثل");
    EXPECT_EQ(word("主席说", 0), "主席");
}

TEST(WordAt, is_the_next_one_where_there_is_none_and_nothing_where_there_is_no_next) {
    EXPECT_EQ(word("one ,  two", 5), "two");
    EXPECT_EQ(word("  two", 0), "two");
    EXPECT_EQ(word("", 0), "");
    EXPECT_EQ(word("one ... ", 6), "");
}

}  // namespace
}  // namespace dais::ui
