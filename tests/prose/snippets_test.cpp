// Short forms and what they stand for.
#include "prose/snippets.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "prose/site.hpp"
#include "prose/wordings.hpp"

namespace dais::prose {
namespace {

using Map = std::map<std::string, std::string>;

Snippets some() {
    return *Snippets::from({{"std", "said that the delegation {}"},
                            {"tt", "thanked the {} for {} today"},
                            {"ok", "it was so agreed"},
                            {"гч", "говорит, что {}"},
                            {"s", "说，{}"},
                            {"sd", "sits {} down"},
                            {"Sd", "Secretariat {}"}});
}

// The text after Tab at the `|`, with `|` at the caret and `^` at the stops behind it; "-" for nothing.
std::string after_tab(const Snippets& snippets, std::string text) {
    const auto caret = text.find('|');
    text.erase(caret, 1);
    const auto expansion = snippets.expand(text, caret);
    if (!expansion) return "-";
    auto result = edited(text, expansion->edit);
    for (auto at = expansion->stops.rbegin(); at != expansion->stops.rend(); ++at) result.insert(*at, "^");
    return result.insert(expansion->edit.caret, "|");
}

TEST(Snippets, become_long_with_the_caret_where_it_is_needed) {
    EXPECT_EQ(after_tab(some(), "He std|."), "He said that the delegation |.");
    EXPECT_EQ(after_tab(some(), "tt|"), "thanked the | for ^ today");
    EXPECT_EQ(after_tab(some(), "(ok| x"), "(it was so agreed| x");
}

TEST(Snippets, leave_no_double_space) {
    EXPECT_EQ(after_tab(*Snippets::from(Map{{"x", "long "}}), "x| on"), "long |on");
    EXPECT_EQ(after_tab(some(), "std| on"), "said that the delegation | on") << "two words will stand there";
}

TEST(Snippets, are_whole_words) {
    EXPECT_EQ(after_tab(some(), "astd|"), "-");
    EXPECT_EQ(after_tab(some(), "std|x"), "-");
    EXPECT_EQ(after_tab(some(), "std |"), "-");
    EXPECT_EQ(after_tab(some(), "|std"), "-");
    EXPECT_EQ(after_tab(some(), "nothing|"), "-");
    EXPECT_EQ(after_tab(some(), "l’std|"), "l’said that the delegation |");
    EXPECT_EQ(after_tab(some(), std::string(100, 's') + "std|"), "-");
}

TEST(Snippets, are_found_in_any_script) {
    EXPECT_EQ(after_tab(some(), "Он гч|"), "Он говорит, что |");
    EXPECT_EQ(after_tab(some(), "主席s|"), "主席说，|") << "no space stands before it";
}

TEST(Snippets, a_capital_makes_a_capital) {
    EXPECT_EQ(after_tab(some(), "Tt|"), "Thanked the | for ^ today");
    EXPECT_EQ(after_tab(some(), "Гч|"), "Говорит, что |");
    EXPECT_EQ(after_tab(some(), "Sd|"), "Secretariat |") << "unless it has a long form of its own";
    EXPECT_EQ(after_tab(some(), "TT|"), "-");
}

TEST(Snippets, of_the_meeting_win) {
    const auto both = some().with(*Snippets::from(Map{{"std", "stated {}"}, {"new", "newly {}"}}));
    EXPECT_EQ(after_tab(both, "std|"), "stated |");
    EXPECT_EQ(after_tab(both, "new|"), "newly |");
    EXPECT_EQ(after_tab(both, "ok|"), "it was so agreed|");
    EXPECT_EQ(both.size(), some().size() + 1);
}

TEST(SnippetsFile, every_language_has_enough) {
    for (const auto* language : languages) {
        const auto made = Snippets::from(site("snippets", language));
        ASSERT_TRUE(made) << language << ": " << made.error().text;
        EXPECT_GE(made->size(), 15U) << language;
        for (const auto& [short_form, long_form] : made->all()) {
            EXPECT_NE(after_tab(*made, "(" + short_form + "|"), "-") << short_form;
        }
    }
}

TEST(SnippetsFile, is_checked) {
    const auto code = [](const Map& map) { return Snippets::from(map).error().code; };
    EXPECT_EQ(code({{"two words", "x"}}), "bad_short");
    EXPECT_EQ(code({{"table.key", "x"}}), "bad_short");
    EXPECT_EQ(code({{"", "x"}}), "bad_short");
    EXPECT_EQ(code({{"\xFF", "x"}}), "bad_short");
    EXPECT_EQ(code({{std::string(Snippets::max_short_bytes + 1, 'a'), "x"}}), "bad_short");
    EXPECT_EQ(code({{"a", ""}}), "wrong_value");
    EXPECT_EQ(code({{"a", "{}{}"}}), "wrong_value");
    EXPECT_EQ(code({{"a", "x{}{}{}{}{}{}{}{}{}{}{}"}}), "wrong_value");
    EXPECT_EQ(code({{"a", "two\nlines"}}), "bad_text");
    EXPECT_EQ(code({{"a", std::string(2'001, 'x')}}), "bad_text");
    EXPECT_NE(Snippets::from(Map{{"a", ""}}).error().text.find("\"a\""), std::string::npos);
    Map many;
    for (std::size_t i = 0; i <= Snippets::max_snippets; ++i) many["k" + std::to_string(i)] = "x";
    EXPECT_EQ(code(many), "too_many");
    many.erase("k0");
    EXPECT_TRUE(Snippets::from(many));
}

RC_GTEST_PROP(SnippetsProperty, change_only_the_short_form, ()) {
    const auto before = *rc::gen::oneOf(ui::drawn_texts(), ui::damaged_texts());
    const auto behind = *ui::drawn_texts();
    const auto text = before + "std" + behind;
    const auto caret = before.size() + 3;
    const auto expansion = some().expand(text, caret);
    if (!expansion) return;
    RC_ASSERT(expansion->edit.range == (Range{before.size(), caret}));
    RC_ASSERT(edited(text, expansion->edit) == before + "said that the delegation " + behind);
}

RC_GTEST_PROP(SnippetsProperty, any_bytes_and_caret_do_no_harm, ()) {
    const auto text = *ui::damaged_texts();
    const auto expansion = some().expand(text, *rc::gen::inRange<std::size_t>(0, text.size() + 2));
    RC_ASSERT(!expansion || expansion->edit.range.to <= text.size());
}

}  // namespace
}  // namespace dais::prose
