// Two clerks at one paragraph, by examples.
#include "prose/merge.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"

namespace dais::prose {
namespace {

// The merged text, or "mine|theirs" of every clash.
std::string outcome(std::string_view base, std::string_view mine, std::string_view theirs) {
    const auto merged = merge(base, mine, theirs);
    if (merged) return merged->text;
    std::vector<std::string> clashes;
    for (const auto& clash : merged.error().clashes) {
        clashes.push_back(std::string(part(mine, clash.mine)) + "|" +
                          std::string(part(theirs, clash.theirs)));
    }
    return "conflict: " + base::join(clashes, "; ");
}

TEST(Merge, edits_of_different_words_are_both_made) {
    EXPECT_EQ(outcome("He said that it was good", "He stated that it was good", "He said that it was bad"),
              "He stated that it was bad");
}

TEST(Merge, the_same_edit_of_both_is_made_once) {
    EXPECT_EQ(outcome("He said so", "He stated so", "He stated so"), "He stated so");
    EXPECT_EQ(outcome("one two", "one and two", "one and two"), "one and two");
}

TEST(Merge, edits_of_the_same_word_conflict) {
    EXPECT_EQ(outcome("He said so", "He stated so", "He claimed so"), "conflict: stated|claimed");
}

TEST(Merge, only_what_clashes_is_asked_about) {
    const std::string base = "He said that the weather was fine";
    const std::string mine = "She said that the weather was good";
    const std::string theirs = "He said that the whole weather was bad";
    EXPECT_EQ(outcome(base, mine, theirs), "conflict: good|bad");
    EXPECT_EQ(merge_preferring(Side::mine, base, mine, theirs).text,
              "She said that the whole weather was good");
    EXPECT_EQ(merge_preferring(Side::theirs, base, mine, theirs).text,
              "She said that the whole weather was bad");
}

TEST(Merge, what_both_put_in_at_one_place_conflicts) {
    EXPECT_EQ(outcome("He said", "He said yes", "He said no"), "conflict:  yes| no");
    EXPECT_EQ(outcome("", "mine", "theirs"), "conflict: mine|theirs");
    EXPECT_EQ(outcome("a b", "a x b", "a y b"), "conflict: x |y ");
}

TEST(Merge, what_follows_a_rewriting_that_grew_conflicts) {
    EXPECT_EQ(outcome("He go", "He go home", "He goes away"), "conflict: go home|goes away");
}

TEST(Merge, what_follows_a_word_put_in_place_of_another_does_not) {
    EXPECT_EQ(outcome("He said so", "He said, so", "He stated so"), "He stated, so");
    EXPECT_EQ(outcome("He said", "He said that", "He stated"), "He stated that");
}

TEST(Merge, removing_conflicts_with_changing_what_is_removed) {
    EXPECT_EQ(outcome("a b c d", "a d", "a b x d"), "conflict: |b x ");
    EXPECT_EQ(outcome("a b c d", "a c d", "a b d"), "a d") << "side by side, and nothing put in";
}

TEST(Merge, goes_by_words_where_there_are_no_spaces) {
    EXPECT_EQ(outcome("主席发言。", "主席说。", "主席发言！"), "主席说！");
}

TEST(Merge, the_caret_stays_with_its_word) {
    const std::string base = "one two three";
    const std::string mine = "one two three four";
    const auto merged = merge(base, mine, "zero one 2 three");
    ASSERT_TRUE(merged);
    ASSERT_EQ(merged->text, "zero one 2 three four");
    EXPECT_EQ(merged->from_mine(mine.size()), merged->text.size());
    EXPECT_EQ(merged->from_mine(mine.size() - 2), merged->text.size() - 2) << "in a word of mine";
    EXPECT_EQ(merged->from_mine(2), 7U) << "in a word that both have";
    EXPECT_EQ(merged->from_mine(6), 10U) << "in a word that was replaced: behind what stands there now";
    EXPECT_EQ(merged->from_mine(0), 0U);
    EXPECT_EQ(merged->from_mine(1'000), merged->text.size());
}

TEST(Merge, the_caret_stays_behind_what_was_typed_when_the_other_writes_on) {
    const std::string mine = "Yes. I agree";
    const auto merged = merge("I agree", mine, "I agree with that");
    ASSERT_TRUE(merged);
    ASSERT_EQ(merged->text, "Yes. I agree with that");
    EXPECT_EQ(merged->from_mine(mine.size()), mine.size());
}

}  // namespace
}  // namespace dais::prose
