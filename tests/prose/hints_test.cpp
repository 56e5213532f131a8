// What the rules for English point out, kind by kind, and what they leave alone.
#include "prose/hints.hpp"

#include <gtest/gtest.h>

#include "prose/hint_stage.hpp"

namespace dais::prose {
namespace {

TEST(Hints, point_out_words_with_what_may_take_their_place) {
    EXPECT_EQ(told("said that today 50 percent had voted."), "today>on that day|percent>per cent");
    EXPECT_EQ(told("Today, all was well."), "Today>On that day") << "a capital stays one";
    EXPECT_EQ(told("today’s meeting"), "today’s>that day’s");
    EXPECT_EQ(told("todays todayish TODAY percents"), "TODAY")
        << "whole words; in capitals it may be an abbreviation";
    EXPECT_EQ(told("at the  present\u00A0time"), "at the  present\u00A0time>at that time");
    EXPECT_EQ(told("at the present, time"), "") << "a phrase has no mark in it";
    EXPECT_EQ(told("the present-today list, today/tomorrow"), "") << "parts of other words";
}

TEST(Hints, leave_words_alone_beside_which_a_rule_does_not_hold) {
    EXPECT_EQ(told("the last year of the war; he had come last year"), "last year>in the previous year");
    EXPECT_EQ(told("under annex I and Part I"), "");
}

TEST(Hints, point_out_endings_but_not_words_that_only_look_alike) {
    EXPECT_EQ(told("to organise the organisation’s work"), "organise>organize");
    EXPECT_EQ(
        told("organised, organising, organisation, organisations"),
        "organised>organized|organising>organizing|organisation>organization|organisations>organizations");
    EXPECT_EQ(told("advise exercised revising comprises supervised promised otherwise raised expertise "
                   "compromising merchandiser premises enterprises advertising surprisingly analyse"),
              "");
    EXPECT_EQ(told("the Organisation for Economic Cooperation. Organising it"), "Organising>Organizing")
        << "a capital inside of a sentence makes a name";
}

TEST(Hints, point_out_the_first_person_outside_of_quotations) {
    EXPECT_EQ(told("that I and my Government, our partners, told us"), "I|my|our|us");
    EXPECT_EQ(told("the UN and “my country” and \"we the peoples\""), "");
    EXPECT_EQ(told("he said “ that my country"), "my") << "a quotation that nothing closes is none";
    EXPECT_EQ(told("I’m sure"), "I’m");
}

TEST(Hints, point_out_the_present_tense_after_who_speaks) {
    EXPECT_EQ(told("says that he agrees with it"), "says>said");
    EXPECT_EQ(told("Mr. Lewis notes that"), "notes>noted");
    EXPECT_EQ(told("He thinks that the Committee welcomes"), "thinks>thought");
    EXPECT_EQ(told("said so. Ms. Poussi is of the opinion that"), "is of the opinion>was of the opinion");
    EXPECT_EQ(told("4 believe that"), "4>Four|believe>believed");
    EXPECT_EQ(told(", speaking as a member, says that"), "says>said");
    EXPECT_EQ(told("the first note dealt with notes and thanks of States"), "");
    EXPECT_EQ(told("said that the law says nothing; he thinks"), "") << "not at the head";
}

TEST(Hints, point_out_numbers_under_ten_in_figures) {
    EXPECT_EQ(told("that 3 members and 12 States had come. 5 had not."), "3>three|5>Five");
    EXPECT_EQ(told("there were 4."), "4>four");
    EXPECT_EQ(
        told("on 8 October at 3 p.m., 5 per cent, 7 % and 2.5 million, $ 5, No. 3, para. 3, article 9, "
             "articles 7 to 9, paragraphs 2, 3 and 5, 3 of the 15, (2) and Goal 5, 3:15, 2-3, 7 million, "
             "CCPR/C/SR.3 A/HRC/7 1/2"),
        "");
    EXPECT_EQ(told("1. The first point"), "") << "a number of the list";
    EXPECT_EQ(told("10 and 0 and 03 and 123"), "");
}

TEST(Hints, point_out_an_abbreviation_that_nobody_introduced) {
    EXPECT_EQ(told("that OHCHR and NGOs and OHCHR"), "OHCHR|NGOs") << "once in a text";
    EXPECT_EQ(told("the Office of the High Commissioner (OHCHR) and OHCHR"), "");
    EXPECT_EQ(told("OHCHR", "en", {"OHCHR"}), "");
    EXPECT_EQ(told("NGOs", "en", {"NGO"}), "");
    EXPECT_EQ(told("OHCHR and the Office (OHCHR)"), "OHCHR") << "before it was introduced";
    EXPECT_EQ(told("HIV, COVID-19, article II, CCPR/C/SR.3200, A/RES/70"), "");
    EXPECT_EQ(told("PROMOTION OF THE CONVENTION"), "") << "a heading in capitals";
}

TEST(Hints, know_what_earlier_texts_introduced) {
    Introduced introduced;
    add_introduced("the coronavirus disease (COVID-19) and internally displaced persons (IDPs)", introduced);
    EXPECT_EQ(introduced, (Introduced{"COVID", "IDP"}));
    add_introduced("\xFF (XYZ)", introduced);
    EXPECT_EQ(introduced.size(), 2U);
}

TEST(Hints, that_meet_yield_to_the_one_that_begins_first) {
    auto rules = RuleMap{{"words.0.find.0", "a b"}, {"words.0.say", "first"}, {"words.1.find.0", "b c"},
                         {"words.1.say", "second"}, {"words.2.find.0", "a"},  {"words.2.say", "short"}};
    const auto read = HintRules::from(rules);
    ASSERT_TRUE(read.ok()) << read.error().text;
    const auto found = hints("a b c", *read, {});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().say, "first");
}

TEST(Hints, put_together_what_they_propose) {
    const std::string text = "that today 5 percent of 3 organised groups";
    EXPECT_EQ(with_proposals(text, hints(text, rules_of("en"), {})),
              "that on that day 5 per cent of three organized groups");
}

TEST(Hints, are_none_for_what_is_no_text_and_not_without_end) {
    EXPECT_EQ(told("today \xFF"), "");
    EXPECT_EQ(told(std::string(max_text_bytes, ' ') + "today"), "");
    std::string many;
    for (int i = 0; i < 1'000; ++i) many += "percent ";
    EXPECT_EQ(hints(many, rules_of("en"), {}).size(), max_hints);
}

}  // namespace
}  // namespace dais::prose
