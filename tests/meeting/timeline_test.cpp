// Notes, headings, decisions and marks of coverage: where they stand in the record.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

struct Timeline : testing::Test {
    Rules rules;
    void SetUp() override {
        rules.when("15:00 chair", OpenMeeting{});
        rules.when("15:10 chair", GiveFloor{.to = "lewis"});  // i1
    }
};

TEST_F(Timeline, everything_stands_at_its_moment_after_whoever_speaks) {
    rules.when("15:11 clerk", MakeNote{.text = "A bell rang."});
    rules.when("15:12 clerk", MakeHeading{.text = "Discussion"});
    rules.when("15:13 chair", Decide{});
    rules.when("15:14 chair", TakeChair{"osei"});
    rules.when("15:15 chair", TakeUp{"budget"});
    rules.when("15:16 chair", SuspendMeeting{});
    rules.when("15:17 chair", ResumeMeeting{});
    rules.when("15:18 chair", GiveFloor{.to = "poussi"});
    EXPECT_EQ(rules.order(), "opening i1 t1 t2 t3 chair [budget] suspension i2");
    for (const auto& item : rules.meeting().timeline) {
        const bool during = item.at > clock_time("15:10") && item.at < clock_time("15:18");
        EXPECT_EQ(item.anchor, during ? i(1) : i(0));
    }
}

TEST_F(Timeline, what_names_an_intervention_stands_behind_what_stands_there) {
    rules.when("15:11 clerk", MakeNote{.text = "First."});  // t1
    rules.when("15:12 chair", GiveFloor{.to = "poussi"});   // i2
    rules.when("15:13 clerk", MakeNote{.text = "Second.", .after = i(1)});
    rules.when("15:14 clerk", MakeHeading{.text = "Third", .after = i(1)});
    EXPECT_EQ(rules.order(), "opening i1 t1 t2 t3 i2");
}

TEST_F(Timeline, what_names_an_intervention_stands_before_the_next_agenda_heading) {
    rules.when("15:11 chair", TakeUp{"budget"});
    rules.when("15:12 clerk", MakeNote{.text = "Late.", .after = i(1)});
    EXPECT_EQ(rules.order(), "opening i1 t1 [budget]");
}

TEST_F(Timeline, what_was_said_when_nobody_spoke_stands_behind_what_names_an_intervention) {
    rules.when("15:11 chair", EndFloor{});
    rules.when("15:12 chair", Decide{});                                  // t1
    rules.when("15:13 clerk", MakeNote{.text = "Late.", .after = i(1)});  // t2
    EXPECT_EQ(rules.order(), "opening i1 t2 t1");
}

TEST_F(Timeline, notes_may_be_unnumbered_and_headings_always_are) {
    rules.when("15:11 clerk", MakeNote{.text = "A bell rang."});
    rules.when("15:11 clerk", MakeNote{.text = "A bell rang.", .numbered = false});
    rules.when("15:11 clerk", MakeHeading{.text = "Discussion"});
    EXPECT_TRUE(rules.meeting().texts[0].numbered);
    EXPECT_FALSE(rules.meeting().texts[1].numbered);
    EXPECT_FALSE(rules.meeting().texts[2].numbered);
}

TEST_F(Timeline, notes_and_headings_are_refused_as_paragraphs_are) {
    rules.refused("15:11 clerk", MakeNote{.text = "a\nb"}, Reason::text_has_line_break);
    rules.refused("15:11 clerk", MakeHeading{.text = ""}, Reason::text_is_empty);
    rules.refused("15:11 chair", Decide{.text = "\xFF"}, Reason::text_is_not_valid);
    rules.refused("15:11 clerk", MakeNote{.text = "a", .after = i(9)}, Reason::unknown_intervention);
    rules.refused("15:11 clerk", MakeHeading{.text = "a", .after = i(9)}, Reason::unknown_intervention);
}

TEST_F(Timeline, notes_are_revised_removed_and_restored) {
    rules.when("15:11 clerk", MakeNote{.text = "A bell rang."});
    rules.when("15:12 clerk", Revise{.paragraph = t(1), .text = "Two bells rang."});
    rules.when("15:13 clerk", Remove{t(1)});
    EXPECT_EQ(rules.text(1), "(removed) Two bells rang.");
    rules.when("15:14 clerk", Restore{t(1)});
    EXPECT_EQ(rules.order(), "opening i1 t1");
}

TEST_F(Timeline, notes_are_moved_after_each_other_and_after_interventions) {
    rules.when("15:11 clerk", MakeNote{.text = "One."});
    rules.when("15:12 clerk", MakeHeading{.text = "Two"});
    rules.when("15:13 chair", GiveFloor{.to = "poussi"});  // i2
    rules.when("15:14 clerk", Move{.paragraph = t(1), .after = t(2)});
    EXPECT_EQ(rules.order(), "opening i1 t2 t1 i2");
    rules.when("15:15 clerk", Move{.paragraph = t(2), .after_intervention = i(2)});
    EXPECT_EQ(rules.order(), "opening i1 t1 i2 t2");
    rules.when("15:16 clerk", Move{.paragraph = t(1), .after = t(2)});
    rules.when("15:17 clerk", Move{.paragraph = t(1)});
    EXPECT_EQ(rules.order(), "opening i1 i2 t1 t2");
}

TEST_F(Timeline, a_note_is_moved_among_paragraphs_and_out_again) {
    rules.when("15:11 clerk", Write{.text = "said one."});        // t1
    rules.when("15:12 clerk", MakeNote{.text = "A bell rang."});  // t2
    rules.when("15:13 clerk", Move{.paragraph = t(2), .after = t(1)});
    EXPECT_EQ(rules.blocks(1), "t1 t2");
    EXPECT_EQ(rules.order(), "opening i1");
    rules.when("15:14 clerk", Move{.paragraph = t(2)});
    EXPECT_EQ(rules.blocks(1), "t2 t1");
    rules.when("15:15 clerk", Move{.paragraph = t(2), .after_intervention = i(1)});
    EXPECT_EQ(rules.blocks(1), "t1");
    EXPECT_EQ(rules.order(), "opening i1 t2");
}

TEST_F(Timeline, a_note_that_stands_after_nobody_is_not_first_of_anything) {
    rules.when("15:11 chair", EndFloor{});
    rules.when("15:12 clerk", MakeNote{.text = "A bell rang."});
    rules.refused("15:13 clerk", Move{.paragraph = t(1)}, Reason::wrong_place);
    rules.when("15:14 clerk", Move{.paragraph = t(1), .after_intervention = i(1)});
    EXPECT_EQ(rules.order(), "opening i1 t1");
}

TEST_F(Timeline, a_decision_has_its_text_or_that_of_the_house_and_is_the_chairs) {
    rules.when("15:11 chair", Decide{});
    rules.when("15:11 chair", Decide{.text = "The programme of work was adopted."});
    EXPECT_EQ(rules.text(1), "");
    EXPECT_EQ(rules.text(2), "The programme of work was adopted.");
    rules.refused("15:12 clerk", Revise{.paragraph = t(2), .text = "x"}, Reason::not_a_paragraph);
    rules.refused("15:12 clerk", Remove{t(2)}, Reason::not_a_paragraph);
    rules.refused("15:12 clerk", Move{.paragraph = t(2)}, Reason::not_a_paragraph);
    rules.refused("15:12 chair", Decide{.text = "  "}, Reason::text_is_empty);
}

TEST_F(Timeline, a_note_follows_a_decision_but_none_that_was_taken_back) {
    rules.when("15:11 clerk", MakeNote{.text = "A bell rang."});  // t1
    rules.when("15:12 chair", Decide{});                          // t2
    rules.when("15:12 chair", Decide{});                          // t3
    rules.when("15:13 clerk", Move{.paragraph = t(1), .after = t(2)});
    EXPECT_EQ(rules.order(), "opening i1 t2 t1 t3");
    rules.when("15:12:30 chair", UndoLast{});
    rules.refused("15:13 clerk", Move{.paragraph = t(1), .after = t(3)}, Reason::unknown_paragraph);
}

TEST_F(Timeline, coverage_is_marked_where_it_begins_and_ends) {
    rules.when("15:11 clerk", BeginCoverage{});
    rules.when("15:12 chair", GiveFloor{.to = "poussi"});
    rules.when("15:13 clerk", EndCoverage{});
    rules.when("15:14 chair", GiveFloor{.to = "diallo"});
    EXPECT_EQ(rules.order(), "opening i1 from i2 until i3");
}

TEST_F(Timeline, a_second_mark_of_coverage_replaces_the_first) {
    rules.when("15:11 clerk", BeginCoverage{});
    rules.when("15:12 chair", GiveFloor{.to = "poussi"});
    rules.when("15:13 clerk-2", BeginCoverage{});
    EXPECT_EQ(rules.order(), "opening i1 i2 from");
    EXPECT_EQ(rules.meeting().timeline.back().at, clock_time("15:13"));
}

}  // namespace
}  // namespace dais::meeting
