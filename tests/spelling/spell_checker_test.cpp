// Which words are marked and which are left alone.
#include "spelling/spell_checker.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.hpp"
#include "spelling/small_dictionary.hpp"
#include "support/temporary_directory.hpp"
#include "ui/drawn_texts.hpp"

namespace dais::spelling::test {
namespace {

class Checking : public testing::Test {
  protected:
    Checking() : checker_(opened()) {}

    SpellChecker opened() {
        auto dictionary = Dictionary::open(write_dictionary(folder_.path(), "en_GB", "UTF-8", english_words));
        return {*std::move(dictionary), "en"};
    }
    // The words that are marked, with bars between them.
    std::string marked(const std::string& text) {
        std::vector<std::string> words;
        for (const auto range : checker_.misspelt(text)) words.emplace_back(prose::part(text, range));
        return base::join(words, "|");
    }

    dais::test::TemporaryDirectory folder_;
    SpellChecker checker_;
};

TEST_F(Checking, marks_what_the_dictionary_does_not_have) {
    EXPECT_EQ(marked("The meetting was caled to order."), "meetting|caled");
    EXPECT_EQ(marked("The meeting was called to order."), "");
    EXPECT_EQ(marked(""), "");
}

TEST_F(Checking, takes_a_capital_for_the_beginning_of_a_sentence_but_not_the_other_way_round) {
    EXPECT_EQ(marked("States said that MONDAY was Monday"), "");
    EXPECT_EQ(marked("monday"), "monday");
}

TEST_F(Checking, leaves_capitals_digits_and_single_letters_alone) {
    EXPECT_EQ(marked("OHCHR said that NGOs had 3rd COVID-19 x G7 UNODCs"), "");
    EXPECT_EQ(marked("THe meeting"), "THe") << "a slip of the finger is no abbreviation";
}

TEST_F(Checking, leaves_symbols_of_documents_and_addresses_alone) {
    EXPECT_EQ(marked("(CCPR/C/SR.3200/Add.1) https://ohchr.org/xyzzy/plugh, someone@xyzzy.org xyzzy.org "
                     "www.plugh/xyzzy"),
              "");
    EXPECT_EQ(marked("order/plugh"), "plugh") << "a stroke alone makes no symbol";
}

TEST_F(Checking, leaves_other_scripts_alone_but_not_a_word_that_mixes_them) {
    EXPECT_EQ(marked("the شكرا спасибо 主席"), "");
    EXPECT_EQ(marked("the m\u0435\u0435ting"), "m\u0435\u0435ting") << "with two Cyrillic letters";
}

TEST_F(Checking, a_word_with_hyphens_is_right_as_a_whole_or_by_its_parts) {
    EXPECT_EQ(marked("non-coastal"), "");
    EXPECT_EQ(marked("co-ordinator"), "");
    EXPECT_EQ(marked("non-coastl meeting"), "coastl");
    EXPECT_EQ(marked("non\u2011coastal"), "") << "a hyphen that does not break";
}

TEST_F(Checking, composes_letters_and_straightens_apostrophes_before_it_looks_them_up) {
    checker_.know({"Muñoz", "N'Diaye"});
    EXPECT_EQ(marked("Mun\u0303oz N’Diaye fish\u00ADeries"), "") << "a soft hyphen is not seen";
}

TEST_F(Checking, what_belongs_to_something_is_spelt_like_it) {
    EXPECT_EQ(marked("the meeting’s order's"), "");
    EXPECT_EQ(marked("meetting’s meeting’st"), "meetting’s|meeting’st");
}

TEST_F(Checking, names_of_the_meeting_are_right_as_they_are_written) {
    EXPECT_EQ(marked("Taghi-Zada"), "Taghi|Zada");
    checker_.know({"Ms. Taghi-Zada", "Office of xyzzy"});
    EXPECT_EQ(marked("Taghi-Zada Zada’s Zada's d’Zada xyzzy Xyzzy"), "");
    EXPECT_EQ(marked("taghi"), "taghi") << "their case is kept";
    EXPECT_EQ(marked("Zada’plugh"), "Zada’plugh");
    checker_.know({});
    EXPECT_EQ(marked("Zada"), "Zada") << "others take their place";
}

TEST_F(Checking, a_paragraph_with_one_changed_word_costs_one_look_up) {
    std::string paragraph;
    for (std::size_t i = 0; i < 320; ++i) {
        paragraph += "word" + std::string(1 + i % 20, static_cast<char>('a' + i % 26)) + " ";
    }
    checker_.misspelt(paragraph);
    const auto before = checker_.looked_up();
    EXPECT_GT(before, 100U);
    checker_.misspelt(paragraph + "meeting");
    EXPECT_EQ(checker_.looked_up(), before + 1);
    checker_.misspelt(paragraph + "meeting");
    EXPECT_EQ(checker_.looked_up(), before + 1);
}

TEST_F(Checking, suggests_what_the_dictionary_thinks_of) {
    const auto words = checker_.suggestions("meetng");
    ASSERT_FALSE(words.empty());
    EXPECT_EQ(words.front(), "meeting");
}

TEST_F(Checking, suggests_names_of_the_meeting_before_the_dictionary) {
    checker_.know({"Vakilova-Mardaliyeva"});
    const auto words = checker_.suggestions("Mardalieyva");
    ASSERT_FALSE(words.empty());
    EXPECT_EQ(words.front(), "Mardaliyeva");
}

TEST_F(Checking, suggests_at_most_eight) {
    std::vector<std::string> names;
    for (char c = 'a'; c <= 'z'; ++c) names.push_back("Longname" + std::string(1, c));
    checker_.know(names);
    EXPECT_LE(checker_.suggestions("Longname").size(), 8U);
    EXPECT_GE(checker_.suggestions("Longname").size(), 4U);
    EXPECT_TRUE(checker_.suggestions("").empty());
    EXPECT_TRUE(checker_.suggestions(std::string(10'000, 'a')).empty());
}

TEST_F(Checking, says_nothing_of_bytes_that_are_no_text) {
    EXPECT_EQ(marked("meetting \xFF"), "");
}

RC_GTEST_FIXTURE_PROP(Checking, marks_stand_in_the_text_between_characters, ()) {
    const auto text = *rc::gen::oneOf(ui::rough_texts(), ui::damaged_texts());
    std::size_t before = 0;
    for (const auto range : checker_.misspelt(text)) {
        RC_ASSERT(range.from >= before && range.from < range.to && range.to <= text.size());
        RC_ASSERT(!base::first_bad_utf8(prose::part(text, range)));
        before = range.to;
    }
}

}  // namespace
}  // namespace dais::spelling::test
