// House styles as data: what must be in them, and what is said when it is not.
#include "record/house_style.hpp"

#include <gtest/gtest.h>

#include "record/stage.hpp"

namespace dais::record::test {
namespace {

using Style = std::map<std::string, std::string>;

base::Error error_of(const Style& style) {
    const auto result = HouseStyle::from(style);
    return result.ok() ? base::Error{"none", ""} : result.error();
}

class EveryLanguage : public testing::TestWithParam<const char*> {};

TEST_P(EveryLanguage, has_a_house_style_that_is_whole) {
    const auto error = error_of(style_map(GetParam()));
    EXPECT_EQ(error.code, "none") << error.text;
}

TEST_P(EveryLanguage, prints_times_dates_and_ordinals_without_gaps) {
    const auto style = style_of(GetParam());
    for (const auto& month : style.months) EXPECT_FALSE(month.empty());
    for (const auto& day : style.weekdays) EXPECT_FALSE(day.empty());
    EXPECT_FALSE(style.commas.empty());
}

INSTANTIATE_TEST_SUITE_P(House, EveryLanguage, testing::Values("en", "fr", "es", "ru", "ar", "zh"));

TEST(HouseStyle, needs_every_key_and_names_the_one_that_is_missing) {
    const auto& whole = style_map("en");
    for (const auto& [key, _] : whole) {
        if (key.starts_with("articles.") || key.starts_with("attribution.commas.")) continue;  // may be empty
        auto style = whole;
        style.erase(key);
        const auto error = error_of(style);
        EXPECT_EQ(error.code, "missing_key") << key;
        EXPECT_NE(error.text.find("\"" + key + "\""), std::string::npos) << error.text;
    }
}

TEST(HouseStyle, can_do_without_articles_commas_contractions_and_words) {
    Style style = style_map("fr");
    std::erase_if(style, [](const auto& entry) {
        const auto& key = entry.first;
        return key.starts_with("articles.") || key.starts_with("attribution.commas.") ||
               key.starts_with("contraction.") || key.starts_with("words.");
    });
    EXPECT_EQ(error_of(style).code, "none");
}

TEST(HouseStyle, refuses_a_key_that_it_has_no_use_for) {
    Style style = style_map("en");
    style["sentence.opend"] = "The meeting was opened.";
    const auto error = error_of(style);
    EXPECT_EQ(error.code, "unknown_key");
    EXPECT_NE(error.text.find("\"sentence.opend\""), std::string::npos) << error.text;
}

TEST(HouseStyle, refuses_more_months_than_there_are) {
    Style style = style_map("en");
    style["date.months.12"] = "Undecember";
    EXPECT_EQ(error_of(style).code, "unknown_key");
}

TEST(HouseStyle, refuses_a_gap_in_a_list) {
    Style style = style_map("fr");
    style.erase("articles.1");
    EXPECT_EQ(error_of(style).code, "unknown_key");
}

TEST(HouseStyle, names_the_key_of_an_unknown_slot) {
    Style style = style_map("en");
    style["sentence.rose"] = "The meeting rose at {hour}.";
    const auto error = error_of(style);
    EXPECT_EQ(error.code, "unknown_slot");
    EXPECT_EQ(error.text,
              "In the house style, key \"sentence.rose\": there is no slot {hour} here; expected: {time}.");
}

TEST(HouseStyle, names_the_key_of_a_broken_brace) {
    Style style = style_map("en");
    style["masthead.later"] = "later: {name";
    const auto error = error_of(style);
    EXPECT_EQ(error.code, "bad_template");
    EXPECT_NE(error.text.find("masthead.later"), std::string::npos) << error.text;
}

TEST(HouseStyle, is_one_line_of_utf8_a_key) {
    for (const auto* text : {"a\nb",
                             "a\xE2\x80\xA8"
                             "b",
                             "a\x01"
                             "b",
                             "\xFF"}) {
        Style style = style_map("en");
        style["sentence.decided"] = text;
        EXPECT_EQ(error_of(style).code, "bad_text");
    }
}

TEST(HouseStyle, has_limits) {
    Style style = style_map("en");
    style["sentence.decided"] = std::string(2'001, 'x');
    EXPECT_EQ(error_of(style).code, "bad_text");
    style = style_map("en");
    for (int i = 0; i < 2'501; ++i) style["words." + std::to_string(i)] = "x";
    EXPECT_EQ(error_of(style).code, "unknown_key");
}

TEST(HouseStyle, has_each_part_of_the_phrase_once) {
    for (const auto* part : {"kind", "link ", "", "behalf"}) {
        Style style = style_map("en");
        style["phrase.order.0"] = part;
        EXPECT_EQ(error_of(style).code, "wrong_value") << part;
    }
}

TEST(HouseStyle, needs_both_sides_of_a_contraction) {
    Style style = style_map("fr");
    style.erase("contraction.to.1");
    EXPECT_EQ(error_of(style).code, "missing_key");
    style = style_map("fr");
    style["contraction.from.0"] = "";
    EXPECT_EQ(error_of(style).code, "wrong_value");
}

TEST(HouseStyle, takes_an_article_off_in_any_case) {
    const auto style = style_of("en");
    EXPECT_EQ(style.without_article("the Philippines"), "Philippines");
    EXPECT_EQ(style.without_article("The Gambia"), "Gambia");
    EXPECT_EQ(style.without_article("THE NETHERLANDS"), "NETHERLANDS");
    EXPECT_EQ(style.without_article("Thebes"), "Thebes");
    EXPECT_EQ(style.without_article("the "), "the ");
    EXPECT_EQ(style.without_article(""), "");
}

TEST(HouseStyle, takes_an_elided_article_off) {
    const auto style = style_of("fr");
    EXPECT_EQ(style.without_article("l’Égypte"), "Égypte");
    EXPECT_EQ(style.without_article("Les Philippines"), "Philippines");
    EXPECT_EQ(style.without_article("Lesotho"), "Lesotho");
}

TEST(HouseStyle, contracts_a_preposition_and_an_article) {
    const auto style = style_of("fr");
    EXPECT_EQ(style.contracted("au nom de le Groupe"), "au nom du Groupe");
    EXPECT_EQ(style.contracted("au nom de les Pays"), "au nom des Pays");
    EXPECT_EQ(style.contracted("au nom de la Suisse"), "au nom de la Suisse");
    EXPECT_EQ(style_of("es").contracted("en nombre de El Salvador"), "en nombre de El Salvador");
}

TEST(HouseStyle, knows_words_of_the_folder_and_leaves_others) {
    const auto style = style_of("fr");
    EXPECT_EQ(style.word("public"), "publique");
    EXPECT_EQ(style.word("seconde"), "seconde");
}

}  // namespace
}  // namespace dais::record::test
