// Finding people by whatever part of a name one remembers.
#include "ui/finding.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.hpp"
#include "ui/drawn_texts.hpp"
#include "ui/utf8.hpp"

namespace dais::ui {
namespace {

using Ids = std::vector<std::string>;

Finder people() {
    return Finder({{"P1", "José Müller, Österreich P1"},
                   {"P2", "Łucja Błaszczyk, Poland P2"},
                   {"P3", "Søren Æbelø, Denmark P3"},
                   {"P4", "أحمد القاضي, مصر P4"},
                   {"P5", "王小明, 中国 P5"},
                   {"P6", "Ἀλέξανδρος Παπαδόπουλος, Greece P6"},
                   {"P7", "Jean-Luc O’Brien, Ireland P7"},
                   {"P8", "Ana Muller Straße P8"}});
}

TEST(Folded, accents_and_case_do_not_count) {
    EXPECT_EQ(folded("José MÜLLER"), "jose muller");
    EXPECT_EQ(folded("e\u0301E\u0300"), "ee");
    EXPECT_EQ(folded("Việt Nam"), "viet nam");
    EXPECT_EQ(folded("Παπαδόπουλος"), folded("ΠΑΠΑΔΟΠΟΥΛΟΣ"));
    EXPECT_EQ(folded("Ёлка"), "елка");
}

TEST(Folded, letters_of_their_own_are_what_one_types_for_them) {
    EXPECT_EQ(folded("Straße Æbelø Œuvre Łódź Đặng ISPARTA ı Þór Ħal"),
              "strasse aebelo oeuvre lodz dang isparta i thor hal");
    EXPECT_EQ(folded("İstanbul"), "istanbul");
}

TEST(Folded, arabic_is_without_its_vowels_and_hamzas) {
    EXPECT_EQ(folded("مُحَمَّد"), folded("محمد"));
    EXPECT_EQ(folded("أحمد"), folded("احمد"));
    EXPECT_EQ(folded("محـــمد"), folded("محمد")) << "stretched";
}

TEST(Folded, wide_letters_are_letters) {
    EXPECT_EQ(folded("ＡＢＣ\u3000１"), "abc 1");
}

TEST(Folded, curly_is_straight) {
    EXPECT_EQ(folded("O’Brien–Smith\u00A0x"), "o'brien-smith x");
}

TEST(Folded, bad_utf8_does_no_harm) {
    EXPECT_EQ(folded("A\xFF"
                     "B"),
              "a\uFFFDb");
}

TEST(FoldedExhaustive, folding_twice_is_folding_once) {
    for (char32_t c = 1; c < 0x20000; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        append_character(text, c);
        const auto once = folded(text);
        ASSERT_EQ(folded(once), once) << std::hex << static_cast<std::uint32_t>(c);
    }
}

RC_GTEST_PROP(FoldedProperty, folding_twice_is_folding_once, ()) {
    const auto once = folded(*rc::gen::oneOf(rough_texts(), damaged_texts()));
    RC_ASSERT(!base::first_bad_utf8(once));
    RC_ASSERT(folded(once) == once);
}

TEST(Finder, finds_without_accents_and_case) {
    const auto finder = people();
    EXPECT_EQ(finder.find("jose", 10), Ids{"P1"});
    EXPECT_EQ(finder.find("MÜLLER", 10), (Ids{"P1", "P8"}));
    EXPECT_EQ(finder.find("blaszczyk", 10), Ids{"P2"});
    EXPECT_EQ(finder.find("aebelo", 10), Ids{"P3"});
    EXPECT_EQ(finder.find("strasse", 10), Ids{"P8"});
    EXPECT_EQ(finder.find("o'brien", 10), Ids{"P7"});
}

TEST(Finder, finds_in_any_script) {
    const auto finder = people();
    EXPECT_EQ(finder.find("احمد", 10), Ids{"P4"});
    EXPECT_EQ(finder.find("小明", 10), Ids{"P5"});
    EXPECT_EQ(finder.find("αλεξ παπα", 10), Ids{"P6"});
}

TEST(Finder, every_word_must_occur_in_any_order) {
    const auto finder = people();
    EXPECT_EQ(finder.find("  poland   lucja ", 10), Ids{"P2"});
    EXPECT_TRUE(finder.find("poland muller", 10).empty());
    EXPECT_EQ(finder.find("p5", 10), Ids{"P5"}) << "ids too";
}

TEST(Finder, beginnings_of_words_come_first_then_the_order_of_the_list) {
    const Finder finder(
        {{"1", "Susanna Berg"}, {"2", "Anna Wallberg"}, {"3", "Hanna Berger"}, {"4", "Anna Berg"}});
    EXPECT_EQ(finder.find("anna", 10), (Ids{"2", "4", "1", "3"}));
    EXPECT_EQ(finder.find("anna berg", 10), (Ids{"4", "1", "2", "3"}));
    EXPECT_EQ(finder.find("anna", 1), Ids{"2"});
    EXPECT_EQ(finder.find("anna", 3), (Ids{"2", "4", "1"}));
}

TEST(Finder, a_word_begins_behind_a_hyphen) {
    const Finder finder({{"1", "Gluck"}, {"2", "Jean-Luc"}});
    EXPECT_EQ(finder.find("luc", 10), (Ids{"2", "1"}));
}

TEST(Finder, a_later_occurrence_may_be_the_beginning_of_a_word) {
    const Finder finder({{"1", "Rolf Olsen"}, {"2", "Xolx"}, {"3", "Jo Holol Ol"}});
    EXPECT_EQ(finder.find("ol", 10), (Ids{"1", "3", "2"}));
}

TEST(Finder, without_a_query_it_is_the_list) {
    EXPECT_EQ(people().find("", 3), (Ids{"P1", "P2", "P3"}));
    EXPECT_EQ(people().find("\t ", 2), (Ids{"P1", "P2"}));
    EXPECT_TRUE(people().find("a", 0).empty());
    EXPECT_TRUE(Finder().find("a", 5).empty());
}

TEST(Finder, a_query_of_thousands_of_words_is_cut_short) {
    std::string query;
    for (int i = 0; i < 10'000; ++i) query += "jose ";
    EXPECT_EQ(people().find(query, 5), Ids{"P1"});
}

RC_GTEST_PROP(FinderProperty, any_part_of_an_entry_finds_it, ()) {
    const auto text = *drawn_texts();
    const auto fold = folded(text);
    const auto from = *rc::gen::inRange<std::size_t>(0, fold.size() + 1);
    const auto part = fold.substr(from, *rc::gen::inRange<std::size_t>(0, 12));
    RC_PRE(!base::first_bad_utf8(part));
    const Finder finder({{"other", "zzzz"}, {"it", text}});
    const auto found = finder.find(part, 5);
    RC_ASSERT(std::find(found.begin(), found.end(), "it") != found.end());
}

}  // namespace
}  // namespace dais::ui
