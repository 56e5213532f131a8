// What changes texts that stand: splitting, joining, choosing between wordings, replacing in many, and how
// far a text is.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

struct Revising : testing::Test {
    Rules rules;
    void SetUp() override {
        rules.when("15:00 chair", OpenMeeting{});
        rules.when("15:10 chair", GiveFloor{.to = "lewis"});  // i1
        rules.when("15:11 clerk", Write{.text = "said one. He added two."});
        rules.when("15:12 clerk", Write{.text = "said three."});
        rules.when("15:13 clerk", MakeNote{.text = "A film was shown."});  // t3
        rules.when("15:20 chair", GiveFloor{.to = "poussi"});              // i2
        rules.when("15:21 clerk", Write{.text = "said four."});            // t4
    }
    [[nodiscard]] std::vector<std::string> wordings(std::uint64_t id) const {
        std::vector<std::string> all;
        for (const auto& revision : rules.meeting().texts.at(id - 1).revisions) all.push_back(revision.text);
        return all;
    }
};

TEST_F(Revising, a_paragraph_is_split_and_its_rest_follows_it) {
    rules.when("15:22 clerk-2", Split{t(1), "said one.", "He added two.", 1});
    EXPECT_EQ(rules.blocks(1), "t1 t5 t2");
    EXPECT_EQ(rules.text(1), "said one.");
    EXPECT_EQ(rules.text(5), "He added two.");
    EXPECT_EQ(rules.meeting().texts[4].revisions.back().author, "clerk-2");
}

TEST_F(Revising, a_split_of_an_older_wording_or_of_what_is_no_paragraph_changes_nothing) {
    rules.when("15:22 clerk", Revise{t(1), "said one, and two.", {}});
    rules.refused("15:23 clerk", Split{t(1), "said one.", "He added two.", 1}, Reason::paragraph_has_changed);
    rules.refused("15:23 clerk", Split{t(3), "A film", "was shown.", {}}, Reason::not_a_paragraph);
    rules.refused("15:23 clerk", Split{t(1), "said one.", " ", {}}, Reason::text_is_empty);
    rules.refused("15:23 clerk", Split{t(1), "", "He added two.", {}}, Reason::text_is_empty);
    rules.refused("15:23 clerk", Split{t(9), "a", "b", {}}, Reason::unknown_paragraph);
}

TEST_F(Revising, two_paragraphs_of_one_intervention_are_joined) {
    rules.when("15:22 clerk", Join{t(1), t(2), "said one. He added two and three.", 1, 1});
    EXPECT_EQ(rules.text(1), "said one. He added two and three.");
    EXPECT_EQ(rules.text(2), "(removed) said three.");
    rules.when("15:23 clerk", Restore{t(2)});
    EXPECT_EQ(rules.blocks(1), "t1 t2");
}

TEST_F(Revising, nothing_else_is_joined) {
    rules.refused("15:22 clerk", Join{t(1), t(4), "all", {}, {}}, Reason::wrong_place);
    rules.refused("15:22 clerk", Join{t(1), t(1), "all", {}, {}}, Reason::wrong_place);
    rules.refused("15:22 clerk", Join{t(1), t(3), "all", {}, {}}, Reason::not_a_paragraph);
    rules.when("15:22 clerk", Revise{t(2), "said three, or so.", {}});
    rules.refused("15:23 clerk", Join{t(1), t(2), "all", 1, 1}, Reason::paragraph_has_changed);
    rules.when("15:23 clerk", Remove{t(2)});
    rules.refused("15:24 clerk", Join{t(1), t(2), "all", {}, {}}, Reason::paragraph_is_removed);
}

TEST_F(Revising, of_two_wordings_both_enter_the_history_and_the_chosen_one_stands) {
    rules.when("15:22 clerk-2", Revise{t(2), "said three and a half.", 1});
    rules.when("15:23 clerk", Settle{t(2), "said three and a half.", "said nearly four.", 2});
    EXPECT_EQ(wordings(2), (std::vector<std::string>{"said three.", "said three and a half.",
                                                     "said nearly four.", "said three and a half."}));
    rules.refused("15:24 clerk", Settle{t(2), "said a.", "said b.", 2}, Reason::paragraph_has_changed);
}

TEST_F(Revising, words_are_replaced_in_all_texts_or_in_none) {
    rules.when("15:22 clerk", Reword{{{t(1), "stated one. He added two.", 1}, {t(2), "stated three.", 1}}});
    EXPECT_EQ(rules.text(1), "stated one. He added two.");
    EXPECT_EQ(rules.text(2), "stated three.");
    // The way back, in one step.
    rules.when("15:23 clerk", Reword{{{t(1), "said one. He added two.", 2}, {t(2), "said three.", 2}}});
    EXPECT_EQ(rules.text(2), "said three.");
    rules.refused("15:24 clerk", Reword{{{t(1), "x", 3}, {t(2), "y", 1}}}, Reason::paragraph_has_changed);
    EXPECT_EQ(rules.text(1), "said one. He added two.");
}

TEST_F(Revising, a_replacement_has_its_limits) {
    rules.refused("15:22 clerk", Reword{}, Reason::text_is_empty);
    rules.refused("15:22 clerk", Reword{{{t(1), "x", 1}, {t(1), "y", 1}}}, Reason::wrong_value);
    Reword many;
    many.texts.assign(max_replaced + 1, {t(1), "x", 1});
    rules.refused("15:22 clerk", many, Reason::too_many);
    const std::string long_text(max_text_bytes, 'x');
    Reword large;
    for (std::uint64_t id : {1U, 2U, 3U, 4U}) large.texts.push_back({t(id), long_text, 1});
    rules.when("15:22 clerk", large);
    for (std::uint64_t number = 5; number <= 5; ++number) {
        rules.when("15:23 clerk", Write{.text = "said five."});
        for (auto& each : large.texts) each.base = 2;
        large.texts.push_back({t(5), "x", 1});
    }
    rules.refused("15:24 clerk", large, Reason::too_long);
}

TEST_F(Revising, what_is_final_is_locked_until_it_is_a_draft_again) {
    rules.when("15:22 clerk", SetStatus{t(1), Status::final});
    rules.refused("15:23 clerk", Revise{t(1), "said.", {}}, Reason::paragraph_is_final);
    rules.refused("15:23 clerk", Remove{t(1)}, Reason::paragraph_is_final);
    rules.refused("15:23 clerk", Move{t(1), t(2), {}}, Reason::paragraph_is_final);
    rules.refused("15:23 clerk", Attribute{t(1), "The delegate"}, Reason::paragraph_is_final);
    rules.refused("15:23 clerk", Split{t(1), "a", "b", {}}, Reason::paragraph_is_final);
    rules.refused("15:23 clerk", Join{t(1), t(2), "a", {}, {}}, Reason::paragraph_is_final);
    rules.refused("15:23 clerk", Join{t(2), t(1), "a", {}, {}}, Reason::paragraph_is_final);
    rules.refused("15:23 clerk", Reword{{{t(1), "a", 1}}}, Reason::paragraph_is_final);
    rules.refused("15:23 clerk", Settle{t(1), "a", "b", {}}, Reason::paragraph_is_final);
    rules.when("15:24 clerk", SetStatus{t(1), Status::draft});
    rules.when("15:25 clerk", Revise{t(1), "said.", {}});
}

TEST_F(Revising, a_status_says_of_which_wording_it_was_given) {
    rules.when("15:22 clerk", SetStatus{t(1), Status::revised});
    EXPECT_EQ(rules.meeting().texts[0].status, Status::revised);
    EXPECT_EQ(rules.meeting().texts[0].status_revision, 1u);
    rules.refused("15:22 clerk", SetStatus{t(1), Status::revised}, Reason::wrong_value);
    rules.when("15:23 clerk", Revise{t(1), "said.", {}});
    EXPECT_EQ(rules.meeting().texts[0].status, Status::revised);
    rules.when("15:24 clerk", SetStatus{t(1), Status::revised});  // of the new wording
    EXPECT_EQ(rules.meeting().texts[0].status_revision, 2u);
    rules.when("15:25 chair", Decide{});
    rules.refused("15:26 clerk", SetStatus{t(5), Status::final}, Reason::not_a_paragraph);
    rules.refused("15:26 clerk", SetStatus{t(9), Status::final}, Reason::unknown_paragraph);
}

}  // namespace
}  // namespace dais::meeting
