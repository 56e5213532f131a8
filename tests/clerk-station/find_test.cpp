// Find and replace through the record, splitting and joining, removing and restoring, by their keys.
#include <gtest/gtest.h>

#include "clerk-station/desk.hpp"
#include "clerk-station/finding.hpp"

namespace dais::clerk_station {
namespace {

using Asked = std::vector<std::string>;

constexpr std::string_view three =
    "15:11 chair give_floor to=lewis label=i1\n"
    "15:11 clerk-2 write of=i1 text=\"said that the organisation was new.\"\n"
    "15:11 clerk-2 write of=i1 text=\"The Organisation, he added, was large.\"\n"
    "15:12 chair give_floor to=poussi label=i2\n"
    "15:12 clerk-2 write of=i2 text=\"said that it was small.\"\n";

TEST(Find, goes_through_the_texts_in_the_order_of_the_record) {
    auto seat = clerk(three);
    seat.press("Ctrl+F");
    EXPECT_EQ(seat.focused(), "find.words");
    seat.type("organisation");
    EXPECT_EQ(seat.text("find.state"), "2 in 2 texts");
    seat.press("Enter");
    EXPECT_EQ(clerk_view(seat).record.chosen, meeting::TextId{1});
    seat.press("Enter");
    EXPECT_EQ(clerk_view(seat).record.chosen, meeting::TextId{2});
    seat.press("Enter");
    EXPECT_EQ(clerk_view(seat).record.chosen, meeting::TextId{1});
    seat.press("Shift+Enter");
    EXPECT_EQ(clerk_view(seat).record.chosen, meeting::TextId{2});
    seat.press("Esc");
    EXPECT_EQ(seat.focused(), "editor.text");
    EXPECT_FALSE(seat.has("find.words"));
}

TEST(Find, tells_case_and_whole_words_where_it_is_asked_to) {
    auto seat = clerk(three);
    seat.press("Ctrl+F");
    seat.type("organisation");
    seat.click("find.exact");
    EXPECT_EQ(seat.text("find.state"), "1 in 1 text");
    seat.click("find.exact");
    seat.press("Ctrl+F");
    seat.type("organ");
    EXPECT_EQ(seat.text("find.state"), "2 in 2 texts");
    seat.click("find.whole");
    EXPECT_EQ(seat.text("find.state"), "Not found");
}

TEST(Find, sees_what_is_written_meanwhile) {
    auto seat = clerk(three);
    seat.press("Ctrl+F");
    seat.type("organisation");
    seat.other("clerk-2", meeting::Revise{meeting::TextId{3}, "said that the organisation was small.", {}});
    EXPECT_EQ(seat.text("find.state"), "3 in 3 texts");
    seat.other("clerk-2", meeting::Remove{meeting::TextId{1}});
    EXPECT_EQ(seat.text("find.state"), "2 in 2 texts");
}

TEST(Replace, changes_all_texts_in_one_step_and_takes_that_back_in_one) {
    auto seat = clerk(three);
    seat.press("Ctrl+H");
    seat.type("organisation");
    seat.press("Tab");
    while (seat.focused() != "find.by") seat.press("Tab");
    seat.type("organization");
    seat.press("Ctrl+Alt+Enter");
    EXPECT_EQ(seat.asked, Asked{"reword"});
    EXPECT_EQ(text_of(seat, 1), "said that the organization was new.");
    EXPECT_EQ(text_of(seat, 2), "The Organization, he added, was large.");
    EXPECT_TRUE(seat.text("find.state").find("2 replaced in 2 texts") != std::string::npos)
        << seat.text("find.state");
    seat.press("Ctrl+Alt+Z");
    EXPECT_EQ(text_of(seat, 1), "said that the organisation was new.");
    EXPECT_EQ(text_of(seat, 2), "The Organisation, he added, was large.");
}

TEST(Replace, leaves_what_is_final_and_what_was_changed_since) {
    auto seat = clerk(three);
    seat.other("clerk-2", meeting::SetStatus{meeting::TextId{1}, meeting::Status::final});
    seat.press("Ctrl+H");
    seat.type("organisation");
    while (seat.focused() != "find.by") seat.press("Tab");
    seat.type("body");
    seat.click("find.replace");
    EXPECT_EQ(text_of(seat, 1), "said that the organisation was new.");
    EXPECT_EQ(text_of(seat, 2), "The Body, he added, was large.");
    seat.other("clerk-2", meeting::Revise{meeting::TextId{2}, "The Body was larger.", {}});
    seat.click("find.back");
    EXPECT_EQ(text_of(seat, 2), "The Body was larger.");
}

TEST(Finding, cuts_a_large_replacement_into_what_a_command_can_carry) {
    meeting::Meeting meeting;
    for (std::uint64_t i = 1; i <= meeting::max_replaced + 1; ++i) {
        meeting::RecordText text;
        text.id = meeting::TextId{i};
        text.revisions.push_back({"one word", "clerk-1", {}});
        meeting.texts.push_back(text);
    }
    Finding finding;
    finding.look_for("one", {});
    finding.go_on(meeting, 1'000);
    EXPECT_FALSE(finding.is_done(meeting));
    for (int i = 0; i < 100; ++i) finding.go_on(meeting, 1'000);
    EXPECT_TRUE(finding.is_done(meeting));
    const auto plan = finding.replace_all(meeting, {"another", false});
    ASSERT_EQ(plan.asks.size(), 2U);
    EXPECT_EQ(plan.asks[0].texts.size(), meeting::max_replaced);
    EXPECT_EQ(plan.asks[1].texts.size(), 1U);
    EXPECT_EQ(plan.texts, meeting::max_replaced + 1);
}

TEST(Split, puts_the_first_part_on_the_record_and_leaves_the_rest_to_go_on_with) {
    auto seat = clerk("15:11 chair give_floor to=lewis\n");
    seat.type("said one. He added two.");
    for (int i = 0; i < 13; ++i) seat.press("Left");
    seat.press("Ctrl+Shift+Enter");
    EXPECT_EQ(text_of(seat, 1), "said one.");
    EXPECT_EQ(seat.text("editor.text"), "He added two.");
    EXPECT_EQ(seat.drafts["p:1"], "He added two.");
}

TEST(Split, parts_a_paragraph_of_the_record) {
    auto seat = clerk(three);
    seat.press("Ctrl+Up");
    seat.press("Ctrl+Up");
    seat.press("Ctrl+R");
    EXPECT_EQ(seat.text("editor.text"), "The Organisation, he added, was large.");
    seat.press("Home");
    for (int i = 0; i < 17; ++i) seat.press("Right");
    seat.press("Ctrl+Shift+Enter");
    EXPECT_EQ(seat.asked, Asked{"split"});
    EXPECT_EQ(text_of(seat, 2), "The Organisation,");
    EXPECT_EQ(text_of(seat, 4), "he added, was large.");
}

TEST(Join, puts_a_paragraph_to_the_one_before_it) {
    auto seat = clerk(three);
    seat.press("Ctrl+Up");
    seat.press("Ctrl+Up");
    seat.press("Ctrl+Shift+J");
    EXPECT_EQ(text_of(seat, 1), "said that the organisation was new. The Organisation, he added, was large.");
    EXPECT_EQ(text_of(seat, 2), "(removed)");
}

TEST(Join, takes_what_is_being_revised_as_it_is_typed) {
    auto seat = clerk(three);
    seat.press("Ctrl+Up");
    seat.press("Ctrl+Up");
    seat.press("Ctrl+R");
    seat.type(" Very.");
    seat.press("Ctrl+Shift+J");
    EXPECT_EQ(text_of(seat, 1),
              "said that the organisation was new. The Organisation, he added, was large. Very.");
    EXPECT_FALSE(seat.drafts.contains("r:2"));
}

TEST(Join, of_the_first_of_an_intervention_is_nothing) {
    auto seat = clerk(three);
    seat.press("Ctrl+Up");
    seat.press("Ctrl+Shift+J");
    EXPECT_EQ(seat.asked, Asked{});
}

TEST(Remove, is_a_key_from_inside_the_text_and_so_is_restoring) {
    auto seat = clerk(three);
    seat.press("Ctrl+Up");
    seat.press("Ctrl+Shift+Delete");
    EXPECT_EQ(text_of(seat, 3), "(removed)");
    seat.press("Ctrl+Shift+U");
    EXPECT_EQ(text_of(seat, 3), "said that it was small.");
}

}  // namespace
}  // namespace dais::clerk_station
