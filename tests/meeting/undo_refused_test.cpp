// When an act can no longer be taken back: somebody else's work stands on it, or another chair acted since.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

struct UndoRefused : testing::Test {
    Rules rules;
    void SetUp() override {
        rules.when("15:00 chair", OpenMeeting{});
        rules.when("15:00:01 chair", GiveFloor{.to = "lewis"});  // i1
    }
    // Refused, and the sentence names what stands in the way.
    void refused_for(const std::string& named) {
        const auto sentence = rules.refused("15:00:30 chair", UndoLast{}, Reason::others_depend_on_it);
        EXPECT_NE(sentence.find(named), std::string::npos) << sentence;
        EXPECT_NE(sentence.find("give_floor lewis"), std::string::npos) << sentence;
    }
};

TEST_F(UndoRefused, a_paragraph) {
    rules.when("15:00:10 clerk-2", Write{.text = "said one."});
    refused_for("a paragraph of Mr. Lewis by clerk-2");
    rules.when("15:00:11 clerk", Write{.text = "said two."});
    refused_for("2 paragraphs of Mr. Lewis, the first by clerk-2");
}

TEST_F(UndoRefused, a_removed_paragraph_which_might_be_restored) {
    rules.when("15:00:10 clerk", Write{.text = "said one."});
    rules.when("15:00:11 clerk", Remove{t(1)});
    refused_for("a paragraph of Mr. Lewis");
}

TEST_F(UndoRefused, but_not_a_paragraph_that_was_moved_away) {
    rules.when("15:00:09 chair", GiveFloor{.to = "poussi"});
    rules.when("15:00:10 clerk", Write{.text = "said one."});
    rules.when("15:00:11 clerk", Move{.paragraph = t(1), .after_intervention = i(1)});
    rules.when("15:00:12 chair", UndoLast{});
    rules.then("floor: lewis +0:11 | texts: 1");
}

TEST_F(UndoRefused, a_note_or_a_heading) {
    rules.when("15:00:10 clerk", MakeNote{.text = "A bell rang."});
    refused_for("the note by clerk after Mr. Lewis");
    rules.when("15:00:11 clerk", Remove{t(1)});
    rules.when("15:00:12 clerk-2", MakeHeading{.text = "Discussion", .after = i(1)});
    refused_for("the heading by clerk-2 after Mr. Lewis");
}

TEST_F(UndoRefused, but_not_a_removed_note_which_keeps_its_place) {
    rules.when("15:00:10 clerk", MakeNote{.text = "A bell rang."});
    rules.when("15:00:11 clerk", Remove{t(1)});
    rules.when("15:00:12 chair", UndoLast{});
    rules.when("15:00:13 clerk", Restore{t(1)});
    EXPECT_EQ(rules.order(), "opening t1");
    EXPECT_EQ(rules.meeting().timeline.back().anchor, i(0));
}

TEST_F(UndoRefused, a_correction) {
    rules.when("15:00:10 clerk", CorrectIntervention{.intervention = i(1), .kind = Kind::reply});
    refused_for("the correction of Mr. Lewis's intervention by clerk");
}

TEST_F(UndoRefused, an_intervention_that_was_logged_after_it) {
    rules.when("15:00:10 clerk", LogIntervention{.who = "cruz", .after = i(1)});
    refused_for("the intervention of Ms. Cruz that was logged after Mr. Lewis");
}

TEST_F(UndoRefused, but_not_one_that_was_logged_by_its_time) {
    rules.when("15:00:10 clerk", LogIntervention{.who = "cruz"});
    rules.when("15:00:11 clerk", LogIntervention{.who = "almada", .began = clock_time("15:00:05")});
    rules.when("15:00:12 chair", UndoLast{});
    EXPECT_EQ(rules.order(), "opening i3 i2");
}

TEST_F(UndoRefused, a_mark_of_coverage) {
    rules.when("15:00:10 clerk", BeginCoverage{});
    refused_for("the mark of the record's coverage after Mr. Lewis");
}

TEST_F(UndoRefused, a_part_that_followed_a_point_of_order) {
    rules.when("15:00:02 chair", GiveFloor{.to = "cruz", .kind = Kind::point_of_order});
    rules.when("15:00:03 chair", EndFloor{});
    rules.when("15:00:04 clerk", Write{.text = "continued."});
    const auto sentence = rules.refused("15:00:30 chair", UndoLast{}, Reason::others_depend_on_it);
    EXPECT_NE(sentence.find("\"end_floor cruz\""), std::string::npos) << sentence;
}

TEST_F(UndoRefused, an_act_of_another_chair_since) {
    rules.when("15:00:10 chair-2", PauseClock{});
    const auto sentence = rules.refused("15:00:30 chair", UndoLast{}, Reason::others_depend_on_it);
    EXPECT_NE(sentence.find("pause_clock by chair-2"), std::string::npos) << sentence;
    rules.when("15:00:31 chair-2", UndoLast{});
    rules.when("15:00:32 chair", UndoLast{});
    rules.then("floor: -");
}

TEST_F(UndoRefused, nobody_takes_back_what_another_did) {
    rules.refused("15:00:30 chair-2", UndoLast{}, Reason::nothing_to_undo);
    rules.refused("15:00:30 moderator", UndoLast{}, Reason::not_your_desk);
}

}  // namespace
}  // namespace dais::meeting
