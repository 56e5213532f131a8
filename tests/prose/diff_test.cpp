// What changed, as a reviser reads it.
#include "prose/diff.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "prose/wordings.hpp"

namespace dais::prose {
namespace {

// "kept [-removed-]{+added+}"
std::string shown(std::string_view before, std::string_view after) {
    std::string result;
    for (const auto& passage : diff(before, after)) {
        if (passage.kind == Passage::Kind::kept) result += part(before, passage.before);
        if (passage.kind == Passage::Kind::removed)
            result += "[-" + std::string(part(before, passage.before)) + "-]";
        if (passage.kind == Passage::Kind::added)
            result += "{+" + std::string(part(after, passage.after)) + "+}";
    }
    return result;
}

TEST(Diff, goes_by_words) {
    EXPECT_EQ(shown("He said that", "He stated that"), "He [-said-]{+stated+} that");
    EXPECT_EQ(shown("a cat", "a cart"), "a [-cat-]{+cart+}") << "not by letters";
}

TEST(Diff, shows_what_was_put_in_and_taken_out) {
    EXPECT_EQ(shown("one two", "one and two"), "one {+and +}two");
    EXPECT_EQ(shown("one and two", "one two"), "one [-and -]two");
    EXPECT_EQ(shown("said that", "said, that"), "said{+,+} that");
}

TEST(Diff, words_that_changed_side_by_side_are_one_change) {
    EXPECT_EQ(shown("the old wise man spoke", "the new silly man spoke"),
              "the [-old wise-]{+new silly+} man spoke");
    EXPECT_EQ(shown("old, wise", "new, silly"), "[-old-]{+new+}, [-wise-]{+silly+}") << "a comma parts them";
}

TEST(Diff, of_the_same_is_one_kept_run_and_of_nothing_none) {
    EXPECT_EQ(diff("a b", "a b"), (std::vector<Passage>{{Passage::Kind::kept, {0, 3}, {0, 3}}}));
    EXPECT_TRUE(diff("", "").empty());
    EXPECT_EQ(shown("", "all new"), "{+all new+}");
    EXPECT_EQ(shown("all gone", ""), "[-all gone-]");
}

TEST(Diff, of_a_language_without_spaces_goes_by_its_words) {
    EXPECT_EQ(shown("主席发言。", "主席说。"), "主席[-发言-]{+说+}。");
}

TEST(Diff, a_repeated_word_counts_as_put_in_behind) {
    EXPECT_EQ(shown("the end", "the the end"), "the {+the +}end");
}

// Words from `from` on, each with its number.
std::string numbered(int from, int count) {
    std::string text;
    for (int i = from; i < from + count; ++i) text += "w" + std::to_string(i) + " ";
    return text;
}

TEST(Diff, of_long_texts_that_differ_much_still_finds_what_stayed) {
    const auto before = numbered(0, 1'000) + "anchor " + numbered(2'000, 1'000);
    const auto after = numbered(5'000, 1'000) + "anchor " + numbered(7'000, 1'000);
    const auto passages = diff(before, after);
    EXPECT_TRUE(std::any_of(passages.begin(), passages.end(), [&](const Passage& passage) {
        return passage.kind == Passage::Kind::kept &&
               part(before, passage.before).find("anchor") != std::string::npos;
    }));
}

void adds_up(std::string_view before, std::string_view after) {
    std::string old_text;
    std::string new_text;
    for (const auto& passage : diff(before, after)) {
        RC_ASSERT(!(passage.before.empty() && passage.after.empty()));
        RC_ASSERT(passage.before.from == old_text.size());
        RC_ASSERT(passage.after.from == new_text.size());
        if (passage.kind == Passage::Kind::kept)
            RC_ASSERT(part(before, passage.before) == part(after, passage.after));
        if (passage.kind == Passage::Kind::removed) RC_ASSERT(passage.after.empty());
        if (passage.kind == Passage::Kind::added) RC_ASSERT(passage.before.empty());
        old_text += part(before, passage.before);
        new_text += part(after, passage.after);
    }
    RC_ASSERT(old_text == before);
    RC_ASSERT(new_text == after);
}

RC_GTEST_PROP(DiffProperty, adds_up_to_both_texts, ()) {
    const auto before = *wordings();
    adds_up(before, reworded(before));
    adds_up(before, *wordings());
}

RC_GTEST_PROP(DiffProperty, adds_up_in_every_script_and_for_any_bytes, ()) {
    adds_up(*ui::rough_texts(), *ui::rough_texts());
    adds_up(*ui::damaged_texts(), *ui::damaged_texts());
}

RC_GTEST_PROP(DiffProperty, of_long_texts_adds_up, ()) {
    auto before = numbered(0, 300);
    const auto words = *rc::gen::container<std::vector<int>>(1'000, rc::gen::inRange(0, 300));
    std::string after;
    for (const auto word : words) after += "w" + std::to_string(word) + " ";
    adds_up(before, after);
}

}  // namespace
}  // namespace dais::prose
