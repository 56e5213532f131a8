// What clerks write in interventions: paragraphs with their authors, times and revisions, moved, removed and
// restored.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

struct Texts : testing::Test {
    Rules rules;
    void SetUp() override {
        rules.when("15:00 chair", OpenMeeting{});
        rules.when("15:10 chair", GiveFloor{.to = "lewis"});  // i1
        rules.when("15:11 clerk", Write{.text = "said one."});
        rules.when("15:12 clerk-2", Write{.text = "said two."});
        rules.when("15:20 chair", GiveFloor{.to = "poussi"});  // i2
    }
};

TEST_F(Texts, a_paragraph_goes_to_the_end_of_whoever_has_the_floor) {
    rules.when("15:21 clerk", Write{.text = "said three."});
    EXPECT_EQ(rules.blocks(1), "t1 t2");
    EXPECT_EQ(rules.blocks(2), "t3");
    EXPECT_EQ(rules.meeting().texts[1].revisions,
              (std::vector<Revision>{{"said two.", "clerk-2", clock_time("15:12")}}));
    rules.then("texts: 3");
}

TEST_F(Texts, a_late_one_goes_to_the_intervention_that_it_names) {
    rules.when("15:21 clerk", Write{.of = i(1), .text = "said three."});
    EXPECT_EQ(rules.blocks(1), "t1 t2 t3");
}

TEST_F(Texts, one_may_go_after_another_of_the_same_intervention) {
    rules.when("15:21 clerk", Write{.of = i(1), .text = "said one and a half.", .after = t(1)});
    EXPECT_EQ(rules.blocks(1), "t1 t3 t2");
    rules.refused("15:22 clerk", Write{.of = i(2), .text = "said four.", .after = t(1)}, Reason::wrong_place);
    rules.refused("15:22 clerk", Write{.of = i(1), .text = "said four.", .after = t(9)},
                  Reason::unknown_paragraph);
}

TEST_F(Texts, one_needs_an_intervention) {
    rules.refused("15:21 clerk", Write{.of = i(9), .text = "said."}, Reason::unknown_intervention);
    rules.when("15:22 chair", EndFloor{});
    rules.refused("15:23 clerk", Write{.text = "said."}, Reason::nobody_has_the_floor);
}

TEST_F(Texts, a_paragraph_is_one_line_of_valid_text) {
    for (const auto* line_break : {"a\nb", "a\r\nb",
                                   "a\xE2\x80\xA8"
                                   "b",
                                   "a\xE2\x80\xA9"
                                   "b",
                                   "a\xC2\x85"
                                   "b",
                                   "\n"}) {
        rules.refused("15:21 clerk", Write{.text = line_break}, Reason::text_has_line_break);
        rules.refused("15:21 clerk", Revise{.paragraph = t(1), .text = line_break},
                      Reason::text_has_line_break);
    }
    for (const auto* empty : {"", " ", "\t "}) {
        rules.refused("15:21 clerk", Write{.text = empty}, Reason::text_is_empty);
    }
    rules.refused("15:21 clerk", Write{.text = "a\x07"}, Reason::text_is_not_valid);
    rules.refused("15:21 clerk", Write{.text = std::string("a\0b", 3)}, Reason::text_is_not_valid);
    rules.refused("15:21 clerk", Write{.text = "\xC3"}, Reason::text_is_not_valid);
    rules.refused("15:21 clerk", Write{.text = std::string(max_text_bytes + 1, 'a')}, Reason::too_long);
    rules.when("15:21 clerk", Write{.text = std::string(max_text_bytes, 'a')});
    rules.when("15:21 clerk", Write{.text = "said\tthat \xD8\xA7\xD9\x84 was \xF0\x9F\x95\x8A."});
}

TEST_F(Texts, revisions_are_kept_with_their_authors) {
    rules.when("15:21 clerk-2", Revise{.paragraph = t(1), .text = "said one, too.", .base = 1});
    EXPECT_EQ(rules.text(1), "said one, too.");
    const auto& revisions = rules.meeting().texts[0].revisions;
    ASSERT_EQ(revisions.size(), 2u);
    EXPECT_EQ(revisions[0].text, "said one.");
    EXPECT_EQ(revisions[1].author, "clerk-2");
}

TEST_F(Texts, a_revision_of_what_changed_meanwhile_is_refused) {
    rules.when("15:21 clerk-2", Revise{.paragraph = t(1), .text = "said this.", .base = 1});
    const auto sentence =
        rules.refused("15:21 clerk", Revise{.paragraph = t(1), .text = "said that.", .base = 1},
                      Reason::paragraph_has_changed);
    EXPECT_NE(sentence.find("clerk-2"), std::string::npos);
    rules.refused("15:21 clerk", Revise{.paragraph = t(1), .text = "said that.", .base = 3},
                  Reason::paragraph_has_changed);
    rules.when("15:22 clerk", Revise{.paragraph = t(1), .text = "said that.", .base = 2});
    rules.when("15:23 clerk", Revise{.paragraph = t(1), .text = "said so."});
    EXPECT_EQ(rules.text(1), "said so.");
}

TEST_F(Texts, what_is_removed_keeps_its_place_and_is_restored) {
    rules.when("15:21 clerk", Remove{t(1)});
    EXPECT_EQ(rules.text(1), "(removed) said one.");
    rules.then("texts: 1");
    rules.refused("15:22 clerk", Remove{t(1)}, Reason::paragraph_is_removed);
    rules.refused("15:22 clerk", Revise{.paragraph = t(1), .text = "x"}, Reason::paragraph_is_removed);
    rules.refused("15:22 clerk", Move{.paragraph = t(1)}, Reason::paragraph_is_removed);
    rules.refused("15:22 clerk", Attribute{t(1), "The Chair"}, Reason::paragraph_is_removed);
    rules.when("15:23 clerk", Write{.of = i(1), .text = "said in between.", .after = t(1)});
    rules.when("15:24 clerk", Restore{t(1)});
    EXPECT_EQ(rules.blocks(1), "t1 t3 t2");
    EXPECT_EQ(rules.text(1), "said one.");
    rules.refused("15:25 clerk", Restore{t(1)}, Reason::paragraph_is_not_removed);
}

TEST_F(Texts, a_paragraph_is_moved_within_its_intervention) {
    rules.when("15:21 clerk", Move{.paragraph = t(1), .after = t(2)});
    EXPECT_EQ(rules.blocks(1), "t2 t1");
    rules.when("15:22 clerk", Move{.paragraph = t(1)});
    EXPECT_EQ(rules.blocks(1), "t1 t2");
    rules.refused("15:23 clerk", Move{.paragraph = t(1), .after = t(1)}, Reason::wrong_place);
}

TEST_F(Texts, a_paragraph_is_moved_into_another_intervention) {
    rules.when("15:21 clerk", Write{.of = i(2), .text = "said three."});
    rules.when("15:22 clerk", Move{.paragraph = t(1), .after = t(3)});
    EXPECT_EQ(rules.blocks(1), "t2");
    EXPECT_EQ(rules.blocks(2), "t3 t1");
    rules.when("15:23 clerk", Move{.paragraph = t(2), .after_intervention = i(2)});
    EXPECT_EQ(rules.blocks(1), "");
    EXPECT_EQ(rules.blocks(2), "t2 t3 t1");
}

TEST_F(Texts, a_paragraph_stays_in_interventions) {
    rules.when("15:21 clerk", MakeNote{.text = "A bell rang."});  // t3
    rules.refused("15:22 clerk", Move{.paragraph = t(1), .after = t(3)}, Reason::wrong_place);
    rules.refused("15:22 clerk", Move{.paragraph = t(1), .after = t(9)}, Reason::unknown_paragraph);
    rules.refused("15:22 clerk", Move{.paragraph = t(1), .after_intervention = i(9)},
                  Reason::unknown_intervention);
    rules.refused("15:22 clerk", Move{.paragraph = t(9)}, Reason::unknown_paragraph);
}

TEST_F(Texts, a_paragraph_follows_a_note_that_stands_in_an_intervention) {
    rules.when("15:21 clerk", MakeNote{.text = "A bell rang."});  // t3
    rules.when("15:22 clerk", Move{.paragraph = t(3), .after = t(1)});
    EXPECT_EQ(rules.blocks(1), "t1 t3 t2");
    EXPECT_EQ(rules.order(), "opening i1 i2");
    rules.when("15:23 clerk", Move{.paragraph = t(2), .after = t(3)});
    rules.when("15:24 clerk", Write{.of = i(1), .text = "said more.", .after = t(3)});
    EXPECT_EQ(rules.blocks(1), "t1 t3 t4 t2");
}

TEST_F(Texts, an_attribution_is_replaced_and_taken_back) {
    rules.when("15:21 clerk", Attribute{t(1), "The Chair, speaking as an expert,"});
    EXPECT_EQ(rules.meeting().texts[0].attribution, "The Chair, speaking as an expert,");
    rules.when("15:22 clerk", Attribute{t(1), ""});
    EXPECT_EQ(rules.meeting().texts[0].attribution, "");
    rules.refused("15:23 clerk", Attribute{t(1), "a\nb"}, Reason::text_has_line_break);
    rules.refused("15:23 clerk", Attribute{t(1), "  "}, Reason::text_is_empty);
    rules.refused("15:23 clerk", Attribute{t(9), "x"}, Reason::unknown_paragraph);
    rules.when("15:24 clerk", MakeNote{.text = "A bell rang."});
    rules.refused("15:25 clerk", Attribute{t(3), "x"}, Reason::not_a_paragraph);
}

TEST_F(Texts, of_an_intervention_that_was_taken_back_there_is_none) {
    rules.when("15:20:10 chair", UndoLast{});
    rules.refused("15:21 clerk", Write{.of = i(2), .text = "said."}, Reason::unknown_intervention);
    rules.refused("15:21 clerk", Move{.paragraph = t(1), .after_intervention = i(2)},
                  Reason::unknown_intervention);
}

}  // namespace
}  // namespace dais::meeting
