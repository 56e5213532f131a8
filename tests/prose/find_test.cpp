// Finding and replacing in one paragraph.
#include "prose/find.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.hpp"
#include "prose/folding.hpp"
#include "prose/wordings.hpp"
#include "prose/words.hpp"

namespace dais::prose {
namespace {

constexpr FindOptions exactly{.exact = true};
constexpr FindOptions words{.whole_words = true};

// The text with what is found in brackets.
std::string found(std::string_view text, std::string_view needle, FindOptions options = {}) {
    const auto ready = Needle::from(needle, options);
    if (!ready) return ready.error().code;
    std::string result;
    std::size_t done = 0;
    for (const auto& range : ready->find(text)) {
        result +=
            std::string(text.substr(done, range.from - done)) + "[" + std::string(part(text, range)) + "]";
        done = range.to;
    }
    return result + std::string(text.substr(done));
}

std::string replaced(std::string_view text, std::string_view needle, const Replacement& replacement,
                     FindOptions options = {}) {
    const auto result = replace_all(text, *Needle::from(needle, options), replacement);
    return result ? std::to_string(result->count) + ": " + result->text : result.error().code;
}

TEST(Find, case_and_accents_do_not_count_unless_asked) {
    EXPECT_EQ(found("José and JOSE, jose\u0301.", "jose"), "[José] and [JOSE], [jose\u0301].");
    EXPECT_EQ(found("José and JOSE, jose", "jose", exactly), "José and JOSE, [jose]");
    EXPECT_EQ(found("a Straße", "STRASSE"), "a [Straße]");
}

TEST(Find, straight_quotes_and_spaces_find_those_of_print) {
    EXPECT_EQ(found("the Chair’s “word” – 10\u00A0km", "chair's \"word\" - 10 km"),
              "the [Chair’s “word” – 10\u00A0km]");
}

TEST(Find, never_takes_half_a_letter) {
    EXPECT_EQ(found("e\u0301e", "e", exactly), "e\u0301[e]");
    EXPECT_EQ(found("ﬁne", "f"), "ﬁne") << "half of a ligature";
    EXPECT_EQ(found("ﬁne", "fi"), "[ﬁ]ne");
    EXPECT_EQ(found("ß s", "s"), "ß [s]");
    EXPECT_EQ(found("👩\u200D💻 💻", "💻"), "👩\u200D💻 [💻]");
}

TEST(Find, takes_marks_and_what_is_never_seen_with_their_letter) {
    EXPECT_EQ(found("co\u00ADoperate", "cooperate"), "[co\u00ADoperate]");
    EXPECT_EQ(found("مُحَمَّد قال", "محمد"), "[مُحَمَّد] قال");
}

TEST(Find, whole_words_only) {
    EXPECT_EQ(found("art, Art. 5 and party", "art", words), "[art], [Art]. 5 and party");
    EXPECT_EQ(found("主席发言", "发", words), "主席发言");
    EXPECT_EQ(found("主席发言", "发言", words), "主席[发言]");
}

TEST(Find, of_two_that_overlap_takes_the_first) {
    EXPECT_EQ(found("aaaa a", "aa"), "[aa][aa] a");
}

TEST(Find, refuses_what_cannot_be_looked_for) {
    EXPECT_EQ(found("a", ""), "empty");
    EXPECT_EQ(found("a", "\u0301"), "empty");
    EXPECT_EQ(found("e\u0301", "\u0301", exactly), "e\u0301") << "half a letter";
    EXPECT_EQ(found("a", "\xFF"), "not_text");
    EXPECT_EQ(found("a", std::string(max_needle_bytes + 1, 'a')), "too_long");
}

TEST(Replace, counts) {
    EXPECT_EQ(replaced("one and ONE", "one", {"two"}), "2: two and two");
    EXPECT_EQ(replaced("one", "two", {"x"}), "0: one");
    EXPECT_EQ(replaced("a,b,", ",", {""}), "2: ab");
}

TEST(Replace, keeps_a_capital_when_asked) {
    EXPECT_EQ(replaced("State, state, “État", "state", {"party", true}), "2: Party, party, “État");
    EXPECT_EQ(replaced("Évian", "evian", {"élan", true}), "1: Élan");
    EXPECT_EQ(replaced("State", "state", {"(party)", true}), "1: (Party)");
    EXPECT_EQ(replaced("State", "state", {"…", true}), "1: …");
    EXPECT_EQ(replaced("state", "state", {"Party", true}), "1: Party") << "and takes none away";
}

TEST(Replace, does_not_make_more_than_a_paragraph_holds) {
    EXPECT_EQ(replaced(std::string(1'000, 'a'), "a", {std::string(66, 'b')}), "too_long");
    EXPECT_EQ(replaced(std::string(1'000, 'a'), "a", {std::string(65, 'b')}).substr(0, 6), "1000: ");
}

TEST(Folding, knows_where_its_letters_came_from) {
    const auto fold = folded_with_origins("Éß\u0301x");
    EXPECT_EQ(fold.text, "essx");
    EXPECT_EQ(fold.origin, (std::vector<std::uint32_t>{0, 2, 2, 6, 7}));
}

RC_GTEST_PROP(FindProperty, what_is_found_is_what_was_looked_for_in_whole_letters, ()) {
    const auto text = *rc::gen::oneOf(ui::rough_texts(), wordings(), ui::damaged_texts());
    const auto needle = *rc::gen::suchThat(ui::pieces_of_text(),
                                           [](const std::string& piece) { return !folded(piece).empty(); });
    const FindOptions options{*rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()};
    const auto borders = letter_borders(text);
    std::size_t last = 0;
    for (const auto& range : Needle::from(needle, options)->find(text)) {
        RC_ASSERT(range.from >= last);
        RC_ASSERT(range.to > range.from);
        RC_ASSERT(std::binary_search(borders.begin(), borders.end(), range.from));
        RC_ASSERT(std::binary_search(borders.begin(), borders.end(), range.to));
        const auto here = part(text, range);
        RC_ASSERT((options.exact ? here == needle : folded(here) == folded(needle)));
        last = range.to;
    }
}

RC_GTEST_PROP(FindProperty, a_part_of_whole_letters_is_found, ()) {
    const auto text = *ui::rough_texts();
    const auto borders = letter_borders(text);
    const auto first = *rc::gen::inRange<std::size_t>(0, borders.size());
    const auto last = *rc::gen::inRange<std::size_t>(first, std::min(first + 12, borders.size()));
    const auto needle = std::string(part(text, {borders[first], borders[last]}));
    const FindOptions options{*rc::gen::arbitrary<bool>()};
    const auto ready = Needle::from(needle, options);
    RC_PRE(ready.ok());
    RC_ASSERT(!ready->find(text).empty());
}

RC_GTEST_PROP(ReplaceProperty, replacing_by_itself_changes_nothing, ()) {
    const auto text = *rc::gen::oneOf(ui::rough_texts(), wordings());
    const auto needle = *ui::pieces_of_text();
    const Replacement replacement{needle, *rc::gen::arbitrary<bool>()};
    RC_ASSERT(replace_all(text, *Needle::from(needle, exactly), replacement)->text == text);
}

RC_GTEST_PROP(ReplaceProperty, replacing_keeps_what_was_not_found, ()) {
    const auto text = *wordings();
    const auto needle = *Needle::from("the", words);
    std::string expected;
    std::size_t done = 0;
    for (const auto& range : needle.find(text)) {
        expected += text.substr(done, range.from - done) + "<>";
        done = range.to;
    }
    expected += text.substr(done);
    RC_ASSERT(replace_all(text, needle, {"<>"})->text == expected);
}

}  // namespace
}  // namespace dais::prose
