// The agenda: items are taken up, with the headings on the way to them, and concluded.
#include <gtest/gtest.h>

#include "meeting/rules.hpp"

namespace dais::meeting {
namespace {

TEST(Agenda, taking_up_a_sub_item_opens_the_headings_on_the_way) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", TakeUp{"flights"});
    rules.then("item: budget > travel > flights");
    EXPECT_EQ(rules.order(), "opening [budget] [travel] [flights]");
}

TEST(Agenda, headings_that_are_open_are_not_opened_again) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", TakeUp{"staffing"});
    rules.when("15:02 chair", TakeUp{"travel"});
    rules.then("item: budget > travel");
    EXPECT_EQ(rules.order(), "opening [budget] [staffing] [travel]");
}

TEST(Agenda, going_back_up_to_an_open_heading_opens_none) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", TakeUp{"flights"});
    rules.when("15:02 chair", TakeUp{"budget"});
    rules.then("item: budget");
    EXPECT_EQ(rules.order(), "opening [budget] [travel] [flights]");
}

TEST(Agenda, an_item_that_the_meeting_left_is_opened_again) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", TakeUp{"staffing"});
    rules.when("15:02 chair", TakeUp{"closing"});
    rules.when("15:03 chair", TakeUp{"staffing"});
    EXPECT_EQ(rules.order(), "opening [budget] [staffing] [closing] [budget] [staffing]");
}

TEST(Agenda, concluding_an_item_leaves_the_meeting_under_what_is_above_it) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", TakeUp{"flights"});
    rules.when("15:02 chair", Conclude{"travel"});
    rules.then("item: budget");
    rules.when("15:03 chair", Conclude{"budget"});
    rules.then("item: -");
}

TEST(Agenda, an_item_that_was_left_may_be_concluded_from_elsewhere) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", TakeUp{"opening"});
    rules.when("15:02 chair", TakeUp{"budget"});
    rules.when("15:03 chair", Conclude{"opening"});
    rules.then("item: budget");
}

TEST(Agenda, what_was_concluded_is_closed_and_so_is_all_under_it) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", TakeUp{"flights"});
    rules.when("15:02 chair", Conclude{"travel"});
    rules.refused("15:03 chair", TakeUp{"travel"}, Reason::item_is_concluded);
    rules.refused("15:03 chair", TakeUp{"flights"}, Reason::item_is_concluded);
    rules.refused("15:03 chair", Conclude{"travel"}, Reason::item_is_concluded);
    rules.when("15:04 chair", TakeUp{"staffing"});
}

TEST(Agenda, concluded_in_the_folder_is_only_a_word_of_the_heading) {
    auto prepared = budget_committee();
    for (auto& item : prepared.setup.agenda) item.concluded = true;
    Rules rules(prepared);
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", TakeUp{"flights"});
    rules.then("item: budget > travel > flights");
}

TEST(Agenda, refusals) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.refused("15:01 chair", TakeUp{"lunch"}, Reason::unknown_item);
    rules.refused("15:01 chair", Conclude{"lunch"}, Reason::unknown_item);
    rules.refused("15:01 chair", Conclude{"budget"}, Reason::item_is_not_taken_up);
    rules.when("15:02 chair", TakeUp{"budget"});
    rules.refused("15:03 chair", TakeUp{"budget"}, Reason::item_is_taken_up);
    rules.refused("15:03 chair", Conclude{"staffing"}, Reason::item_is_not_taken_up);
}

TEST(Agenda, a_heading_is_opened_while_somebody_speaks) {
    Rules rules;
    rules.when("15:00 chair", OpenMeeting{});
    rules.when("15:01 chair", GiveFloor{.to = "lewis"});
    rules.when("15:02 chair", TakeUp{"budget"});
    rules.then("item: budget | floor: lewis +1:00");
    EXPECT_EQ(rules.order(), "opening i1 [budget]");
}

}  // namespace
}  // namespace dais::meeting
