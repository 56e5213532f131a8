// Names and documents that complete themselves.
#include "prose/completion.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "prose/folding.hpp"
#include "prose/wordings.hpp"
#include "prose/words.hpp"

namespace dais::prose {
namespace {

using Texts = std::vector<std::string>;
using Kind = Candidate::Kind;

Completer meeting() {
    return Completer({{"Mr. John Lewis", Kind::person},
                      {"Ms. José Álvarez", Kind::person},
                      {"Office of the High Commissioner for Human Rights", Kind::body},
                      {"the High Contracting Parties", Kind::body},
                      {"Haut-Commissariat aux droits de l’homme", Kind::body},
                      {"CCPR/C/SR.3801", Kind::document},
                      {"г-н Иванов", Kind::person},
                      {"السيد أحمد القاضي", Kind::person},
                      {"联合国人权事务高级专员办事处", Kind::body},
                      {"王小明", Kind::person}});
}

// What a text with its caret at the end, or at the `|`, becomes by each of the completions.
Texts becomes(const Completer& completer, std::string text, std::size_t limit = 10) {
    auto caret = text.find('|');
    if (caret == std::string::npos) {
        caret = text.size();
    } else {
        text.erase(caret, 1);
    }
    Texts result;
    for (const auto& completion : completer.complete(text, caret, limit)) {
        result.push_back(edited(text, completion.edit));
    }
    return result;
}

TEST(Completion, begins_with_three_letters_of_any_word) {
    EXPECT_EQ(becomes(meeting(), "Le"), Texts{});
    EXPECT_EQ(becomes(meeting(), "said Lew"), Texts{"said Mr. John Lewis"});
    EXPECT_EQ(becomes(meeting(), "Commi"), (Texts{"Office of the High Commissioner for Human Rights",
                                                  "Haut-Commissariat aux droits de l’homme"}));
    EXPECT_EQ(becomes(meeting(), "droi"), Texts{"Haut-Commissariat aux droits de l’homme"});
    EXPECT_EQ(becomes(meeting(), "ohn"), Texts{}) << "the middle of a word";
}

TEST(Completion, goes_on_over_several_words) {
    EXPECT_EQ(becomes(meeting(), "the Office of the H"),
              (Texts{"the Office of the High Commissioner for Human Rights",
                     "the Office of the High Contracting Parties"}));
    EXPECT_EQ(becomes(meeting(), "Mr. Lew"), Texts{"Mr. John Lewis"}) << "and no second title";
    EXPECT_EQ(becomes(meeting(), "Mr. L"), Texts{"Mr. John Lewis"});
    EXPECT_EQ(becomes(meeting(), "Ms. Lew"), Texts{"Ms. Mr. John Lewis"}) << "that is somebody else";
}

TEST(Completion, does_not_hang_on_the_words_that_hold_names_together) {
    EXPECT_EQ(becomes(meeting(), "and for"), Texts{});
    EXPECT_EQ(becomes(meeting(), "the"), Texts{"the High Contracting Parties"}) << "which begins so";
}

TEST(Completion, counts_neither_accents_nor_case) {
    EXPECT_EQ(becomes(meeting(), "alv"), Texts{"Ms. José Álvarez"});
    EXPECT_EQ(becomes(meeting(), "JOSE\u0301"), Texts{"Ms. José Álvarez"});
}

TEST(Completion, takes_symbols_of_documents) {
    EXPECT_EQ(becomes(meeting(), "in ccpr/c/s"), Texts{"in CCPR/C/SR.3801"});
    EXPECT_EQ(becomes(meeting(), "in 380"), Texts{"in CCPR/C/SR.3801"});
}

TEST(Completion, knows_every_script) {
    EXPECT_EQ(becomes(meeting(), "сказал ива"), Texts{"сказал г-н Иванов"});
    EXPECT_EQ(becomes(meeting(), "قال احم"), Texts{"قال السيد أحمد القاضي"});
    EXPECT_EQ(becomes(meeting(), "感谢联合"), Texts{"感谢联合国人权事务高级专员办事处"});
    EXPECT_EQ(becomes(meeting(), "感谢王小"), Texts{"感谢王小明"});
    EXPECT_EQ(becomes(meeting(), "感谢联国"), Texts{}) << "none may be left out";
    EXPECT_EQ(becomes(meeting(), "王"), Texts{});
}

TEST(Completion, is_for_the_end_of_a_word) {
    EXPECT_EQ(becomes(meeting(), "Lew|is"), Texts{});
    EXPECT_EQ(becomes(meeting(), "Lew "), Texts{});
    EXPECT_EQ(becomes(meeting(), "|Lew"), Texts{});
    EXPECT_EQ(becomes(meeting(), "Lew| said"), Texts{"Mr. John Lewis said"});
    EXPECT_TRUE(meeting().complete("Lew", 4, 10).empty()) << "no such caret";
}

TEST(Completion, offers_nothing_that_is_there) {
    EXPECT_EQ(becomes(meeting(), "Mr. John Lewis"), Texts{});
    EXPECT_EQ(becomes(meeting(), "John Lewis"), Texts{"Mr. John Lewis"});
}

TEST(Completion, keeps_the_order_of_the_list_and_the_limit) {
    const Completer completer(
        {{"Bern Lewis"}, {"Lewis Carr"}, {"Anna Lewis"}, {"Lewis Carr"}, {"Lewis Abel"}});
    EXPECT_EQ(becomes(completer, "lew"), (Texts{"Lewis Carr", "Lewis Abel", "Bern Lewis", "Anna Lewis"}));
    EXPECT_EQ(becomes(completer, "lew", 2), (Texts{"Lewis Carr", "Lewis Abel"}));
    EXPECT_EQ(becomes(completer, "lew", 0), Texts{});
    EXPECT_EQ(becomes(Completer(), "lew"), Texts{});
    const auto first = completer.complete("lew", 3, 1);
    EXPECT_EQ(completer.candidates()[first.at(0).candidate].text, "Lewis Carr");
}

TEST(Completion, has_limits) {
    EXPECT_EQ(becomes(Completer({{"Lewis" + std::string(1'000, 'x')}}), "lew"), Texts{});
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += "Lewis ";
    EXPECT_EQ(becomes(meeting(), text + "Lew").at(0), text + "Mr. John Lewis");
    EXPECT_EQ(becomes(meeting(), std::string(10'000, 'a')), Texts{});
}

RC_GTEST_PROP(CompletionProperty, the_beginning_of_a_name_finds_it, ()) {
    const auto words = *rc::gen::container<Texts>(
        5, rc::gen::element<std::string>("the ", "Chair, ", "of-", "José ", "O’Brien ", "Иванов. ", "أحمد "));
    std::string name;
    for (const auto& word : words) name += word;
    const auto borders = letter_borders(name);
    const auto at = borders[*rc::gen::inRange<std::size_t>(3, borders.size() - 2)];
    RC_PRE(is_word_character(character_before(name, at).code));
    const auto begun = name.substr(0, at);
    std::size_t letters = 0;
    for (std::size_t i = 0; i < begun.size(); i += character_at(begun, i).size) {
        if (is_word_character(character_at(begun, i).code)) ++letters;
    }
    RC_PRE(letters >= Completer::least_letters);
    const Completer completer({{"Nobody"}, {name}});
    const auto found = completer.complete(begun, at, 5);
    RC_ASSERT(found == (std::vector<Completion>{{1, {{0, at}, name, name.size()}}}));
}

RC_GTEST_PROP(CompletionProperty, any_bytes_and_caret_do_no_harm, ()) {
    const auto text = *ui::damaged_texts();
    const Completer completer({{*ui::damaged_texts()}, {*ui::rough_texts()}, {text}});
    const auto caret = *rc::gen::inRange<std::size_t>(0, text.size() + 2);
    for (const auto& completion : completer.complete(text, caret, 5)) {
        RC_ASSERT(completion.edit.range.from < caret && completion.edit.range.to == caret);
    }
}

}  // namespace
}  // namespace dais::prose
